"""The article pane: one source as a calm reading page, from which excerpts are filed."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.app.change import Change
from briefing.domain.note import Excerpt, Note
from briefing.domain.source import Kind, Source
from briefing.domain.wording import mended, sentence_at, shifted_end, shifted_start, whole_characters
from briefing.ui.announce import announce
from briefing.ui.article_filing import Filing
from briefing.ui.article_header import ArticleHeader
from briefing.ui.article_keys import ARTICLE_KEYS, Keys
from briefing.ui.article_margin import ArticleMargin
from briefing.ui.article_view import ArticleView
from briefing.ui.bridge import Bridge
from briefing.ui.positions import Line
from briefing.ui.words import tr

_FLASH = 900  # milliseconds that a shown excerpt glows
_HOVER_GLOW = 0.55


class ArticlePane(QWidget):
    """Shows one source of the note, files excerpts from it, and finds them again."""

    excerpt_activated = Signal(str)
    excerpt_hovered = Signal(str)
    caret_moved = Signal(int)  # text position
    notice = Signal(str)  # one sentence
    comment_wanted = Signal(str)

    def __init__(self, bridge: Bridge, source_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_pane")
        self._bridge = bridge
        self._source_id = source_id
        self._filing = Filing(bridge, source_id)
        self._hovered = ""
        self.view = ArticleView(self.source, self)
        self._header = ArticleHeader(self)
        self.margin = ArticleMargin(self.view)
        self._flash = QTimer(self, singleShot=True, interval=_FLASH)
        self._arrange()
        self._connect()
        self._show(self._bridge.desk.note)
        self._header.show_source(self.source)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._header.show_theme(self.view.theme)
        self.view.setAccessibleName(tr("Text of the article"))
        Keys(self.view, {keys: partial(getattr(self, method), *values) for keys, method, values in ARTICLE_KEYS})

    def _connect(self) -> None:
        self._bridge.changed.connect(self._follow)
        self.view.cursorPositionChanged.connect(self._tell_caret)
        self.view.hovered.connect(self._hover_at)
        self.view.pressed_twice.connect(self._activate_at)
        self.view.fold_pressed.connect(self._toggle_fold)
        self.margin.excerpt_pressed.connect(self._put_caret_on)
        self.margin.excerpt_pressed_twice.connect(self.excerpt_activated)
        self.margin.excerpt_hovered.connect(self._hover)
        self.margin.number_pressed.connect(self._select_passage)
        self._flash.timeout.connect(self._end_flash)

    # What is shown

    @property
    def source_id(self) -> str:
        """Id of the source that is shown."""
        return self._source_id

    @property
    def source(self) -> Source:
        """The source as the note has it now."""
        return self._bridge.desk.note.source(self._source_id)

    def _follow(self, change: Change) -> None:
        """Redraw what a change touched, and only that."""
        old = next((s for s in change.before.sources if s.id == self._source_id), None)
        new = next((s for s in change.after.sources if s.id == self._source_id), None)
        if new is None:
            return
        if old is not new:
            self._header.show_source(new)
        if new.passages != self.view.source.passages:
            self.view.show_source(new)
        elif new is not self.view.source:
            self.view.source = new
        self._show(change.after)

    def _show(self, note: Note) -> None:
        places = {section.key: index for index, section in enumerate(note.sections)}
        is_new = self.view.highlights.show(note.excerpts)
        if is_new or places != self.view.sections:
            self.view.sections = places
            self._repaint()

    def _repaint(self) -> None:
        self.view.viewport().update()
        self.margin.update()

    # Reading and selecting

    def selected_range(self, *, is_exact: bool = False) -> tuple[int, int] | None:
        """The code points selected, with stray spaces and half words at the ends mended; None if nothing is."""
        selected = self.view.selected()
        if selected is None:
            return None
        source = self.source
        start, end = self._without_folded_start(*selected)
        if is_exact:
            start, end = whole_characters(source.text, start, end)
        else:
            start, end = mended(source, start, end)
        return (start, end) if start < end else None

    def _without_folded_start(self, start: int, end: int) -> tuple[int, int]:
        """A selection that begins on a quiet line begins after what is folded there."""
        positions, passages = self.view.positions, self.source.passages
        for index in range(self.source.index_at(start), len(passages)):
            if positions.is_shown(index) or passages[index].start >= end:
                break
            start = max(start, passages[index].end)
        return start, max(start, end)

    def next_heading(self) -> None:
        """Go to the next heading."""
        here = self.source.index_at(self.view.caret)
        self._go_to_heading(range(here + 1, len(self.source.passages)))

    def previous_heading(self) -> None:
        """Go to the heading before."""
        here = self.source.index_at(self.view.caret)
        self._go_to_heading(range(here - 1, -1, -1))

    def _go_to_heading(self, indexes: range) -> None:
        passages = self.source.passages
        found = next((passages[i] for i in indexes if passages[i].kind is Kind.HEADING), None)
        if found is None:
            self.notice.emit(tr("There is no further heading."))
            return
        self.view.select(found.start, found.start, is_still=True)
        self.view.reveal(found.start, found.end)

    def toggle_noise(self) -> None:
        """Unfold all page noise, or fold it again."""
        folds = {line.passage for line in self.view.positions.lines if line.folds}
        self.view.set_opened(frozenset() if folds <= self.view.opened else frozenset(folds))

    def _toggle_fold(self, passage: int) -> None:
        self.view.set_opened(self.view.opened ^ {passage})

    def _select_passage(self, index: int) -> None:
        passage = self.source.passages[index]
        self.view.setFocus()
        self.view.select(passage.start, passage.end, is_still=True)

    # Filing

    def file_in(self, number: int) -> None:
        """File the selection under the section with a key number; without one go to that section's next excerpt."""
        section = self._filing.section(number)
        if section is None:
            self.notice.emit(tr("The note has no section {number}.", number=number))
        elif self.selected_range() is None:
            self._go_to_next(section.key)
        else:
            self.file_under(section.key)

    def file_unsorted(self) -> None:
        """Keep the selection without a section; without a selection go to the next unsorted excerpt."""
        if self.selected_range() is None:
            self._go_to_next(None)
        else:
            self.file_under(None)

    def repeat_filing(self) -> None:
        """File the selection under the section that was filed under last, from whichever article."""
        excerpts = self._bridge.desk.note.excerpts
        last = next((excerpt.section for excerpt in reversed(excerpts) if excerpt.section is not None), None)
        if last is None:
            self.notice.emit(tr("Nothing has been filed yet: press a section's number first."))
        elif self.selected_range() is None:
            self.notice.emit(tr("Select a passage first."))
        else:
            self.file_under(last)

    def file_under(self, key: str | None, *, is_exact: bool = False) -> None:
        """File the selection under a section (None: unsorted); the caret comes to stand at its end."""
        chosen = self.selected_range(is_exact=is_exact)
        if chosen is None:
            self.notice.emit(tr("Select a passage first."))
            return
        title = self._filing.title(key)
        if self._is_filed(*chosen, key):
            self.notice.emit(tr("This passage is already filed in {section}.", section=title))
        else:
            self._filing.file(*chosen, key)
            announce(self.view, tr("Filed in {section}.", section=title))
        self.view.select(chosen[1], chosen[1], is_still=True)

    def _is_filed(self, start: int, end: int, key: str | None) -> bool:
        """Whether just this passage is already filed under just this section."""
        near = self.view.highlights.between(start, end)
        return any((e.start, e.end, e.section) == (start, end, key) for e in near)

    def _go_to_next(self, key: str | None) -> None:
        """Put the caret on the next excerpt of a section after the caret, round the end to the first."""
        found = self.view.highlights.of_section(key)
        if not found:
            self.notice.emit(tr("Nothing is filed in {section} yet.", section=self._filing.title(key)))
            return
        after = next((e for e in found if e.start > self.view.caret), found[0])
        self.show_excerpt(after.id)
        announce(self.view, after.quote)

    # Excerpts at the caret

    def excerpts_at_caret(self) -> list[Excerpt]:
        """The excerpts at the caret, the innermost first."""
        return self.view.highlights.at(self.view.caret)

    def activate(self) -> None:
        """On folded noise unfold it, on a highlight go to its place in the note; elsewhere select the sentence."""
        line = self._line_at_caret()
        if line and line.folds:
            self._toggle_fold(line.passage)
        elif self.view.selected() is None and self.excerpts_at_caret():
            self.excerpt_activated.emit(self.excerpts_at_caret()[0].id)
        elif self.view.selected() is None:
            start, end = sentence_at(self.source, self.view.caret)
            self.view.select(start, end, is_still=True)

    def _line_at_caret(self) -> Line | None:
        lines = self.view.positions.lines
        return lines[self.view.textCursor().blockNumber()] if lines else None

    def _activate_at(self, position: int) -> None:
        found = self.view.highlights.at(position)
        if found:
            self.excerpt_activated.emit(found[0].id)

    def remove_excerpt(self) -> None:
        """Take back the innermost excerpt at the caret."""
        found = self._wanted_at_caret()
        if found:
            self._filing.remove(found)
            self.notice.emit(tr("Excerpt removed from {section}.", section=self._filing.title(found.section)))

    def comment(self) -> None:
        """Ask for a comment on the excerpt at the caret."""
        found = self._wanted_at_caret()
        if found:
            self.comment_wanted.emit(found.id)

    def shift_end(self, words: int) -> None:
        """Move the end of the excerpt at the caret by words."""
        found = self._wanted_at_caret()
        if found:
            end = shifted_end(self.source, found.start, found.end, words)
            self._filing.shift(found, found.start, end)
            self.view.select(end, end, is_still=True)

    def shift_start(self, words: int) -> None:
        """Move the start of the excerpt at the caret by words."""
        found = self._wanted_at_caret()
        if found:
            start = shifted_start(self.source, found.start, found.end, words)
            self._filing.shift(found, start, found.end)
            self.view.select(start, start, is_still=True)

    def _wanted_at_caret(self) -> Excerpt | None:
        found = self.excerpts_at_caret()
        if not found:
            self.notice.emit(tr("There is no excerpt at the caret."))
            return None
        return found[0]

    def mark_passage(self, kind: Kind) -> None:
        """Say what the passages at the caret or in the selection are: noise, a heading, or text."""
        selected = self.view.selected() or (self.view.caret, self.view.caret + 1)
        indexes = self.source.indexes_between(*selected)
        if indexes:
            self._filing.mark(self.source, indexes, kind)

    # Back and forth

    def show_excerpt(self, excerpt_id: str) -> None:
        """Bring an excerpt into sight, put the caret on it and let it glow for a moment."""
        excerpt = self._bridge.desk.note.excerpt(excerpt_id)
        self.show_range(excerpt.start, excerpt.end)
        self.view.glow = {excerpt_id: 1.0}
        self._flash.start()
        self._repaint()

    def show_range(self, start: int, end: int) -> None:
        """Bring code points into sight, unfolding noise if they stand in it, and put the caret at their start."""
        source = self.source
        hidden = [i for i in source.indexes_between(start, end) if not self.view.positions.is_shown(i)]
        if hidden and len(hidden) == len(source.indexes_between(start, end)):
            lines = self.view.positions.lines
            folds = {lines[self.view.positions.block_of(i)].passage for i in hidden}
            self.view.set_opened(self.view.opened | folds)
        self.view.select(start, start, is_still=True)
        self.view.reveal(start, end)

    def set_hovered(self, excerpt_id: str) -> None:
        """Light up an excerpt that is hovered elsewhere; empty for none."""
        if excerpt_id != self._hovered:
            self._hovered = excerpt_id
            self.view.glow = {excerpt_id: _HOVER_GLOW} if excerpt_id else {}
            self._repaint()

    def _end_flash(self) -> None:
        self.view.glow = {self._hovered: _HOVER_GLOW} if self._hovered else {}
        self._repaint()

    def _hover_at(self, position: int) -> None:
        near = self.view.highlights.between(position, position + 1) if position >= 0 else []
        self._hover(min(near, key=lambda e: e.end - e.start).id if near else "")

    def _hover(self, excerpt_id: str) -> None:
        if excerpt_id != self._hovered:
            self.set_hovered(excerpt_id)
            self.excerpt_hovered.emit(excerpt_id)

    def _put_caret_on(self, excerpt_id: str) -> None:
        excerpt = self._bridge.desk.note.excerpt(excerpt_id)
        self.view.setFocus()
        self.view.select(excerpt.start, excerpt.start, is_still=True)

    def _tell_caret(self) -> None:
        self.margin.update()
        self.caret_moved.emit(self.view.caret)

"""The article pane: one source as a calm reading page, from which excerpts are filed."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.app.change import Change
from briefing.domain.note import Excerpt, Note
from briefing.domain.source import Kind, Source
from briefing.domain.wording import sentence_at
from briefing.ui.actions import Action, perform
from briefing.ui.announce import announce, is_heard
from briefing.ui.article_caret import AtCaret
from briefing.ui.article_document import Look
from briefing.ui.article_filing import Filing
from briefing.ui.article_glow import Glow
from briefing.ui.article_header import ArticleHeader
from briefing.ui.article_keys import Keys
from briefing.ui.article_margin import ArticleMargin
from briefing.ui.article_menu import ArticleMenu
from briefing.ui.article_view import ArticleView
from briefing.ui.bridge import Bridge
from briefing.ui.coverage_strip import CoverageStrip
from briefing.ui.selection_filing import SelectionFiling
from briefing.ui.words import tr

MANY = 50  # excerpts that come or go at once, for which the page is painted as a whole
ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)  # per cent


class ArticlePane(QWidget):
    """Shows one source of the note, files excerpts from it, and finds them again."""

    excerpt_activated = Signal(str)
    excerpt_hovered = Signal(str)
    caret_moved = Signal(int)  # text position
    notice = Signal(str)  # one sentence
    removed = Signal(str)  # what was done that undo takes back
    comment_wanted = Signal(str)
    jumped = Signal()  # the caret is about to go far from where it is

    def __init__(self, bridge: Bridge, source_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_pane")
        self._bridge = bridge
        self._source_id = source_id
        self._told: list[str] = []  # ids of the excerpts at the caret that were announced
        self._filing = Filing(bridge, source_id)
        self._header = ArticleHeader(self)  # before the text, as it is read
        self.view = ArticleView(self.source, self)
        self.view.note_id = bridge.desk.note.id
        self.margin = ArticleMargin(self.view)
        self.strip = CoverageStrip(self.view)
        self.selection = SelectionFiling(self.view, self._filing)
        self.at_caret = AtCaret(self.view, self._filing)
        self._glow = Glow(self.view, self.margin)
        self._lay_out()
        self._connect()
        self._show(self._bridge.desk.note)
        self._header.show_source(self.source)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.setFocusPolicy(self.view.focusPolicy())
        self._header.show_theme(self.view.theme)
        self.view.describe = self._description
        Keys(self.view, self._act)

    def _act(self, action: Action) -> None:
        """Do what a key of the article stands for."""
        perform({"article": self}, action)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._follow)
        self.view.cursorPositionChanged.connect(self._tell_caret)
        self._glow.hovered.connect(self.excerpt_hovered)
        self.view.pressed_once.connect(self._offer_sentence)
        self.view.pressed_twice.connect(self._activate_at)
        self.view.fold_pressed.connect(self._toggle_fold)
        self.view.menu_wanted.connect(self.show_menu)
        self.view.zoom_wanted.connect(lambda by: self.zoom_in() if by > 0 else self.zoom_out())
        self.margin.excerpt_pressed.connect(self._put_caret_on)
        self.margin.excerpt_pressed_twice.connect(self.excerpt_activated)
        self.margin.number_pressed.connect(self._select_passage)
        self.strip.place_pressed.connect(self._go_to)
        self.selection.excerpt_wanted.connect(self.show_excerpt)
        self.selection.sticky_changed.connect(self._show_sticky)
        self.selection.filed.connect(self.at_caret.take_in_hand)
        self.at_caret.activated.connect(self.excerpt_activated)
        self.at_caret.removed.connect(self.removed)
        self.at_caret.comment_wanted.connect(self.comment_wanted)
        for part in (self.selection, self.at_caret):
            part.notice.connect(self.notice)

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
        shown = self.view.source
        if new.passages != shown.passages or new.text != shown.text:
            self.view.show_source(new)
        elif new is not shown:
            self.view.source = new
        self._show(change.after)
        self.selection.follow(change.before, change.after)
        if change.after.sections is not change.before.sections:
            self._show_sticky()

    def _show(self, note: Note) -> None:
        places = {section.key: index for index, section in enumerate(note.sections)}
        changed = self.view.highlights.show(note.excerpts)
        if places != self.view.sections:
            self.view.sections = places
            self.strip.refresh()
            self._repaint()
        elif changed:
            self.strip.refresh(changed)
            self._repaint_around(changed)
        if changed:
            self.selection.leave()

    def _show_sticky(self) -> None:
        key = self.selection.sticky
        if key is None:
            self._header.show_sticky("", self.view.theme.line)
        else:
            title, index = self._filing.title(key), self.view.sections.get(key)
            words = tr("Every selection is filed in {section}. Esc ends it.", section=title)
            self._header.show_sticky(words, self.view.theme.section(index))

    def _repaint(self) -> None:
        self.view.viewport().update()
        self.margin.update()

    def _repaint_around(self, excerpts: list[Excerpt]) -> None:
        """Paint what is in sight of the places where excerpts came or went; painting words takes the most time."""
        if len(excerpts) > MANY:
            self._repaint()
            return
        reaches = [self.view.highlights.reach(excerpt) for excerpt in excerpts]
        for top, bottom in self.view.heights_of(reaches):
            self.view.viewport().update(0, top, self.view.viewport().width(), bottom - top)
            self.margin.update(0, top, self.margin.width(), bottom - top)

    # Reading

    def selected_range(self, *, is_exact: bool = False) -> tuple[int, int] | None:
        """The code points selected, with stray spaces and half words at the ends mended; None if nothing is."""
        return self.selection.selected_range(is_exact=is_exact)

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

    def toggle_dimming(self) -> None:
        """Dim what is filed, so that what is not stands out, or no longer."""
        self.view.is_dimming = not self.view.is_dimming
        self._repaint()

    def _select_passage(self, index: int) -> None:
        passage = self.source.passages[index]
        self.view.setFocus()
        self.view.select(passage.start, passage.end, is_still=True)
        self.view.selection_settled.emit()

    def _go_to(self, position: int) -> None:
        self.jumped.emit()
        self.view.select(position, position, is_still=True)
        self.view.centre(position)

    def _offer_sentence(self, position: int) -> None:
        """Mark the sentence that was clicked in: Enter selects it."""
        is_filed = bool(self.view.highlights.between(position, position + 1))
        self.view.set_offer(None if is_filed else sentence_at(self.source, position))

    # How it is set

    @property
    def zoom(self) -> int:
        """Size of the text, per cent."""
        return round(self.view.look.zoom * 100)

    def set_zoom(self, percent: int) -> None:
        """Set the text in another size."""
        within = max(ZOOMS[0], min(percent, ZOOMS[-1]))
        old = self.view.look
        self.view.set_look(Look(within / 100, old.characters, old.is_serif))

    def zoom_in(self) -> None:
        """Set the text one step larger."""
        self.set_zoom(next((z for z in ZOOMS if z > self.zoom), self.zoom))

    def zoom_out(self) -> None:
        """Set the text one step smaller."""
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self.zoom), self.zoom))

    def set_reading(self, characters: int, *, is_serif: bool) -> None:
        """Set the text with so many characters a line, with or without serifs."""
        self.view.set_look(Look(self.view.look.zoom, characters, is_serif))

    # Filing

    def file_in(self, number: int) -> None:
        """File the selection under the section with a key number; without one go to that section's next excerpt."""
        self.selection.file_in(number)

    def file_exactly_in(self, number: int) -> None:
        """File the selection just as it is, half words and all."""
        self.selection.file_in(number, is_exact=True)

    def file_unsorted(self) -> None:
        """Keep the selection without a section; without a selection go to the next unsorted excerpt."""
        self.selection.file_unsorted()

    def repeat_filing(self) -> None:
        """File the selection under the section that was filed under last."""
        self.selection.repeat()

    def file_by_name(self) -> None:
        """File the selection under a section that is found by typing."""
        self.selection.file_by_name()

    def choose_sticky(self) -> None:
        """File every selection under one section, until Esc; or no longer."""
        if self.selection.sticky is None:
            self.selection.choose_sticky()
        else:
            self.selection.set_sticky(None)

    def escape(self) -> None:
        """End what lasts: the bar, filing every selection, the selection."""
        self.view.set_offer(None)
        self.selection.escape()

    def mark_passage(self, kind: Kind) -> None:
        """Say what the passages at the caret or in the selection are: noise, a heading, or text."""
        selected = self.view.selected() or (self.view.caret, self.view.caret + 1)
        indexes = self.source.indexes_between(*selected)
        if indexes:
            self._filing.mark(self.source, indexes, kind)

    # Excerpts at the caret

    def activate(self) -> None:
        """On folded noise unfold it, on a highlight go to its place in the note; elsewhere select the sentence."""
        line = self.view.line_at_caret()
        if line and line.folds:
            self._toggle_fold(line.passage)
        elif self.view.selected() is None and self.at_caret.excerpts():
            self.at_caret.activate()
        elif self.view.selected() is None:
            self.selection.select_sentence()

    def _activate_at(self, position: int) -> None:
        self.view.select(position, position, is_still=True)
        self.at_caret.activate()

    def remove_excerpt(self) -> None:
        """Take back the excerpt at the caret."""
        self.at_caret.remove()

    def comment(self) -> None:
        """Ask for a comment on the excerpt at the caret."""
        self.at_caret.comment()

    def move_excerpt(self) -> None:
        """Choose another section for the excerpt at the caret."""
        self.at_caret.move()

    def split_excerpt(self) -> None:
        """Part the excerpt at the caret in two."""
        self.at_caret.split()

    def join_excerpt(self) -> None:
        """Join the excerpt at the caret with the next one of its section."""
        self.at_caret.join()

    def shift_end(self, words: int) -> None:
        """Move the end of the excerpt at the caret by words."""
        self.at_caret.shift_end(words)

    def shift_start(self, words: int) -> None:
        """Move the start of the excerpt at the caret by words."""
        self.at_caret.shift_start(words)

    def shift_end_by_sentence(self, sentences: int) -> None:
        """Move the end of the excerpt at the caret to the end of another sentence."""
        self.at_caret.shift_end_by_sentence(sentences)

    def shift_start_by_sentence(self, sentences: int) -> None:
        """Move the start of the excerpt at the caret to the start of another sentence."""
        self.at_caret.shift_start_by_sentence(sentences)

    def show_menu(self, place: QPoint) -> None:
        """Show what can be done at the caret, at a place on the screen."""
        menu = ArticleMenu(self, self._filing, self.view.theme)
        if self.view.selected() is not None:
            menu.offer_filing(self.selection.file_under, self.view.copy)
        else:
            menu.offer_excerpts(self.at_caret.excerpts(), self.at_caret)
            line = self.view.line_at_caret()
            if not (line and line.folds):
                menu.offer_sentence(self.selection, self.view.copy)
        index = self.source.index_at(self.view.caret)
        menu.offer_marks(self.source.passages[index].kind if self.source.passages else None, self.mark_passage)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    # Back and forth

    def show_excerpt(self, excerpt_id: str) -> None:
        """Bring an excerpt into sight, put the caret on it and let it glow for a moment."""
        excerpt = self._bridge.desk.note.excerpt(excerpt_id)
        self.show_range(excerpt.start, excerpt.end)
        self.at_caret.take_in_hand(excerpt_id)
        self._glow.flash(excerpt_id)

    def show_range(self, start: int, end: int) -> None:
        """Bring code points into sight, unfolding noise if they stand in it, and put the caret at their start."""
        positions, between = self.view.positions, self.source.indexes_between(start, end)
        hidden = [index for index in between if not positions.is_shown(index)]
        if hidden and len(hidden) == len(between):
            folds = {positions.lines[positions.block_of(index)].passage for index in hidden}
            self.view.set_opened(self.view.opened | folds)
        self.view.select(start, start, is_still=True)
        self.view.reveal(start, end)

    def set_hovered(self, excerpt_id: str) -> None:
        """Light up an excerpt that is hovered elsewhere; empty for none."""
        self._glow.set_hovered(excerpt_id)

    def _put_caret_on(self, excerpt_id: str) -> None:
        excerpt = self._bridge.desk.note.excerpt(excerpt_id)
        self.view.setFocus()
        self.view.select(excerpt.start, excerpt.start, is_still=True)
        self.at_caret.take_in_hand(excerpt_id)

    def _description(self, excerpt: Excerpt) -> str:
        """What is known of an excerpt, in one line."""
        title = self._filing.title(excerpt.section)
        return tr("{words}: {names}", words=title, names=excerpt.comment) if excerpt.comment else title

    def _tell_caret(self) -> None:
        self.margin.follow_caret()
        self.view.set_offer(None)
        self.caret_moved.emit(self.view.caret)
        if is_heard():
            self._announce_excerpts()

    def _announce_excerpts(self) -> None:
        """Tell a screen reader of the excerpts that the caret has come to stand in."""
        found = self.at_caret.excerpts()
        entered = [e for e in found if e.id not in self._told]
        self._told = [e.id for e in found]
        if entered:
            words = "; ".join(map(self._description, entered))
            announce(self.view, tr("Excerpt in {section}", section=words))

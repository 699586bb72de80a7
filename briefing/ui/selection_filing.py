"""Filing what is selected: by number, by name, by the bar at the selection, again, or every selection until Esc."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from briefing.domain.note import Note
from briefing.domain.wording import mended, sentence_at, whole_characters
from briefing.ui.announce import announce
from briefing.ui.article_filing import UNSORTED, Filing
from briefing.ui.article_view import ArticleView
from briefing.ui.chooser import Chooser
from briefing.ui.filing_bar import FilingBar
from briefing.ui.words import tr

_PAUSE = 350  # milliseconds after which a selection made with keys is taken for done


class SelectionFiling(QObject):
    """Turns the selection of an article into excerpts."""

    notice = Signal(str)
    excerpt_wanted = Signal(str)  # id of an excerpt to go to
    sticky_changed = Signal()
    filed = Signal(str)  # id of an excerpt that was just filed, at whose end the caret stands

    def __init__(self, view: ArticleView, filing: Filing) -> None:
        super().__init__(view)
        self._view = view
        self._filing = filing
        self._sticky: str | None = None
        self._bar = FilingBar(view)
        self._bar.chosen.connect(self._file_from_bar)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._settle)
        view.selection_settled.connect(self._settle)
        view.selectionChanged.connect(self._follow_selection)
        view.verticalScrollBar().valueChanged.connect(self._bar.hide)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.laid_out.connect(self._bar.hide)

    # What is selected

    def selected_range(self, *, is_exact: bool = False) -> tuple[int, int] | None:
        """The code points selected, with stray spaces and half words at the ends mended; None if nothing is."""
        selected = self._view.selected()
        if selected is None:
            return None
        source = self._view.source
        start, end = self._without_folded_start(*selected)
        if is_exact:
            start, end = whole_characters(source.text, start, end)
        else:
            start, end = mended(source, start, end)
        return (start, end) if start < end else None

    def _without_folded_start(self, start: int, end: int) -> tuple[int, int]:
        """A selection that begins on a quiet line begins after what is folded there."""
        positions, source = self._view.positions, self._view.source
        for index in range(source.index_at(start), len(source.passages)):
            if positions.is_shown(index) or source.passages[index].start >= end:
                break
            start = max(start, source.passages[index].end)
        return start, max(start, end)

    def select_sentence(self) -> None:
        """Select the sentence at the caret."""
        start, end = sentence_at(self._view.source, self._view.caret)
        self._view.select(start, end, is_still=True)

    # Filing

    def file_in(self, number: int, *, is_exact: bool = False) -> None:
        """File the selection under the section with a key number; without one go to that section's next excerpt."""
        section = self._filing.section(number)
        if section is None:
            self.notice.emit(tr("The note has no section {number}.", number=number))
        elif self.selected_range() is None:
            self.go_to_next(section.key)
        else:
            self.file_under(section.key, is_exact=is_exact)

    def file_unsorted(self) -> None:
        """Keep the selection without a section; without a selection go to the next unsorted excerpt."""
        if self.selected_range() is None:
            self.go_to_next(None)
        else:
            self.file_under(None)

    def repeat(self) -> None:
        """File the selection under the section that was filed under last, from whichever article."""
        excerpts = self._filing.note.excerpts
        last = next((excerpt.section for excerpt in reversed(excerpts) if excerpt.section is not None), None)
        if last is None:
            self.notice.emit(tr("Nothing has been filed yet: press a section's number first."))
        else:
            self.file_under(last)

    def file_by_name(self) -> None:
        """Choose the section by typing a few letters of it."""
        if self.selected_range() is None:
            self.notice.emit(tr("Select a passage first."))
            return
        chooser = Chooser(self._filing.choices(), tr("File under"), self._view)
        chooser.taken.connect(lambda key: self.file_under(None if key == UNSORTED else key))
        chooser.show_over(self._view)

    def file_under(self, key: str | None, *, is_exact: bool = False) -> None:
        """File the selection under a section (None: unsorted); the caret comes to stand at its end."""
        chosen = self.selected_range(is_exact=is_exact)
        if chosen is None:
            self.notice.emit(tr("Select a passage first."))
            return
        title = self._filing.title(key)
        self._view.select(chosen[1], chosen[1], is_still=True)  # first, so that nothing is told of entering the excerpt
        if self._is_filed(*chosen, key):
            self.notice.emit(tr("This passage is already filed in {section}.", section=title))
        else:
            self.filed.emit(self._filing.file(*chosen, key).id)
            announce(self._view, tr("Filed in {section}.", section=title))

    def follow(self, before: Note, after: Note) -> None:
        """Leave a selection that has been filed from elsewhere, as by a drop; the caret comes to stand at its end."""
        chosen = self.selected_range()
        if chosen is None or after.last_excerpt != before.last_excerpt + 1:
            return
        made = after.excerpts[-1]
        if made.source == self._view.source.id and (made.start, made.end) == chosen:
            self._view.select(made.end, made.end, is_still=True)

    def _is_filed(self, start: int, end: int, key: str | None) -> bool:
        """Whether just this passage is already filed under just this section."""
        near = self._view.highlights.between(start, end)
        return any((e.start, e.end, e.section) == (start, end, key) for e in near)

    def go_to_next(self, key: str | None) -> None:
        """Go to the next excerpt of a section after the caret, round the end to the first."""
        found = self._view.highlights.of_section(key)
        if not found:
            self.notice.emit(tr("Nothing is filed in {section} yet.", section=self._filing.title(key)))
            return
        after = next((e for e in found if e.start > self._view.caret), found[0])
        self.excerpt_wanted.emit(after.id)

    # Every selection

    @property
    def sticky(self) -> str | None:
        """Key of the section that every selection is filed under, None if none is."""
        is_there = any(section.key == self._sticky for section in self._filing.note.sections)
        return self._sticky if is_there else None

    def choose_sticky(self) -> None:
        """Choose a section that every selection is filed under until Esc."""
        choices = [choice for choice in self._filing.choices() if choice.id != UNSORTED]
        chooser = Chooser(choices, tr("File every selection under"), self._view)
        chooser.taken.connect(self.set_sticky)
        chooser.show_over(self._view)

    def set_sticky(self, key: str | None) -> None:
        """File every selection under a section from now on, or (None) no longer."""
        self._sticky = key
        self._bar.hide()
        if key is not None:
            announce(self._view, tr("Every selection is filed in {section}.", section=self._filing.title(key)))
        self.sticky_changed.emit()

    def escape(self) -> None:
        """End what lasts: the bar, then filing every selection, then the selection."""
        if self._bar.isVisible():
            self._bar.hide()
        elif self._sticky is not None:
            self.set_sticky(None)
        else:
            caret = self._view.caret
            self._view.select(caret, caret, is_still=True)

    # The bar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bar is there only while the selection is at rest and the focus is on it."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.leave()
        elif event.type() == QEvent.Type.FocusIn and watched is self._view:
            self._follow_selection()
        return super().eventFilter(watched, event)

    def _follow_selection(self) -> None:
        if self._view.textCursor().hasSelection():
            self._pause.start()
        else:
            self._pause.stop()
            self._bar.hide()

    def leave(self) -> None:
        """Put the bar away: the selection is changing, or what is filed has changed, most likely by it."""
        self._pause.stop()
        self._bar.hide()

    def _settle(self) -> None:
        """A selection is done: file it if every selection is filed, else offer the sections."""
        is_pressed = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        if is_pressed or not self._view.hasFocus() or self.selected_range() is None:
            return
        if self.sticky is None:
            self._show_bar()
        elif not QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.file_under(self.sticky)

    def _show_bar(self) -> None:
        cursor = self._view.textCursor()
        here = self._view.cursorRect(cursor)
        cursor.setPosition(cursor.anchor())
        there = self._view.cursorRect(cursor)
        room = self._view.viewport().geometry()
        selection = QRect(here.left(), min(here.top(), there.top()), 1, 1)
        selection.setBottom(max(here.bottom(), there.bottom()))
        if selection.bottom() < 0 or selection.top() > room.height():
            return
        self._bar.show_sections(self._filing.choices(), self._view.theme)
        self._bar.show_at(selection.translated(room.topLeft()), room)

    def _file_from_bar(self, key: str) -> None:
        is_exact = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        self.file_under(None if key == UNSORTED else key, is_exact=is_exact)

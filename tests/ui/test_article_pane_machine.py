"""An analyst who does anything in any order, in texts that are hard to count in."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from briefing.domain.note import Excerpt, Note
from briefing.domain.source import Kind
from tests.articles import article, note_on
from tests.reader import PANES, Reader

_KEY = Qt.Key
_LATIN = ["word", "cafe\u0301", "😀", "👍🏽", "20\u00a0000", "“quote.”", "U.S.", "a\nb", "\u200b", "…"]
_HARD = [*_LATIN, "日本の", "شكرا", "שלום"]
_WORDS = st.sampled_from(_HARD)
_PASSAGES = st.lists(
    st.tuples(st.sampled_from(["", "", "# ", "~ ", "- ", "> "]), st.lists(_WORDS, min_size=1, max_size=12)),
    min_size=1,
    max_size=7,
)
_PLACES = st.integers(0, 400)
_MODIFIERS = st.sampled_from(
    [
        (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier),
    ]
)


class Analyst(RuleBasedStateMachine):
    """Keys in any order; the pane, the note and the text must agree after each."""

    @initialize(passages=_PASSAGES)
    def open(self, passages: list[tuple[str, list[str]]]) -> None:
        self.reader = Reader(note_on(article(*(mark + " ".join(words) for mark, words in passages))))
        self.first: Note = self.reader.desk.note

    def _place(self, at: int) -> int:
        return at % (len(self.reader.text) + 1)

    @rule(one=_PLACES, other=_PLACES)
    def select(self, one: int, other: int) -> None:
        self.reader.view.select(self._place(one), self._place(other))

    @rule(digit=st.integers(0, 7), is_exact=st.booleans())
    def press_a_digit(self, digit: int, is_exact: bool) -> None:  # noqa: FBT001 - drawn by name
        before = len(self.reader.quotes)
        chosen = self.reader.pane.selected_range(is_exact=is_exact and digit > 0)
        held = Qt.KeyboardModifier.ControlModifier if is_exact and digit > 0 else Qt.KeyboardModifier.NoModifier
        self.reader.press(Qt.Key(_KEY.Key_0 + digit), held)
        if chosen and len(self.reader.quotes) > before:
            assert self.reader.quotes[-1][0] == self.reader.text[slice(*chosen)]
            assert self.reader.view.selected() is None

    @rule(key=st.sampled_from([_KEY.Key_Q, _KEY.Key_X, _KEY.Key_J, _KEY.Key_H, _KEY.Key_D, _KEY.Key_Escape]))
    def press_a_letter(self, key: Qt.Key) -> None:
        self.reader.press(key)

    @rule(key=st.sampled_from([_KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down]), held=_MODIFIERS)
    def shift_a_bound(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        self.reader.press(key, held)

    @rule(key=st.sampled_from([_KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down, _KEY.Key_End]))
    def move_the_caret(self, key: Qt.Key) -> None:
        self.reader.press(key)

    @precondition(lambda self: self.reader.desk.note.excerpts)
    @rule(which=_PLACES, section=st.sampled_from(["agenda", "energy", None]))
    def move_an_excerpt(self, which: int, section: str | None) -> None:
        excerpts = self.reader.desk.note.excerpts
        self.reader.filing.move(excerpts[which % len(excerpts)], section)

    @precondition(lambda self: self.reader.desk.note.excerpts)
    @rule(which=_PLACES)
    def show_and_remove_an_excerpt(self, which: int) -> None:
        excerpts = self.reader.desk.note.excerpts
        excerpt = excerpts[which % len(excerpts)]
        self.reader.pane.show_excerpt(excerpt.id)
        assert self.reader.view.caret == excerpt.start or not self.reader.is_shown(excerpt.start)
        self.reader.pane.at_caret.remove_this(excerpt)

    @rule(kind=st.sampled_from([Kind.NOISE, Kind.HEADING, Kind.PARAGRAPH]))
    def mark_a_passage(self, kind: Kind) -> None:
        self.reader.pane.mark_passage(kind)

    @rule()
    def fold_or_unfold(self) -> None:
        cursor, view = self.reader.view.textCursor(), self.reader.view
        ends = [view.positions.text_position(at) for at in (cursor.anchor(), cursor.position())]
        source = self.reader.pane.source
        self.reader.pane.toggle_noise()
        if all(source.passages[source.index_at(at)].kind is not Kind.NOISE for at in ends):
            cursor = view.textCursor()
            assert [view.positions.text_position(at) for at in (cursor.anchor(), cursor.position())] == ends

    @rule(back=st.integers(1, 3))
    def undo_and_redo_some(self, back: int) -> None:
        after = self.reader.desk.note
        undone = 0
        for _ in range(back):
            undone += bool(self.reader.desk.undo_label)
            self.reader.desk.undo()
        self.agree()
        for _ in range(undone):
            self.reader.desk.redo()
        assert self.reader.desk.note == after

    @rule()
    def undo(self) -> None:
        self.reader.desk.undo()

    @invariant()
    def agree(self) -> None:
        """What is shown is what the note says, and what the note says stands in the text."""
        if not hasattr(self, "reader"):
            return
        note, view = self.reader.desk.note, self.reader.view
        assert {e.id for e in view.highlights.between(0, len(self.reader.text))} == {e.id for e in note.excerpts}
        assert all(e.quote == self.reader.text[e.start : e.end] for e in note.excerpts)
        assert view.document().characterCount() - 1 == view.positions.length
        assert len(view.toPlainText().split("\n")) == len(view.positions.lines)
        for excerpt in note.excerpts:
            self._is_shown_where_it_stands(excerpt)

    def _is_shown_where_it_stands(self, excerpt: Excerpt) -> None:
        """The words between the document positions of an excerpt are its words, where one passage shows them all."""
        view = self.reader.view
        passages = view.source.indexes_between(excerpt.start, excerpt.end)
        if len(passages) == 1 and view.positions.is_shown(passages[0]):
            cursor = view.textCursor()
            cursor.setPosition(view.positions.document_position(excerpt.start))
            cursor.setPosition(view.positions.document_position(excerpt.end), QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == excerpt.quote.replace("\n", " ")

    def teardown(self) -> None:
        """Everything can be taken back."""
        if not hasattr(self, "reader"):
            return
        self.reader.pane.grab()
        while self.reader.desk.undo_label:
            self.reader.desk.undo()
        assert self.reader.desk.note == self.first
        PANES.remove(self.reader.pane)
        self.reader.pane.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_pane_note_and_text_agree_whatever_is_done() -> None:
    run_state_machine_as_test(Analyst, settings=settings(max_examples=25, stateful_step_count=25))

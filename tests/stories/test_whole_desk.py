"""An analyst at the whole desk who files, changes bounds, moves, writes, undoes and reloads in any order.

The articles are hard to count in: pictures of several code points, combining marks, both directions, fixed spaces.
"""

import tempfile
from pathlib import Path

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
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from briefing.app.desk import Desk
from briefing.domain.edits import file_excerpt, quote_block
from briefing.domain.note import Citation, Note, Style
from briefing.domain.source import Kind
from briefing.io import store
from briefing.ui.article_pane import ArticlePane
from briefing.ui.bridge import Bridge
from briefing.ui.dock import EXCERPTS
from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_text import read, units_of
from briefing.ui.workspace import Workspace
from tests.articles import article, note_on
from tests.waiting import until

_KEY = Qt.Key
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_FAMILY, _FLAG = "\U0001f469\u200d\U0001f467", "\U0001f1ef\U0001f1f5"
_HARD = [
    "word",
    "cafe\u0301",
    _FAMILY,
    "👍🏽",
    _FLAG,
    "20\u00a0000",
    "“quote.”",
    "U.S.",
    "a\nb",
    "\u200b",
    "日本の",
    "شكرا",
    "שלום",
]
_PASSAGES = st.lists(
    st.tuples(st.sampled_from(["", "", "# ", "~ ", "> "]), st.lists(st.sampled_from(_HARD), min_size=1, max_size=9)),
    min_size=1,
    max_size=4,
)
_PLACES, _LENGTHS = st.integers(0, 300), st.integers(1, 30)
_KEYS_OF_SECTIONS = ("agenda", "energy", "risks")
_SECTIONS = st.sampled_from(_KEYS_OF_SECTIONS)
_TYPED = st.sampled_from(["a", " ", "- ", "> ", "## ", "words here"])
_WRITING_KEYS = st.sampled_from(
    [
        (_KEY.Key_Return, _NONE),
        (_KEY.Key_Backspace, _NONE),
        (_KEY.Key_Backspace, _CTRL),
        (_KEY.Key_Delete, _CTRL),
        (_KEY.Key_Left, _CTRL | _SHIFT),
        (_KEY.Key_Down, _SHIFT),
        (_KEY.Key_X, _CTRL),
        (_KEY.Key_V, _CTRL),
        (_KEY.Key_Up, _ALT | _SHIFT),
    ]
)
_BOUND_KEYS = st.tuples(
    st.sampled_from([_KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down]),
    st.sampled_from([_ALT | _SHIFT, _ALT | _CTRL]),
)


def _parts_no_character(text: str, start: int, end: int) -> bool:
    """Whether a passage begins and ends between what Qt takes for characters."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    finder.setPosition(units_of(text[:start]))
    is_begun = finder.isAtBoundary()
    finder.setPosition(units_of(text[:end]))
    return is_begun and finder.isAtBoundary()


class WholeDesk(RuleBasedStateMachine):
    """Articles, note and dock on one desk; what they show must agree with the note after every step."""

    @initialize(one=_PASSAGES, other=_PASSAGES)
    def open(self, one: list[tuple[str, list[str]]], other: list[tuple[str, list[str]]]) -> None:
        self.folder = tempfile.TemporaryDirectory()
        texts = [article(*(mark + " ".join(words) for mark, words in passages)) for passages in (one, other)]
        note = note_on(*texts, sections=tuple(key.title() for key in _KEYS_OF_SECTIONS))
        for source in note.sources:
            for index, passage in enumerate(source.passages):
                key = (*_KEYS_OF_SECTIONS, None)[index % 4]
                note = file_excerpt(note, source.id, passage.start, passage.end, key)
        self._show(note)

    def _show(self, note: Note) -> None:
        self.first, self.desk = note, Desk(note)
        self.bridge = Bridge(self.desk)
        self.workspace = Workspace(self.bridge)
        self.workspace.resize(1100, 700)
        self.workspace.show()
        self.workspace.activateWindow()
        until(self.workspace.isActiveWindow)

    @property
    def note(self) -> Note:
        return self.desk.note

    @property
    def article(self) -> ArticlePane:
        pane = self.workspace.article
        assert pane is not None
        return pane

    def editor(self, key: str) -> SectionEditor:
        editor = self.workspace.note_pane.editor(key)
        editor.setFocus()
        return editor

    # In the article

    @rule()
    def turn_to_the_other_article(self) -> None:
        self.workspace.next_article()

    def _select(self, place: int, length: int) -> None:
        end = len(self.article.source.text)
        start = place % end
        self.article.view.setFocus()
        self.article.view.select(start, min(end, start + length))

    @rule(place=_PLACES, length=_LENGTHS, digit=st.integers(0, 3), held=st.sampled_from([_NONE, _NONE, _CTRL]))
    def file(self, place: int, length: int, digit: int, held: Qt.KeyboardModifier) -> None:
        view = self.article.view
        self._select(place, length)
        chosen, before = self.article.selected_range(is_exact=bool(digit) and held == _CTRL), len(self.note.excerpts)
        QTest.keyClick(view, Qt.Key(_KEY.Key_0 + digit), held if digit else _NONE)
        if chosen and len(self.note.excerpts) > before:
            made = self.note.excerpts[-1]
            assert (made.start, made.end) == chosen
            assert _parts_no_character(self.article.source.text, *chosen)
            assert (view.selected(), view.caret) == (None, made.end) or not view.positions.is_shown(
                self.article.source.index_at(made.end)
            )

    @precondition(lambda self: self.note.excerpts)
    @rule(which=_PLACES, key=_BOUND_KEYS, times=st.integers(1, 3))
    def shift_a_bound(self, which: int, key: tuple[Qt.Key, Qt.KeyboardModifier], times: int) -> None:
        chosen = self.note.excerpts[which % len(self.note.excerpts)]
        self.workspace.ways.to_article(chosen.id)
        for _ in range(times):
            before = self.note
            QTest.keyClick(self.article.view, *key)
            self._quotes_follow(before)
            others = [e for e in before.excerpts if e.id != chosen.id]
            assert [e for e in self.note.excerpts if e.id != chosen.id] == others

    def _quotes_follow(self, before: Note) -> None:
        """Quote blocks that carried the words of an excerpt carry its new ones; all else that is written stays."""
        follow = {
            quote_block(before.source(e.source), e): quote_block(self.note.source(e.source), self.note.excerpt(e.id))
            for e in before.excerpts
        }
        for old, new in zip(before.sections, self.note.sections, strict=True):
            assert new.blocks == tuple(follow.get(block, block) for block in old.blocks)

    @rule(place=_PLACES, key=st.sampled_from([_KEY.Key_X, _KEY.Key_J, _KEY.Key_Q, _KEY.Key_H, _KEY.Key_D]))
    def press_a_letter(self, place: int, key: Qt.Key) -> None:
        view = self.article.view
        at = place % (len(self.article.source.text) + 1)
        view.select(at, at)
        QTest.keyClick(view, key)

    @rule(kind=st.sampled_from([Kind.NOISE, Kind.HEADING, Kind.PARAGRAPH]))
    def mark_a_passage(self, kind: Kind) -> None:
        self.article.mark_passage(kind)

    @rule(place=_PLACES, length=_LENGTHS, key=_SECTIONS)
    def paste_a_passage(self, place: int, length: int, key: str) -> None:
        self._select(place, length)
        if self.article.selected_range() is not None:
            self.article.view.copy()
            before = self.note
            self.editor(key).paste()
            self._is_one_step(before)

    @rule(place=_PLACES, length=_LENGTHS, key=_SECTIONS, height=st.integers(0, 200))
    def drop_a_passage(self, place: int, length: int, key: str, height: int) -> None:
        self._select(place, length)
        if self.article.selected_range() is not None:
            before = self.note
            self._drop(self.article.view.createMimeDataFromSelection(), self.editor(key), height)
            self._is_one_step(before)

    def _is_one_step(self, before: Note) -> None:
        after = self.note
        assert after != before
        self.desk.undo()
        assert self.note == before
        self.desk.redo()
        assert self.note == after

    def _drop(self, data: QMimeData, editor: SectionEditor, height: int) -> None:
        at = QPoint(60, height % max(1, editor.viewport().height()))
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        QApplication.sendEvent(editor.viewport(), QDragEnterEvent(at, copy, data, left, _NONE))
        QApplication.sendEvent(editor.viewport(), QDropEvent(QPointF(at), copy, data, left, _NONE))

    # In the table

    @precondition(lambda self: self.note.excerpts)
    @rule(row=_PLACES, key=st.sampled_from([_KEY.Key_Delete, _KEY.Key_0, _KEY.Key_1, _KEY.Key_2]))
    def act_in_the_table(self, row: int, key: Qt.Key) -> None:
        self.workspace.dock.open(EXCERPTS)
        table = self.workspace.findChild(QTableView, "excerpts_view")
        assert table is not None
        assert table.model().rowCount() == len(self.note.excerpts)
        flags = QItemSelectionModel.SelectionFlag  # given by name: Qt remembers the modifiers of the last key
        chosen = table.model().index(row % len(self.note.excerpts), 0)
        table.selectionModel().setCurrentIndex(chosen, flags.ClearAndSelect | flags.Rows)
        before = self.note
        QTest.keyClick(table, key)
        gone = [e for e in before.excerpts if not self.note.has_excerpt(e.id)]
        assert len(gone) == (key == _KEY.Key_Delete)
        for quote in (quote_block(before.source(e.source), e) for e in gone):
            kept = [tuple(block for block in s.blocks if block != quote) for s in before.sections]
            assert [len(blocks) for blocks in kept] == [len(s.blocks) for s in self.note.sections]
        assert table.model().rowCount() == len(self.note.excerpts)

    # In the note

    @rule(key=_SECTIONS, place=_PLACES, text=_TYPED)
    def type(self, key: str, place: int, text: str) -> None:
        editor = self.editor(key)
        self._put_caret(editor, place)
        QTest.keyClicks(editor, text)

    @rule(key=_SECTIONS, text=st.sampled_from(_HARD))
    def compose(self, key: str, text: str) -> None:
        self._commit(self.editor(key), text)

    def _commit(self, editor: SectionEditor, text: str) -> None:
        QApplication.sendEvent(editor, QInputMethodEvent(text[:1], []))
        commit = QInputMethodEvent("", [])
        commit.setCommitString(text)
        QApplication.sendEvent(editor, commit)

    @rule(key=_SECTIONS, which=_PLACES, text=st.sampled_from(["Own.", " ", "日本", "a"]))
    def write_behind_a_quotation(self, key: str, which: int, text: str) -> None:
        before, editor = self.note.section(key).blocks, self.editor(key)
        quotes = [
            n for n, b in enumerate(before) if b.style is Style.QUOTE and b.runs and isinstance(b.runs[-1], Citation)
        ]
        if not quotes:
            return
        number = quotes[which % len(quotes)]
        editor.put_caret_behind(number)
        QTest.keyClicks(editor, text) if text.isascii() else self._commit(editor, text)
        after = self.note.section(key).blocks
        assert after[: number + 1] == before[: number + 1]
        assert after[number + 2 :] == before[number + 1 :]

    @rule(key=_SECTIONS, place=_PLACES, pressed=_WRITING_KEYS)
    def press_in_a_section(self, key: str, place: int, pressed: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        editor = self.editor(key)
        self._put_caret(editor, place)
        QTest.keyClick(editor, *pressed)

    def _put_caret(self, editor: SectionEditor, place: int) -> None:
        at = place % editor.document().characterCount()
        at -= "\udc00" <= editor.document().characterAt(at) <= "\udfff"
        editor.select(at, at)

    # At the desk

    @rule(back=st.integers(1, 4))
    def undo_and_redo_some(self, back: int) -> None:
        after, undone = self.note, 0
        for _ in range(back):
            undone += bool(self.desk.undo_label)
            self.desk.undo()
        self.agree()
        for _ in range(undone):
            self.desk.redo()
        assert self.note == after

    @rule()
    def undo(self) -> None:
        self.desk.undo()

    @rule()
    def save_and_reload(self) -> None:
        path = Path(self.folder.name) / "note.brief"
        note = self.note
        path.unlink(missing_ok=True)
        store.save(note, path)
        self._leave()
        loaded = store.load(path)
        assert (loaded.note, loaded.damage) == (note, ())
        self._show(loaded.note)

    @invariant()
    def agree(self) -> None:
        """What is shown is what the note says, and what the note says stands in its articles."""
        if not hasattr(self, "workspace"):
            return
        for excerpt in self.note.excerpts:
            assert excerpt.quote == self.note.source(excerpt.source).text[excerpt.start : excerpt.end]
        for pane in self.workspace.panes():
            shown = {e.id for e in pane.view.highlights.between(0, len(pane.source.text))}
            assert shown == {e.id for e in self.note.excerpts if e.source == pane.source_id}
        known = {e.id for e in self.note.excerpts}
        for section in self.note.sections:
            editor = self.workspace.note_pane.editor(section.key)
            assert read(editor.document()) == list(editor.body.shown)
            assert editor.body.blocks == section.blocks or not (editor.body.blocks or section.has_content)
            assert known.issuperset(cited for block in section.blocks for cited in block.citations)

    def _leave(self) -> None:
        """Everything can be taken back; then the window is closed."""
        self.workspace.grab()
        while self.desk.undo_label:
            self.desk.undo()
        self.agree()
        assert self.note == self.first
        self.workspace.close()
        self.workspace.deleteLater()

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self._leave()
            self.folder.cleanup()
        QGuiApplication.clipboard().clear()


@pytest.mark.usefixtures("window")
def test_the_whole_desk_agrees_whatever_is_done() -> None:
    run_state_machine_as_test(WholeDesk, settings=settings(max_examples=12, stateful_step_count=25))

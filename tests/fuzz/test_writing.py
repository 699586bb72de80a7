"""Whatever is typed, pasted, turned, filed and undone: the editors show what the desk has, and undo leads back."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.domain.edits import move_block, move_excerpt, remove_excerpt
from briefing.domain.note import Style
from briefing.ui.section_text import read
from tests.ui.notes import Pane, bare_note, filed

pytestmark = pytest.mark.usefixtures("qapp")

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = st.sampled_from(
    [
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, SHIFT),
        (Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Backspace, CTRL),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Backtab, SHIFT),
        (Key.Key_B, CTRL),
        (Key.Key_I, CTRL),
        (Key.Key_A, CTRL),
        (Key.Key_X, CTRL),
        (Key.Key_V, CTRL),
        (Key.Key_V, CTRL | SHIFT),
        (Key.Key_Home, SHIFT),
        (Key.Key_Left, SHIFT),
        (Key.Key_Up, Qt.KeyboardModifier.NoModifier),
    ]
)
TYPED = st.sampled_from(["a", " ", "- ", "1. ", "> ", "## ", "words here", "\u00a0"])
COMPOSED = st.sampled_from(["日本", "é", "שלום", "👩‍💻", "e\u0301"])
SECTIONS = st.sampled_from(["agenda", "energy"])
HTML = "<p>one <b>two</b></p><ul><li>three<ul><li>four</ul></ul><p><a href='https://example.org'>five</a>"


def _is_inside_pair(document: QTextDocument, position: int) -> bool:
    """Whether a position is between the halves of one character, where no caret can be."""
    return "\udc00" <= document.characterAt(position) <= "\udfff"


class Writing(RuleBasedStateMachine):
    """Someone who does everything an analyst can do in two sections, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.start = filed(filed(bare_note(), 1, "agenda"), 2, "energy")
        self.shown = Pane(self.start)
        self.key = "agenda"

    @rule(key=SECTIONS)
    def go(self, key: str) -> None:
        self.key = key
        self.shown.editor(key)

    @rule(place=st.floats(0, 1), length=st.integers(-6, 6))
    def select(self, place: float, length: int) -> None:
        editor = self.shown.editor(self.key)
        end = editor.document().characterCount() - 1
        places = (round(place * end), max(0, min(end, round(place * end) + length)))
        editor.select(*(at - _is_inside_pair(editor.document(), at) for at in places))

    @rule(text=TYPED)
    def type(self, text: str) -> None:
        QTest.keyClicks(self.shown.editor(self.key), text)

    @rule(text=COMPOSED)
    def compose(self, text: str) -> None:
        editor = self.shown.editor(self.key)
        QApplication.sendEvent(editor, QInputMethodEvent(text[:1], []))
        commit = QInputMethodEvent("", [])
        commit.setCommitString(text)
        QApplication.sendEvent(editor, commit)

    @rule(key=KEYS)
    def press(self, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        QTest.keyClick(self.shown.editor(self.key), *key)

    @rule(style=st.sampled_from(Style))
    def turn(self, style: Style) -> None:
        self.shown.editor(self.key).turn_into(style)

    @rule()
    def copy_from_elsewhere(self) -> None:
        data = QMimeData()
        data.setHtml(HTML)
        QGuiApplication.clipboard().setMimeData(data)

    @rule()
    def copy(self) -> None:
        self.shown.editor(self.key).copy()

    @rule(address=st.sampled_from(["", "https://example.org/"]))
    def link(self, address: str) -> None:
        self.shown.editor(self.key).set_link(address)

    @rule()
    def cite(self) -> None:
        excerpts = self.shown.desk.note.excerpts
        if excerpts:
            self.shown.editor(self.key).insert_citation(excerpts[-1].id)

    @rule(number=st.integers(1, 3), key=SECTIONS)
    def file(self, number: int, key: str) -> None:
        self.shown.desk.do("File", lambda note: filed(note, number, key))

    @precondition(lambda self: self.shown.desk.note.excerpts)
    @rule(key=SECTIONS, is_removed=st.booleans())
    def unfile(self, key: str, is_removed: bool) -> None:  # noqa: FBT001 (Hypothesis passes it by name)
        first = self.shown.desk.note.excerpts[0].id
        edit = (lambda n: remove_excerpt(n, first)) if is_removed else (lambda n: move_excerpt(n, first, key))
        self.shown.desk.do("Unfile", edit)

    @precondition(lambda self: self.shown.blocks("agenda"))
    @rule(to=st.integers(0, 3))
    def move(self, to: int) -> None:
        to = min(to, len(self.shown.blocks("energy")))
        self.shown.desk.do("Move", lambda n: move_block(n, "agenda", 0, "energy", to))

    @rule(seconds=st.sampled_from([0.1, 2.0]))
    def wait(self, seconds: float) -> None:
        self.shown.now += seconds

    @rule()
    def undo(self) -> None:
        self.shown.desk.undo()

    @rule()
    def redo(self) -> None:
        self.shown.desk.redo()

    @invariant()
    def editors_show_what_the_desk_has(self) -> None:
        for section in self.shown.desk.note.sections:
            body = self.shown.pane.editor(section.key).body
            assert read(self.shown.pane.editor(section.key).document()) == list(body.shown)
            assert body.blocks == section.blocks or not (body.blocks or section.has_content)

    def teardown(self) -> None:
        while self.shown.desk.undo_label:
            self.shown.desk.undo()
        self.editors_show_what_the_desk_has()
        assert self.shown.desk.note == self.start
        QGuiApplication.clipboard().clear()


TestWriting = Writing.TestCase
TestWriting.settings = settings(max_examples=25, stateful_step_count=25)

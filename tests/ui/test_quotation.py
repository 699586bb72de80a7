"""A quotation keeps its words and its chip; what is written behind it is the analyst's own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.domain.findings import findings
from briefing.domain.note import Citation, Style, Words
from briefing.ui.section_editor import SectionEditor
from tests.ui.notes import PARAGRAPHS, Pane, at, bare_note, filed, typed, written

pytestmark = pytest.mark.usefixtures("qapp")

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
QUOTE = f"quote: {PARAGRAPHS[0]}"


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """What a test puts on the clipboard does not outlive it."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def shown() -> Pane:
    """A section with one quotation, and another with words."""
    return Pane(written(filed(bare_note(), 1, "energy"), "risks", "Gas is short."))


def behind(shown: Pane) -> SectionEditor:
    editor = shown.editor("energy")
    editor.put_caret_behind(0)
    return editor


def committed(editor: SectionEditor, text: str) -> None:
    commit = QInputMethodEvent("", [])
    commit.setCommitString(text)
    QApplication.sendEvent(editor, commit)


def differing(shown: Pane) -> list[str]:
    return [f.check for f in findings(shown.desk.note) if f.section == "energy"]


@pytest.mark.parametrize("text", ["Gas is short.", " Gas is short.", "- Gas is short."])
def test_what_is_typed_behind_the_chip_is_a_paragraph_of_its_own(shown: Pane, text: str) -> None:
    before = shown.blocks("energy")
    typed(behind(shown), text)
    own = "bullet" if text.startswith("-") else "paragraph"
    assert shown.texts("energy") == [QUOTE, f"{own}: Gas is short."]
    assert differing(shown) == []
    assert shown.agrees()
    while shown.blocks("energy") != before:
        assert shown.desk.undo_label in ("Type in Energy", "Turn into bullet")
        shown.desk.undo()
    assert shown.agrees()


def test_one_letter_behind_the_chip_is_one_step(shown: Pane) -> None:
    before = shown.desk.note
    typed(behind(shown), "G")
    shown.desk.undo()
    assert shown.desk.note == before
    shown.desk.redo()
    assert shown.texts("energy") == [QUOTE, "paragraph: G"]
    assert shown.agrees()


def test_what_is_typed_behind_the_chip_is_as_bold_as_was_asked_for(shown: Pane) -> None:
    editor = behind(shown)
    QTest.keyClick(editor, Key.Key_B, CTRL)
    typed(editor, "Gas")
    assert shown.blocks("energy")[1].runs == (Words("Gas", bold=True),)


def test_what_is_composed_behind_the_chip_is_a_paragraph_of_its_own(shown: Pane) -> None:
    editor, before = behind(shown), shown.desk.note
    for preedit in ("に", "にほ"):
        QApplication.sendEvent(editor, QInputMethodEvent(preedit, []))
    assert shown.desk.note is before
    committed(editor, "日本")
    assert shown.texts("energy") == [QUOTE, "paragraph: 日本"]
    assert [p.layout().preeditAreaText() for p in map(editor.document().findBlockByNumber, (0, 1))] == ["", ""]
    shown.desk.undo()
    assert shown.desk.note == before
    assert shown.agrees()


def test_a_line_break_behind_the_chip_is_a_paragraph(shown: Pane) -> None:
    editor = behind(shown)
    QTest.keyClick(editor, Key.Key_Return, SHIFT)
    typed(editor, "Gas")
    assert shown.texts("energy") == [QUOTE, "paragraph: Gas"]


def test_words_pasted_behind_the_chip_are_a_paragraph_of_their_own_and_a_chip_stands_beside_it(shown: Pane) -> None:
    data = QMimeData()
    data.setText("Gas is short.")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(behind(shown), Key.Key_V, CTRL)
    assert shown.texts("energy") == [QUOTE, "paragraph: Gas is short."]
    assert shown.desk.undo_label == "Paste in Energy"
    shown.desk.undo()
    behind(shown).insert_citation("x1")
    assert shown.blocks("energy")[0].citations == ("x1", "x1")
    assert shown.agrees()


def test_words_moved_behind_the_chip_begin_without_a_space(shown: Pane) -> None:
    giver = shown.editor("risks")
    giver.select(4, 6)
    QTest.keyClick(giver, Key.Key_X, CTRL)
    QTest.keyClick(behind(shown), Key.Key_V, CTRL)
    assert shown.texts("energy") == [QUOTE, "paragraph: is"]


def test_words_between_chips_and_the_words_of_the_quotation_are_written_where_the_caret_is(shown: Pane) -> None:
    editor = shown.editor("energy")
    at(editor, 0, len(PARAGRAPHS[0]))
    typed(editor, "!")
    assert shown.blocks("energy")[0].runs == (Words(PARAGRAPHS[0] + "!"), Citation("x1"))
    assert differing(shown) == ["quote-differs"]


@pytest.mark.parametrize(("key", "offset"), [(Key.Key_Backspace, 1), (Key.Key_Delete, 0)])
def test_the_chip_of_a_quotation_is_selected_before_it_is_taken_away(shown: Pane, key: Qt.Key, offset: int) -> None:
    editor, before = shown.editor("energy"), shown.blocks("energy")
    at(editor, 0, len(PARAGRAPHS[0]) + offset)
    QTest.keyClick(editor, key)
    assert shown.blocks("energy") == before
    assert editor.textCursor().selectedText() == "\ufffc"
    QTest.keyClick(editor, key)
    assert shown.blocks("energy")[0].citations == ()
    assert shown.blocks("energy")[0].style is Style.QUOTE


def test_own_words_with_a_chip_are_written_on_behind_it(shown: Pane) -> None:
    editor = shown.editor("risks")
    editor.go_to_edge(at_start=False)
    editor.insert_citation("x1")
    typed(editor, " Now.")
    assert shown.blocks("risks")[0].runs == (Words("Gas is short."), Citation("x1"), Words(" Now."))
    at(editor, 0, len("Gas is short.") + 1)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert shown.blocks("risks")[0].citations == ()


def test_a_click_on_either_half_of_a_chip_puts_the_caret_behind_it(shown: Pane) -> None:
    editor = shown.editor("energy")
    place = len(PARAGRAPHS[0])
    cursor = editor.textCursor()
    cursor.setPosition(place)
    left = editor.cursorRect(cursor)
    QTest.mouseClick(
        editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, left.center() + QPoint(9, 0)
    )
    assert editor.textCursor().position() == place + 1

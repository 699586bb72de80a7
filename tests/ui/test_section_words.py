"""Words beside a citation chip: no key and no click of a word takes the chip along."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.domain.note import Citation, Style, Words, block
from briefing.ui.section_editor import SectionEditor
from tests.ui.notes import Pane, at, bare_note, filed, written

pytestmark = pytest.mark.usefixtures("qapp")

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def _cited() -> Pane:
    """See gas, a chip, there, and two lines more."""
    cited = block(Style.PARAGRAPH, [Words("See gas"), Citation("x1"), Words(" there.")])
    return Pane(written(filed(bare_note(), 1, "agenda"), "energy", cited, "A second line.", "A third."))


def _middle(editor: SectionEditor, number: int, offset: int) -> QPoint:
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(number).position() + offset)
    left = editor.cursorRect(cursor)
    cursor.setPosition(cursor.position() + 1)
    return QPoint((left.x() + editor.cursorRect(cursor).x()) // 2, left.center().y())


def test_deleting_the_word_before_a_chip_leaves_the_chip() -> None:
    shown = _cited()
    editor = shown.editor("energy")
    at(editor, 0, 4)
    QTest.keyClick(editor, Key.Key_Delete, CTRL)
    assert shown.blocks("energy")[0].runs == (Words("See "), Citation("x1"), Words(" there."))
    QTest.keyClick(editor, Key.Key_Delete, CTRL)
    assert shown.blocks("energy")[0].runs == (Words("See  there."),)


def test_deleting_back_from_behind_a_chip_takes_the_chip_and_then_the_word() -> None:
    shown = _cited()
    editor = shown.editor("energy")
    at(editor, 0, 8)
    QTest.keyClick(editor, Key.Key_Backspace, CTRL)
    assert shown.blocks("energy")[0].runs == (Words("See gas there."),)
    QTest.keyClick(editor, Key.Key_Backspace, CTRL)
    assert shown.blocks("energy")[0].runs == (Words("See  there."),)


def test_the_caret_stops_on_both_sides_of_a_chip_as_it_goes_by_words() -> None:
    editor = _cited().editor("energy")
    at(editor, 0, 4)
    stops = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Left):
        QTest.keyClick(editor, key, CTRL)
        stops.append(editor.textCursor().position())
    assert stops == [7, 8, 7, 4]
    QTest.keyClick(editor, Key.Key_Right, CTRL | SHIFT)
    assert editor.textCursor().selectedText() == "gas"


def test_a_double_click_selects_the_word_without_the_chip_beside_it() -> None:
    editor = _cited().editor("energy")
    QTest.mouseDClick(editor.viewport(), LEFT, pos=_middle(editor, 0, 5))
    assert editor.textCursor().selectedText() == "gas"


def test_words_typed_over_a_block_that_was_clicked_three_times_join_no_other_block() -> None:
    shown = _cited()
    editor = shown.editor("energy")
    place = _middle(editor, 1, 3)
    QTest.mouseClick(editor.viewport(), LEFT, pos=place, delay=QApplication.doubleClickInterval() + 1)
    QTest.mouseDClick(editor.viewport(), LEFT, pos=place)
    QTest.mouseClick(editor.viewport(), LEFT, pos=place)
    assert editor.textCursor().selectedText() == "A second line."
    QTest.keyClicks(editor, "New.")
    assert [b.text for b in shown.blocks("energy")] == ["See gas there.", "New.", "A third."]

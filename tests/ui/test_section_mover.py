"""Blocks are moved with the pointer and with the keyboard, and passages are dropped where they belong."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefing.domain.note import Citation
from briefing.ui.block_handle import BlockHandle
from briefing.ui.mime import DraggedBlocks, DraggedRange, blocks_data, excerpt_data, sign, write_range
from tests.ui.notes import Pane, bare_note, filed, written
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def drop(target: QWidget, data: QMimeData, at: QPoint, note: str = "n1") -> bool:
    sign(data, note)
    enter = QDragEnterEvent(at, COPY | MOVE, data, LEFT, PLAIN)
    QApplication.sendEvent(target, enter)
    event = QDropEvent(QPointF(at), COPY | MOVE, data, LEFT, PLAIN)
    QApplication.sendEvent(target, event)
    return enter.isAccepted() and event.isAccepted()


def passage() -> QMimeData:
    """The first paragraph of the article, on its way."""
    data = QMimeData()
    write_range(data, DraggedRange("S1", 0, 29), "words")
    return data


def below(shown: Pane, key: str, number: int) -> QPoint:
    """A point in the lower half of a block, right of its text."""
    editor = shown.pane.editor(key)
    rect = editor.rect_of_block(number)
    return editor.viewport().mapFrom(editor, QPoint(rect.right() - 4, rect.bottom() - 3))


def test_a_selection_of_the_article_is_filed_where_it_is_dropped() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas.", "Oil."))
    assert drop(shown.pane.editor("energy").viewport(), passage(), below(shown, "energy", 0))
    assert shown.texts("energy") == ["paragraph: Gas.", "quote: The ministers meet on Monday.", "paragraph: Oil."]
    assert shown.desk.undo_label == "File excerpt in Energy"
    assert shown.agrees()


def test_a_selection_dropped_on_the_head_of_a_card_is_filed_at_the_end() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas."))
    card = shown.pane.findChild(QWidget, "card-energy")
    assert card is not None
    assert drop(card, passage(), QPoint(100, 10))
    assert shown.texts("energy")[-1] == "quote: The ministers meet on Monday."


def test_a_card_is_framed_while_what_is_dragged_would_be_filed_at_its_end() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas."))
    card = shown.pane.findChild(QWidget, "card-energy")
    assert card is not None
    plain, data = card.grab().toImage(), passage()
    sign(data, "n1")
    QApplication.sendEvent(card, QDragEnterEvent(QPoint(100, 10), COPY | MOVE, data, LEFT, PLAIN))
    assert card.grab().toImage() != plain
    QApplication.sendEvent(card, QDragLeaveEvent())
    assert card.grab().toImage() == plain


def test_a_selection_of_another_note_is_words_and_no_passage_of_this_one() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas."))
    card, editor = shown.pane.findChild(QWidget, "card-energy"), shown.pane.editor("energy")
    assert card is not None
    assert not drop(card, passage(), QPoint(100, 10), note="n2")
    assert drop(editor.viewport(), passage(), editor.cursorRect().center(), note="n2")
    assert shown.texts("energy") == ["paragraph: Gas.words"]
    assert shown.desk.note.excerpts == ()


def test_an_excerpt_dropped_into_words_is_cited_there() -> None:
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", "Gas is short."))
    editor = shown.pane.editor("energy")
    cursor = editor.textCursor()
    cursor.setPosition(3)
    at = editor.cursorRect(cursor).center()
    assert drop(editor.viewport(), excerpt_data("x1", "words"), at)
    assert shown.blocks("energy")[0].runs[1] == Citation("x1")
    assert shown.blocks("energy")[0].text == "Gas is short."


def test_blocks_dropped_in_another_section_move_there() -> None:
    shown = Pane(written(written(bare_note(), "agenda", "a", "b", "c"), "energy", "x", "y"))
    data = blocks_data(DraggedBlocks("agenda", 0, 1), "a\nb")
    assert drop(shown.pane.editor("energy").viewport(), data, below(shown, "energy", 0))
    assert [b.text for b in shown.blocks("energy")] == ["x", "a", "b", "y"]
    assert [b.text for b in shown.blocks("agenda")] == ["c"]
    assert shown.desk.undo_label == "Move to Energy"
    shown.desk.undo()
    assert [b.text for b in shown.blocks("agenda")] == ["a", "b", "c"]
    assert shown.agrees()


def test_words_from_outside_are_pasted_where_they_are_dropped() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas."))
    data = QMimeData()
    data.setHtml("<b>Oil</b>")
    editor = shown.pane.editor("energy")
    editor.select(0, 0)
    assert drop(editor.viewport(), data, editor.cursorRect().center())
    assert [b.text for b in shown.blocks("energy")] == ["OilGas."]
    assert shown.desk.undo_label == "Drop in Energy"


def test_the_handle_stands_beside_the_block_under_the_pointer_and_selects_it() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas.", "Oil."))
    editor = shown.pane.editor("energy")
    handle = editor.findChild(BlockHandle)
    assert handle is not None
    assert not handle.isVisible()
    QTest.mouseMove(editor.viewport(), below(shown, "energy", 1))
    until(handle.isVisible)
    assert abs(handle.y() - editor.rect_of_block(1).top()) < 4
    QTest.mouseClick(handle, LEFT)
    assert editor.textCursor().selectedText() == "Oil."
    assert editor.hasFocus()


def test_alt_shift_and_an_arrow_move_blocks_and_go_on_into_the_next_section() -> None:
    shown = Pane(written(written(bare_note(), "agenda", "a", "b", "c"), "energy", "x"))
    editor = shown.editor("agenda")
    editor.select_blocks(0, 1)
    QTest.keyClick(editor, Qt.Key.Key_Down, ALT_SHIFT)
    assert [b.text for b in shown.blocks("agenda")] == ["c", "a", "b"]
    assert editor.textCursor().selectedText() == "a\u2029b"
    QTest.keyClick(editor, Qt.Key.Key_Down, ALT_SHIFT)
    assert [b.text for b in shown.blocks("energy")] == ["a", "b", "x"]
    energy = shown.pane.editor("energy")
    assert energy.hasFocus()
    assert energy.textCursor().selectedText() == "a\u2029b"
    QTest.keyClick(energy, Qt.Key.Key_Up, ALT_SHIFT)
    assert [b.text for b in shown.blocks("agenda")] == ["c", "a", "b"]
    QTest.keyClick(shown.pane.editor("agenda"), Qt.Key.Key_Up, ALT_SHIFT)
    assert [b.text for b in shown.blocks("agenda")] == ["a", "b", "c"]
    QTest.keyClick(shown.pane.editor("agenda"), Qt.Key.Key_Up, ALT_SHIFT)
    assert [b.text for b in shown.blocks("agenda")] == ["a", "b", "c"]
    assert shown.desk.undo_label == "Move block"
    assert shown.agrees()

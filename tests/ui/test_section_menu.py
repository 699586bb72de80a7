"""The menu of a section offers what can be done at the caret, and does it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from briefing.domain.note import Style, Words, block
from briefing.ui.section_menu import section_menu
from tests.ui.notes import Pane, bare_note, filed, written

pytestmark = pytest.mark.usefixtures("qapp")


def line(menu: QMenu, words: str) -> QAction:
    return next(a for a in menu.actions() if a.text().split("\t")[0] == words)


def lines(menu: QMenu) -> list[str]:
    return [a.text().split("\t")[0] for a in menu.actions()]


def test_a_quote_offers_its_passage_and_other_forms() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    editor = shown.editor("energy")
    menu = section_menu(editor, [])
    gone: list[str] = []
    shown.pane.excerpt_activated.connect(gone.append)
    line(menu, "Go to the passage").trigger()
    assert gone == ["x1"]
    assert not line(menu, "Turn into quote").isEnabled()
    line(menu, "Turn into bullet").trigger()
    assert shown.texts("energy") == ["bullet: The ministers meet on Monday."]


def test_a_link_can_be_taken_away_and_its_words_stay() -> None:
    linked = block(Style.PARAGRAPH, [Words("here", link="https://example.org"), Words(" it is")])
    shown = Pane(written(bare_note(), "energy", linked))
    editor = shown.editor("energy")
    editor.select(2, 2)
    line(section_menu(editor, []), "Remove link").trigger()
    assert shown.blocks("energy")[0].runs == (Words("here it is"),)
    assert "Remove link" not in lines(section_menu(editor, []))


def test_the_caret_goes_where_the_menu_was_asked_for_unless_that_is_selected() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short and oil is not."))
    editor = shown.editor("energy")
    editor.select(0, 0)
    cursor = editor.textCursor()
    cursor.setPosition(8)
    at = editor.viewport().mapTo(editor, editor.cursorRect(cursor).center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, editor.mapToGlobal(at))
    editor.contextMenuEvent(event)
    assert editor.textCursor().position() == 8
    editor.select(4, 12)
    editor.contextMenuEvent(event)
    assert editor.textCursor().selectedText() == "is short"
    for menu in editor.findChildren(QMenu):
        menu.close()
    QApplication.processEvents()


def test_the_menu_by_key_stands_at_the_caret() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas."))
    editor = shown.editor("energy")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    editor.contextMenuEvent(event)
    menu = editor.findChild(QMenu)
    assert menu is not None
    caret = editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
    assert menu.pos() == caret
    menu.close()

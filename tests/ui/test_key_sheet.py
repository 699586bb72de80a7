from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem

from briefing.ui.actions import ARTICLE, SECTION, bindings, choose_keys, table
from briefing.ui.key_sheet import ROW, KeySheet
from briefing.ui.window import Window


@pytest.fixture
def sheet(window: Window) -> Iterator[KeySheet]:
    window.show_keys()
    sheet = window.frame.findChild(KeySheet)
    assert sheet is not None
    yield sheet
    for row in table():
        choose_keys(row, None)
    sheet.close()


def items(sheet: KeySheet) -> dict[str, QTreeWidgetItem]:
    tree = sheet.findChild(QTreeWidget, "keys")
    assert tree is not None
    groups = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    rows = [group.child(n) for group in groups if group is not None for n in range(group.childCount())]
    return {item.data(0, ROW).id: item for item in rows if item is not None}


def press(sheet: KeySheet, action: str, key: str) -> None:
    tree, edit = sheet.findChild(QTreeWidget, "keys"), sheet.findChild(QKeySequenceEdit, "keys_edit")
    assert tree is not None
    assert edit is not None
    tree.setCurrentItem(items(sheet)[action])
    edit.setKeySequence(QKeySequence(key))
    sheet.take()


def test_every_action_stands_on_the_sheet_with_its_key(sheet: KeySheet) -> None:
    shown = {name: item.text(1) for name, item in items(sheet).items()}
    assert set(shown) == {row.id for row in table()}
    assert shown["save"] == "Ctrl+S"


def test_a_key_of_the_article_is_changed_and_given_back(sheet: KeySheet) -> None:
    press(sheet, "repeat", "R")
    assert bindings(ARTICLE)["R"].id == "repeat"
    assert "Q" not in bindings(ARTICLE)
    sheet.reset()
    assert bindings(ARTICLE)["Q"].id == "repeat"


def test_a_key_of_the_window_holds_at_once(sheet: KeySheet, window: Window) -> None:
    press(sheet, "save", "F2")
    assert window.frame.actions_by_id["save"].shortcut() == QKeySequence("F2")


def test_a_key_that_is_taken_says_by_what_and_changes_nothing(sheet: KeySheet) -> None:
    press(sheet, "bold", "Ctrl+S")
    told = sheet.findChild(QLabel, "keys_told")
    assert told is not None
    assert "Save" in told.text()
    assert bindings(SECTION)["Ctrl+B"].id == "bold"


def test_the_sheet_is_narrowed_by_what_is_typed(sheet: KeySheet) -> None:
    line = sheet.findChild(QLineEdit, "keys_filter")
    assert line is not None
    line.setText("unsorted")
    shown = [name for name, item in items(sheet).items() if not item.isHidden()]
    assert shown == ["unsorted"]
    assert items(sheet)["save"].flags() & Qt.ItemFlag.ItemIsEnabled

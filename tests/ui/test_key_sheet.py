from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem

from briefing.ui import settings
from briefing.ui.actions import ARTICLE, SECTION, bindings, choose_keys, table
from briefing.ui.key_sheet import ROW, KeySheet
from briefing.ui.window import Window
from tests.ui.parts import part


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
    lines = [line for group in groups if group is not None for line in under(group)]
    rows = [row for line in lines for row in (under(line) or [line])]
    return {item.data(0, ROW).id: item for item in rows}


def under(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item for item in map(head.child, range(head.childCount())) if item is not None]


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


def test_a_usual_key_that_another_action_has_by_now_is_not_given_back(sheet: KeySheet) -> None:
    press(sheet, "repeat", "R")
    press(sheet, "dim", "Q")
    press(sheet, "repeat", "R")
    sheet.reset()
    assert bindings(ARTICLE)["Q"].id == "dim"
    assert bindings(ARTICLE)["R"].id == "repeat"
    assert "Dim what is filed" in part(sheet, QLabel, "keys_told").text()


def test_all_keys_are_given_back_at_once(sheet: KeySheet, window: Window) -> None:
    press(sheet, "repeat", "R")
    press(sheet, "save", "F2")
    part(sheet, QPushButton, "keys_reset_all").click()
    assert bindings(ARTICLE)["Q"].id == "repeat"
    assert window.frame.actions_by_id["save"].shortcut() == QKeySequence("Ctrl+S")
    assert items(sheet)["save"].text(1) == "Ctrl+S"
    assert settings.chosen_keys() == {}


def test_giving_all_keys_back_is_taken_back_by_the_same_button(sheet: KeySheet) -> None:
    every = part(sheet, QPushButton, "keys_reset_all")
    assert not every.isEnabled()
    press(sheet, "repeat", "R")
    press(sheet, "join", "")
    every.click()
    assert every.text() == "Chosen keys again"
    every.click()
    assert settings.chosen_keys() == {"repeat": ("R",), "join": ()}
    assert items(sheet)["repeat"].text(1) == "R"
    every.click()
    press(sheet, "dim", "F9")
    assert every.text() == "All usual keys"


def test_both_keys_that_end_a_line_are_told_by_one_name(sheet: KeySheet) -> None:
    assert items(sheet)["to_note"].text(1) == "Enter"
    press(sheet, "save", "Ctrl+Alt+Return")
    assert items(sheet)["save"].text(1) == "Ctrl+Alt+Enter"


def test_keys_are_remembered_until_the_next_start_and_after_it(sheet: KeySheet) -> None:
    press(sheet, "settings", "Ctrl+,")
    press(sheet, "repeat", "R")
    press(sheet, "join", "")
    assert settings.chosen_keys() == {"settings": ("Ctrl+,",), "repeat": ("R",), "join": ()}


def test_the_start_page_shows_the_key_that_holds_now(sheet: KeySheet, window: Window) -> None:
    press(sheet, "open", "F2")
    shown = [hint.text() for hint in window.frame.start_page.findChildren(QLabel, "hint")]
    assert "F2" in shown
    assert "Ctrl+O" not in shown


def test_a_group_in_which_nothing_fits_is_not_shown(sheet: KeySheet) -> None:
    part(sheet, QLineEdit, "keys_filter").setText("unsorted")
    tree = part(sheet, QTreeWidget, "keys")
    shown = [row for row in map(tree.topLevelItem, range(tree.topLevelItemCount())) if row and not row.isHidden()]
    assert [row.text(0) for row in shown] == ["In the article"]


def test_what_there_is_once_for_each_section_stands_on_one_line_until_it_is_looked_for(sheet: KeySheet) -> None:
    fifth = items(sheet)["file_5"]
    head = fifth.parent()
    assert head is not None
    assert (head.text(0), head.text(1)) == ("File under section 1 … 9", "1 … 9")
    assert not head.isExpanded()
    line = part(sheet, QLineEdit, "keys_filter")
    line.setText("section 5")
    assert head.isExpanded()
    assert [item.text(0) for item in under(head) if not item.isHidden()] == ["File under section 5"]
    line.setText("bold")
    assert head.isHidden()
    line.clear()
    assert not head.isExpanded()


def test_a_line_for_all_sections_tells_the_keys_that_are_not_the_usual_ones(sheet: KeySheet) -> None:
    press(sheet, "file_9", "F9")
    head = items(sheet)["file_9"].parent()
    assert head is not None
    assert head.text(1) == "1, 2, 3, 4, 5, 6, 7, 8, F9"


def test_the_first_row_that_fits_what_is_typed_is_the_one_whose_key_is_changed(sheet: KeySheet) -> None:
    part(sheet, QLineEdit, "keys_filter").setText("dim")
    assert part(sheet, QTreeWidget, "keys").currentItem() is items(sheet)["dim"]
    edit = part(sheet, QKeySequenceEdit, "keys_edit")
    assert edit.isEnabled()
    edit.setKeySequence(QKeySequence("Y"))
    sheet.take()
    assert bindings(ARTICLE)["Y"].id == "dim"

"""A row can be marked without a key or a click."""

import pytest
from PySide6.QtCore import QItemSelectionModel

from briefing.ui.single_list import SingleList
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_row_that_is_only_selected_becomes_the_current_one_and_is_told_of_once() -> None:
    shown = SingleList()
    shown.addItems(["a", "b", "c"])
    shown.setCurrentRow(0)
    told: list[int] = []
    shown.currentRowChanged.connect(told.append)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    shown.selectionModel().select(shown.model().index(2, 0), flags)
    until(lambda: shown.currentRow() == 2)
    shown.setCurrentRow(1)
    assert told == [2, 1]

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from briefing.app.desk import Desk
from briefing.domain.edits import add_source, comment_excerpt, file_excerpt
from briefing.domain.note import Note, Section
from briefing.domain.source import Kind, Passage, Source
from briefing.ui.bridge import Bridge
from briefing.ui.excerpts_model import COMMENT, QUOTE, SECTION, UNSORTED
from briefing.ui.excerpts_table import ExcerptsTable

TEXT = "Gas flows.\n\nTanks roll.\n\nVotes count."
SOURCE = Source(
    TEXT,
    (Passage(Kind.PARAGRAPH, 0, 10), Passage(Kind.PARAGRAPH, 12, 23), Passage(Kind.PARAGRAPH, 25, 37)),
)


def filed() -> Note:
    note = Note("n", sections=(Section("defense", "Defense"), Section("energy", "Energy")))
    note = add_source(note, SOURCE)
    note = file_excerpt(note, "S1", 0, 10, "energy")
    note = file_excerpt(note, "S1", 12, 23, "defense")
    note = file_excerpt(note, "S1", 25, 37, None)
    return comment_excerpt(note, "x2", "Which tanks?")


@pytest.fixture
def desk() -> Desk:
    return Desk(filed())


@pytest.fixture
def table(qapp: object, desk: Desk) -> Iterator[ExcerptsTable]:
    assert qapp
    bridge = Bridge(desk)
    table = ExcerptsTable(bridge)
    table.resize(800, 300)
    table.show()
    yield table
    table.close()


def column(table: ExcerptsTable, which: int) -> list[str]:
    model = table.view.model()
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


def combo(table: ExcerptsTable, name: str) -> QComboBox:
    found = table.findChild(QComboBox, name)
    assert found is not None
    return found


def test_everything_filed_is_listed_as_it_stands_in_its_source(table: ExcerptsTable) -> None:
    assert column(table, QUOTE) == ["Gas flows.", "Tanks roll.", "Votes count."]
    assert column(table, SECTION) == ["2  Energy", "1  Defense", "Unsorted"]


def test_a_column_sorts_what_is_listed(table: ExcerptsTable) -> None:
    table.view.sortByColumn(SECTION, Qt.SortOrder.AscendingOrder)
    assert column(table, SECTION) == ["1  Defense", "2  Energy", "Unsorted"]
    table.view.sortByColumn(COMMENT, Qt.SortOrder.AscendingOrder)
    assert column(table, COMMENT)[0] == "Which tanks?"


def test_filters_of_section_and_words_work_together(table: ExcerptsTable) -> None:
    chosen = combo(table, "excerpts_section")
    chosen.setCurrentIndex(chosen.findData(UNSORTED))
    assert column(table, QUOTE) == ["Votes count."]
    words = table.findChild(QLineEdit, "excerpts_words")
    assert words is not None
    QTest.keyClicks(words, "gas")
    assert column(table, QUOTE) == []
    chosen.setCurrentIndex(0)
    assert column(table, QUOTE) == ["Gas flows."]


def test_words_of_a_comment_are_found_too(table: ExcerptsTable) -> None:
    words = table.findChild(QLineEdit, "excerpts_words")
    assert words is not None
    QTest.keyClicks(words, "which")
    assert column(table, QUOTE) == ["Tanks roll."]


def test_many_excerpts_move_as_one_step(table: ExcerptsTable, desk: Desk) -> None:
    before = desk.note
    table.view.selectAll()
    table.move_to(table.selected(), "defense")
    assert [e.section for e in desk.note.excerpts] == ["defense"] * 3
    assert len(table.selected()) == 3
    desk.undo()
    assert desk.note == before


def test_delete_removes_what_is_selected_and_the_table_follows(table: ExcerptsTable, desk: Desk) -> None:
    table.view.selectRow(1)
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert [e.id for e in desk.note.excerpts] == ["x1", "x3"]
    assert column(table, QUOTE) == ["Gas flows.", "Votes count."]


def test_enter_goes_to_the_passage(table: ExcerptsTable) -> None:
    gone: list[str] = []
    table.activated.connect(gone.append)
    table.view.selectRow(2)
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert gone == ["x3"]


def test_the_keys_of_the_article_act_on_what_is_selected(table: ExcerptsTable, desk: Desk) -> None:
    asked: list[object] = []
    table.comment_wanted.connect(asked.append)
    table.view.selectRow(1)
    QTest.keyClick(table.view, Qt.Key.Key_M)
    assert asked == [("x2",)]
    QTest.keyClick(table.view, Qt.Key.Key_2)
    assert desk.note.excerpt("x2").section == "energy"
    QTest.keyClick(table.view, Qt.Key.Key_0)
    assert desk.note.excerpt("x2").section is None
    QTest.keyClick(table.view, Qt.Key.Key_V)
    line = table.view.findChild(QLineEdit, "chooser_line")
    assert line is not None
    QTest.keyClicks(line, "def")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.note.excerpt("x2").section == "defense"


def test_what_is_removed_is_told_and_the_next_row_is_in_hand(table: ExcerptsTable, desk: Desk) -> None:
    told: list[str] = []
    table.removed.connect(told.append)
    table.view.selectRow(1)
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert told == ["1 excerpt removed."]
    assert table.selected() == ["x3"]
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert table.selected() == ["x1"]
    desk.undo()
    table.view.selectAll()
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert told[-1] == "2 excerpts removed."
    assert table.selected() == []


def test_the_table_stays_where_it_is_scrolled_when_an_excerpt_moves(table: ExcerptsTable, desk: Desk) -> None:
    note = desk.note
    for _ in range(60):
        note = file_excerpt(note, "S1", 0, 10, "energy")
    desk.do("File", lambda _: note)
    table.view.selectRow(50)
    table.view.scrollToBottom()
    bar = table.view.verticalScrollBar()
    at = bar.value()
    assert at > 0
    table.move_to(table.selected(), "defense")
    assert bar.value() == at

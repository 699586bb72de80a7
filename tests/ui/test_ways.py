"""From pane to pane and from place to place: by F6, by Enter in the search, and back by Alt and an arrow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QTreeWidget

from briefing.app.desk import Desk
from briefing.domain.edits import comment_excerpt, remove_excerpt
from briefing.domain.findings import Finding
from briefing.domain.search import search
from briefing.ui.dock import EXCERPTS, SEARCH
from briefing.ui.window import Window
from briefing.ui.workspace import Workspace
from tests.ui.notes import bare_note, filed, written
from tests.ui.parts import part
from tests.waiting import until

Key = Qt.Key


@pytest.fixture
def workspace(window: Window) -> Workspace:
    window.frame.show()
    window.frame.activateWindow()
    window.open_desk(Desk(written(filed(bare_note(), 1, "energy"), "risks", "Monday comes.", "So does Monday.")))
    assert window.workspace is not None
    until(window.frame.isActiveWindow)
    return window.workspace


def focus() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def perform(window: Window, *names: str) -> list[str]:
    found = []
    for name in names:
        window.frame.perform(name)
        found.append(focus())
    return found


@pytest.mark.usefixtures("workspace")
def test_f6_goes_to_the_article_the_note_and_the_dock_and_round_again(window: Window) -> None:
    assert focus() == "article_text"
    assert perform(window, "pane", "pane", "pane") == ["section-agenda", "dock_tabs", "article_text"]
    assert perform(window, "pane_back", "pane_back", "pane_back") == ["dock_tabs", "section-agenda", "article_text"]


def test_f6_goes_into_what_is_open_in_the_dock_and_esc_back_to_where_one_came_from(
    window: Window, workspace: Workspace
) -> None:
    workspace.dock.open(EXCERPTS)
    assert perform(window, "pane", "pane") == ["section-agenda", "excerpts_view"]
    QTest.keyClick(part(workspace, QTableView, "excerpts_view"), Key.Key_Escape)
    assert focus() == "section-agenda"
    assert workspace.dock.open_pane is None


def test_enter_in_the_search_goes_from_hit_to_hit_and_writes_over_none(window: Window, workspace: Workspace) -> None:
    note = window.desk and window.desk.note
    window.frame.perform("find")
    line = part(workspace, QLineEdit, "search_line")
    QTest.keyClicks(line, "monday")
    hits = part(workspace, QTreeWidget, "search_hits")
    rows = []
    for _ in range(3):
        QTest.keyClick(line, Key.Key_Return)
        assert focus() == "search_line"
        rows.append(hits.currentIndex().row())
    QTest.keyClick(line, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [*rows, hits.currentIndex().row()] == [0, 1, 2, 1]
    assert window.desk is not None
    assert window.desk.note == note
    QTest.keyClick(line, Key.Key_Escape)
    assert focus() == "section-risks"
    assert workspace.note_pane.editor("risks").textCursor().selectedText() == "Monday"


def test_hits_are_walked_by_f3_and_back_by_shift_f3(window: Window, workspace: Workspace) -> None:
    workspace.dock.search("monday")
    window.frame.perform("find_previous")
    hits = part(workspace, QTreeWidget, "search_hits")
    assert hits.currentIndex().row() == hits.topLevelItemCount() - 1
    article = workspace.article
    assert article is not None
    assert article.source.text[slice(*(article.view.selected() or (0, 0)))] == "Monday"
    perform(window, "find_next", "find_next")
    assert hits.currentIndex().row() == 1
    assert workspace.dock.open_pane == SEARCH


def test_every_jump_is_walked_back_to_the_very_place_it_began_at(window: Window, workspace: Workspace) -> None:
    article, note = workspace.article, workspace.note_pane
    assert article is not None
    article.view.select(40, 40)
    perform(window, "section_3")
    note.editor("risks").put_caret(1, 4)
    perform(window, "section_1")
    assert perform(window, "jump_back") == ["section-risks"]
    assert note.place() == ("risks", 1, 4)
    assert perform(window, "jump_back") == ["article_text"]
    assert article.view.caret == 40
    assert perform(window, "jump_on", "jump_on") == ["section-risks", "section-agenda"]


def test_a_place_that_is_no_more_is_the_nearest_that_is(window: Window, workspace: Workspace) -> None:
    note = workspace.note_pane
    perform(window, "section_3")
    note.editor("risks").put_caret(1, 9)
    perform(window, "section_1")
    assert window.desk is not None
    window.desk.do("Write", lambda n: written(n, "risks", "Gone"))
    perform(window, "jump_back")
    assert note.place() == ("risks", 0, 4)


def test_what_was_listed_of_an_excerpt_that_is_gone_leads_nowhere(window: Window, workspace: Workspace) -> None:
    assert window.desk is not None
    window.desk.do("Comment", lambda n: comment_excerpt(n, "x1", "a comment"))
    (hit,) = search(window.desk.note, "a comment")
    window.desk.do("Remove", lambda n: remove_excerpt(n, "x1"))
    here = workspace.note_pane.place()
    workspace.ways.to_hit(hit)
    workspace.ways.to_finding(Finding("uncited", "It is cited nowhere.", "energy", None, "x1"))
    workspace.ways.to_article("x1")
    assert workspace.note_pane.place() == here

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton

from briefing.app.desk import Desk
from briefing.domain.note import Note, Status
from briefing.ui.chooser import Chooser
from briefing.ui.window import Window
from tests.ui.parts import part
from tests.waiting import until


def choose(window: Window, action: str, typed: str) -> Note:
    window.frame.perform(action)
    (chooser,) = (shown for shown in window.frame.findChildren(Chooser) if shown.isVisible())
    line = part(chooser, QLineEdit, "chooser_line")
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.desk is not None
    return window.desk.note


def test_language_marking_and_status_are_chosen_by_name_and_each_is_one_step(window: Window) -> None:
    window.frame.perform("new_blank")
    assert window.desk is not None
    before = window.desk.note
    assert choose(window, "note_language", "deut").front.language == "de"
    assert choose(window, "mark", "amber").marking == "TLP:AMBER"
    assert choose(window, "status", "draft").section("agenda").status is Status.DRAFT
    for _ in range(3):
        window.undo()
    assert window.desk.note == before


def test_the_section_in_hand_is_the_one_that_is_marked_and_folded(window: Window) -> None:
    window.frame.perform("new_blank")
    assert window.workspace is not None
    pane = window.workspace.note_pane
    pane.go_to_section("energy")
    until(lambda: pane.current_section() == "energy")
    assert choose(window, "status", "done").section("energy").status is Status.DONE
    fold = part(window.frame, QToolButton, "fold-energy")
    assert (fold.accessibleName(), fold.isChecked()) == ("Show Energy", True)
    window.frame.perform("fold")
    assert not fold.isChecked()
    status = part(window.frame, QToolButton, "status-energy")
    assert status.accessibleName() == "Status of Energy: Done"


def test_a_note_without_sections_has_no_status_to_choose(window: Window) -> None:
    window.open_desk(Desk(Note("n")))
    for name in ("status", "fold", "section_1", "cite", "copy_section", "pane"):
        window.frame.perform(name)
    assert [shown for shown in window.frame.findChildren(Chooser) if shown.isVisible()] == []

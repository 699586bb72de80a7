from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.domain.edits import write_body
from briefing.domain.note import Block, Style, Words
from briefing.ui.window import Window
from tests.waiting import until


def choose(typed: str) -> None:
    lines = [w for w in QApplication.allWidgets() if w.objectName() == "chooser_line" and w.isVisible()]
    (line,) = lines
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_note_is_begun_on_a_template_that_is_chosen(window: Window) -> None:
    window.frame.perform("new_on_template")
    choose("assessment")
    until(lambda: window.desk is not None)
    assert window.desk is not None
    assert window.desk.note.template == "assessment"


def test_another_template_keeps_what_was_written_and_is_undone_in_one_step(window: Window) -> None:
    written = (Block(Style.PARAGRAPH, (Words("Own words"),)),)
    before = write_body(new_note(default_template()), "energy", written)
    window.open_desk(Desk(before))
    window.frame.perform("retemplate")
    choose("assessment")
    assert window.desk is not None
    assert window.desk.note.template == "assessment"
    assert written in [section.blocks for section in window.desk.note.sections]
    window.frame.perform("undo")
    assert window.desk.note == before

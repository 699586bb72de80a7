from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from briefing.ui.chooser import Chooser
from briefing.ui.window import Window
from tests.ui.parts import part


def test_the_language_of_a_note_is_chosen_by_name_and_undone_in_one_step(window: Window) -> None:
    window.frame.perform("new_blank")
    window.frame.perform("note_language")
    line = part(part(window.frame, Chooser, "chooser"), QLineEdit, "chooser_line")
    QTest.keyClicks(line, "deut")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.desk is not None
    assert window.desk.note.front.language == "de"
    window.undo()
    assert window.desk.note.front.language == "en"

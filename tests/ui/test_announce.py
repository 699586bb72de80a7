import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from briefing.ui.announce import explain
from briefing.ui.chooser import Choice, Chooser
from briefing.ui.notice import Notice
from tests.reader import Reader, filed
from tests.ui.parts import part
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told, taken where it leaves the program."""
    told: list[str] = []

    def tell(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    return told


def test_filing_is_announced(heard: list[str], reader: Reader) -> None:
    reader.select("agreed on gas")
    reader.press(reader.key.Key_5)
    assert heard == ["Filed in Energy."]


def test_the_excerpt_that_the_caret_enters_is_announced_once(heard: list[str]) -> None:
    reader = filed("agreed on gas")
    reader.put_caret("agreed")
    reader.press(reader.key.Key_Right)
    reader.put_caret("Monday")
    assert heard == ["Excerpt in Energy"]
    reader.put_caret("gas")
    assert heard == ["Excerpt in Energy"] * 2


def test_the_article_can_be_read_by_a_screen_reader(reader: Reader) -> None:
    found = QAccessible.queryAccessibleInterface(reader.view)
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Text of the article"
    assert found.state().readOnly
    text = found.textInterface()
    assert text is not None
    assert "The ministers met" in text.text(0, text.characterCount())
    reader.select("agreed")
    assert text.selectionCount() == 1
    assert text.cursorPosition() == reader.view.textCursor().position()


def test_the_excerpt_just_filed_is_not_told_of_twice(heard: list[str], reader: Reader) -> None:
    reader.select("agreed on gas ")
    reader.press(reader.key.Key_5)
    assert heard == ["Filed in Energy."]


def test_a_notice_is_announced_with_its_offer(heard: list[str]) -> None:
    over = QWidget()
    notice = Notice(over)
    notice.say("Excerpt removed from Energy.", "Undo", lambda: None)
    notice.warn("The file could not be written.")
    assert heard == ["Excerpt removed from Energy. Undo", "The file could not be written."]


def test_what_stands_beside_a_control_is_said_when_it_changes_while_the_control_is_used(heard: list[str]) -> None:
    button = QPushButton("Go")
    explain(button, "Nothing is left out.")
    assert button.accessibleDescription() == "Nothing is left out."
    assert heard == []
    button.show()
    button.activateWindow()
    button.setFocus()
    until(button.hasFocus)
    explain(button, "Comments are left out.")
    explain(button, "Comments are left out.")
    assert heard == ["Comments are left out."]


def test_the_choice_that_is_marked_is_said_while_the_line_keeps_the_focus(heard: list[str]) -> None:
    over = QWidget()
    over.show()
    chooser = Chooser([Choice("a", "Agenda", "1"), Choice("e", "Energy", "5")], "File under", over)
    chooser.show_over(over)
    line = part(chooser, QLineEdit, "chooser_line")
    heard.clear()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert heard == ["Energy  5"]
    chooser.close()

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.domain.edits import set_marking
from briefing.ui.notice import Notice
from briefing.ui.window import Window


@pytest.mark.usefixtures("qapp")
def test_a_notice_is_read_whole_and_its_offer_is_taken_once() -> None:
    host = QWidget()
    host.resize(700, 300)
    host.show()
    notice = Notice(host)
    taken: list[str] = []
    notice.say("The excerpt was removed.", "Undo", lambda: taken.append("undo"))
    offer, words = notice.findChild(QPushButton, "notice_offer"), notice.findChild(QLabel, "notice_words")
    assert offer is not None
    assert words is not None
    assert notice.isVisible()
    assert words.width() >= words.fontMetrics().horizontalAdvance(words.text())
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert (taken, notice.isVisible()) == (["undo"], False)
    host.close()


@pytest.mark.usefixtures("qapp")
def test_a_warning_offers_nothing_and_stays_inside_the_window() -> None:
    host = QWidget()
    host.resize(500, 300)
    host.show()
    notice = Notice(host)
    notice.warn("There is no room left on the disk for this note; make room or choose another place. " * 3)
    host.resize(420, 280)
    assert host.rect().contains(notice.geometry())
    host.close()


@pytest.mark.usefixtures("qapp")
def test_an_offer_that_no_longer_holds_is_withdrawn_and_another_is_not() -> None:
    host = QWidget()
    host.resize(700, 300)
    host.show()
    notice = Notice(host)
    notice.say("The excerpt was removed.", "Undo", host.update)
    notice.withdraw("Open")
    assert notice.isVisible()
    notice.withdraw("Undo")
    assert not notice.isVisible()
    host.close()


def test_the_offer_to_undo_goes_when_something_else_has_been_done(window: Window) -> None:
    desk = Desk(new_note(default_template()))
    window.open_desk(desk)
    desk.do("Mark", lambda note: set_marking(note, "TLP:GREEN"))
    window.say("The note is marked.", "Undo", desk.undo)
    assert window.frame.notice.isVisible()
    desk.do("Mark", lambda note: set_marking(note, "TLP:RED"))
    assert not window.frame.notice.isVisible()


@pytest.mark.usefixtures("qapp")
def test_what_is_going_on_is_said_above_a_warning_that_stays() -> None:
    host = QWidget()
    host.resize(700, 300)
    host.show()
    warning, waiting = Notice(host), Notice(host)
    waiting.hold("Reading “harbour.pdf” ...", "Cancel", host.hide)
    warning.warn("The text has more than 20 million characters.")
    waiting.hold("Reading “ferry.pdf” ...", "Cancel", host.hide)
    assert not warning.geometry().intersects(waiting.geometry())
    host.resize(500, 280)
    assert not warning.geometry().intersects(waiting.geometry())
    warning.hide()
    waiting.hold("Reading “mill.pdf” ...", "Cancel", host.hide)
    assert host.height() - waiting.geometry().bottom() < waiting.height() * 2
    host.close()

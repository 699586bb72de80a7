import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from briefing.ui.notice import Notice


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

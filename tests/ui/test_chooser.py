import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.ui.chooser import Choice, Chooser, narrow

CHOICES = [Choice("a", "Agenda", "1"), Choice("e", "Energy", "5"), Choice("s", "Side agenda", "7")]


def test_what_begins_with_the_typed_word_comes_first() -> None:
    assert [c.id for c in narrow(CHOICES, "age")] == ["a", "s"]


def test_every_typed_word_must_fit() -> None:
    assert [c.id for c in narrow(CHOICES, "agenda side")] == ["s"]


def test_nothing_typed_leaves_the_order_as_it_was() -> None:
    assert narrow(CHOICES, " ") == CHOICES


@pytest.mark.usefixtures("qapp")
def test_a_choice_is_typed_and_taken_with_the_keyboard() -> None:
    host = QWidget()
    host.resize(600, 400)
    host.show()
    chooser = Chooser(CHOICES, "Section", host)
    taken: list[str] = []
    chooser.taken.connect(taken.append)
    chooser.show_over(host)
    line = chooser.findChild(QLineEdit, "chooser_line")
    assert line is not None
    QTest.keyClicks(line, "agen")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert taken == ["s"]
    host.close()

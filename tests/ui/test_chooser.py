from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from briefing.ui.chooser import Choice, Chooser, narrow
from tests.ui.parts import part

CHOICES = [Choice("a", "Agenda", "1"), Choice("e", "Energy", "5"), Choice("s", "Side agenda", "7")]


def test_what_begins_with_the_typed_word_comes_first() -> None:
    assert [c.id for c in narrow(CHOICES, "age")] == ["a", "s"]


def test_every_typed_word_must_fit() -> None:
    assert [c.id for c in narrow(CHOICES, "agenda side")] == ["s"]


def test_nothing_typed_leaves_the_order_as_it_was() -> None:
    assert narrow(CHOICES, " ") == CHOICES


def test_accents_do_not_matter_and_words_that_are_not_shown_are_looked_in() -> None:
    choices = [
        Choice("s", "S\u00e9curit\u00e9", "2"),
        Choice("x", "S1 p3  The first words", "", "The first words and the last"),
    ]
    assert [c.id for c in narrow(choices, "securite")] == ["s"]
    assert [c.id for c in narrow(choices, "LAST")] == ["x"]


def test_a_number_that_is_typed_finds_its_own_section_first() -> None:
    choices = [Choice(f"k{n}", f"Part {n}", str(n)) for n in range(12, 0, -1)]
    assert narrow(choices, "1")[0].id == "k1"


@pytest.fixture
def chooser(qapp: object) -> Iterator[Chooser]:
    """A chooser on show over a window."""
    assert qapp
    host = QWidget()
    host.resize(600, 400)
    host.show()
    chooser = Chooser(CHOICES, "Section", host)
    chooser.show_over(host)
    yield chooser
    host.close()


def test_the_list_is_as_tall_as_what_fits_and_says_when_nothing_does(chooser: Chooser) -> None:
    taken: list[str] = []
    chooser.taken.connect(taken.append)
    line, rows = part(chooser, QLineEdit, "chooser_line"), part(chooser, QListWidget, "chooser_list")
    tall = chooser.height()
    QTest.keyClicks(line, "xyz")
    assert [rows.item(n).text() for n in range(rows.count())] == ["Nothing fits."]
    assert chooser.height() < tall
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert taken == []
    line.clear()
    assert chooser.height() == tall


def test_a_choice_is_typed_and_taken_with_the_keyboard(chooser: Chooser) -> None:
    taken: list[str] = []
    chooser.taken.connect(taken.append)
    line = part(chooser, QLineEdit, "chooser_line")
    QTest.keyClicks(line, "agen")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert taken == ["s"]

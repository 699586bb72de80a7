"""What the status bar tells of the open note, and of keys that nobody can see."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from briefing.app.desk import Desk
from briefing.ui.window import Window
from tests.ui.notes import bare_note
from tests.ui.parts import part
from tests.waiting import until


@pytest.fixture
def hint(window: Window) -> QLabel:
    window.frame.show()
    window.open_desk(Desk(bare_note()))
    return part(window.frame, QLabel, "status_hint")


def test_how_to_file_is_told_until_something_is_filed(window: Window, hint: QLabel) -> None:
    until(lambda: hint.text().startswith("Select a passage"))
    article = window.article
    assert article is not None
    article.view.select(0, 12)
    QTest.keyClick(article.view, Qt.Key.Key_1)
    until(lambda: not hint.text())
    window.undo()
    until(lambda: hint.text().startswith("Select a passage"))


def test_a_sentence_that_is_offered_is_told_with_the_key_that_takes_it(window: Window, hint: QLabel) -> None:
    article = window.article
    assert article is not None
    article.view.pressed_once.emit(5)
    assert hint.text() == "Enter selects the sentence"
    QTest.keyClick(article.view, Qt.Key.Key_Return)
    assert not hint.text().startswith("Enter")

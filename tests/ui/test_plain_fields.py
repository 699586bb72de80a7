"""Fields leave to the window what is the window's."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from briefing.ui.actions import ANYWHERE, bindings, choose_keys, row_of
from briefing.ui.plain_fields import GrowingField, LineField, SoughtLine
from tests.ui.notes import Pane, bare_note

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def chosen() -> Iterator[None]:
    """Export on a key that every text would take for its own, as some systems have it with Ctrl+E."""
    choose_keys(row_of("export"), ("Ctrl+End",))
    yield
    choose_keys(row_of("export"), None)


def first_of(keys: str) -> QKeyCombination:
    """The first of the keys that a shortcut consists of."""
    sequence: Any = QKeySequence(keys)  # its elements are not in the stubs
    combination: QKeyCombination = sequence[0]
    return combination


def claims(field: QWidget, keys: str) -> bool:
    """Whether a field wants a key for itself before the window hears it."""
    pressed = first_of(keys)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize("make", [LineField, GrowingField, SoughtLine, lambda: Pane(bare_note()).editor("energy")])
def test_no_text_keeps_a_key_of_the_window(make: type[QWidget]) -> None:
    field = make()
    kept = {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"} if type(field) is SoughtLine else set()
    assert {keys for keys in bindings(ANYWHERE) if claims(field, keys)} <= kept
    assert claims(field, "Ctrl+Left")
    assert Qt.Key.Key_End in {first_of(keys).key() for keys in bindings(ANYWHERE)}

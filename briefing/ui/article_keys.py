"""The keys of the article pane, as the table of actions gives them to it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from briefing.ui.actions import ARTICLE, Action, bindings


def action_of(event: QKeyEvent, where: str) -> Action | None:
    """The action that a key press stands for in a place."""
    plain = event.keyCombination().toCombined() & ~int(Qt.KeyboardModifier.KeypadModifier.value)
    if event.key() == Qt.Key.Key_Backtab:  # as Qt calls Tab with Shift
        plain = int(Qt.Modifier.SHIFT.value) | int(Qt.Key.Key_Tab.value)
    return bindings(where).get(QKeySequence(plain).toString())


class Keys(QObject):
    """Does what keys stand for while a widget has the focus; keys that are not named are the widget's own."""

    def __init__(self, widget: QWidget, act: Callable[[Action], None]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key presses of the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            action = action_of(event, ARTICLE)
            if action is not None:
                self._act(action)
                return True
        return super().eventFilter(watched, event)

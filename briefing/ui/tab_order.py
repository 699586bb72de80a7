"""The order in which Tab goes through controls: as they are read."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(*widgets: QWidget) -> None:
    """Let Tab go through controls one after another."""
    end = QWidget(widgets[0].window())  # Qt puts nothing behind the last control of a window
    end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)
    end.setParent(None)

"""Announcements: what a screen reader is told beside what has the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def is_heard() -> bool:
    """Whether anything listens that reads the screen out."""
    return QAccessible.isActive()


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader, if one listens, say something about a widget."""
    if is_heard():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

"""Announcements: what a screen reader is told beside what has the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def is_heard() -> bool:
    """Whether anything listens that reads the screen out."""
    return QAccessible.isActive()


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader, if one listens, say something about a widget; what is urgent is said at once."""
    if is_heard():
        said = QAccessibleAnnouncementEvent(widget, text)
        if is_urgent:
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)


def explain(widget: QWidget, text: str) -> None:
    """Describe a control by what is shown beside it, and say it anew when that changes while the control is used."""
    if text != widget.accessibleDescription():
        widget.setAccessibleDescription(text)
        if widget.hasFocus():
            announce(widget, text)

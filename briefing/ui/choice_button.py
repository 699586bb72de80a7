"""Large buttons for the ways to begin: an icon, words, and the key that does the same."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from briefing.ui.actions import shown_key, table
from briefing.ui.icons import BY_ACTION, blank_icon, plain_icon

ICON = 18  # pixels
AFTER_PAINT = 150  # milliseconds after which even a slow start has painted its first page, and icons are drawn


def choice_button(action: str, words: str, keys: str, parent: QWidget) -> QPushButton:
    """A button for the action with an id, with room for its icon; it does nothing by itself."""
    button = QPushButton(f"  {words}", parent)
    button.setObjectName("choice")
    button.setAccessibleName(words)
    button.setProperty("action", action)
    button.setAutoDefault(True)
    button.setIcon(blank_icon(ICON))
    button.setIconSize(QSize(ICON, ICON))
    inside = QHBoxLayout(button)
    inside.setContentsMargins(16, 0, 16, 0)
    inside.addStretch(1)
    hint = QLabel(keys, button)
    hint.setObjectName("hint")
    inside.addWidget(hint)
    return button


def show_keys(page: QWidget) -> None:
    """Show on the buttons of a page the keys that their actions have now."""
    keys = {row.id: shown_key(row) for row in table()}
    for button in page.findChildren(QPushButton, "choice"):
        for hint in button.findChildren(QLabel, "hint"):
            hint.setText(keys[button.property("action")])


def drawing(page: QWidget) -> QTimer:
    """What draws the icons of the buttons of a page when it is started, a little later."""
    timer = QTimer(page, singleShot=True, interval=AFTER_PAINT)
    timer.timeout.connect(lambda: _draw(page))
    return timer


def _draw(page: QWidget) -> None:
    ink = page.palette().color(QPalette.ColorRole.Link)
    for button in page.findChildren(QPushButton, "choice"):
        button.setIcon(plain_icon(BY_ACTION[button.property("action")], ink, ICON))

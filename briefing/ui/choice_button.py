"""A large button for one way to begin: an icon, words, and the key that does the same."""

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from briefing.ui.icons import BY_ACTION, blank_icon, plain_icon

ICON = 18  # pixels
AFTER_PAINT = 150  # milliseconds after which even a slow start has painted its first page, and icons are drawn


class ChoiceButton(QPushButton):
    """Does nothing by itself; `action` is the id of what it stands for."""

    def __init__(self, action: str, words: str, keys: str, parent: QWidget) -> None:
        super().__init__(f"  {words}", parent)
        self.action = action
        self.setObjectName("choice")
        self.setAccessibleName(words)
        self.setProperty("action", action)
        self.setAutoDefault(True)
        self.setIcon(blank_icon(ICON))
        self.setIconSize(QSize(ICON, ICON))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 0, 16, 0)
        inside.addStretch(1)
        hint = QLabel(keys, self)
        hint.setObjectName("hint")
        inside.addWidget(hint)
        self._drawing = QTimer(self, singleShot=True, interval=AFTER_PAINT)
        self._drawing.timeout.connect(self._draw_icon)
        self._drawing.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the colours have changed."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_drawing"):
            self._drawing.start()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self.setIcon(plain_icon(BY_ACTION[self.action], self.palette().color(QPalette.ColorRole.Link), ICON))

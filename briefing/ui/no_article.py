"""What stands in place of the articles while a note has none: the ways to add the first."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from briefing.ui.choice_button import choice_button, drawing
from briefing.ui.mnemonics import plain
from briefing.ui.text_size import room
from briefing.ui.words import tr

WIDTH = 440  # pixels of the column in the middle
SIDE = 24


class NoArticle(QWidget):
    """A few words and a button for each of the actions that bring an article in."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("no_article")
        column = QVBoxLayout()
        column.setSpacing(9)
        column.addStretch(2)
        told = QLabel(tr("This note has no article yet. Drop a file or a link on the window, or:"), self)
        told.setObjectName("no_article_told")
        told.setWordWrap(True)
        column.addWidget(told)
        column.addSpacing(6)
        for action in actions:
            column.addWidget(self._button(action))
        column.addStretch(3)
        middle = QWidget(self)
        middle.setMaximumWidth(room(WIDTH))
        middle.setLayout(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        layout.addWidget(middle, 1, Qt.AlignmentFlag.AlignHCenter)
        self._drawing = drawing(self)
        self._drawing.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again when the colours have changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_drawing"):
            self._drawing.start()

    def _button(self, action: QAction) -> QPushButton:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        made = choice_button(action.objectName(), plain(action.text()), keys, self)
        made.setMinimumWidth(WIDTH - 120)
        made.clicked.connect(action.trigger)
        return made

"""What dialogs of two columns share: the narrow one that scrolls, and a size for which the screen has room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget


class SideColumn(QScrollArea):
    """Fields one below the other, of a fixed width (pixels); the column scrolls, and its fields have the focus."""

    def __init__(self, fields: QWidget, name: str, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(fields)
        self.setFixedWidth(width)


def fit_to_screen(dialog: QDialog, size: tuple[int, int]) -> None:
    """Give a dialog its usual size (pixels), or what the screen of its window leaves for it."""
    room = (dialog.parentWidget() or dialog).screen().availableSize()
    dialog.resize(min(size[0], room.width() - 40), min(size[1], room.height() - 60))

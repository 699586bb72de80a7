"""The narrow column of a dialog of two: it scrolls, and its width is fixed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from briefing.ui.text_size import room


class SideColumn(QScrollArea):
    """Fields one below the other, of a fixed width (pixels of usual text); it scrolls, its fields have the focus."""

    def __init__(self, fields: QWidget, name: str, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(fields)
        self.setFixedWidth(room(width))

"""Fields of a dialog that scroll where they have not room enough, as on a small screen with large text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from briefing.ui.text_size import room


class FieldArea(QScrollArea):
    """Asks for the room that its fields need, and makes do with less; its fields have the focus."""

    def __init__(self, fields: QWidget, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = fields
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(fields)

    def sizeHint(self) -> QSize:
        """The size of the fields."""
        return self._fields.sizeHint()


class SideColumn(FieldArea):
    """The narrow column of a dialog of two, of a fixed width (pixels of usual text)."""

    def __init__(self, fields: QWidget, name: str, width: int, parent: QWidget) -> None:
        super().__init__(fields, name, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(room(width))

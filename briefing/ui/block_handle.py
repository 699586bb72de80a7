"""The handle beside a block: dragging it moves the block, or all blocks of the selection."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from briefing.ui.words import tr


class BlockHandle(QWidget):
    """Six dots at the left of the block under the pointer; a click selects the block."""

    clicked = Signal()
    drag_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("block-handle")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag to move; click to select"))
        self.setAccessibleName(tr("Move block"))
        self.colour = QColor()
        self._pressed: QPoint | None = None
        self.resize(self.sizeHint())
        self.hide()

    def sizeHint(self) -> QSize:
        """Narrow enough for the gutter."""
        return QSize(16, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.colour)
        if self.underMouse():
            ground = QColor(colour)
            ground.setAlphaF(0.14)
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QPointF(self.width() / 2, self.height() / 2)
        for x in (-2.6, 2.6):
            for y in (-5.0, 0.0, 5.0):
                painter.drawEllipse(middle + QPointF(x, y), 1.3, 1.3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag."""
        far = QApplication.startDragDistance()
        if self._pressed is None or (event.position().toPoint() - self._pressed).manhattanLength() < far:
            return
        self._pressed = None
        self.drag_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag selects the block."""
        if self._pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.clicked.emit()

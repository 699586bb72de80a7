"""The status of a section as a small button with a menu: to do, draft, done."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from briefing.domain.note import Status
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.words import tr


class StatusButton(QToolButton):
    """Shows a status as a ring that fills, and lets another be chosen."""

    chosen = Signal(object)  # Status

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._status = Status.TODO
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoRaise(True)
        self.setToolTip(tr("How far this section is"))
        menu = QMenu(self)
        group = QActionGroup(menu)
        for status in Status:
            action = menu.addAction(status_words(status))
            action.setCheckable(True)
            action.setData(status)
            group.addAction(action)
            action.triggered.connect(lambda _=False, chosen=status: self.chosen.emit(chosen))
        menu.aboutToShow.connect(lambda: menu.setActiveAction(group.checkedAction()))
        self.setMenu(menu)

    def show_status(self, status: Status) -> None:
        """Show a status."""
        self._status = status
        self.setText(status_words(status))
        for action in self.menu().actions():
            action.setChecked(action.data() == status)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the longest status, so that nothing moves when it changes."""
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(status_words(status)) for status in Status)
        return QSize(widest + metrics.height() + 18, metrics.height() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_lit = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(self._theme.ink if self.hasFocus() else self._theme.edge, 1))
        painter.setBrush(self._theme.desk if is_lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._paint_ring(painter, box)
        painter.setPen(self._theme.ink)
        painter.setFont(QFont(self.font()))
        painter.drawText(box.adjusted(box.height() - 2, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        size = self.fontMetrics().height() * 0.52
        ring = QRectF(box.left() + box.height() / 2 - size / 2 + 1, box.center().y() - size / 2, size, size)
        colour = QColor("#2E9E62" if self._status is Status.DONE else self._theme.faint)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if self._status is Status.DONE else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if self._status is Status.DRAFT:
            painter.setBrush(colour)
            painter.drawPie(ring, -90 * 16, 180 * 16)


def status_words(status: Status) -> str:
    """A status in the language of the window."""
    return {Status.TODO: tr("To do"), Status.DRAFT: tr("Draft"), Status.DONE: tr("Done")}[status]

"""The preview: the pages as they will be sent, following every change; a click on a paragraph goes to its block."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from briefing.app.change import Change
from briefing.app.preview import preview_pages
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.io.writers.pages import Pages
from briefing.ui import theme
from briefing.ui.bridge import Bridge
from briefing.ui.words import told, tr
from briefing.ui.work import Work, start

PAUSE = 150  # milliseconds after the last change before the pages are set again
GAP = 18  # pixels around and between pages
INCHES = 8.5  # the widest page, for fitting it into the pane


class Preview(QScrollArea):
    """Shows pages one below the other, as wide as the pane; `place_pressed` carries a section's key and a block."""

    place_pressed = Signal(str, int)
    notice = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(tr("Preview of the pages"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bridge = bridge
        self._sheets = Sheets()
        self._sheets.pressed.connect(self._press)
        self.setWidget(self._sheets)
        self._work: Work | None = None
        self._shown: Note | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.refresh)
        bridge.changed.connect(self._wait)

    def _wait(self, _: Change) -> None:
        if self.isVisible():
            self._timer.start()

    def refresh(self) -> None:
        """Set the pages again, in the background; what is shown stays until the new ones are there."""
        self._timer.stop()
        if not self._sheets.count:
            self._sheets.resize(self.viewport().size())
        if self._work is not None:
            self._work.cancel()
        note = self._bridge.desk.note
        ratio = self.devicePixelRatioF()
        ppi = max(48.0, (self.viewport().width() - 2 * GAP) / INCHES) * ratio
        self._work = start(partial(preview_pages, note, ppi), partial(self._show, note, ratio), self._failed)

    def _show(self, note: Note, ratio: float, pages: Pages) -> None:
        self._work, self._shown = None, note
        self._sheets.show_pages(pages, ratio, self.viewport().width())

    def _failed(self, error: Exception) -> None:
        self._work = None
        if not isinstance(error, BriefingError):
            raise error
        self.notice.emit(told(str(error)))

    def _press(self, section: str, block: int) -> None:
        self.place_pressed.emit(section, block)

    def showEvent(self, event: QShowEvent) -> None:
        """Set the pages when the pane comes into view, unless they are those of the note."""
        super().showEvent(event)
        if self._shown is not self._bridge.desk.note:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        if self.isVisible() and event.oldSize().width() != event.size().width():
            self._timer.start()


class Sheets(QWidget):
    """The pages themselves."""

    pressed = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._pages = Pages((), (), 96)
        self._images: list[QImage] = []
        self._ratio = 1.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pages(self, pages: Pages, ratio: float, width: int) -> None:
        """Show pages that were set for a device with so many pixels a point of the screen."""
        self._pages, self._ratio = pages, ratio
        self._images = [QImage.fromData(data) for data in pages.images]
        for image in self._images:
            image.setDevicePixelRatio(ratio)
        self.resize(QSize(width, sum(r.height() + GAP for r in self._rects()) + GAP))
        self.setAccessibleDescription(_pages(len(self._images)))
        self.update()

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._images)

    def _rects(self) -> list[QRect]:
        rects, top = [], GAP
        for image in self._images:
            size = image.deviceIndependentSize().toSize()
            rects.append(QRect(max(GAP, (self.width() - size.width()) // 2), top, size.width(), size.height()))
            top += size.height() + GAP
        return rects

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are in view, each with a hairline around it."""
        painter = QPainter(self)
        if not self._images:
            painter.setPen(theme.current().faint)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Setting the pages…"))
        for rect, image in zip(self._rects(), self._images, strict=True):
            if rect.intersects(event.rect()):
                painter.drawImage(rect.topLeft(), image)
                painter.setPen(theme.current().line)
                painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Find the block under the pointer."""
        at = event.position().toPoint()
        for number, rect in enumerate(self._rects(), 1):
            if rect.contains(at):
                place = self._pages.block_at(number, (at.y() - rect.top()) * self._ratio)
                if place is not None:
                    self.pressed.emit(place.section, max(0, place.block))


def _pages(count: int) -> str:
    return tr("1 page") if count == 1 else tr("{count} pages", count=count)

"""Sheets: page pictures one below the other, with a marker that goes from block to block."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.io.writers.pages import POINTS, Pages, Place
from briefing.ui import theme
from briefing.ui.words import tr

GAP = 18  # pixels around and between pages
MARKER = 4  # pixels, its width
RISE = 8.0  # points that a block begins above its place
LINE = 26.0  # points that the last block of a page is taken to be high


class Sheets(QWidget):
    """The pages themselves."""

    pressed = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._pages = Pages((), (), 96)
        self._images: list[QImage] = []
        self._ratio = 1.0
        self._marked: Place | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pages(self, pages: Pages, ratio: float, width: int) -> None:
        """Show pages that were set for a device with so many pixels a point of the screen."""
        self._pages, self._ratio = pages, ratio
        self._images = [QImage.fromData(data) for data in pages.images]
        for image in self._images:
            image.setDevicePixelRatio(ratio)
        self._marked = self._found_again(self._marked)
        widest = max((image.deviceIndependentSize().toSize().width() for image in self._images), default=0) + 2 * GAP
        self.resize(QSize(max(width, widest), sum(r.height() + GAP for r in self._rects()) + GAP))
        self.setAccessibleDescription(_pages(len(self._images)))
        self.update()

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._images)

    @property
    def moved(self) -> frozenset[int]:
        """What was moved on the pages that are shown, for setting them again."""
        return self._pages.moved

    @property
    def marked(self) -> Place | None:
        """The block that the marker stands at."""
        return self._marked

    def mark(self, by: int) -> QRect:
        """Move the marker by some blocks, and give where it stands now; an empty place if there are no blocks."""
        places = self._pages.places
        if not places:
            return QRect()
        at = places.index(self._marked) + by if self._marked in places else 0
        self._marked = places[max(0, min(at, len(places) - 1))]
        self.update()
        return self._bar()

    def _found_again(self, place: Place | None) -> Place | None:
        """The same block on pages that were set anew."""
        if place is None:
            return None
        same = (p for p in self._pages.places if (p.section, p.block) == (place.section, place.block))
        return next(same, None)

    def _bar(self) -> QRect:
        """Where the marker is drawn: beside the block, down to the next one on its page."""
        if self._marked is None:
            return QRect()
        places, page = self._pages.places, self._rects()[self._marked.page - 1]
        below = (p.top for p in places if p.page == self._marked.page and p.top > self._marked.top)
        scale = self._pages.ppi / POINTS / self._ratio
        top, bottom = self._marked.top, min(below, default=self._marked.top + LINE)
        height = max(8, round((bottom - top) * scale) - 6)
        return QRect(page.left() + 2 * GAP, page.top() + round((top - RISE) * scale), MARKER, height)

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
        if self._marked is not None:
            painter.fillRect(self._bar(), theme.LIGHT.accent)  # pages are white in the dark too

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Find the block under the pointer."""
        at = event.position().toPoint()
        for number, rect in enumerate(self._rects(), 1):
            if rect.contains(at):
                place = self._pages.block_at(number, (at.y() - rect.top()) * self._ratio)
                if place is not None:
                    self._marked = place
                    self.update()
                    self.pressed.emit(place.section, max(0, place.block))


def _pages(count: int) -> str:
    return tr("1 page") if count == 1 else tr("{count} pages", count=count)

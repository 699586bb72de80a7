"""The coverage strip: the whole article at a glance beside the scroll bar, what is filed in the colours of sections."""

from array import array
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from briefing.domain.anchor import Anchor
from briefing.domain.note import Excerpt
from briefing.domain.source import Kind
from briefing.ui.article_view import ArticleView
from briefing.ui.words import tr

WIDTH = 14  # pixels
_BAR = 6
_LEAST = 2  # pixels of the smallest excerpt
_LATER = 250  # milliseconds before the first map is drawn, behind everything else that a note shows
_SOON = 40  # milliseconds: several changes are painted once, after the page itself


class CoverageStrip(QWidget):
    """A map of the article: filed, not filed, headings, and the part in sight; a click goes there."""

    place_pressed = Signal(int)  # text position

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self.setObjectName("coverage_strip")
        self.setAccessibleName(tr("What is filed of the article"))
        self.setToolTip(tr("The whole article: coloured where it is filed. A click goes there."))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._view = view
        self._picture = QImage()
        self._drawn: tuple[object, ...] = ()  # what the lines of the picture were drawn for
        self._lines = array("I")  # colours of the picture, from the top
        self._changed: list[Excerpt] = []  # since it was drawn
        self._headings: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._draw)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.laid_out.connect(self.place)
        view.set_overhang(WIDTH)
        self.place()

    def place(self) -> None:
        """Stand at the right edge of the text's room, beside the scroll bar."""
        room = self._view.viewport().geometry()
        right = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        self.setGeometry(right - WIDTH, room.top(), WIDTH, room.height())
        self.refresh()

    def refresh(self, changed: Sequence[Excerpt] = ()) -> None:
        """Draw the map again, soon; only where excerpts came or went if some are named."""
        if changed:
            self._changed += changed
        else:
            self._drawn = ()
        self._soon.start(_LATER if self._picture.isNull() else _SOON)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the map at its new size."""
        super().resizeEvent(event)
        self.refresh()

    def _draw(self) -> None:
        """Draw the map into a picture, one line of it a pixel of height."""
        height = max(_LEAST, round(self.height() * self.devicePixelRatioF()))
        theme, source, changed = self._view.theme, self._view.source, self._changed
        wanted = (height, theme, source, self._view.highlights)
        self._changed = []
        if wanted != self._drawn:
            self._drawn = wanted
            self._lines = array("I", bytes(4 * height))
            self._paint_lines(0, height, self._view.highlights.ordered())
            self._headings = [p.start for p in source.passages if p.kind is Kind.HEADING]
        scale = self._scale
        for excerpt in changed:
            first, last = _span(excerpt.anchor, scale, height)
            near = self._view.highlights.between(int((first - _LEAST) / scale), int((last + 1) / scale) + 1)
            self._paint_lines(first, last, near)
        self._picture = QImage(self._lines.tobytes(), 1, height, 4, QImage.Format.Format_RGB32).copy()
        self.update()

    @property
    def _scale(self) -> float:
        """Lines of the picture for each code point of the text."""
        return len(self._lines) / max(1, len(self._view.source.text))

    def _paint_lines(self, top: int, bottom: int, excerpts: Iterable[Excerpt]) -> None:
        """Paint some lines of the picture with the excerpts on them, which are given in order of place."""
        theme, height, lines, scale = self._view.theme, len(self._lines), self._lines, self._scale
        whole = {key: array("I", [theme.section(i).rgb()]) * height for key, i in self._view.sections.items()}
        unsorted = array("I", [theme.section(None).rgb()]) * height
        lines[top:bottom] = array("I", [_ground(theme.paper, theme.line).rgb()]) * (bottom - top)
        for excerpt in excerpts:  # thousands of them: nothing is called that need not be
            anchor, colour = excerpt.anchor, whole.get(excerpt.section or "", unsorted)
            first, last = _span(anchor, scale, height)
            first, last = max(first, top), min(last, bottom)
            if first < last:
                lines[first:last] = colour[first:last]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map, the headings on it, and the part in sight."""
        theme = self._view.theme
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.paper)
            bar = QRectF((self.width() - _BAR) / 2, 0, _BAR, self.height())
            if not self._picture.isNull():
                painter.drawImage(bar, self._picture)
            painter.setPen(theme.faint)
            for start in self._headings:
                y = self._height_of(start)
                painter.drawLine(1, y, 2, y)
            stripes = self._view.stripes(self._view.viewport().rect())
            if stripes and self._view.verticalScrollBar().maximum():
                veil = QColor(theme.ink)
                veil.setAlphaF(0.12)
                top, bottom = self._height_of(stripes[0].start), self._height_of(stripes[-1].end)
                painter.fillRect(QRectF(0, top, self.width(), max(4, bottom - top)), veil)

    def _height_of(self, position: int) -> int:
        return round(position * self.height() / max(1, len(self._view.source.text)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was pressed."""
        share = min(1.0, max(0.0, event.position().y() / max(1, self.height())))
        self.place_pressed.emit(round(share * len(self._view.source.text)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the text."""
        self._view.wheelEvent(event)


def _span(anchor: Anchor, scale: float, height: int) -> tuple[int, int]:
    """The lines of the picture that an excerpt covers, the first and one past the last."""
    first = min(int(anchor.start * scale), height - _LEAST)
    return first, min(max(first + _LEAST, int(anchor.end * scale)), height)


def _ground(paper: QColor, line: QColor) -> QColor:
    """Between paper and hairline: what is not filed is there, but quiet."""
    return QColor(
        (paper.red() + 2 * line.red()) // 3,
        (paper.green() + 2 * line.green()) // 3,
        (paper.blue() + 2 * line.blue()) // 3,
    )

"""What is painted beside the text of a section: bullets, numbers, the bar of a quote, and the light on an excerpt."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextBlock, QTextDocument

from briefing.domain.note import Style
from briefing.ui.quotation import quoted
from briefing.ui.section_keys import ITEMS
from briefing.ui.section_look import SIDE, Look, level_of, style_of

BAR = 3.0


@dataclass(frozen=True)
class Light:
    """Which excerpt is lit up, and how strongly (0 to 1)."""

    excerpt: str = ""
    strength: float = 1.0


def visible(document: QTextDocument, area: QRectF) -> list[tuple[QTextBlock, QRectF]]:
    """The blocks that an area of a document shows, and where they stand."""
    layout = document.documentLayout()
    position = layout.hitTest(QPointF(area.left(), area.top()), Qt.HitTestAccuracy.FuzzyHit)
    piece = document.findBlock(max(0, position))
    found = []
    while piece.isValid():
        rect = layout.blockBoundingRect(piece)
        if rect.top() > area.bottom():
            break
        found.append((piece, rect))
        piece = piece.next()
    return found


def paint_grounds(
    painter: QPainter,
    pieces: list[tuple[QTextBlock, QRectF]],
    look: Look,
    colour: QColor,
    lights: list[Light],
    width: float,
) -> None:
    """Paint what lies under the text: the light on quotes of an excerpt."""
    lit = [light for light in lights if light.excerpt]
    for piece, rect in pieces if lit else ():
        excerpt = quoted(piece)
        for light in lit:
            if light.excerpt == excerpt:
                ground = QColor(colour)
                ground.setAlphaF((0.34 if look.theme.is_dark else 0.22) * light.strength)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                ground_rect = QRectF(SIDE / 2, rect.top() - 3, width - SIDE, rect.height() + 6)
                painter.drawRoundedRect(ground_rect, 4, 4)


def paint_marks(
    painter: QPainter, pieces: list[tuple[QTextBlock, QRectF]], look: Look, colour: QColor, width: float
) -> None:
    """Paint bullets, numbers and bars beside their blocks."""
    counts = Counts(pieces[0][0]) if pieces else None
    for piece, rect in pieces:
        style = style_of(piece.blockFormat())
        number = counts.number(piece) if counts else 0
        if style is Style.QUOTE:
            _paint_bar(painter, piece, rect, look, colour, width)
        elif style in ITEMS:
            _paint_item(painter, piece, rect, look, width, number)


def _is_rtl(piece: QTextBlock) -> bool:
    return piece.textDirection() == Qt.LayoutDirection.RightToLeft


def _paint_bar(painter: QPainter, piece: QTextBlock, rect: QRectF, look: Look, colour: QColor, width: float) -> None:
    inset = SIDE + look.step * 0.3 + look.step * level_of(piece.blockFormat())
    left = width - inset - BAR if _is_rtl(piece) else inset
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(left, rect.top(), BAR, rect.height()), BAR / 2, BAR / 2)


def _paint_item(painter: QPainter, piece: QTextBlock, rect: QRectF, look: Look, width: float, number: int) -> None:
    line = piece.layout().lineAt(0)
    baseline = rect.top() + line.y() + line.ascent()
    right = SIDE + look.step * (level_of(piece.blockFormat()) + 1)
    painter.setPen(look.theme.ink)
    painter.setFont(look.font)
    if number:
        _paint_number(painter, piece, look, baseline, right, width, f"{number}.")
        return
    _paint_bullet(painter, piece, look, baseline, right, width)


def _paint_number(
    painter: QPainter, piece: QTextBlock, look: Look, baseline: float, right: float, width: float, text: str
) -> None:
    metrics = QFontMetricsF(look.font)
    gap = look.step * 0.3
    left = width - right + gap if _is_rtl(piece) else right - gap - metrics.horizontalAdvance(text)
    painter.drawText(QPointF(left, baseline), text)


def _paint_bullet(
    painter: QPainter, piece: QTextBlock, look: Look, baseline: float, right: float, width: float
) -> None:
    metrics = QFontMetricsF(look.font)
    size = metrics.xHeight() * 0.52
    middle = width - right + look.step * 0.48 if _is_rtl(piece) else right - look.step * 0.48
    dot = QRectF(middle - size / 2, baseline - metrics.xHeight() / 2 - size / 2, size, size)
    is_hollow = level_of(piece.blockFormat()) % 2 == 1
    painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else look.theme.ink)
    painter.drawEllipse(dot)


class Counts:
    """The numbers of numbered items, counted on from block to block; a list ends at anything that is no item."""

    def __init__(self, first: QTextBlock) -> None:
        self._counts: dict[int, int] = {}
        start = first
        while start.previous().isValid() and style_of(start.previous().blockFormat()) in ITEMS:
            start = start.previous()
        while start != first:
            self.number(start)
            start = start.next()

    def number(self, piece: QTextBlock) -> int:
        """Count a block; its number if it is a numbered item, else 0. Blocks are to come in order."""
        made = piece.blockFormat()
        style, level = style_of(made), level_of(made)
        if style not in ITEMS:
            self._counts.clear()
            return 0
        self._counts = {depth: count for depth, count in self._counts.items() if depth <= level}
        if style is Style.BULLET:
            self._counts.pop(level, None)
            return 0
        self._counts[level] = self._counts.get(level, 0) + 1
        return self._counts[level]

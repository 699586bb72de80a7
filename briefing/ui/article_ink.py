"""Ink: how highlights, noise and ornaments of an article are painted, in one theme."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QRegion

from briefing.ui.theme import Theme

_RULE = 1.6  # pixels of the line under a highlight
_SINK = 2.4  # pixels between the lines of highlights that overlap
_RULED = 3  # lanes that have a line of their own
_ROUND = 2.5
_VEIL = 0.6  # how much of the paper covers words that are dimmed
_BULLET = 2.4
_BAR = 2.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One highlight in sight: its rectangles, its section's place in the note, its lane, and how strongly it glows."""

    rects: tuple[QRectF, ...]
    section: int | None
    lane: int
    glow: float = 0.0  # 0 to 1: hovered or just shown


class Ink:
    """Paints for one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def palette(self) -> dict[QPalette.ColorRole, QColor]:
        """Colours of the page itself."""
        role = QPalette.ColorRole
        return {
            role.Base: self.theme.paper,
            role.Window: self.theme.paper,
            role.Text: self.theme.ink,
        }

    def highlights(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """Tints under the words, and under each line of words a rule in the section's colour.

        Tints cover each other, so marks come with the ones that should be seen last; the rules all show.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        drawn = list(marks)
        for mark in drawn:
            painter.setBrush(self._mixed(mark.section, mark.glow))
            for rect in mark.rects:
                painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 1), _ROUND, _ROUND)
        for mark in drawn:
            strong = self.theme.section(mark.section)
            strong.setAlphaF(0.6 + 0.4 * mark.glow)
            sink = _SINK * (mark.lane % _RULED)
            for rect in mark.rects:
                painter.fillRect(QRectF(rect.left() - 1, rect.bottom() + sink, rect.width() + 2, _RULE), strong)

    def _mixed(self, section: int | None, glow: float) -> QColor:
        """The tint of a section as an opaque colour of the paper."""
        tint, paper = self.theme.tint(section), self.theme.paper
        share = min(1.0, tint.alphaF() * (1 + 1.4 * glow))
        return QColor.fromRgbF(
            tint.redF() * share + paper.redF() * (1 - share),
            tint.greenF() * share + paper.greenF() * (1 - share),
            tint.blueF() * share + paper.blueF() * (1 - share),
        )

    def dim(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """One veil over all words that are filed, however often."""
        filed = QRegion()
        for mark in marks:
            for rect in mark.rects:
                filed += rect.adjusted(-2, -1, 2, 2 + _SINK * _RULED).toAlignedRect()
        if not filed.isEmpty():
            veil = QColor(self.theme.paper)
            veil.setAlphaF(_VEIL)
            painter.setClipRegion(filed)
            painter.fillRect(filed.boundingRect(), veil)
            painter.setClipping(False)

    def offer(self, painter: QPainter, rects: Iterable[QRectF]) -> None:
        """A dotted line under the sentence that Enter would select."""
        pen = painter.pen()
        pen.setColor(self.theme.faint)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for rect in rects:
            painter.drawLine(rect.bottomLeft() + QPointF(0, 1), rect.bottomRight() + QPointF(0, 1))

    def bullet(self, painter: QPainter, centre: QPointF) -> None:
        """The mark of a list item."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.faint)
        painter.drawEllipse(centre, _BULLET, _BULLET)

    def quote_bar(self, painter: QPainter, box: QRectF) -> None:
        """The rule beside a quoted passage."""
        painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), self.theme.line)

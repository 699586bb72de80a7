"""Citation chips, and stand-ins for characters that cannot be shown, as inline objects of a section's text."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from briefing.ui.citations import Citations
from briefing.ui.section_look import CHIP, CODE, EXCERPT, STAND_IN, Look

PAD = 5.0
GAP = 3.0
SMALLER = 0.86


class Chips(QPyTextObject):
    """Draws the chips of one document; `hovered` is the excerpt that is lit up."""

    def __init__(self, document: QTextDocument, look: Look, known: Citations) -> None:
        super().__init__(document)
        self.known = known
        self.hovered = ""
        self.set_look(look)
        document.documentLayout().registerHandler(CHIP, self)

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self.look = look
        self._font = _small(look.font)
        self._metrics = QFontMetricsF(self._font)
        line = QFontMetricsF(look.font)
        self._height = line.ascent() + line.descent()
        self._widths: dict[str, float] = {}  # of labels; thousands of chips have few of them

    def intrinsicSize(self, _document: QTextDocument, _position: int, made: QTextFormat) -> QSizeF:
        """The room that a chip takes in its line."""
        label = self.known.label(made.stringProperty(EXCERPT))
        width = self._widths.get(label)
        if width is None:
            width = self._widths[label] = self._metrics.horizontalAdvance(label) + 2 * (PAD + GAP)
        return QSizeF(width, self._height)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, made: QTextFormat
    ) -> None:
        """Paint a chip: source and paragraph on the tint of the section of its excerpt."""
        excerpt = made.stringProperty(EXCERPT)
        index = self.known.section_index(excerpt)
        theme = self.look.theme
        line = QFontMetricsF(self.look.font)
        room = QRectF(rect)
        inner = QRectF(
            room.left() + GAP, room.bottom() - line.height() + 0.5, room.width() - 2 * GAP, line.height() - 1
        )
        is_lit = bool(excerpt) and excerpt == self.hovered
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.tint(index))
        painter.setPen(QPen(theme.section(index), 1.6) if is_lit else QPen(_soft(theme.section(index)), 1.0))
        painter.drawRoundedRect(inner, 4, 4)
        painter.setFont(self._font)
        painter.setPen(theme.ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.known.label(excerpt))
        painter.restore()


class StandIns(QPyTextObject):
    """Draws the code of a character that a text document cannot hold."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self.look = look
        document.documentLayout().registerHandler(STAND_IN, self)

    def intrinsicSize(self, _document: QTextDocument, _position: int, made: QTextFormat) -> QSizeF:
        """The room that the code takes."""
        line = QFontMetricsF(self.look.font)
        return QSizeF(line.horizontalAdvance(_code(made)) * SMALLER + 4, line.ascent() + line.descent())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, made: QTextFormat
    ) -> None:
        """Paint the code, faint."""
        painter.save()
        painter.setFont(_small(self.look.font))
        painter.setPen(self.look.theme.faint)
        descent = QFontMetricsF(self.look.font).descent()
        painter.drawText(QRectF(rect).bottomLeft() + QPointF(2, -descent), _code(made))
        painter.restore()


def _code(made: QTextFormat) -> str:
    return f"U+{made.intProperty(CODE):04X}"


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALLER)
    return small


def _soft(colour: QColor) -> QColor:
    soft = QColor(colour)
    soft.setAlphaF(0.45)
    return soft

"""One section on show: rich text as tall as what stands in it, with its bullets, bars, chips and lights."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing.domain.note import Section, Style
from briefing.ui.chips import Chips, StandIns
from briefing.ui.citations import NOTHING, Citations
from briefing.ui.quotation import quoted
from briefing.ui.section_look import CHIP, EXCERPT, SIDE, Look
from briefing.ui.section_marks import Light, paint_grounds, paint_marks, visible
from briefing.ui.section_page import SectionPage
from briefing.ui.section_text import OBJECT, units_before
from briefing.ui.section_words import is_whole_block, narrow_to_word
from briefing.ui.theme import dress_selection
from briefing.ui.words import told

GUTTER = 10  # pixels at either side of the viewport


class SectionView(SectionPage):
    """Shows a section and the place of each excerpt in it; it keeps no history and never scrolls by itself."""

    excerpt_hovered = Signal(str)
    caret_moved = Signal(QRect)

    def __init__(self, section: Section, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(section, look, parent)
        self.known: Citations = NOTHING
        self.colour_index = 0
        self._hovered = ""
        self._drop_line: int | None = None
        self._lights = [Light(), Light()]  # the excerpt under the pointer, the excerpt that is shown for a moment
        self._prepare()
        self.chips = Chips(self.page, look, self.known)
        self._stand_ins = StandIns(self.page, look)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.set_look(look)

    def _prepare(self) -> None:
        self.setObjectName(f"section-{self.key}")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(GUTTER, 0, GUTTER, 0)

    def show_section(self, section: Section, known: Citations, index: int) -> None:
        """Show a section as it is now; the caret stays where it was."""
        self.title, self.guidance, self.colour_index = section.title, told(section.guidance), index
        self.setAccessibleName(section.title)
        self.setAccessibleDescription(self.guidance)
        self.set_known(known)
        self.show_blocks(section.blocks)

    def set_known(self, known: Citations) -> None:
        """Know the excerpts as they are now."""
        self.known = self.chips.known = known

    def refresh_chips(self, excerpts: set[str]) -> None:
        """Lay out and paint the chips of some excerpts again, because what they say may have changed."""
        document = self.page
        for number, shown in enumerate(self.body.shown[: self.body.filled]):
            if not excerpts.isdisjoint(shown.citations):
                piece = document.findBlockByNumber(number)
                document.markContentsDirty(piece.position(), piece.length())

    def set_look(self, look: Look) -> None:
        """Show everything in another look, the caret where it was."""
        caret = QTextEdit.textCursor(self)
        places = caret.anchor(), caret.position()
        self.chips.set_look(look)
        self._stand_ins.look = look
        self.setFont(look.font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, look.theme.ink)
        dress_selection(palette, look.theme)
        self.setPalette(palette)
        self.body.dress(look)
        self.select(*places)
        self._fit()

    def set_hovered(self, excerpt_id: str) -> None:
        """Light up the chips and quotes of an excerpt."""
        if excerpt_id != self._lights[0].excerpt:
            self._lights[0] = Light(excerpt_id, 0.6)
            self.chips.hovered = excerpt_id
            self.viewport().update()

    def set_flash(self, light: Light) -> None:
        """Light up an excerpt for a moment."""
        self._lights[1] = light
        self.viewport().update()

    def set_drop_line(self, index: int | None) -> None:
        """Show the line before the block at an index, where a drop would go."""
        if index != self._drop_line:
            self._drop_line = index
            self.viewport().update()

    def block_of(self, excerpt_id: str) -> int | None:
        """Number of the block where an excerpt stands: its quote block, else the first with its chip; None if none."""
        shown = self.body.shown
        cited = [n for n, b in enumerate(shown) if excerpt_id in b.citations]
        return next((n for n in cited if shown[n].style is Style.QUOTE), cited[0] if cited else None)

    def rect_of(self, excerpt_id: str) -> QRect | None:
        """Where the block stands that holds an excerpt; None if it is not cited."""
        number = self.block_of(excerpt_id)
        return None if number is None else self.rect_of_block(number)

    def select_blocks(self, first: int, last: int) -> None:
        """Select whole blocks."""
        end = self.document().findBlockByNumber(last)
        self.select(self.document().findBlockByNumber(first).position(), end.position() + end.length() - 1)

    def select_words(self, number: int, start: int, end: int) -> None:
        """Select code points [start, end) of a block's words, in which its chips do not count."""
        if number < len(self.body.shown):
            at = self.document().findBlockByNumber(number).position()
            first = units_before(self.body.shown[number], start)
            last = max(first, units_before(self.body.shown[number], end, is_end=True))
            self.select(at + first, at + last)

    def put_caret_behind(self, number: int) -> None:
        """Put the caret at the end of a block, behind its chip."""
        block = self.document().findBlockByNumber(number)
        end = block.position() + block.length() - 1
        self.select(end, end)

    def excerpt_under(self, at: QPoint) -> tuple[str, bool]:
        """The excerpt at a point of the viewport, and whether it is a chip; empty if there is none."""
        layout = self.page.documentLayout()
        position = layout.hitTest(at.toPointF(), Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return "", False
        made = layout.formatAt(at.toPointF())
        if made.objectType() == CHIP:
            return made.stringProperty(EXCERPT), True
        return quoted(self.page.findBlock(position)), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which excerpt is under the pointer."""
        super().mouseMoveEvent(event)
        excerpt, is_chip = self.excerpt_under(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if is_chip else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self._tell_hovered(excerpt)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret behind a chip that is clicked; at a third click select the words of the block without its end.

        What is typed over the end of a block, too, would join the next.
        """
        before = self.textCursor()
        super().mousePressEvent(event)
        cursor = self.textCursor()
        if cursor != before and is_whole_block(cursor):
            self.select(cursor.selectionStart(), cursor.selectionEnd() - 1)
        elif not cursor.hasSelection() and self._is_chip_at(cursor.position(), event.position().toPoint()):
            self.select(cursor.position() + 1, cursor.position() + 1)

    def _is_chip_at(self, position: int, at: QPoint) -> bool:
        """Whether a point is on the chip behind a position, of several the one that begins there."""
        if not self.excerpt_under(at)[1] or self.page.characterAt(position) != OBJECT:
            return False
        edge = QTextCursor(self.page)
        edge.setPosition(position)
        begin = self.cursorRect(edge).x()
        edge.setPosition(position + 1)
        end = self.cursorRect(edge).x()
        return min(begin, end) <= at.x() <= max(begin, end)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, without the chips beside it."""
        super().mouseDoubleClickEvent(event)
        cursor = self.textCursor()
        narrow_to_word(cursor, self.cursorForPosition(event.position().toPoint()).position())
        self.setTextCursor(cursor)

    def _tell_hovered(self, excerpt: str) -> None:
        if excerpt != self._hovered:
            self._hovered = excerpt
            self.excerpt_hovered.emit(excerpt)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out when the pointer goes."""
        super().leaveEvent(event)
        self._tell_hovered("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any pane."""
        return QSize(120, 24)

    def _tell_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit(self.cursorRect().translated(self.viewport().pos()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lights, text and marks, or the guidance where nothing is written yet."""
        area = QRectF(event.rect())
        pieces = visible(self.page, area)
        colour = self.look.theme.section(self.colour_index)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_grounds(painter, pieces, self.look, colour, self._lights, self.page.textWidth())
        if self.body.is_bare:
            painter.setPen(self.look.theme.faint)
            painter.drawText(self._guidance_rect(), Qt.TextFlag.TextWordWrap, self.guidance)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_marks(painter, pieces, self.look, colour, self.page.textWidth())
        if self._drop_line is not None:
            self._paint_drop_line(painter, self._drop_line)
        painter.end()

    def _paint_drop_line(self, painter: QPainter, index: int) -> None:
        last = len(self.body.shown) - 1
        rect = self.rect_of_block(min(index, last)).translated(-self.viewport().pos())
        y = rect.top() - 4 if index <= last else rect.bottom() + 4
        painter.setPen(QPen(self.look.theme.section(self.colour_index), 2.4))
        painter.drawLine(int(SIDE), max(2, y), self.viewport().width() - int(SIDE), max(2, y))

"""One section on show: rich text as tall as what stands in it, with its bullets, bars, chips and lights."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing.domain.ends import shared_ends
from briefing.domain.note import Block, Section, Style
from briefing.ui.chips import Chips, StandIns
from briefing.ui.citations import NOTHING, Citations
from briefing.ui.section_body import Body
from briefing.ui.section_keys import quoted
from briefing.ui.section_look import CHIP, EXCERPT, SIDE, Look
from briefing.ui.section_marks import Light, paint_grounds, paint_marks, visible
from briefing.ui.section_text import units_before
from briefing.ui.section_words import is_whole_block, narrow_to_word
from briefing.ui.theme import dress_selection
from briefing.ui.words import told

GUTTER = 10  # pixels at either side of the viewport
Place = tuple[int, int, bool]  # block number, offset in it, whether it is behind what changes


class SectionView(QTextEdit):
    """Shows a section and the place of each excerpt in it; it keeps no history and never scrolls by itself."""

    excerpt_hovered = Signal(str)
    caret_moved = Signal(QRect)

    def __init__(self, section: Section, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = section.key
        self.title = section.title
        self.guidance = told(section.guidance)
        self.known: Citations = NOTHING
        self.colour_index = 0
        self._hovered = ""
        self._drop_line: int | None = None
        self._lights = [Light(), Light()]  # the excerpt under the pointer, the excerpt that is shown for a moment
        self._prepare()
        self.body = Body(self.document(), look)
        self.chips = Chips(self.document(), look, self.known)
        self._stand_ins = StandIns(self.document(), look)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
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

    @property
    def look(self) -> Look:
        """How the section looks."""
        return self.body.look

    def show_section(self, section: Section, known: Citations, index: int) -> None:
        """Show a section as it is now; the caret stays where it was."""
        self.title, self.guidance, self.colour_index = section.title, told(section.guidance), index
        self.setAccessibleName(section.title)
        self.setAccessibleDescription(self.guidance)
        self.set_known(known)
        self.show_blocks(section.blocks)

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show blocks, touching only what differs."""
        old, new = self.body.shown, list(blocks or (Block(),))
        head, tail = shared_ends(old, new)
        if head == len(old) == len(new):
            return
        caret = self.textCursor()
        places = [self._place(position, head, len(old) - tail) for position in (caret.anchor(), caret.position())]
        grown = len(new) - len(old)
        self.body.show(blocks)
        self._restore(places, grown)
        self._fit()

    def _place(self, position: int, head: int, tail_from: int) -> Place | None:
        """Where a position is, told so that it can be found again; None inside of what changes."""
        piece = self.document().findBlock(position)
        number = piece.blockNumber()
        if head <= number < tail_from:
            return None
        return number, position - piece.position(), number >= tail_from

    def _restore(self, places: list[Place | None], grown: int) -> None:
        caret = self.textCursor()
        before = [caret.anchor(), caret.position()]
        after = [at if place is None else self._found(place, grown) for at, place in zip(before, places, strict=True)]
        if after != before:
            self.select(*after)

    def _found(self, place: Place, grown: int) -> int:
        number, offset, is_behind = place
        return self.document().findBlockByNumber(number + (grown if is_behind else 0)).position() + offset

    def select(self, anchor: int, position: int) -> None:
        """Put the ends of the selection at two positions of the document."""
        caret = self.textCursor()
        caret.setPosition(anchor)
        caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)

    def set_known(self, known: Citations) -> None:
        """Know the excerpts as they are now."""
        self.known = self.chips.known = known

    def refresh_chips(self, excerpts: set[str]) -> None:
        """Lay out and paint the chips of some excerpts again, because what they say may have changed."""
        document = self.document()
        for number, shown in enumerate(self.body.shown):
            if not excerpts.isdisjoint(shown.citations):
                piece = document.findBlockByNumber(number)
                document.markContentsDirty(piece.position(), piece.length())

    def go_to_edge(self, *, at_start: bool) -> None:
        """Put the caret at the start or the end."""
        end = self.document().characterCount() - 1
        self.select(*((0, 0) if at_start else (end, end)))

    def set_look(self, look: Look) -> None:
        """Show everything in another look, the caret where it was."""
        caret = self.textCursor()
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

    def rect_of_block(self, number: int) -> QRect:
        """Where a block stands, in the coordinates of the editor."""
        rect = self.document().documentLayout().blockBoundingRect(self.document().findBlockByNumber(number))
        return rect.toAlignedRect().translated(self.viewport().pos())

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

    def caret_place(self) -> tuple[int, int]:
        """Number of the block that the caret is in, and the positions of the document before it there."""
        cursor = self.textCursor()
        return cursor.blockNumber(), cursor.positionInBlock()

    def put_caret(self, number: int, offset: int) -> None:
        """Put the caret into a block, behind so many positions of the document, or where there is such a place."""
        piece = self.document().findBlockByNumber(min(number, self.document().blockCount() - 1))
        at = piece.position() + min(offset, piece.length() - 1)
        self.select(at, at)

    def put_caret_behind(self, number: int) -> None:
        """Put the caret at the end of a block, behind its chip."""
        block = self.document().findBlockByNumber(number)
        end = block.position() + block.length() - 1
        self.select(end, end)

    def excerpt_under(self, at: QPoint) -> tuple[str, bool]:
        """The excerpt at a point of the viewport, and whether it is a chip; empty if there is none."""
        layout = self.document().documentLayout()
        position = layout.hitTest(at.toPointF(), Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return "", False
        made = layout.formatAt(at.toPointF())
        if made.objectType() == CHIP:
            return made.stringProperty(EXCERPT), True
        return quoted(self.document().findBlock(position)), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which excerpt is under the pointer."""
        super().mouseMoveEvent(event)
        excerpt, is_chip = self.excerpt_under(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if is_chip else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self._tell_hovered(excerpt)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """At a third click select the words of the block, without its end: what is typed then joins no other."""
        before = self.textCursor()
        super().mousePressEvent(event)
        cursor = self.textCursor()
        if cursor != before and is_whole_block(cursor):
            self.select(cursor.selectionStart(), cursor.selectionEnd() - 1)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines for the new width and be as tall as they need."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the text needs, which nobody asked for while nothing was seen."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return  # lines are broken once, for the width that is seen
        height = ceil(self.document().size().height())
        if self.body.is_bare:
            height = max(height, self._guidance_rect().height() + 6)
        if height + 4 != self.height():
            self.setFixedHeight(height + 4)

    def _guidance_rect(self) -> QRect:
        room = QRect(int(SIDE), 4, max(40, self.viewport().width() - 2 * int(SIDE)), 10_000)
        return QFontMetrics(self.look.font).boundingRect(room, Qt.TextFlag.TextWordWrap, self.guidance)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any pane."""
        return QSize(120, 24)

    def _tell_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit(self.cursorRect().translated(self.viewport().pos()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lights, text and marks, or the guidance where nothing is written yet."""
        area = QRectF(event.rect())
        pieces = visible(self.document(), area)
        colour = self.look.theme.section(self.colour_index)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_grounds(painter, pieces, self.look, colour, self._lights, self.document().textWidth())
        if self.body.is_bare:
            painter.setPen(self.look.theme.faint)
            painter.drawText(self._guidance_rect(), Qt.TextFlag.TextWordWrap, self.guidance)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_marks(painter, pieces, self.look, colour, self.document().textWidth())
        if self._drop_line is not None:
            self._paint_drop_line(painter, self._drop_line)
        painter.end()

    def _paint_drop_line(self, painter: QPainter, index: int) -> None:
        last = len(self.body.shown) - 1
        rect = self.rect_of_block(min(index, last)).translated(-self.viewport().pos())
        y = rect.top() - 4 if index <= last else rect.bottom() + 4
        painter.setPen(QPen(self.look.theme.section(self.colour_index), 2.4))
        painter.drawLine(int(SIDE), max(2, y), self.viewport().width() - int(SIDE), max(2, y))

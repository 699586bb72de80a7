"""The page of one section: rich text as tall as what stands in it, of which a long one holds only the beginning.

What is far out of sight of thousands of blocks is known, but made into text when it comes near or is worked on: a
document of every block would be most of what a large note takes, in time and in memory.
"""

from math import ceil
from sys import maxsize

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent, QShowEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing.domain.ends import shared_ends
from briefing.domain.note import Block, Section
from briefing.ui.announce import is_heard
from briefing.ui.section_body import Body
from briefing.ui.section_look import SIDE, Look
from briefing.ui.words import told

LAST = maxsize  # number of the last block, or its last position, whichever that is by then
STEP = 12  # blocks more than the height in sight asks for, so that not every step of scrolling makes some
Place = tuple[int, int, bool]  # block number, offset in it, whether it is behind what changes
_AT_WORK = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
}


class SectionPage(QTextEdit):
    """Shows blocks and keeps the caret in its place among them; who asks for its document gets all of them."""

    def __init__(self, section: Section, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = section.key
        self.title = section.title
        self.guidance = told(section.guidance)
        self.page = super().document()  # enough of it for what is in sight
        self.body = Body(self.page, look)
        self._put_off: tuple[int, int] | None = None  # where the caret goes when its block is there
        self.page.documentLayout().documentSizeChanged.connect(self._fit)
        self._was_bare = self.body.is_bare
        self.body.written.connect(self._fit_guidance)

    @property
    def look(self) -> Look:
        """How the section looks."""
        return self.body.look

    # As much of it as is needed

    def document(self) -> QTextDocument:
        """The document with every block in it."""
        self.fill()
        return super().document()

    def textCursor(self) -> QTextCursor:
        """A cursor in the document with every block in it."""
        self.fill()
        return super().textCursor()

    def fill(self, count: int | None = None) -> None:
        """Have the first blocks in the document, or all of them."""
        if self.body.is_whole or self.body.is_busy or (count is not None and count <= self.body.filled):
            return
        caret = super().textCursor()
        places = caret.anchor(), caret.position()
        blocked = self.blockSignals(True)  # noqa: FBT003  # a caret at the end only seems to move: it goes along
        self.body.grow(count)
        self.select(*places)
        self.blockSignals(blocked)
        self._fit()
        if self.body.is_whole and self._put_off is not None:
            self.put_caret(*self._put_off)

    def fill_to(self, height: float) -> bool:
        """Have the blocks that reach down to a height in pixels, for a screen reader all; whether any were missing."""
        before = self.body.filled
        if is_heard():
            self.fill()
        while not self.body.is_whole and not self.body.is_busy and (there := self.page.size().height()) < height:
            usual = there / self.body.filled
            self.fill(self.body.filled + int((height - there) / usual) + STEP)
        return self.body.filled > before

    def viewportEvent(self, event: QEvent) -> bool:
        """Have every block there before anything is done with them."""
        if event.type() in _AT_WORK:
            self.fill()
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have every block there before anything is typed."""
        self.fill()
        super().focusInEvent(event)

    # Blocks and the caret among them

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show blocks, touching only what differs."""
        old, new = self.body.shown, list(blocks or (Block(),))
        head, tail = shared_ends(old, new)
        if head == len(old) == len(new):
            return
        caret = super().textCursor()
        places = [self._place(position, head, len(old) - tail) for position in (caret.anchor(), caret.position())]
        grown = len(new) - len(old)
        self.body.show(blocks)
        self._restore(places, grown)
        self._fit()

    def _place(self, position: int, head: int, tail_from: int) -> Place | None:
        """Where a position is, told so that it can be found again; None inside of what changes."""
        piece = self.page.findBlock(position)
        number = piece.blockNumber()
        if head <= number < tail_from:
            return None
        return number, position - piece.position(), number >= tail_from

    def _restore(self, places: list[Place | None], grown: int) -> None:
        caret = super().textCursor()
        before = [caret.anchor(), caret.position()]
        after = [at if place is None else self._found(place, grown) for at, place in zip(before, places, strict=True)]
        if after != before:
            self.select(*after)

    def _found(self, place: Place, grown: int) -> int:
        number, offset, is_behind = place
        return self._block(number + (grown if is_behind else 0)).position() + offset

    def _block(self, number: int) -> QTextBlock:
        """A block of the document, the last one if there are not so many yet."""
        return self.page.findBlockByNumber(min(number, self.page.blockCount() - 1))

    def select(self, anchor: int, position: int) -> None:
        """Put the ends of the selection at two positions of the document."""
        last = self.page.characterCount() - 1
        caret = super().textCursor()
        caret.setPosition(min(anchor, last))
        caret.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)

    def go_to_edge(self, *, at_start: bool) -> None:
        """Put the caret at the start or the end."""
        self.put_caret(*((0, 0) if at_start else (LAST, LAST)))

    def caret_place(self) -> tuple[int, int]:
        """Number of the block that the caret is in, and the positions of the document before it there."""
        if self._put_off is not None:
            return self._put_off
        cursor = super().textCursor()
        return cursor.blockNumber(), cursor.positionInBlock()

    def put_caret(self, number: int, offset: int) -> None:
        """Put the caret into a block, behind so many positions of the document, or where there is such a place."""
        if number >= self.body.filled and not self.body.is_whole:
            self._put_off = (number, offset)
            return
        self._put_off = None
        piece = self._block(number)
        at = piece.position() + min(offset, piece.length() - 1)
        self.select(at, at)

    # As tall as what stands in it

    def rect_of_block(self, number: int) -> QRect:
        """Where a block stands, in the coordinates of the editor."""
        self.fill(number + 1)
        rect = self.page.documentLayout().blockBoundingRect(self.page.findBlockByNumber(number))
        return rect.toAlignedRect().translated(self.viewport().pos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines for the new width and be as tall as they need."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the text needs, which nobody asked for while nothing was seen."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._was_bare = self.body.is_bare
        if not self.isVisible() or self.body.is_busy:
            return  # lines are broken once, for the width that is seen
        height = self.page.size().height()
        height += height / self.body.filled * (len(self.body.shown) - self.body.filled)  # as is to be expected
        if self.body.is_bare:
            height = max(height, self._guidance_rect().height() + 6)
        if ceil(height) + 4 != self.height():
            self.setFixedHeight(ceil(height) + 4)

    def _fit_guidance(self) -> None:
        """The guidance comes and goes with what is written, and with it the room it needs."""
        if self.body.is_bare != self._was_bare:
            self._fit()

    def _guidance_rect(self) -> QRect:
        room = QRect(int(SIDE), 4, max(40, self.viewport().width() - 2 * int(SIDE)), 10_000)
        return QFontMetrics(self.look.font).boundingRect(room, Qt.TextFlag.TextWordWrap, self.guidance)

"""The body of one section on show: a text document and the blocks that stand in it, kept in step block by block."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from briefing.domain.ends import differing
from briefing.domain.note import Block
from briefing.ui.section_look import Look
from briefing.ui.section_text import fill, read, redress, splice

EMPTY = (Block(),)  # a text document always has a block; alone and bare it is a section without any


class Body(QObject):
    """Reads only what changed, so that a key in a section of thousands of blocks costs as little as in a short one."""

    written = Signal()  # someone other than `show` changed the text

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._document = document
        self.look = look
        self._blocks: list[Block] = list(EMPTY)
        self.words = 0
        self._is_busy = False
        self._fresh = range(0)  # numbers of the blocks that were read since `written` was last told
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(2)
        self.dress(look)
        document.contentsChange.connect(self._reread)
        document.contentsChanged.connect(self._tell)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the section; none if all that stands there is an empty paragraph."""
        blocks = tuple(self._blocks)
        return () if blocks == EMPTY else blocks

    @property
    def shown(self) -> Sequence[Block]:
        """A block for each block of the document."""
        return self._blocks

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands in the section, not even an empty bullet."""
        return len(self._blocks) == 1 and self._blocks[0] == EMPTY[0]

    def show(self, blocks: Sequence[Block]) -> None:
        """Show blocks, changing only what differs from what is on show."""
        new = list(blocks or EMPTY)
        self._is_busy = True
        try:
            splice(self._document, self._blocks, new, self.look)
        finally:
            self._is_busy = False
        gone, come = differing(self._blocks, new)
        self.words += sum(map(words_in, come)) - sum(map(words_in, gone))
        self._blocks = new

    def dress(self, look: Look) -> None:
        """Show the same blocks in another look."""
        self.look = look
        self._is_busy = True
        try:
            self._document.setDefaultFont(look.font)
            self._document.setIndentWidth(look.step)
            fill(self._document, self._blocks, look)
        finally:
            self._is_busy = False

    def _reread(self, position: int, _removed: int, added: int) -> None:
        if self._is_busy:
            return
        document = self._document
        first = max(0, document.findBlock(position).blockNumber())
        last = _number(document, document.findBlock(position + added))
        old_last = last - (document.blockCount() - len(self._blocks))
        if old_last < first - 1:
            first, last, old_last = 0, document.blockCount() - 1, len(self._blocks) - 1
        new = read(document, first, last)
        old = self._blocks[first : old_last + 1]
        if new == old:
            return
        self.words += sum(map(words_in, new)) - sum(map(words_in, old))
        self._blocks[first : old_last + 1] = new
        self._fresh = range(first, last + 1)

    def _tell(self) -> None:
        if self._is_busy or not self._fresh:
            return
        fresh, self._fresh = self._fresh, range(0)
        self._is_busy = True
        try:
            for number in fresh:
                redress(self._document.findBlockByNumber(number), self.look)
        finally:
            self._is_busy = False
        self.written.emit()


def words_in(block: Block) -> int:
    """How many words stand in a block."""
    return len(block.text.split())


def _number(document: QTextDocument, piece: QTextBlock) -> int:
    return piece.blockNumber() if piece.isValid() else document.blockCount() - 1

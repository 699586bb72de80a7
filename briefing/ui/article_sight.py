"""What is in sight: the blocks of an article that show in the viewport, and where their words stand in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QTextEdit

from briefing.ui.positions import Line, Positions
from briefing.ui.text_places import first_line_below, line_extent, line_rects

_USUAL = 60  # lines: a shorter passage is asked for as a whole


@dataclass(frozen=True, slots=True)
class Stripe:
    """A block in sight: what it shows, where (in the viewport), and the code points of it that are in sight."""

    block: QTextBlock
    line: Line
    origin: QPointF
    start: int
    end: int


def stripes(view: QTextEdit, positions: Positions, area: QRect, near: int) -> Iterator[Stripe]:
    """The blocks that show in an area of a viewport, from the top; `near` is the number of a block close by."""
    if not positions.lines:
        return
    document = view.document()
    layout = document.documentLayout()
    scrolled = view.verticalScrollBar().value()
    block = document.findBlockByNumber(_block_at(document, area.top() + scrolled, near))
    while block.isValid():
        box = layout.blockBoundingRect(block).translated(0, -scrolled)
        if box.top() > area.bottom():
            return
        if box.bottom() >= area.top():
            yield _stripe(positions, block, box.topLeft(), area)
        block = block.next()


def _block_at(document: QTextDocument, height: float, near: int) -> int:
    """Number of the last block that begins above a height, looked for in growing steps from one that is near.

    Asking Qt what stands at a point takes 20 ms in a line without an end, and asking for the place of a block far
    below makes it lay out everything above.
    """
    layout, count = document.documentLayout(), document.blockCount()

    def is_above(number: int) -> bool:
        return layout.blockBoundingRect(document.findBlockByNumber(number)).top() <= height

    low = high = min(max(0, near), count - 1)
    step = 1
    while low > 0 and not is_above(low):
        low, high, step = max(0, low - step), low, 2 * step
    if low == high:
        high = low + 1
        while high < count and is_above(high):
            low, high, step = high, high + step, 2 * step
    high = min(high, count)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_above(middle) else (low, middle)
    return low


def _stripe(positions: Positions, block: QTextBlock, origin: QPointF, area: QRect) -> Stripe:
    line = positions.lines[block.blockNumber()]
    passage = positions.source.passages[line.passage]
    start, end = passage.start, passage.start if line.folds else passage.end
    layout = block.layout()
    count = layout.lineCount()
    if not line.folds and count > _USUAL:
        layout.setCacheEnabled(True)  # or Qt looks through the whole passage again at every question
        first = layout.lineAt(max(0, first_line_below(layout, area.top() - origin.y()) - 1))
        last = layout.lineAt(min(count - 1, first_line_below(layout, area.bottom() - origin.y())))
        start = positions.text_position(block.position() + first.textStart())
        end = positions.text_position(block.position() + last.textStart() + last.textLength())
    return Stripe(block, line, origin, start, end)


def stripe_rects(positions: Positions, stripe: Stripe, start: int, end: int) -> list[QRectF]:
    """Where [start, end) stands in a stripe, one rectangle a run of glyphs, in the viewport."""
    units = _units(positions, stripe, start, end)
    if units is None:
        return []
    rects = line_rects(stripe.block.layout(), *units, is_mixed=positions.is_mixed(stripe.line.passage))
    return [rect.translated(stripe.origin) for rect in rects]


def stripe_extent(positions: Positions, stripe: Stripe, start: int, end: int) -> tuple[float, float] | None:
    """Top and bottom of the lines on which [start, end) stands in a stripe, in the viewport; None if nowhere."""
    units = _units(positions, stripe, start, end)
    if units is None:
        return None
    top, bottom = line_extent(stripe.block.layout(), *units)
    return top + stripe.origin.y(), bottom + stripe.origin.y()


def _units(positions: Positions, stripe: Stripe, start: int, end: int) -> tuple[int, int] | None:
    """UTF-16 units, in the block, of what of [start, end) is in sight."""
    low, high = max(start, stripe.start), min(end, stripe.end)
    if stripe.line.folds or low >= high:
        return None
    index = stripe.line.passage
    return positions.offset(index, low), positions.offset(index, high)

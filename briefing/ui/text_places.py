"""Text places: the rectangles that a run of text covers in a laid-out block, also where directions mix."""

import re
import unicodedata
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine

# Hebrew, Arabic and their neighbours and presentation forms, and the marks that turn the direction.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TOUCHING = 0.5  # pixels


def has_right_to_left(text: str) -> bool:
    """Whether a text has letters or marks that run from right to left."""
    return not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter of a text is of a script that runs from right to left, and the text with it."""
    letters = (unicodedata.bidirectional(letter) for letter in text)
    return next((found != "L" for found in letters if found in ("L", "R", "AL")), False)


def line_rects(layout: QTextLayout, first: int, last: int, *, is_mixed: bool) -> list[QRectF]:
    """Rectangles, in the layout, of the UTF-16 units [first, last): one a line, more where directions mix."""
    rects: list[QRectF] = []
    line = layout.lineForTextPosition(first)
    number = line.lineNumber() if line.isValid() else 0
    for at in range(number, layout.lineCount()):
        line = layout.lineAt(at)
        begin, end = line.textStart(), line.textStart() + line.textLength()
        if begin >= last:
            break
        low, high = max(first, begin), min(last, end)
        if low < high:
            rects += _mixed(line, low, high) if is_mixed else [_plain(line, low, high)]
    return rects


def line_extent(layout: QTextLayout, first: int, last: int) -> tuple[float, float]:
    """Top of the line of unit `first` and bottom of the line of the unit before `last`."""
    top, bottom = layout.lineForTextPosition(first), layout.lineForTextPosition(max(first, last - 1))
    return top.y(), bottom.y() + bottom.height()


def first_line_below(layout: QTextLayout, height: float) -> int:
    """Number of the first line that ends below a height; the number of lines if none does."""
    low, high = 0, layout.lineCount()
    while low < high:
        middle = (low + high) // 2
        rect = layout.lineAt(middle).rect()
        low, high = (low, middle) if rect.bottom() > height else (middle + 1, high)
    return low


def _plain(line: QTextLine, low: int, high: int) -> QRectF:
    left, right = _x(line, low), _x(line, high)
    return QRectF(min(left, right), line.y(), abs(right - left), line.height())


def _mixed(line: QTextLine, low: int, high: int) -> list[QRectF]:
    """One rectangle for each stretch of neighbouring glyphs; edges of letters do not tell where directions meet."""
    boxes = sorted((run.boundingRect() for run in line.glyphRuns(low, high - low)), key=QRectF.left)
    joined: list[tuple[float, float]] = []
    for box in boxes:
        if joined and box.left() <= joined[-1][1] + _TOUCHING:
            joined[-1] = (joined[-1][0], max(box.right(), joined[-1][1]))
        else:
            joined.append((box.left(), box.right()))
    return [QRectF(left, line.y(), right - left, line.height()) for left, right in joined]


def _x(line: QTextLine, at: int) -> float:
    return float(cast("tuple[float, int]", line.cursorToX(at))[0])  # PySide6 types it as a bare object

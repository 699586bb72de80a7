"""The characters of a page of a PDF: where each stands and how large, and what that makes of the words of a line."""

import re
from ctypes import c_double
from math import hypot
from typing import Any
from unicodedata import combining

from briefing.io.readers.leftward import RIGHT_TO_LEFT, in_reading_order
from briefing.io.readers.raised import as_said

FIGURES = re.compile(r"(?:^|(?<=\S))[+\-−–]?\d+(?:[,;–-]\d+)*")  # which may stand above the line
_RAISED = (0.15, 0.8)  # of a size: how far a raised figure stands above the foot of its line
_TOKEN = re.compile(r"\S+")


def units(text: str) -> int:
    """How many UTF-16 units a text has, which is what PDFium counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Glyphs:
    """Where the characters of a page stand; one box is used again and again, for there are many."""

    def __init__(self, text_page: Any, text: str) -> None:  # noqa: ANN401 - pypdfium2 is loaded late
        from pypdfium2 import raw  # noqa: PLC0415 - loaded already

        self._page = text_page.raw
        self._is_same = text_page.count_chars() == units(text)  # PDFium may leave characters out of its text
        self._index = raw.FPDFText_GetCharIndexFromTextIndex
        self._get = raw.FPDFText_GetLooseCharBox
        self._box = raw.FS_RECTF()
        self._size_of = raw.FPDFText_GetFontSize
        self._matrix_of = raw.FPDFText_GetMatrix
        self._matrix = raw.FS_MATRIX()
        self._origin = raw.FPDFText_GetCharOrigin
        self._ink = raw.FPDFText_GetCharBox
        self._x, self._right, self._y, self._top = c_double(), c_double(), c_double(), c_double()

    def around(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a line, by the places of its first and last character in the text."""
        start = self._at(first)
        end = self._at(last)
        if start is None or end is None:
            return start or (0.0, 0.0, 0.0, 0.0)
        return min(start[0], end[0]), min(start[1], end[1]), max(start[2], end[2]), max(start[3], end[3])

    def size(self, place: int) -> float:
        """The size in points that a character is set in; 0 where the document does not tell."""
        index = self._index_of(place)
        is_told = self._matrix_of(self._page, index, self._matrix)
        size = float(self._size_of(self._page, index))
        return size * hypot(self._matrix.c, self._matrix.d) if is_told else size

    def without_raised(self, words: str, first: int, middle: int, size: float) -> str:
        """The words of a line without the raised numbers of notes, and with raised exponents told from figures.

        `middle` is the place of a letter that stands on the line.
        """
        foot = self._foot(first + units(words[:middle]))
        pieces: list[str] = []
        at = 0
        for found in FIGURES.finditer(words):
            end = found.end()
            start = end
            while start > found.start() and self._is_raised(first + units(words[: start - 1]), foot, size):
                start -= 1
            if start < end and (
                not start or abs(self._foot(first + units(words[: start - 1])) - foot) < _RAISED[0] * size
            ):
                pieces += (words[at:start], as_said(words[:start], words[start:end], words[end:]))
                at = end
        return "".join((*pieces, words[at:]))

    def _foot(self, place: int) -> float:
        """How high the line stands that a character is set on."""
        self._origin(self._page, self._index_of(place), self._x, self._y)
        return float(self._y.value)

    def _is_raised(self, place: int, foot: float, size: float) -> bool:
        """Whether the ink of a character begins above the foot of its line."""
        left, right, bottom, top = (self._x, self._right, self._y, self._top)
        is_found = self._ink(self._page, self._index_of(place), left, right, bottom, top)
        return bool(is_found) and _RAISED[0] * size < bottom.value - foot < _RAISED[1] * size

    def as_read(self, words: str, first: int, *, leftward: bool) -> tuple[str, float, float]:
        """The words of a line as they are said, where they stand as they are seen; and its left and right edges.

        `leftward` tells that the line as a whole is read from right to left.
        """
        told = []
        lefts, rights = [], []
        for found in _TOKEN.finditer(words):
            start = first + units(words[: found.start()])
            ends = [self._at(start), self._at(first + units(words[: found.end() - 1]))]
            boxes = [box for box in ends if box is not None] or [(0.0, 0.0, 0.0, 0.0)]
            lefts.append(min(box[0] for box in boxes))
            rights.append(max(box[2] for box in boxes))
            told.append((lefts[-1], self._with_turned(found[0], start)))
        return " ".join(in_reading_order(told, leftward=leftward)), min(lefts), max(rights)

    def _with_turned(self, word: str, first: int) -> str:
        """A word with what is written from right to left turned around where it stands as it is seen."""
        return RIGHT_TO_LEFT.sub(lambda found: self._turned(found[0], first + units(word[: found.start()])), word)

    def _turned(self, word: str, first: int) -> str:
        """A word as it is said: turned around where its letters run from left to right."""
        places = [self._at(first + place) for place in range(len(word))]
        lefts = [place[0] for place in places if place is not None]
        if len(lefts) < len(word) or lefts[0] >= lefts[-1]:
            return word
        letters: list[str] = []
        for i, letter in enumerate(word):
            if letters and (lefts[i] == lefts[i - 1] or combining(letter)):
                letters[-1] += letter  # one glyph for several letters, or a mark on one
            else:
                letters.append(letter)
        return "".join(reversed(letters))

    def _at(self, place: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of a character by its place in the text; None where it has no box."""
        box = self._box
        is_found = self._get(self._page, self._index_of(place), box)
        return (box.left, box.bottom, box.right, box.top) if is_found else None

    def _index_of(self, place: int) -> int:
        return place if self._is_same else max(self._index(self._page, place), 0)

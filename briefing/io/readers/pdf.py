"""PDF: the text of its pages, put together into paragraphs, with running heads and page numbers folded as noise."""

import re
from math import hypot
from typing import Any
from unicodedata import combining

from briefing.domain.errors import BriefingError
from briefing.domain.source import Source
from briefing.domain.text import fold, normalise
from briefing.io.readers.blocks import build
from briefing.io.readers.package import guarded
from briefing.io.readers.pages import HYPHEN, Line, blocks_of
from briefing.io.readers.pdf_facts import record_of

LIMIT_PAGES = 5000
_LINES = re.compile(rf"[^\n\x02{HYPHEN}]*[\n\x02{HYPHEN}]?")  # PDFium puts no line break behind a hyphen of its own
_LEAST_SIZE = 0.1  # points; what is less is not told
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")


def read(data: bytes) -> Source:
    """A PDF as a source, each passage with its page."""
    return guarded(lambda: _read(data), "PDF")


def _read(data: bytes) -> Source:
    import pypdfium2  # noqa: PLC0415 - loaded when the first PDF is read

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BriefingError("The PDF is protected by a password; save it without one first.") from error
        raise BriefingError("The PDF is damaged or cut off, so it could not be read; get it again.") from error
    try:
        if len(document) > LIMIT_PAGES:
            raise BriefingError("The PDF has more than 5,000 pages; save the pages of the article alone.")
        pages = [_lines(document, number) for number in range(len(document))]
        told = {name: fold(normalise(value)) for name, value in document.get_metadata_dict().items()}
    finally:
        document.close()
    if not any(pages):
        raise BriefingError("The PDF holds pictures of its pages but no text; run text recognition on it first.")
    blocks = blocks_of(pages)
    return build(blocks, record_of(blocks, told))


def _lines(document: Any, number: int) -> list[Line]:  # noqa: ANN401 - pypdfium2 is loaded late
    """The lines of a page in PDFium's order, each with its box."""
    page = document[number]
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        boxes = _Boxes(text_page, text)
        height = page.get_height()
        lines: list[Line] = []
        at = 0
        for raw in _LINES.findall(text):
            words = raw.strip()
            if words:
                first = at + _units(raw[: len(raw) - len(raw.lstrip())])
                box = boxes.around(first, first + _units(words) - 1)
                middle = max(place for place in range(len(words) // 2 + 1) if not words[place].isspace())
                size = boxes.size(first + _units(words[:middle])) or box[3] - box[1]
                words = boxes.as_said(words, first) if _RIGHT_TO_LEFT.search(words) else words
                lines.append(Line(words.replace("\x02", HYPHEN), number + 1, height, *box, max(size, _LEAST_SIZE)))
            at += _units(raw)
    finally:
        text_page.close()
        page.close()
    return lines


def _units(text: str) -> int:
    """How many UTF-16 units a text has, which is what PDFium counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Boxes:
    """Where the characters of a page stand; one box is used again and again, for there are many."""

    def __init__(self, text_page: Any, text: str) -> None:  # noqa: ANN401 - pypdfium2 is loaded late
        from pypdfium2 import raw  # noqa: PLC0415 - loaded already

        self._page = text_page.raw
        self._is_same = text_page.count_chars() == _units(text)  # PDFium may leave characters out of its text
        self._index = raw.FPDFText_GetCharIndexFromTextIndex
        self._get = raw.FPDFText_GetLooseCharBox
        self._box = raw.FS_RECTF()
        self._size_of = raw.FPDFText_GetFontSize
        self._matrix_of = raw.FPDFText_GetMatrix
        self._matrix = raw.FS_MATRIX()

    def around(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a line, by the places of its first and last character in the text."""
        start = self._at(first)
        end = self._at(last)
        if start is None or end is None:
            return start or (0.0, 0.0, 0.0, 0.0)
        return start[0], min(start[1], end[1]), max(start[2], end[2]), max(start[3], end[3])

    def size(self, place: int) -> float:
        """The size in points that a character is set in; 0 where the document does not tell."""
        index = self._index_of(place)
        is_told = self._matrix_of(self._page, index, self._matrix)
        size = float(self._size_of(self._page, index))
        return size * hypot(self._matrix.c, self._matrix.d) if is_told else size

    def as_said(self, words: str, first: int) -> str:
        """The words of a line, with what is written from right to left turned around where it stands as it is seen."""
        return _RIGHT_TO_LEFT.sub(lambda found: self._turned(found[0], first + _units(words[: found.start()])), words)

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

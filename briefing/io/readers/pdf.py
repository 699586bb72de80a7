"""PDF: the text of its pages, put together into paragraphs, with running heads and page numbers folded as noise."""

import re
from dataclasses import replace
from typing import Any

from briefing.domain.errors import BriefingError
from briefing.domain.source import Source
from briefing.domain.text import fold, normalise
from briefing.io.readers.blocks import build
from briefing.io.readers.glyphs import FIGURES, Glyphs, units
from briefing.io.readers.leftward import RIGHT_TO_LEFT, is_leftward
from briefing.io.readers.package import guarded
from briefing.io.readers.pages import HYPHEN, Line, blocks_of
from briefing.io.readers.pdf_facts import page_labels, record_of
from briefing.io.readers.raised import in_rows

LIMIT_PAGES = 5000
_LINES = re.compile(rf"[^\n\x02{HYPHEN}]*[\n\x02{HYPHEN}]?")  # PDFium puts no line break behind a hyphen of its own
# Glyphs that the font gives no letter for come as control characters; one of them is PDFium's hyphen at a line's end.
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127)) | {2: HYPHEN, 9: " ", 13: " "}
_LEAST_SIZE = 0.1  # points; what is less is not told


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
        labels = [document.get_page_label(number) for number in range(len(document))]
        told = {name: fold(normalise(value)) for name, value in document.get_metadata_dict().items()}
    finally:
        document.close()
    if not any(pages):
        raise BriefingError("The PDF holds pictures of its pages but no text; run text recognition on it first.")
    blocks = blocks_of(pages)
    source = build(blocks, record_of(blocks, told))
    named = page_labels(blocks, labels)
    passages = (replace(p, label=named.get(p.page or 0, "")) for p in source.passages) if named else source.passages
    return replace(source, passages=tuple(passages))


def _lines(document: Any, number: int) -> list[Line]:  # noqa: ANN401 - pypdfium2 is loaded late
    """The lines of a page in PDFium's order, each with its box."""
    page = document[number]
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        boxes = Glyphs(text_page, text)
        sheet = Line("", number + 1, page.get_height(), 0, 0, page.get_width(), 0, 0)
        leftward = is_leftward(text)
        lines: list[Line] = []
        at = 0
        for raw in _LINES.findall(text):
            words = raw.strip()
            if words:
                first = at + units(raw[: len(raw) - len(raw.lstrip())])
                line = _line(boxes, words, first, sheet, leftward=leftward)
                lines += [line] if line.words else []
            at += units(raw)
    finally:
        text_page.close()
        page.close()
    return in_rows(lines)


def _line(glyphs: Glyphs, words: str, first: int, sheet: Line, *, leftward: bool) -> Line:
    """A line by its words and the place of the first one; on a page read from right to left its box is mirrored."""
    left, bottom, right, top = glyphs.around(first, first + units(words) - 1)
    middle = _middle(words)
    size = glyphs.size(first + units(words[:middle])) or top - bottom
    if RIGHT_TO_LEFT.search(words):
        words, left, right = glyphs.as_read(words, first, leftward=leftward)
    elif FIGURES.search(words):
        words = glyphs.without_raised(words, first, middle, size)
    if leftward:
        left, right = sheet.right - right, sheet.right - left
    return Line(without_controls(words), sheet.page, sheet.height, left, bottom, right, top, max(size, _LEAST_SIZE))


def without_controls(words: str) -> str:
    """The words of a line without the control characters that stand for glyphs of which a font tells no letter."""
    return words.translate(_CONTROLS).strip()


def _middle(words: str) -> int:
    """The place of a letter by whose size and foot a line is judged: the last one of its first half."""
    half = range(len(words) // 2, -1, -1)
    return next((place for place in half if words[place].isalpha()), next(p for p in half if not words[p].isspace()))

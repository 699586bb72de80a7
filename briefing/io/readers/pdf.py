"""PDF: the text of its pages, put together into paragraphs, with running heads and page numbers folded as noise."""

from typing import Any

from briefing.domain.errors import BriefingError
from briefing.domain.noise import names_in, publication_in, update_in
from briefing.domain.source import Kind, Record, Source
from briefing.domain.text import fold, normalise
from briefing.io.readers.blocks import Block, build
from briefing.io.readers.facts import tag_of
from briefing.io.readers.package import guarded
from briefing.io.readers.pages import HYPHEN, Line, blocks_of

LIMIT_PAGES = 5000
_HEAD = 12  # blocks at the beginning among which a byline and a date may stand
_SHORTEST = 4  # characters of a title
_NO_TITLE = ("untitled", "microsoft word", "microsoft powerpoint", "powerpoint", "document", "print", "layout", "slide")


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
    return build(blocks, _record(blocks, told))


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
        for raw in text.split("\n"):
            words = raw.strip()
            if words:
                first = at + _units(raw[: len(raw) - len(raw.lstrip())])
                box = boxes.around(first, first + _units(words) - 1)
                lines.append(Line(words.replace("\x02", HYPHEN), number + 1, height, *box, max(box[3] - box[1], 0.1)))
            at += _units(raw) + 1
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

    def around(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a line, by the places of its first and last character in the text."""
        box = self._box
        if not self._is_same:
            first, last = max(self._index(self._page, first), 0), max(self._index(self._page, last), 0)
        if not self._get(self._page, first, box):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if self._get(self._page, last, box):
            bottom, right, top = min(bottom, box.bottom), max(right, box.right), max(top, box.top)
        return left, bottom, right, top


def _record(blocks: list[Block], told: dict[str, str]) -> Record:
    head = [block.text for block in blocks[:_HEAD]]
    return Record(
        title=_title(blocks, told.get("Title", "")),
        authors=next(filter(None, map(names_in, head)), ()) or _people(told.get("Author", "")),
        published=next(filter(None, map(publication_in, head)), ""),
        updated=next(filter(None, map(update_in, head)), ""),
        language=tag_of(told.get("Lang", "")),
        media_type="application/pdf",
    )


def _title(blocks: list[Block], told: str) -> str:
    """The document's own title unless a program put it there, else the largest heading of the first page."""
    lower = told.lower()
    is_file = lower.endswith((".doc", ".docx", ".pdf", ".indd", ".qxd"))
    is_real = len(told) >= _SHORTEST and not is_file and not lower.startswith(_NO_TITLE)
    headings = [block for block in blocks if block.kind is Kind.HEADING and block.page == 1]
    seen = min(headings, key=lambda block: block.level).text if headings else ""
    return told if is_real and (" " in told or not seen) else seen or (told if is_real else "")


def _people(words: str) -> tuple[str, ...]:
    parts = [part.strip() for part in words.replace(" and ", ";").split(";")]
    return tuple(part for part in parts if part and any(map(str.isalpha, part)))

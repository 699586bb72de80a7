"""CSV: one row an excerpt, for spreadsheets; no cell is ever a formula."""

import csv
from io import StringIO

from briefing.domain.note import Excerpt
from briefing.domain.printed import Document
from briefing.domain.references import locator
from briefing.domain.source import Source

COLUMNS = (
    *("excerpt", "section", "section_title", "quote", "comment", "source", "title", "authors", "outlet", "published"),
    *("paragraph", "page", "start", "end", "found", "grade", "retrieved", "address", "sha256"),
)
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # some take full width


def write(document: Document, reference: bytes = b"") -> bytes:  # noqa: ARG001 (CSV takes no Word styles)
    """The excerpts of a document as UTF-8 with a byte order mark, so that Excel knows it for what it is."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    sources = {source.id: source for source in document.evidence.sources}
    titles = dict(document.evidence.sections)
    for excerpt in document.evidence.excerpts:
        writer.writerow([_defused(cell) for cell in _row(excerpt, sources[excerpt.source], titles)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _row(excerpt: Excerpt, source: Source, titles: dict[str, str]) -> tuple[str, ...]:
    record, section = source.record, excerpt.section or ""
    paragraph, page = locator(source, excerpt).first, source.page_at(excerpt.start)
    return (
        *(excerpt.id, section, titles.get(section, ""), excerpt.quote, excerpt.comment, source.id, record.title),
        *("; ".join(record.authors), record.outlet, record.published or record.updated, str(paragraph or "")),
        *(page, str(excerpt.start), str(excerpt.end), excerpt.found.value, record.grade, record.retrieved),
        *(record.address, record.sha256),
    )


def _defused(cell: str) -> str:
    """A cell that a spreadsheet takes for text; a number stays one."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

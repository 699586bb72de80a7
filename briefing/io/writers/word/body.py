"""The body: title, front matter, bottom line, sections and sources as paragraphs in styles."""

from collections.abc import Iterator

from briefing.domain.document import Document, Mark, Paragraph, Part, SourceEntry
from briefing.domain.note import Style
from briefing.io.writers.word.markup import Links, paragraph, run, spoken, styled, words
from briefing.io.writers.word.notes import Noting
from briefing.io.writers.word.numbering import Numbering
from briefing.io.writers.word.places import Bookmarks, section_place, source_place

QUOTE_STYLES = 9  # colours of sections, as in the window


class Body:
    """Writes the paragraphs of one document; gathers its links and numbered lists."""

    def __init__(self, noting: Noting, numbering: Numbering) -> None:
        self.links = Links()
        self._noting = noting
        self.numbering = numbering
        self._bookmarks = Bookmarks()

    def paragraphs(self, document: Document) -> Iterator[str]:
        """All paragraphs, from the title to the last source."""
        yield paragraph("Title", run(document.title))
        for label, value in document.front:
            yield paragraph("FrontMatter", f"{styled(label, 'FrontLabel')}<w:r><w:tab/></w:r>{run(value)}")
        if document.bottom_line:
            yield paragraph("BottomLineTitle", run(document.labels.bottom_line))
            for line in document.bottom_line.split("\n"):
                if line.strip():
                    yield paragraph("BottomLine", run(line.strip()))
        for part in document.parts:
            yield from self._part(part)
        if document.sources:
            yield paragraph("Heading1", run(document.labels.sources))
            for entry in document.sources:
                yield self._source(entry)

    def _part(self, part: Part) -> Iterator[str]:
        yield paragraph("Heading1", self._bookmarks.around(section_place(part.key), run(part.title)))
        quote = f"QuoteSection{(part.number - 1) % QUOTE_STYLES + 1}"
        for each in part.paragraphs:
            yield self._paragraph(each, quote)

    def _paragraph(self, each: Paragraph, quote: str) -> str:
        style, properties = _style(each, quote), ""
        if each.style is Style.NUMBER:
            properties = self.numbering.properties(each.level, each.ordinal)
        if each.is_right_to_left:
            properties += "<w:bidi/>"
        added = ""
        if each.language or each.is_right_to_left:
            added = spoken(each.language, is_right_to_left=each.is_right_to_left)
        content = "".join(
            self._mark(piece) if isinstance(piece, Mark) else words(piece, self.links, added) for piece in each.pieces
        )
        return paragraph(style, content, properties)

    def _mark(self, mark: Mark) -> str:
        return self._bookmarks.around_citation(mark.excerpt, self._noting.reference(mark.footnote + 1))

    def _source(self, entry: SourceEntry) -> str:
        reference = "".join(words(piece, self.links) for piece in entry.pieces)
        label = self._bookmarks.around(source_place(entry.id), styled(entry.id, "FrontLabel"))
        return paragraph("Bibliography", f"{label}<w:r><w:tab/></w:r>{reference}")


def _style(each: Paragraph, quote: str) -> str:
    if each.style is Style.QUOTE:
        return quote
    if each.style is Style.HEADING:
        return "Heading2"
    if each.style is Style.PARAGRAPH:
        return "BodyText"
    stem = "ListBullet" if each.style is Style.BULLET else "ListNumber"
    return f"{stem}{each.level + 1}" if each.level else stem

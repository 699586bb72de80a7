"""The body: title, front matter, bottom line, sections, annex, key and sources as paragraphs in styles."""

from collections.abc import Iterator

from briefing.domain.note import Style
from briefing.domain.options import Counting, Notes
from briefing.domain.printed import Document, Mark, Paragraph, Part, SourceEntry
from briefing.domain.scale import Scale
from briefing.io.writers.word.comments import Comments
from briefing.io.writers.word.markup import Links, paragraph, run, spoken, styled, words
from briefing.io.writers.word.notes import Noting
from briefing.io.writers.word.numbering import Numbering
from briefing.io.writers.word.places import Bookmarks, section_place, source_place

QUOTE_STYLES = 9  # colours of sections, as in the window


class Body:
    """Writes the paragraphs of one document; gathers its links, comments and numbered lists."""

    def __init__(self, document: Document, noting: Noting, numbering: Numbering) -> None:
        self.links = Links()
        self.comments = Comments(document.author)
        self.numbering = numbering
        self._document = document
        self._noting = noting
        self._bookmarks = Bookmarks()

    def paragraphs(self) -> Iterator[str]:
        """All paragraphs, from the title to the last source."""
        document = self._document
        yield paragraph("Title", run(document.title))
        for label, value in document.front:
            yield paragraph("FrontMatter", f"{styled(label, 'FrontLabel')}<w:r><w:tab/></w:r>{run(value)}")
        if document.bottom_line:
            yield paragraph("BottomLineTitle", run(document.labels.bottom_line))
            for line in document.bottom_line.split("\n"):
                if line.strip():
                    yield paragraph("BottomLine", run(line.strip()))
        for part in document.all_parts:
            yield from self._part(part)
        if document.scale is not None:
            yield from self._key(document.scale)
        yield from self._sources()
        if document.options.notes is Notes.END and document.footnotes:
            yield paragraph("Heading1", run(document.labels.notes))  # Word sets endnotes behind the last paragraph

    def _sources(self) -> Iterator[str]:
        document = self._document
        if document.sources or document.summary:
            yield paragraph("Heading1", run(document.labels.sources))
        if document.summary:
            yield paragraph("BodyText", run(document.summary))
        for entry in document.sources:
            yield self._source(entry)

    def _part(self, part: Part) -> Iterator[str]:
        number = self.numbering.heading(0) if part.label else ""
        yield paragraph("Heading1", self._bookmarks.around(section_place(part.key), run(part.title)), number)
        quote = f"QuoteSection{(part.number - 1) % QUOTE_STYLES + 1}"
        for each in part.paragraphs:
            yield self._paragraph(each, quote)

    def _paragraph(self, each: Paragraph, quote: str) -> str:
        properties = self._number(each) if each.label or each.ordinal else ""
        added = ""
        if each.language or each.is_right_to_left:
            properties += "<w:bidi/>" if each.is_right_to_left else ""
            added = spoken(each.language, is_right_to_left=each.is_right_to_left)
        content = [
            self._mark(piece) if isinstance(piece, Mark) else words(piece, self.links, added) for piece in each.pieces
        ]
        return paragraph(_style(each, quote), "".join(content), properties)

    def _number(self, each: Paragraph) -> str:
        if each.style is Style.NUMBER:
            return self.numbering.item(each.level, each.ordinal)
        if not each.label:
            return ""
        is_heading = self._document.options.counting is Counting.HEADINGS
        return self.numbering.heading(1) if is_heading else self.numbering.paragraph()

    def _mark(self, mark: Mark) -> str:
        content = run(f" {mark.words}") if mark.words else self._noting.reference(mark.footnote + 1)
        place = self._bookmarks.around_citation(mark.excerpt, content)
        return self.comments.around(place, mark.comment) if mark.comment else place

    def _key(self, scale: Scale) -> Iterator[str]:
        labels = self._document.labels
        yield paragraph("Heading1", run(labels.scale))
        rows = [(labels.term, labels.share), *((", ".join(band.terms), band.share) for band in scale.bands)]
        yield table(rows)
        yield paragraph("TableNote", run(scale.source))

    def _source(self, entry: SourceEntry) -> str:
        reference = "".join(words(piece, self.links) for piece in entry.pieces)
        label = self._bookmarks.around(source_place(entry.id), styled(entry.id, "FrontLabel"))
        return paragraph("Bibliography", f"{label}<w:r><w:tab/></w:r>{reference}")


def table(rows: list[tuple[str, str]]) -> str:
    """A table of two columns whose first row is its header."""
    look = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="0020"/></w:tblPr>'
    grid = '<w:tblGrid><w:gridCol w:w="5100"/><w:gridCol w:w="2000"/></w:tblGrid>'
    content = ""
    for index, row in enumerate(rows):
        head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if index == 0 else "<w:trPr><w:cantSplit/></w:trPr>"
        style = "TableHead" if index == 0 else "TableText"
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, run(text))}</w:tc>'
            for text, width in zip(row, (5100, 2000), strict=True)
        )
        content += f"<w:tr>{head}{''.join(cells)}</w:tr>"
    return f"<w:tbl>{look}{grid}{content}</w:tbl>"


def _style(each: Paragraph, quote: str) -> str:
    if each.style is Style.QUOTE:
        return quote
    if each.style is Style.HEADING:
        return "Heading2"
    if each.style is Style.PARAGRAPH:
        return "BodyText"
    stem = "ListBullet" if each.style is Style.BULLET else "ListNumber"
    return f"{stem}{each.level + 1}" if each.level else stem

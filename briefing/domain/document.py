"""The document: the one reading of a note that every writer and the preview share.

Order, numbering, labels, locators and the words of footnotes are decided here; writers only translate.
All text in a document is legible (no control characters, no half characters) and every link can be followed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.domain.labels import Labels, labels_in, readable_date
from briefing.domain.legible import is_right_to_left, legible, link_target, one_line
from briefing.domain.note import Block, Citation, Excerpt, Note, Section, Style, Words
from briefing.domain.references import full_reference, locator, short_reference, source_reference
from briefing.domain.source import Record, Source

Text = Words  # a run of plain or formatted text, as in a block

DEEPEST = 4  # level of a nested list item; what is deeper is shown at this level


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: the index of its footnote in the document, and the excerpt it stands for."""

    footnote: int
    excerpt: str


Piece = Text | Mark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the document.

    `level` nests list items without gaps; `ordinal` is the number of a numbered item; `language` is set where it
    is not that of the document.
    """

    style: Style
    pieces: tuple[Piece, ...]
    level: int = 0
    ordinal: int = 0
    language: str = ""
    is_right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it will be read; `number` counts from 1 over all sections of the note.

    A blank part has one paragraph that says so.
    """

    key: str
    title: str
    number: int
    paragraphs: tuple[Paragraph, ...]
    is_blank: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A citation at the foot of the page; `label` is unique in the document and safe in every format."""

    number: int
    label: str
    excerpt: str
    source: str
    pieces: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A line of the list of sources."""

    id: str
    pieces: tuple[Text, ...]
    record: Record


@dataclass(frozen=True, slots=True)
class Document:
    """A note, ready to be written out in any format."""

    id: str
    title: str
    language: str
    marking: str
    labels: Labels
    author: str
    date: str
    audience: str
    front: tuple[tuple[str, str], ...]  # label and value, filled fields only, in order
    bottom_line: str
    parts: tuple[Part, ...]
    footnotes: tuple[Footnote, ...]
    sources: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What a way out of the note may decide; the defaults are those of a plain export."""

    has_empty_sections: bool = True
    has_source_list: bool = True


class _Notes:
    """Numbers footnotes while the sections are read in order."""

    def __init__(self, note: Note, labels: Labels) -> None:
        self.footnotes: list[Footnote] = []
        self.sources = {s.id: replace(s, record=_legible_record(s.record)) for s in note.sources}
        self._labels = labels
        self._excerpts = {e.id: e for e in note.excerpts}
        self._cited: set[str] = set()
        self._used: dict[str, int] = {}

    def mark(self, excerpt_id: str) -> Mark | None:
        """A new footnote for a citation; None if its excerpt is no longer there."""
        excerpt = self._excerpts.get(excerpt_id)
        source = self.sources.get(excerpt.source) if excerpt else None
        if excerpt is None or source is None:
            return None
        number = len(self.footnotes) + 1
        label = self._label(source, excerpt)
        self.footnotes.append(Footnote(number, label, excerpt_id, source.id, self._words(source, excerpt)))
        return Mark(number - 1, excerpt_id)

    def language_of(self, excerpt_id: str) -> str:
        """The language of the article that an excerpt is from; empty if it is not known."""
        excerpt = self._excerpts.get(excerpt_id)
        source = self.sources.get(excerpt.source) if excerpt else None
        return source.record.language if source else ""

    def _words(self, source: Source, excerpt: Excerpt) -> tuple[Text, ...]:
        is_repeated = source.id in self._cited
        self._cited.add(source.id)
        write = short_reference if is_repeated else full_reference
        return write(source, excerpt, self._labels)

    def _label(self, source: Source, excerpt: Excerpt) -> str:
        """`s1p12`, and `s1p12-2` when the same paragraph is cited again."""
        stem = source.id.lower() + locator(source, excerpt).key
        count = self._used.get(stem, 0) + 1
        self._used[stem] = count
        return stem if count == 1 else f"{stem}-{count}"


def compose(note: Note, options: Options | None = None) -> Document:
    """Read a note as a document: sections in order, footnotes numbered by first place, sources listed as cited."""
    options = options or Options()
    front = note.front
    labels = labels_in(front.language)
    notes = _Notes(note, labels)
    parts = (_part(section, number, notes, front.language, labels) for number, section in enumerate(note.sections, 1))
    rows = (
        (labels.audience, front.audience),
        (labels.author, front.author),
        (labels.date, readable_date(front.date, labels)),
        (labels.cutoff, readable_date(front.cutoff, labels)),
        (labels.reference, front.reference),
    )
    return Document(
        id=note.id,
        title=one_line(note.title) or labels.untitled,
        language=front.language or labels.language,
        marking=one_line(note.marking),
        labels=labels,
        author=one_line(front.author),
        date=one_line(front.date),
        audience=one_line(front.audience),
        front=tuple((label, one_line(value)) for label, value in rows if value.strip()),
        bottom_line=legible(front.bottom_line).strip(),
        parts=tuple(part for part in parts if not part.is_blank or options.has_empty_sections),
        footnotes=tuple(notes.footnotes),
        sources=_source_list(notes, labels) if options.has_source_list else (),
    )


def _part(section: Section, number: int, notes: _Notes, language: str, labels: Labels) -> Part:
    read = (_paragraph(block, notes, language) for block in section.blocks if block.runs)
    paragraphs = tuple(_listed(p for p in read if p.pieces))
    title = one_line(section.title) or one_line(section.key)
    if paragraphs:
        return Part(section.key, title, number, paragraphs)
    blank = Paragraph(Style.PARAGRAPH, (Text(labels.nothing, italic=True),))
    return Part(section.key, title, number, (blank,), is_blank=True)


def _paragraph(block: Block, notes: _Notes, language: str) -> Paragraph:
    pieces: list[Piece] = []
    for run in block.runs:
        piece = notes.mark(run.excerpt) if isinstance(run, Citation) else _legible_text(run)
        if piece is not None and (isinstance(piece, Mark) or piece.text):
            pieces.append(piece)
    spoken = notes.language_of(block.citations[0]) if block.style is Style.QUOTE and block.citations else ""
    return Paragraph(
        style=block.style,
        pieces=tuple(pieces),
        level=block.level,
        language=spoken if _primary(spoken) != _primary(language) else "",
        is_right_to_left=is_right_to_left(block.text),
    )


def _listed(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs with levels that leave no gap and numbers that count within their list."""
    counts: list[int] = []  # numbered items so far, one count for each open level
    for paragraph in paragraphs:
        if paragraph.style not in (Style.BULLET, Style.NUMBER):
            counts = []
            yield paragraph if not paragraph.level else replace(paragraph, level=0)
            continue
        level = max(0, min(paragraph.level, len(counts), DEEPEST))
        counts = [*counts, 0][: level + 1]
        counts[level] = counts[level] + 1 if paragraph.style is Style.NUMBER else 0
        yield replace(paragraph, level=level, ordinal=counts[level])


def _source_list(notes: _Notes, labels: Labels) -> tuple[SourceEntry, ...]:
    """Sources that are cited, in the order of the note's sources."""
    cited = {f.source for f in notes.footnotes}
    return tuple(
        SourceEntry(s.id, source_reference(s, labels), s.record) for s in notes.sources.values() if s.id in cited
    )


def _legible_text(words: Words) -> Text:
    text, link = legible(words.text), link_target(words.link) if words.link else ""
    return words if text is words.text and link == words.link else replace(words, text=text, link=link)


def _legible_record(record: Record) -> Record:
    return replace(
        record,
        title=one_line(record.title),
        authors=tuple(one_line(author) for author in record.authors),
        outlet=one_line(record.outlet),
        published=one_line(record.published),
        updated=one_line(record.updated),
        retrieved=one_line(record.retrieved),
        language=one_line(record.language),
        address=one_line(record.address),
        file_name=one_line(record.file_name),
        descriptor=one_line(record.descriptor),
    )


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()

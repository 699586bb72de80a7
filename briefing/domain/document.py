"""The document: the one reading of a note that every writer and the preview share.

Order, numbering, labels, locators and the words of footnotes are decided here; writers only translate.
"""

from dataclasses import dataclass, replace

from briefing.domain.labels import Labels, labels_in
from briefing.domain.note import Block, Citation, Excerpt, Note, Section, Style, Words
from briefing.domain.references import full_reference, locator, short_reference, source_reference
from briefing.domain.source import Record, Source

Text = Words  # a run of plain or formatted text, as in a block


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: the index of its footnote in the document, and the excerpt it stands for."""

    footnote: int
    excerpt: str


Piece = Text | Mark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the document."""

    style: Style
    pieces: tuple[Piece, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it will be read; `number` counts from 1 over all sections of the note."""

    key: str
    title: str
    number: int
    paragraphs: tuple[Paragraph, ...]


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
        self._labels = labels
        self._excerpts = {e.id: e for e in note.excerpts}
        self._sources = {s.id: s for s in note.sources}
        self._cited: set[str] = set()
        self._used: dict[str, int] = {}

    def mark(self, excerpt_id: str) -> Mark | None:
        """A new footnote for a citation; None if its excerpt is no longer there."""
        excerpt = self._excerpts.get(excerpt_id)
        source = self._sources.get(excerpt.source) if excerpt else None
        if excerpt is None or source is None:
            return None
        number = len(self.footnotes) + 1
        label = self._label(source, excerpt)
        self.footnotes.append(Footnote(number, label, excerpt_id, source.id, self._words(source, excerpt)))
        return Mark(number - 1, excerpt_id)

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
    labels = labels_in(note.front.language)
    notes = _Notes(note, labels)
    parts = [_part(section, number, notes) for number, section in enumerate(note.sections, 1)]
    front = note.front
    rows = (
        (labels.audience, front.audience),
        (labels.author, front.author),
        (labels.date, front.date),
        (labels.cutoff, front.cutoff),
        (labels.reference, front.reference),
    )
    return Document(
        id=note.id,
        title=note.title or labels.untitled,
        language=front.language,
        marking=note.marking,
        labels=labels,
        author=front.author,
        date=front.date,
        audience=front.audience,
        front=tuple((label, value) for label, value in rows if value),
        bottom_line=front.bottom_line,
        parts=tuple(part for part in parts if part.paragraphs or options.has_empty_sections),
        footnotes=tuple(notes.footnotes),
        sources=_source_list(note, notes.footnotes, labels) if options.has_source_list else (),
    )


def _part(section: Section, number: int, notes: _Notes) -> Part:
    paragraphs = tuple(_paragraph(b, notes) for b in section.blocks if b.runs)
    return Part(section.key, section.title, number, tuple(p for p in paragraphs if p.pieces))


def _paragraph(block: Block, notes: _Notes) -> Paragraph:
    pieces: list[Piece] = []
    for run in block.runs:
        piece = notes.mark(run.excerpt) if isinstance(run, Citation) else run
        if piece is not None:
            pieces.append(piece)
    if block.style is Style.QUOTE:
        pieces = _quoted(pieces)
    return Paragraph(block.style, tuple(pieces), block.level)


def _quoted(pieces: list[Piece]) -> list[Piece]:
    """A quote without the white space at its ends; its style says that it is one."""
    if pieces and isinstance(pieces[0], Text):
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
    return [p for p in pieces if isinstance(p, Mark) or p.text]


def _source_list(note: Note, footnotes: list[Footnote], labels: Labels) -> tuple[SourceEntry, ...]:
    """Sources that are cited, in the order of the note's sources."""
    cited = {f.source for f in footnotes}
    return tuple(SourceEntry(s.id, source_reference(s, labels), s.record) for s in note.sources if s.id in cited)

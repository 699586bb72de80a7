"""What a document is made of: values that say everything a writer needs and leave nothing to decide."""

from typing import NamedTuple

from briefing.domain.labels import Labels
from briefing.domain.note import Excerpt, Style, Words
from briefing.domain.options import Options
from briefing.domain.scale import Scale
from briefing.domain.source import Record, Source

Text = Words  # a run of plain or formatted text, as in a block


class Mark(NamedTuple):
    """A citation: the index of its footnote, or the words that stand in its place; and the excerpt it stands for."""

    footnote: int
    excerpt: str
    words: str = ""
    comment: str = ""


Piece = Text | Mark


class Paragraph(NamedTuple):
    """One paragraph of the document.

    `level` nests list items without gaps; `ordinal` is the number of a numbered item; `label` is the number of a
    heading or paragraph where those are counted; `language` is set where it is not that of the document; `block` is
    the index of the block in its section.
    """

    style: Style
    pieces: tuple[Piece, ...]
    level: int = 0
    ordinal: int = 0
    label: str = ""
    language: str = ""
    is_right_to_left: bool = False
    block: int = -1


class Part(NamedTuple):
    """A section as it will be read; `number` counts from 1 over all sections of the note.

    `label` is its number where headings are counted. A blank part has one paragraph that says so.
    """

    key: str
    title: str
    number: int
    paragraphs: tuple[Paragraph, ...]
    is_blank: bool = False
    label: str = ""


class Footnote(NamedTuple):
    """A citation written out; `label` is unique in the document and safe in every format."""

    number: int
    label: str
    excerpt: str
    source: str
    pieces: tuple[Text, ...]
    comment: str = ""


class SourceEntry(NamedTuple):
    """A line of the list of sources."""

    id: str
    pieces: tuple[Text, ...]
    record: Record


class Evidence(NamedTuple):
    """What the note rests on, for formats that carry it: articles, excerpts, and sections as key and title."""

    sources: tuple[Source, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()


class Document(NamedTuple):
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
    options: Options
    summary: str = ""  # of the sources, to stand before their list
    annex: Part | None = None
    scale: Scale | None = None  # whose key is printed
    anchors: tuple[Excerpt, ...] = ()  # so that an edited document can be read back; their comments stay here
    evidence: Evidence = Evidence()

    @property
    def all_parts(self) -> tuple[Part, ...]:
        """The sections and, where there is one, the annex."""
        return self.parts if self.annex is None else (*self.parts, self.annex)

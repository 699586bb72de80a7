"""The note: front matter, sections of blocks, sources and excerpts, as one frozen value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.domain.anchor import Anchor, Found
from briefing.domain.errors import WrongUse
from briefing.domain.source import Source


class Style(StrEnum):
    """What a block of a section is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    HEADING = "heading"


class Status(StrEnum):
    """How far a section is."""

    TODO = "to do"
    DRAFT = "draft"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text in one format; a line feed in it is a line break inside the block."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The mark in a block that points to an excerpt; a footnote in the export."""

    excerpt: str


Run = Words | Citation


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a section; `level` nests bullets and numbers, from 0."""

    style: Style = Style.PARAGRAPH
    runs: tuple[Run, ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """The words alone, citations left out."""
        return "".join([run.text for run in self.runs if isinstance(run, Words)])

    @property
    def citations(self) -> tuple[str, ...]:
        """Ids of the excerpts cited, in order."""
        return tuple(run.excerpt for run in self.runs if isinstance(run, Citation))


def block(style: Style, runs: Iterable[Run], level: int = 0) -> Block:
    """A block in its normal form: neighbouring words of one format joined, empty words dropped."""
    tidy: list[Run] = []
    for run in runs:
        last = tidy[-1] if tidy else None
        if isinstance(run, Words) and not run.text:
            continue
        if isinstance(run, Words) and isinstance(last, Words) and replace(run, text=last.text) == last:
            tidy[-1] = replace(last, text=last.text + run.text)
        else:
            tidy.append(run)
    return Block(style, tuple(tidy), level)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the note, with the guidance of the template it came from."""

    key: str
    title: str
    guidance: str = ""
    status: Status = Status.TODO
    blocks: tuple[Block, ...] = ()

    @property
    def has_content(self) -> bool:
        """Whether anything at all stands in the section."""
        return any(b.runs for b in self.blocks)


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter beside the title; every field is plain text, `date` and `cutoff` ISO 8601 where known."""

    audience: str = ""
    author: str = ""
    date: str = ""
    cutoff: str = ""
    reference: str = ""
    bottom_line: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of a source, filed under a section (None: unsorted), with the anchor that finds it again."""

    id: str
    source: str
    section: str | None
    anchor: Anchor
    comment: str = ""
    found: Found = Found.EXACT
    was: str = ""  # how the passage read before its source changed; empty once that is confirmed

    @property
    def start(self) -> int:
        """First code point of the passage in the source's text."""
        return self.anchor.start

    @property
    def end(self) -> int:
        """One past the last code point of the passage."""
        return self.anchor.end

    @property
    def quote(self) -> str:
        """The words of the passage, exactly as they stand in the source."""
        return self.anchor.exact


@dataclass(frozen=True, slots=True)
class KeptRecipe:
    """A way out that is kept in the note: its name, and its decisions as TOML."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """One briefing note. `last_source` and `last_excerpt` are the highest numbers given so far, never reused."""

    id: str
    title: str = ""
    marking: str = ""
    template: str = ""
    front: Front = Front()
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    last_source: int = 0
    last_excerpt: int = 0
    recipes: tuple[KeptRecipe, ...] = ()

    def section(self, key: str) -> Section:
        """The section with a key; WrongUse if there is none."""
        found = next((s for s in self.sections if s.key == key), None)
        if found is None:
            keys = ", ".join(s.key for s in self.sections)
            raise WrongUse(f"The note has no section “{key}”; its sections are: {keys}.")
        return found

    def source(self, source_id: str) -> Source:
        """The source with an id; WrongUse if there is none."""
        found = next((s for s in self.sources if s.id == source_id), None)
        if found is None:
            raise WrongUse(f"The note has no source “{source_id}”.")
        return found

    def excerpt(self, excerpt_id: str) -> Excerpt:
        """The excerpt with an id; WrongUse if there is none."""
        found = next((e for e in self.excerpts if e.id == excerpt_id), None)
        if found is None:
            raise WrongUse(f"The note has no excerpt “{excerpt_id}”.")
        return found

    def has_excerpt(self, excerpt_id: str) -> bool:
        """Whether an excerpt with this id is in the note."""
        return any(e.id == excerpt_id for e in self.excerpts)


def home_of(source: Source, excerpt: Excerpt) -> Source:
    """The version of a source that an excerpt was last found in: an earlier one if the newest has lost it."""
    if excerpt.found is not Found.LOST:
        return source
    start, end, quote = excerpt.start, excerpt.end, excerpt.quote
    return next((version for version in source.versions if version.text[start:end] == quote), source)

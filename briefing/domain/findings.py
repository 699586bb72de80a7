"""Findings: what in a note wants to be looked at before it goes out; empty is good news."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from briefing.domain.anchor import Found
from briefing.domain.note import Block, Excerpt, Note, Section, Style
from briefing.domain.source import Source

_SHOWN = 60  # code points of a passage in a message


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: which check found it, a sentence, and the place: a section's key, a block's index, an excerpt."""

    check: str
    message: str
    section: str | None = None
    block: int | None = None
    excerpt: str | None = None


@dataclass(slots=True)
class _Look:
    """What is known of one block, as long as it is this object."""

    block: Block
    is_quote: bool
    citations: tuple[str, ...]
    excerpt: Excerpt | None = None  # that it was held against
    source: Source | None = None
    has_differed: bool = False

    def differs(self, excerpt: Excerpt, source: Source) -> bool:
        """Whether a quote is not what its source says; found out once for the same objects."""
        if self.excerpt is not excerpt or self.source is not source:
            self.excerpt, self.source = excerpt, source
            self.has_differed = _differs(self.block, excerpt, source)
        return self.has_differed


class Looked:
    """Blocks that were looked at already: while all is the same objects, that is not done again."""

    def __init__(self) -> None:
        self._known: dict[int, _Look] = {}  # by the identity of the block, which is kept alive with it

    def at(self, note: Note) -> "list[_Place]":
        """Every block of a note with its section and index; what is no longer in the note is forgotten."""
        known, seen = self._known, {}
        places = []
        for section in note.sections:
            for index, block in enumerate(section.blocks):
                look = known.get(id(block)) or _look(block)
                seen[id(block)] = look
                places.append((section, index, look))
        self._known = seen
        return places


_Place = tuple[Section, int, _Look]


def _look(block: Block) -> _Look:
    return _Look(block, block.style is Style.QUOTE and bool(block.text.strip()), block.citations)


def findings(note: Note, looked: Looked | None = None) -> tuple[Finding, ...]:
    """Everything the checks find in a note, in the order of the note; `looked` remembers it for the next time."""
    places = (looked or Looked()).at(note)
    quotes = [place for place in places if place[2].is_quote]
    cited = {name for _, _, look in places for name in look.citations}
    return (
        *_empty_sections(note),
        *_quotes_without_source(quotes),
        *_quotes_that_differ(note, quotes),
        *_lost_excerpts(note),
        *_unsorted_excerpts(note),
        *_uncited_excerpts(note, cited),
    )


def _empty_sections(note: Note) -> Iterator[Finding]:
    """Sections left empty, once anything is written at all: a note not yet begun has nothing to be looked at."""
    if not any(section.has_content for section in note.sections):
        return
    for section in note.sections:
        if not section.has_content:
            yield Finding("empty", "This section is empty.", section.key)


def _quotes_without_source(quotes: Iterable[_Place]) -> Iterator[Finding]:
    for section, index, look in quotes:
        if not look.citations:
            message = f"The quote “{_shown(look.block.text)}” does not say where it comes from."
            yield Finding("uncited-quote", message, section.key, index)


def _quotes_that_differ(note: Note, quotes: Iterable[_Place]) -> Iterator[Finding]:
    """Quote blocks with one citation whose words are not those of the source."""
    sources = {source.id: source for source in note.sources}
    excerpts = {excerpt.id: excerpt for excerpt in note.excerpts}
    for section, index, look in quotes:
        excerpt = excerpts.get(look.citations[0]) if len(look.citations) == 1 else None
        source = sources.get(excerpt.source) if excerpt is not None else None
        if excerpt is None or source is None or excerpt.found is Found.LOST:
            continue
        if look.differs(excerpt, source):
            message = f"The quote “{_shown(look.block.text)}” is not what {source.id} says there."
            yield Finding("quote-differs", message, section.key, index, excerpt.id)


def _lost_excerpts(note: Note) -> Iterator[Finding]:
    for excerpt in note.excerpts:
        if excerpt.found is Found.LOST:
            message = f"The words “{_shown(excerpt.quote)}” no longer stand in {excerpt.source}."
            yield Finding("lost", message, excerpt.section, None, excerpt.id)
        elif excerpt.found is Found.CHANGED:
            message = f"The words “{_shown(excerpt.quote)}” have changed in {excerpt.source}."
            yield Finding("changed", message, excerpt.section, None, excerpt.id)


def _unsorted_excerpts(note: Note) -> Iterator[Finding]:
    for excerpt in note.excerpts:
        if excerpt.section is None:
            message = f"The excerpt “{_shown(excerpt.quote)}” is in no section yet."
            yield Finding("unsorted", message, None, None, excerpt.id)


def _uncited_excerpts(note: Note, cited: Container[str]) -> Iterator[Finding]:
    for excerpt in note.excerpts:
        if excerpt.section is not None and excerpt.id not in cited:
            message = f"The excerpt “{_shown(excerpt.quote)}” is filed, but cited nowhere."
            yield Finding("uncited", message, excerpt.section, None, excerpt.id)


def _differs(block: Block, excerpt: Excerpt, source: Source) -> bool:
    said = _plain(block.text)
    return said != _plain(excerpt.quote) and said != _plain(source.words(excerpt.start, excerpt.end))


def _plain(text: str) -> str:
    """Words as they are compared: white space folded, quotation marks around them left out."""
    return " ".join(text.split()).strip("“”„«»\"' ")


def _shown(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1].rstrip() + "…"

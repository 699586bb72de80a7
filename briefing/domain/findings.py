"""Findings: what in a note wants to be looked at before it goes out; empty is good news."""

from collections.abc import Iterator
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


class Looked:
    """Quotes that were held against their sources already: while all is the same objects, that is not done again."""

    def __init__(self) -> None:
        self._known: dict[int, _Looked] = {}  # by the identity of the block, which is kept alive with it
        self._seen: dict[int, _Looked] = {}

    def differs(self, block: Block, excerpt: Excerpt, source: Source) -> bool:
        """Whether a quote is not what its source says."""
        known = self._known.get(id(block))
        if known is None or known[1] is not excerpt or known[2] is not source:
            known = (block, excerpt, source, _differs(block, excerpt, source))
        self._seen[id(block)] = known
        return known[3]

    def turn(self) -> None:
        """End one look at a note: what was not seen in it is forgotten."""
        self._known, self._seen = self._seen, {}


_Looked = tuple[Block, Excerpt, Source, bool]


def findings(note: Note, looked: Looked | None = None) -> tuple[Finding, ...]:
    """Everything the checks find in a note, in the order of the note; `looked` remembers it for the next time."""
    looked = looked or Looked()
    found = (
        *_empty_sections(note),
        *_quotes_without_source(note),
        *_quotes_that_differ(note, looked),
        *_lost_excerpts(note),
        *_unsorted_excerpts(note),
        *_uncited_excerpts(note),
    )
    looked.turn()
    return found


def _empty_sections(note: Note) -> Iterator[Finding]:
    """Sections left empty, once anything is written at all: a note not yet begun has nothing to be looked at."""
    if not any(section.has_content for section in note.sections):
        return
    for section in note.sections:
        if not section.has_content:
            yield Finding("empty", "This section is empty.", section.key)


def _quotes_without_source(note: Note) -> Iterator[Finding]:
    for section, index, block in _quotes(note):
        if not block.citations:
            message = f"The quote “{_shown(block.text)}” does not say where it comes from."
            yield Finding("uncited-quote", message, section.key, index)


def _quotes_that_differ(note: Note, looked: Looked) -> Iterator[Finding]:
    """Quote blocks with one citation whose words are not those of the source."""
    sources = {source.id: source for source in note.sources}
    excerpts = {excerpt.id: excerpt for excerpt in note.excerpts}
    for section, index, block in _quotes(note):
        excerpt = excerpts.get(block.citations[0]) if len(block.citations) == 1 else None
        source = sources.get(excerpt.source) if excerpt is not None else None
        if excerpt is None or source is None or excerpt.found is Found.LOST:
            continue
        if looked.differs(block, excerpt, source):
            message = f"The quote “{_shown(block.text)}” is not what {source.id} says there."
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


def _uncited_excerpts(note: Note) -> Iterator[Finding]:
    cited = {name for section in note.sections for block in section.blocks for name in block.citations}
    for excerpt in note.excerpts:
        if excerpt.section is not None and excerpt.id not in cited:
            message = f"The excerpt “{_shown(excerpt.quote)}” is filed, but cited nowhere."
            yield Finding("uncited", message, excerpt.section, None, excerpt.id)


def _quotes(note: Note) -> Iterator[tuple[Section, int, Block]]:
    for section in note.sections:
        for index, block in enumerate(section.blocks):
            if block.style is Style.QUOTE and block.text.strip():
                yield section, index, block


def _differs(block: Block, excerpt: Excerpt, source: Source) -> bool:
    said = _plain(block.text)
    return said != _plain(excerpt.quote) and said != _plain(source.words(excerpt.start, excerpt.end))


def _plain(text: str) -> str:
    """Words as they are compared: white space folded, quotation marks around them left out."""
    return " ".join(text.split()).strip("“”„«»\"' ")


def _shown(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1].rstrip() + "…"

"""Search over the note and its sources: every place where words stand, and where that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from briefing.domain.folding import Folded, fold
from briefing.domain.note import Note

AROUND = 48  # code points shown on either side of a hit
MOST = 1000  # hits given


class Place(StrEnum):
    """Where a hit stands."""

    TITLE = "title"
    BOTTOM_LINE = "bottom line"
    SECTION = "section"
    COMMENT = "comment"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit: the place, its id (section key, excerpt or source id), its code points there, and its line.

    `block` is the index of the block in a section, else None; positions count within that block's words.
    """

    place: Place
    id: str
    block: int | None
    start: int
    end: int
    before: str
    words: str
    after: str


def search(note: Note, query: str, most: int = MOST) -> list[Hit]:
    """Hits of a query in reading order: the note first, then comments, then sources.

    Case, white space, typographic quotes and dashes do not matter; an empty query finds nothing.
    """
    wanted = fold(query).strip()
    if not wanted:
        return []
    return list(islice(_hits(note, wanted), most))


def _hits(note: Note, wanted: str) -> Iterator[Hit]:
    yield from _in(Place.TITLE, "", None, note.title, wanted)
    yield from _in(Place.BOTTOM_LINE, "", None, note.front.bottom_line, wanted)
    for section in note.sections:
        for index, block in enumerate(section.blocks):
            yield from _in(Place.SECTION, section.key, index, block.text, wanted)
    for excerpt in note.excerpts:
        yield from _in(Place.COMMENT, excerpt.id, None, excerpt.comment, wanted)
    for source in note.sources:
        yield from _in(Place.SOURCE, source.id, None, source.text, wanted)


def _in(place: Place, place_id: str, block: int | None, text: str, wanted: str) -> Iterator[Hit]:
    if not text:
        return
    folded = _folded(text)
    at = folded.text.find(wanted)
    while at >= 0:
        start, end = folded.source_start(at), folded.source_end(at + len(wanted))
        yield Hit(place, place_id, block, start, end, _before(text, start), text[start:end], _after(text, end))
        at = folded.text.find(wanted, at + len(wanted))


def _before(text: str, start: int) -> str:
    """What of the line stands before a hit, in whole words where it is long."""
    line = text[max(0, start - AROUND - 1) : start].rpartition("\n")[2]
    if len(line) <= AROUND:
        return line
    words = line[-AROUND:]
    return "… " + (words if " " not in words else words.split(" ", maxsplit=1)[1])


def _after(text: str, end: int) -> str:
    """What of the line stands behind a hit, in whole words where it is long."""
    line = text[end : end + AROUND + 1].partition("\n")[0]
    return line if len(line) <= AROUND else line[:AROUND].rsplit(" ", maxsplit=1)[0] + " …"


@lru_cache(maxsize=64)
def _folded(text: str) -> Folded:
    return Folded(text)

"""A source: an article as it was read, whose text never changes."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

_BREAKING = re.compile(r"[ \t\n]+")


class Kind(StrEnum):
    """What a passage of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of an article: code points [start, end) of the text, and the page it stands on (from 1)."""

    kind: Kind
    start: int
    end: int
    page: int | None = None
    level: int = 0  # of a heading (1 to 6) or of a nested list item (from 0)
    label: str = ""  # what the document calls that page, where it counts in another way: iv, 213

    @property
    def page_name(self) -> str:
        """The page as one would cite it; empty where there are no pages."""
        return self.label or str(self.page or "")


@dataclass(frozen=True, slots=True)
class Record:
    """What is known about an article; dates are ISO 8601 with the precision and zone that the article states."""

    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    published: str = ""
    updated: str = ""
    retrieved: str = ""
    language: str = ""
    address: str = ""
    media_type: str = "text/plain"
    file_name: str = ""
    sha256: str = ""
    reliability: str = ""  # Admiralty code, A to F
    credibility: str = ""  # Admiralty code, 1 to 6
    descriptor: str = ""
    marking: str = ""

    @property
    def grade(self) -> str:
        """The two independent ratings written together, for example B2; empty while ungraded."""
        if not self.reliability and not self.credibility:
            return ""
        return (self.reliability or "F") + (self.credibility or "6")


@dataclass(frozen=True)
class Source:
    """An article: its record, its text, the passages of the text, and the bytes as they were received.

    Passages are in order and do not overlap; what lies between them is white space.
    """

    text: str
    passages: tuple[Passage, ...]
    record: Record = Record()
    original: bytes = field(default=b"", repr=False)
    id: str = ""
    earlier: tuple["Source", ...] = field(default=(), repr=False)  # versions it replaced, oldest first: S1v1, S1v2 ...

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(p.start for p in self.passages)

    @cached_property
    def numbers(self) -> tuple[int | None, ...]:
        """The paragraph number of each passage, from 1; headings and noise have none."""
        numbers: list[int | None] = []
        count = 0
        for passage in self.passages:
            if passage.kind in (Kind.HEADING, Kind.NOISE):
                numbers.append(None)
            else:
                count += 1
                numbers.append(count)
        return tuple(numbers)

    def index_at(self, position: int) -> int:
        """Index of the passage that holds a position, or of the last one that begins before it (0 at least)."""
        return max(0, bisect_right(self._starts, position) - 1)

    def indexes_between(self, start: int, end: int) -> range:
        """Indexes of the passages that share a code point with [start, end)."""
        first = self.index_at(start)
        if first < len(self.passages) and self.passages[first].end <= start:
            first += 1
        last = first
        while last < len(self.passages) and self.passages[last].start < end:
            last += 1
        return range(first, last)

    def number_at(self, position: int) -> int | None:
        """The number of the paragraph at a position; of the next numbered one if it stands in a heading."""
        if not self.passages:
            return None
        index = self.index_at(position)
        number = self.numbers[index]
        if number is not None:
            return number
        following = (self.numbers[i] for i in range(index, len(self.numbers)) if self.numbers[i] is not None)
        return next(following, self.last_number or None)

    @cached_property
    def last_number(self) -> int:
        """How many numbered paragraphs the article has."""
        return max((n for n in self.numbers if n is not None), default=0)

    def page_at(self, position: int) -> str:
        """The page that a position stands on, as one would cite it; empty where the source has no pages."""
        return self.passages[self.index_at(position)].page_name if self.passages else ""

    @property
    def versions(self) -> tuple["Source", ...]:
        """The source itself and the versions it replaced, the newest first."""
        return (self, *reversed(self.earlier))

    def words(self, start: int, end: int) -> str:
        """The reading of [start, end): without noise, one line a passage, each line's white space folded."""
        parts = []
        for index in self.indexes_between(start, end):
            passage = self.passages[index]
            if passage.kind is not Kind.NOISE:
                parts.append(" ".join(_split(self.text[max(start, passage.start) : min(end, passage.end)])))
        return "\n".join(part for part in parts if part) or " ".join(_split(self.text[start:end]))


def _split(text: str) -> list[str]:
    """Split at breaking white space only: a no-break space belongs to the words it joins."""
    return [part for part in _BREAKING.split(text) if part]

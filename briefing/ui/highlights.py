"""Highlights: an index of the excerpts of one source, asked for what is in sight at every painting."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from briefing.domain.anchor import Found
from briefing.domain.ends import differing
from briefing.domain.measures import body_of, filed_ranges, overlap
from briefing.domain.note import Excerpt
from briefing.domain.source import Kind, Source

_SHORT = 4096  # code points: excerpts up to this length are found by their start alone
_AROUND = 20_000  # code points on either side of the first page that is asked for
_LONG = 2048  # code points of a passage that are packed together
_start = attrgetter("anchor.start")


class Highlights:
    """The excerpts of a source by place, with the lane of each one's bar in the margin."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._all: tuple[Excerpt, ...] = ()
        self._short: list[Excerpt] = []  # by start
        self._starts: list[int] = []  # of the short ones
        self._long: list[Excerpt] = []
        self._unsorted: list[Excerpt] = []  # until more is asked for than the first page
        self._page: tuple[int, int, list[Excerpt]] | None = None  # what was first asked for, and much around it
        self._lanes: dict[str, int] = {}
        self._apart = 85
        self._body = body_of(source)
        self._filed: int | None = None  # code points, once somebody asked

    def show(self, excerpts: tuple[Excerpt, ...]) -> list[Excerpt]:
        """Take the excerpts of a note; gives those of this source that came or went, and works on nothing else."""
        if excerpts is self._all:
            return []
        gone, new = map(self._mine, differing(self._all, excerpts))
        is_first = not self._all
        self._all = excerpts
        if is_first:
            self._unsorted, self._page, self._filed = new, None, None
        elif gone or new:
            self._exchange(gone, new)
        if gone or new:
            self._lanes.clear()
        return gone + new

    def _exchange(self, gone: list[Excerpt], new: list[Excerpt]) -> None:
        self._sort()
        touched = {index for e in gone + new for index in self._source.indexes_between(e.start, e.end)}
        before = self._filed_in(touched) if self._filed is not None else 0
        for excerpt in gone:
            self._leave_out(excerpt)
        for excerpt in new:
            self._take_in(excerpt)
        if self._filed is not None:
            self._filed += self._filed_in(touched) - before

    @property
    def share(self) -> float:
        """The share (0 to 1) of the article's text, noise left out, that is filed."""
        if self._filed is None:
            self._filed = overlap(self._body, filed_ranges(self._mine(self._all)))
        total = sum(end - start for start, end in self._body)
        return self._filed / total if total else 0.0

    def _filed_in(self, passages: Iterable[int]) -> int:
        """Code points of some passages that are filed; of noise, none are."""
        places = ((p.start, p.end) for index in passages if (p := self._source.passages[index]).kind is not Kind.NOISE)
        return sum(overlap([place], filed_ranges(self.between(*place))) for place in places)

    def _sort(self) -> None:
        """Sort what came first, if that was put off."""
        if not self._unsorted:
            return
        long = [e for e in self._unsorted if e.anchor.end - e.anchor.start > _SHORT]
        self._long += long
        self._short = sorted([e for e in self._unsorted if e not in long] if long else self._unsorted, key=_start)
        self._starts = list(map(_start, self._short))
        self._unsorted = []

    def _take_in(self, excerpt: Excerpt) -> None:
        if _length(excerpt) > _SHORT:
            self._long.append(excerpt)
            return
        at = bisect_right(self._starts, excerpt.start)
        self._starts.insert(at, excerpt.start)
        self._short.insert(at, excerpt)

    def _leave_out(self, excerpt: Excerpt) -> None:
        if _length(excerpt) > _SHORT:
            self._long.remove(excerpt)
            return
        at = self._short.index(excerpt, bisect_left(self._starts, excerpt.start))
        del self._starts[at], self._short[at]

    def ordered(self) -> list[Excerpt]:
        """All excerpts, in order of place, the longer first."""
        return sorted(self._mine(self._all), key=_place)

    def between(self, start: int, end: int) -> list[Excerpt]:
        """The excerpts that share a code point with [start, end), in order of place, the longer first."""
        found = [e for e in self._near(start, end) if e.anchor.start < end and e.anchor.end > start]
        return sorted(found, key=_place)

    def _near(self, start: int, end: int) -> list[Excerpt]:
        """The excerpts among which those of [start, end) are; a first page is looked through before all are sorted."""
        if self._unsorted:
            if self._page is None:
                low, high = start - _AROUND, end + _AROUND
                kept = [e for e in self._unsorted if e.anchor.start < high and e.anchor.end > low]
                self._page = (low, high, kept)
            if self._page[0] <= start and end <= self._page[1]:
                return self._page[2]
            self._sort()
        low = bisect_right(self._starts, start - _SHORT)
        high = bisect_left(self._starts, end)
        return [*self._short[low:high], *self._long]

    def at(self, position: int) -> list[Excerpt]:
        """The excerpts at a caret position, the innermost first; one that ends there counts after the others."""
        near = self.between(max(0, position - 1), position + 1)
        return sorted(near, key=lambda e: (not e.start <= position < e.end, e.end - e.start, -int(e.id[1:] or 0)))

    def of_section(self, section: str | None) -> list[Excerpt]:
        """The excerpts of a section (None: unsorted) in order of place."""
        return sorted((e for e in self._mine(self._all) if e.section == section), key=_start)

    def keep_apart(self, points: int) -> None:
        """Give different lanes to excerpts that are closer than so many code points: they may share a line."""
        if points != self._apart:
            self._apart = points
            self._lanes.clear()

    def lane(self, excerpt: Excerpt) -> int:
        """The lane of an excerpt's bar, from 0 at the text: the nearest one that is free beside it."""
        if excerpt.id not in self._lanes:
            self._pack(excerpt)
        return self._lanes[excerpt.id]

    def _pack(self, excerpt: Excerpt) -> None:
        """Give lanes to an excerpt and to everything that is linked to it by neighbours, in order of place."""
        ends: list[int] = []
        for neighbour in self._linked(excerpt):
            free = next((lane for lane, end in enumerate(ends) if end <= neighbour.start), len(ends))
            ends[free : free + 1] = [neighbour.end + self._apart]
            self._lanes[neighbour.id] = free

    def _linked(self, excerpt: Excerpt) -> list[Excerpt]:
        """The excerpts of one passage, and of the passages that some excerpt joins to it, in order of place."""
        return self.between(*self.reach(excerpt))

    def reach(self, excerpt: Excerpt) -> tuple[int, int]:
        """The code points around an excerpt in which lanes may be others when it comes or goes."""
        start, end = self._cell(excerpt.start)[0], self._cell(excerpt.end - 1)[1]
        while True:
            group = self.between(start, end)
            low = self._cell(group[0].start)[0] if group else start
            high = self._cell(max(e.end for e in group) - 1)[1] if group else end
            if low >= start and high <= end:
                return start, end
            start, end = min(low, start), max(high, end)

    def _cell(self, position: int) -> tuple[int, int]:
        """The passage around a position, or a part of it if it is very long: bars are packed anew in every cell."""
        if not self._source.passages:
            return position, position + 1
        passage = self._source.passages[self._source.index_at(position)]
        chunk = max(0, position - passage.start) // _LONG * _LONG + passage.start
        return min(position, chunk), max(position + 1, min(passage.end, chunk + _LONG))

    def _mine(self, excerpts: Iterable[Excerpt]) -> list[Excerpt]:
        """The excerpts of this source that have a place in it."""
        mine = self._source.id
        return [e for e in excerpts if e.source == mine and e.found is not Found.LOST]


def _place(excerpt: Excerpt) -> tuple[int, int]:
    return excerpt.anchor.start, -excerpt.anchor.end


def _length(excerpt: Excerpt) -> int:
    return excerpt.anchor.end - excerpt.anchor.start

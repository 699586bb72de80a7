"""Highlights: an index of the excerpts of one source, asked for what is in sight at every painting."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from briefing.domain.anchor import Found
from briefing.domain.note import Excerpt
from briefing.domain.source import Source

_SHORT = 4096  # code points: excerpts up to this length are found by their start alone
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
        self._lanes: dict[str, int] = {}
        self._apart = 85

    def show(self, excerpts: tuple[Excerpt, ...]) -> bool:
        """Take the excerpts of a note; whether anything of this source changed. Only the difference is worked on."""
        if excerpts is self._all:
            return False
        head = _shared(self._all, excerpts)
        tail = _shared(self._all[head:][::-1], excerpts[head:][::-1])
        gone = self._mine(self._all[head : len(self._all) - tail])
        new = self._mine(excerpts[head : len(excerpts) - tail])
        self._all = excerpts
        for excerpt in gone:
            self._leave_out(excerpt)
        if self._short:
            for excerpt in new:
                self._take_in(excerpt)
        else:
            long = [e for e in new if e.anchor.end - e.anchor.start > _SHORT]
            self._long += long
            self._short = sorted([e for e in new if e not in long] if long else new, key=_start)
            self._starts = list(map(_start, self._short))
        if gone or new:
            self._lanes.clear()
        return bool(gone or new)

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

    def __iter__(self) -> Iterator[Excerpt]:
        return iter(self._mine(self._all))

    def between(self, start: int, end: int) -> list[Excerpt]:
        """The excerpts that share a code point with [start, end), in order of place, the longer first."""
        low = bisect_right(self._starts, start - _SHORT)
        high = bisect_left(self._starts, end)
        near = [*self._short[low:high], *self._long]
        found = [e for e in near if e.anchor.start < end and e.anchor.end > start]
        return sorted(found, key=lambda e: (e.anchor.start, -e.anchor.end))

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
        start, end = self._cell(excerpt.start)[0], self._cell(excerpt.end - 1)[1]
        while True:
            group = self.between(start, end)
            low = self._cell(group[0].start)[0]
            high = self._cell(max(e.end for e in group) - 1)[1]
            if low >= start and high <= end:
                return group
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


def coverage(excerpts: Iterable[Excerpt]) -> list[tuple[int, int]]:
    """The stretches of a text that excerpts cover, in order and apart."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted((e.start, e.end) for e in excerpts):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def covered(stretches: list[tuple[int, int]], start: int, end: int) -> int:
    """How many code points of [start, end) lie in stretches."""
    first = max(0, bisect_right(stretches, (start,)) - 1)
    total = 0
    for begin, stop in stretches[first:]:
        if begin >= end:
            break
        total += max(0, min(stop, end) - max(begin, start))
    return total


def _length(excerpt: Excerpt) -> int:
    return excerpt.anchor.end - excerpt.anchor.start


def _shared(left: tuple[Excerpt, ...], right: tuple[Excerpt, ...]) -> int:
    """How many excerpts at the front are equal; tuples compare themselves far faster than a loop could."""
    low, high = 0, min(len(left), len(right))
    if left[:high] == right[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if left[low:middle] == right[low:middle] else (low, middle)
    return low

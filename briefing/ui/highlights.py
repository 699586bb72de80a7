"""Highlights: an index of the excerpts of one source, asked for what is in sight at every painting."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator

from briefing.domain.anchor import Found
from briefing.domain.note import Excerpt
from briefing.domain.source import Source

_SHIFT = 10  # a bucket holds what touches 1,024 code points
_LONG = 2048  # code points of a passage that are packed together
_APART = 120  # code points: closer excerpts may share a line, so their bars stand in different lanes


class Highlights:
    """The excerpts of a source by place, with the lane of each one's bar in the margin."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._all: tuple[Excerpt, ...] = ()
        self._buckets: dict[int, list[Excerpt]] = {}
        self._lanes: dict[str, int] = {}

    def show(self, excerpts: tuple[Excerpt, ...]) -> bool:
        """Take the excerpts of a note; whether anything of this source changed. Only the difference is worked on."""
        if excerpts is self._all:
            return False
        head = _shared(self._all, excerpts)
        tail = _shared(self._all[head:][::-1], excerpts[head:][::-1])
        gone = list(self._mine(self._all[head : len(self._all) - tail]))
        new = list(self._mine(excerpts[head : len(excerpts) - tail]))
        self._all = excerpts
        for excerpt in gone:
            for bucket in _buckets(excerpt.start, excerpt.end):
                self._buckets[bucket].remove(excerpt)
        for excerpt in new:
            for bucket in _buckets(excerpt.start, excerpt.end):
                insort(self._buckets.setdefault(bucket, []), excerpt, key=_order)
        if gone or new:
            self._lanes.clear()
        return bool(gone or new)

    def __iter__(self) -> Iterator[Excerpt]:
        return self._mine(self._all)

    def between(self, start: int, end: int) -> list[Excerpt]:
        """The excerpts that share a code point with [start, end), in order of place."""
        found: dict[str, Excerpt] = {}
        for bucket in _buckets(start, end):
            for excerpt in self._buckets.get(bucket, ()):
                if excerpt.start < end and excerpt.end > start:
                    found[excerpt.id] = excerpt
        return list(found.values())

    def at(self, position: int) -> list[Excerpt]:
        """The excerpts at a caret position, the innermost first; one that ends there counts after the others."""
        near = self.between(max(0, position - 1), position + 1)
        return sorted(near, key=lambda e: (not e.start <= position < e.end, e.end - e.start, -int(e.id[1:] or 0)))

    def of_section(self, section: str | None) -> list[Excerpt]:
        """The excerpts of a section (None: unsorted) in order of place."""
        return sorted((e for e in self if e.section == section), key=_order)

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
            ends[free : free + 1] = [neighbour.end + _APART]
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

    def _mine(self, excerpts: Iterable[Excerpt]) -> Iterator[Excerpt]:
        return (e for e in excerpts if e.source == self._source.id and e.found is not Found.LOST)


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


def _order(excerpt: Excerpt) -> tuple[int, int, int]:
    return (excerpt.start, -excerpt.end, len(excerpt.id))


def _buckets(start: int, end: int) -> range:
    return range(start >> _SHIFT, (max(start + 1, end) - 1 >> _SHIFT) + 1)


def _shared(left: tuple[Excerpt, ...], right: tuple[Excerpt, ...]) -> int:
    """How many excerpts at the front are the same objects."""
    count = 0
    for old, new in zip(left, right, strict=False):
        if old is not new:
            break
        count += 1
    return count

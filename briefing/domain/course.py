"""The course of an edited text: how positions of the old text run in the new one, learnt from what was found surely."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

_ENOUGH = 3  # sure places from which a course is drawn
_IN_ORDER = 0.7  # part of the sure places that must run in order, or the old positions are not of one text
_SPREAD = 60.0  # code points from the course that cost nothing much
_LETTERS = 2  # code points by which a place may differ from the expected one and still be it
_LAST = 8  # sure places looked back at for one that reaches over a place
_OUT_OF_ORDER = 30.0  # bits that a place between the wrong neighbours loses


@dataclass(frozen=True, slots=True)
class Expected:
    """Where a quote is expected to begin (None: anywhere), and what it costs in bits to stand elsewhere."""

    at: int | None
    spread: float = 400.0
    low: int = 0  # the place after the neighbour before it
    high: int | None = None  # the place of the neighbour behind it

    def cost(self, at: int) -> float:
        """Bits that a place loses for its distance and for standing out of order."""
        if self.at is None:
            return 0.0
        is_between = self.low <= at and (self.high is None or at <= self.high)
        return 4.0 * log2(1 + abs(at - self.at) / self.spread) + (0.0 if is_between else _OUT_OF_ORDER)

    def is_at(self, at: int) -> bool:
        """Whether a place is the very one that is expected, but for a letter or two."""
        return self.at is not None and abs(at - self.at) <= _LETTERS

    def distance(self, at: int) -> int:
        """Code points from the expected place; from the beginning of the text if any place is as good."""
        return abs(at - (self.at or 0))


class Course:
    """Old places and new places of sure anchors, both ascending."""

    def __init__(self, old: list[int], new: list[int]) -> None:
        self._old = old
        self._new = new

    def expected(self, start: int) -> Expected:
        """Where a quote that began at a position of the old text is expected in the new one."""
        behind = bisect_right(self._old, start)
        low = self._new[behind - 1] if behind else 0
        high = self._new[behind] if behind < len(self._new) else None
        if not behind:
            return Expected(start + self._new[0] - self._old[0], low=low, high=high)
        at = start + low - self._old[behind - 1]
        if high is None:
            return Expected(at, low=low)
        drift = abs((high - low) - (self._old[behind] - self._old[behind - 1]))
        if self._old[behind] - start < start - self._old[behind - 1]:
            at = start + high - self._old[behind]
        return Expected(at, spread=_SPREAD + drift, low=low, high=high)


class Taken:
    """Places of the new text that are surely those of certain passages of the old one."""

    def __init__(self, sure: Iterable[tuple[int, int, int]]) -> None:
        self._sure = sorted((new, old, size) for old, new, size in sure)
        self._new = [new for new, _, _ in self._sure]

    def by_another(self, old: int, new: int) -> bool:
        """Whether a place holds a passage that stood elsewhere in the old text than at `old`."""
        if old < 0:
            return False
        for there, before, size in self._sure[
            max(0, bisect_right(self._new, new) - _LAST) : bisect_right(self._new, new)
        ]:
            if there <= new < there + size and abs(before + new - there - old) > size:
                return True
        return False


def are_of_one_text(pieces: Iterable[tuple[int, str]]) -> bool:
    """Whether pieces of text, each with its position, can be of one text: where they overlap, they say the same."""
    reach, begin, words = 0, 0, ""
    for start, piece in sorted(pieces):
        shared = min(reach, start + len(piece)) - start
        if shared > 0 and words[start - begin : start - begin + shared] != piece[:shared]:
            return False
        if start + len(piece) > reach:
            reach, begin, words = start + len(piece), start, piece
    return True


def course_of(places: Iterable[tuple[int, int]]) -> Course | None:
    """The course through sure places (old, new); None if they are too few or do not run in order."""
    ordered = sorted(set(places))
    if len(ordered) < _ENOUGH:
        return None
    rising = longest_rise(ordered)
    if len(rising) < _IN_ORDER * len(ordered):
        return None
    return Course([old for old, _ in rising], [new for _, new in rising])


def longest_rise(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of places whose new positions rise with the old ones."""
    tails: list[int] = []  # the least new position that a row of each length ends with
    ends: list[int] = []  # and the index of that place
    before: list[int] = []
    for index, (_, new) in enumerate(places):
        length = bisect_left(tails, new)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [new]
        ends[length : length + 1] = [index]
    row = []
    index = ends[-1]
    while index >= 0:
        row.append(places[index])
        index = before[index]
    return row[::-1]

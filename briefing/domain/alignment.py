"""Alignment of a quotation in its context with the places of a text where its words stand in the same order.

Runs of equal words are found from the rarest words, chained in order with a price on gaps, and the best chains are
the candidates: an inserted or a removed clause costs little, a common word in the wrong place gains nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import NamedTuple

from briefing.domain.folding import Folded
from briefing.domain.ground import Ground, words_of

_HITS = 150  # places of single words from which runs are grown
_FEW = 24  # places of a word up to which all are taken
_FEWEST = 2  # and those of a word in the middle of a very long quote
_STRETCH = 60  # words of a quote of which one at least is looked for where it is expected
_FAR_LONGER = 4  # times as many words
_REACH = 60  # words between two runs of a chain beyond the length of the pattern
_BACK = 40  # runs looked back at
_BETWEEN = 0.7  # bits that each word costs that stands between two runs


class Pattern:
    """What is looked for: the folded words of prefix, quote and suffix, and where the quote begins and ends in them."""

    def __init__(self, prefix: str, exact: str, suffix: str) -> None:
        folded = Folded(prefix + exact + suffix)
        self.text = folded.text
        self.start = folded.position(len(prefix))
        self.end = folded.position(len(prefix) + len(exact)) if suffix else len(folded.text)
        found = words_of(folded.text)
        self.words = [word for word, _ in found]
        self.at = [at for _, at in found]

    @cached_property
    def quote(self) -> str:
        """The folded quote alone."""
        return self.text[self.start : self.end]

    def is_quoted(self, index: int) -> bool:
        """Whether a word belongs to the quote, at least with a letter."""
        return self.at[index] < self.end and self.at[index] + len(self.words[index]) > self.start


class Run(NamedTuple):
    """Equal words: `length` of them from word `there` of the ground and word `here` of the pattern."""

    there: int
    here: int
    length: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Runs in order on both sides, and what they tell together in bits."""

    runs: tuple[Run, ...]
    bits: float


def runs_between(pattern: Pattern, ground: Ground, near: int) -> list[Run]:
    """Runs of equal words grown from the rarest words; `near` is the word index where they are expected."""
    left, right = pattern.words, ground.words
    done: dict[int, int] = {}
    runs = []
    for here, there in _seeds(pattern, ground, near):
        if done.get(there - here, -1) <= here:
            run = _grown(left, right, here, there)
            done[there - here] = run.here + run.length
            runs.append(run)
    runs.sort()
    return list(_uncovered(runs))


def _uncovered(runs: list[Run]) -> Iterator[Run]:
    """The runs without those that stand, by chance, where a far longer one does: a long quote has thousands of them."""
    cover = Run(0, 0, 0)
    for run in runs:
        end, covered = run.there + run.length, cover.there + cover.length
        if end <= covered and run.length * _FAR_LONGER <= cover.length:
            continue
        if end > covered:
            cover = run
        yield run


def _seeds(pattern: Pattern, ground: Ground, near: int) -> list[tuple[int, int]]:
    """Places of words of the pattern, rarest words first, until there are enough; sorted along the pattern."""
    places = ground.places
    by_rarity = sorted((len(places[word]), here) for here, word in enumerate(pattern.words) if word in places)
    size = len(pattern.words)
    few = max(_FEWEST, _FEW * 2 * _STRETCH // (size + 1))  # a long quote has rare words enough between its ends
    seeds: list[tuple[int, int]] = []
    for count, here in by_rarity:
        if count > _FEW and len(seeds) > _HITS:
            break
        if count > few and _STRETCH <= here < size - _STRETCH:
            continue
        seeds.extend((here, there) for there in _nearest(places[pattern.words[here]], near, _HITS))
    for first in range(0, len(pattern.words) - _STRETCH, _STRETCH):  # of a long quote, every part
        known = [here for here in range(first, first + _STRETCH) if pattern.words[here] in places]
        here = min(known, key=lambda here: len(places[pattern.words[here]]), default=first)
        seeds.extend((here, there) for there in _nearest(places.get(pattern.words[here], []), near + here, _FEW))
    return sorted(set(seeds))


def _nearest(places: list[int], near: int, most: int) -> list[int]:
    if len(places) <= most:
        return places
    middle = bisect_right(places, near)
    return places[max(0, middle - most // 2) : middle + most // 2]


def _grown(left: list[str], right: list[str], here: int, there: int) -> Run:
    begin, end = here, here + 1
    shift = there - here
    lowest = max(0, -shift)
    while begin > lowest and left[begin - 1] == right[begin - 1 + shift]:
        begin -= 1
    highest = min(len(left), len(right) - shift)
    while end < highest and left[end] == right[end + shift]:
        end += 1
    return Run(begin + shift, begin, end - begin)


def chains(pattern: Pattern, ground: Ground, near: int, most: int) -> list[Chain]:
    """The best chains, the most telling first and of those the nearest; no two share a run."""
    runs = runs_between(pattern, ground, near)
    if not runs:
        return []
    sums = [0.0]
    for word in pattern.words:
        sums.append(sums[-1] + ground.telling(word))
    best, before = _chained(runs, sums, len(pattern.words) + _REACH)
    order = sorted(range(len(runs)), key=lambda index: (-best[index], abs(runs[index].there - near)))
    used: set[int] = set()
    found: list[Chain] = []
    for last in order:
        if last not in used and len(found) < most:
            chain = _walked(runs, before, last, used)
            if chain is not None:
                found.append(Chain(chain, best[last]))
    return found


def _chained(runs: list[Run], sums: list[float], reach: int) -> tuple[list[float], list[int]]:
    """For each run the bits of the best chain that ends in it, and the run before it in that chain."""
    best: list[float] = []
    before: list[int] = []
    tops: list[float] = []  # the best of the runs so far: what none of them can exceed
    for index, (there, here, length) in enumerate(runs):
        whole = sums[here + length]
        most, back = whole - sums[here], -1
        for other in range(index - 1, max(-1, index - 1 - _BACK), -1):
            ground_at, pattern_at, size = runs[other]
            further, apart = there - ground_at - size, here - pattern_at - size
            if further > reach or tops[other] + whole - sums[here] <= most:
                break
            if pattern_at >= here or best[other] + whole - sums[here] <= most:
                continue
            overlap = max(0, -further, -apart)
            if overlap >= length:
                continue
            bits = best[other] + whole - sums[here + overlap] - _gap(max(0, apart), max(0, further))
            if bits > most:
                most, back = bits, other
        best.append(most)
        before.append(back)
        tops.append(max(most, tops[-1]) if tops else most)
    return best, before


def _gap(here: int, there: int) -> float:
    """What words between two runs cost: a little for their number, more if there are more on one side."""
    return 1.5 * log2(1 + abs(here - there)) + 0.1 * here + _BETWEEN * there


def _walked(runs: list[Run], before: list[int], last: int, used: set[int]) -> tuple[Run, ...] | None:
    """The runs of a chain from its first, cut so that they do not overlap; None if a better chain has one of them."""
    chain: list[Run] = []
    index = last
    while index >= 0:
        if index in used:
            return None
        chain.append(runs[index])
        used.add(index)
        index = before[index]
    chain.reverse()
    cut = [chain[0]]
    for run in chain[1:]:
        earlier = cut[-1]
        overlap = max(0, earlier.here + earlier.length - run.here, earlier.there + earlier.length - run.there)
        cut.append(Run(run.there + overlap, run.here + overlap, run.length - overlap))
    return tuple(cut)

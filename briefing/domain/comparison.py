"""Two versions of a text compared word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.domain.course import longest_rise

_WORD = re.compile(r"\w+|[^\w\s]")
_LONGEST = 40_000  # words of a side between two sure places up to which every word is weighed

Block = tuple[int, int, int, int]  # first and last word of a stretch, on the old side and on the new


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of two texts, the same in both or not; stretches follow each other without gaps on both sides."""

    is_same: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def compare(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches of two texts in order; white space does not count, and goes with the word before it."""
    left = [(match[0], match.start()) for match in _WORD.finditer(old)]
    right = [(match[0], match.start()) for match in _WORD.finditer(new)]
    blocks = list(_joined(_blocks([word for word, _ in left], [word for word, _ in right])))
    starts = [(_at(left, block[1], len(old)), _at(right, block[3], len(new))) for block in blocks[1:]]
    edges = [(0, 0), *starts, (len(old), len(new))]
    return tuple(
        Stretch(block[0], before[0], behind[0], before[1], behind[1])
        for block, (before, behind) in zip(blocks, pairwise(edges), strict=True)
    )


def _at(words: Sequence[tuple[str, int]], index: int, length: int) -> int:
    return words[index][1] if index < len(words) else length


def _joined(blocks: Iterator[tuple[bool, int, int, int, int]]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Blocks with neighbours of one kind made one; a block without words on either side is left out."""
    last: tuple[bool, int, int, int, int] | None = None
    for block in blocks:
        is_same, old_start, old_end, new_start, new_end = block
        if old_start == old_end and new_start == new_end:
            continue
        if last is not None and last[0] == is_same:
            last = (is_same, last[1], old_end, last[3], new_end)
            continue
        if last is not None:
            yield last
        last = block
    yield last or (True, 0, 0, 0, 0)


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Same and other words in order; between words that are surely the same, every word is weighed."""
    here = there = 0
    for old_sure, new_sure in [*_sure(old, new), (len(old), len(new))]:
        yield from _weighed(old, new, (here, old_sure, there, new_sure))
        if old_sure < len(old):
            yield True, old_sure, old_sure + 1, new_sure, new_sure + 1
        here, there = old_sure + 1, new_sure + 1


def _sure(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Words that begin three which stand once in each text, in an order that rises in both."""
    left, right = _triples(old), _triples(new)
    once = [triple for triple, count in Counter(left).items() if count == 1]
    counted = Counter(right)
    at = {triple: index for index, triple in enumerate(right)}
    place = {triple: index for index, triple in enumerate(left)}
    pairs = [(place[triple], at[triple]) for triple in once if counted.get(triple) == 1]
    return longest_rise(sorted(pairs)) if pairs else []


def _triples(words: list[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _weighed(old: list[str], new: list[str], bounds: Block) -> Iterator[tuple[bool, int, int, int, int]]:
    old_start, old_end, new_start, new_end = bounds
    if old_start == old_end or new_start == new_end or max(old_end - old_start, new_end - new_start) > _LONGEST:
        yield False, old_start, old_end, new_start, new_end
        return
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - 15 ms, and only for texts that differ

    for code in Indel.opcodes(old[old_start:old_end], new[new_start:new_end]):
        yield (
            code.tag == "equal",
            old_start + code.src_start,
            old_start + code.src_end,
            new_start + code.dest_start,
            new_start + code.dest_end,
        )

"""Where the edited wording of a quotation begins and ends, once its words are aligned with a text.

Both edges are found by the same rule: the end is the beginning of the mirrored text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.domain.alignment import Chain, Pattern
from briefing.domain.ground import Ground, words_of

_MOST_EDGES = 48  # word edges weighed as the beginning of an edited quotation
_SLACK = 40  # code points looked at beyond twice the length of the words that are missing
_NEARLY = 0.8  # part of the words of a context that must be found for it to be trusted over a wide gap
_UNLIKE = 0.4  # part of the code points that may differ between words and what stands for them
_SENTENCE = 6  # code points of likeness that the edge of a sentence is worth
_CLOSED = re.compile(r"[.!?:]['\")\]]* ?$")  # what stands before the beginning of a sentence
_BEGINNING = re.compile(r"\w+|[^\w\s]")
_MIRRORED_CLOSE = re.compile(r"^ ?['\")\]]*[.!?:]")  # how a sentence that ends begins in the mirror


@dataclass(frozen=True, slots=True)
class _Side:
    """One edge to be found: the pattern, the position of the edge in it, the text, and the words that are equal."""

    pattern: str
    edge: int
    text: str
    blocks: list[tuple[int, int, int]]  # position in the pattern, in the text, length
    is_mirrored: bool


def bounds(pattern: Pattern, ground: Ground, chain: Chain) -> tuple[int, int]:
    """The place [start, end) in the folded text that stands for the quote; empty if nothing is left of it."""
    blocks = list(_blocks(pattern, ground, chain))
    margin = 2 * len(pattern.text) + _SLACK
    low = max(0, blocks[0][1] - margin)
    text = ground.folded.text[low : blocks[-1][1] + blocks[-1][2] + margin]
    blocks = [(here, there - low, count) for here, there, count in blocks]
    start = _edge(_Side(pattern.text, pattern.start, text, blocks, is_mirrored=False))
    size, length = len(pattern.text), len(text)
    mirrored = [(size - here - count, length - there - count, count) for here, there, count in reversed(blocks)]
    end = _edge(_Side(pattern.text[::-1], size - pattern.end, text[::-1], mirrored, is_mirrored=True))
    return low + start, low + max(start, length - end)


def _blocks(pattern: Pattern, ground: Ground, chain: Chain) -> Iterator[tuple[int, int, int]]:
    for run in chain.runs:
        for step in range(run.length):
            here = run.here + step
            yield pattern.at[here], ground.at[run.there + step], len(pattern.words[here])


def _edge(side: _Side) -> int:
    """Where the quote begins in the text."""
    behind = next((block for block in side.blocks if block[0] + block[2] > side.edge), None)
    before = next((block for block in reversed(side.blocks) if block[0] + block[2] <= side.edge), None)
    if behind is None:
        return before[1] + before[2] if before is not None else 0
    missing = side.pattern[side.edge : behind[0]]
    if behind[0] < side.edge or (before is None and not missing):
        return behind[1] + side.edge - behind[0]
    left = side.pattern[before[0] + before[2] : side.edge] if before is not None else ""
    is_wide = before is not None and behind[1] - before[1] - before[2] > 2 * len(left + missing) + _SLACK
    if is_wide and not missing:  # what was put between belongs to neither
        return behind[1]
    if before is None or (is_wide and not _is_sure(side)):
        low = max(0, behind[1] - 2 * len(missing) - _SLACK)
        return low + _cheapest(side, missing, None, side.text[low : behind[1]])
    low = before[1] + before[2]
    if left + missing == side.text[low : behind[1]]:
        return low + len(left)
    return low + _cheapest(side, missing, left, side.text[low : behind[1]])


def _is_sure(side: _Side) -> bool:
    """Whether nearly all of the context before the edge was found, so that it tells where the quote begins."""
    words = len(words_of(side.pattern[: side.edge]))
    return sum(block[0] + block[2] <= side.edge for block in side.blocks) >= _NEARLY * words


def _cheapest(side: _Side, missing: str, left: str | None, between: str) -> int:
    """Where to cut the text between two equal words so that its parts are most like what stood there."""
    from rapidfuzz.distance import Indel, Levenshtein  # noqa: PLC0415 - 15 ms, and only for a quote that was edited

    was_sentence = _begins_sentence(side.pattern[: side.edge], missing, is_mirrored=side.is_mirrored)
    best, cheapest = len(between), float("inf")
    for cut in _cuts(between):
        is_sentence = was_sentence and _begins_sentence(between[:cut], between[cut:], is_mirrored=side.is_mirrored)
        # Between equal words everything stands for what was there; without, only what is like it.
        if left is None:
            cost = float(Indel.distance(missing, between[cut:]))
            if not is_sentence and cost > _UNLIKE * (len(missing) + len(between) - cut) and cut < len(between):
                continue
        else:
            cost = float(Levenshtein.distance(missing, between[cut:]) + Levenshtein.distance(left, between[:cut]))
        if is_sentence:
            cost -= _SENTENCE
        if cost <= cheapest:
            best, cheapest = cut, cost
    return best


def _cuts(between: str) -> list[int]:
    """Where a quote may begin: at every word and at every mark of punctuation, and where the text between ends."""
    cuts = [match.start() for match in _BEGINNING.finditer(between)]
    return [*cuts[-_MOST_EDGES:], len(between)]


def _begins_sentence(before: str, behind: str, *, is_mirrored: bool) -> bool:
    if is_mirrored:
        return bool(_MIRRORED_CLOSE.search(behind))
    return bool(_CLOSED.search(before))

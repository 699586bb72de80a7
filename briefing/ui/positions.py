"""Positions: where a code point of a source stands in the shown document, which Qt counts in UTF-16 units.

The shown document has one block a passage; folded noise is left out, and one quiet line stands for it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from briefing.domain.source import Kind, Source
from briefing.ui.text_places import has_right_to_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# A line feed inside a passage reads as a space; Qt would take the others for ends of blocks.
_ODD = "\u2028\u2029\ufdd0\ufdd1"
_SHOWN = str.maketrans({"\n": " ", "\u2028": " ", "\u2029": " ", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})


class Line(NamedTuple):
    """One block of the shown document: a passage, or the quiet line before `folds` passages of noise."""

    passage: int
    folds: int = 0
    is_open: bool = False


def shown_lines(source: Source, opened: AbstractSet[int]) -> tuple[Line, ...]:
    """The blocks that show a source; `opened` are the first passages of the noise that is unfolded."""
    lines: list[Line] = []
    index, count = 0, len(source.passages)
    while index < count:
        if source.passages[index].kind is not Kind.NOISE:
            lines.append(Line(index))
            index += 1
            continue
        first = index
        while index < count and source.passages[index].kind is Kind.NOISE:
            index += 1
        lines.append(Line(first, index - first, first in opened))
        if first in opened:
            lines.extend(Line(noise) for noise in range(first, index))
    return tuple(lines)


class Positions:
    """The map between code points of a source's text and positions of the document that shows it."""

    def __init__(self, source: Source, lines: tuple[Line, ...], label: Callable[[Line], str]) -> None:
        self.source = source
        self.lines = lines
        self._label = label
        self._has_odd = any(odd in source.text for odd in _ODD)
        self._has_pairs = units(source.text) != len(source.text)
        self._mixed: dict[int, bool] = {}
        self._pairs: dict[int, tuple[int, ...]] = {}
        self._starts, self._lengths = self._measure()
        self._blocks = self._place()

    def text_between(self, first: int, last: int) -> str:
        """What the document shows in the blocks from `first` to the one before `last`, a line feed between them."""
        text, passages = self.source.text, self.source.passages
        shown = []
        for line in self.lines[first:last]:
            if line.folds:
                shown.append(self._label(line))
                continue
            passage = passages[line.passage]
            words = text[passage.start : passage.end]
            if self._has_odd:
                words = words.translate(_SHOWN)
            elif "\n" in words:
                words = words.replace("\n", " ")
            shown.append(words)
        return "\n".join(shown)

    def is_mixed(self, index: int) -> bool:
        """Whether anything in a passage runs from right to left."""
        known = self._mixed.get(index)
        if known is None:
            passage = self.source.passages[index]
            known = has_right_to_left(self.source.text[passage.start : passage.end])
            self._mixed[index] = known
        return known

    @cached_property
    def length(self) -> int:
        """How many positions the document has."""
        return self._starts[-1] + self._lengths[-1] if self.lines else 0

    def block_of(self, passage: int) -> int:
        """The block that shows a passage, or the quiet line that stands for it."""
        return self._blocks[passage]

    def is_shown(self, passage: int) -> bool:
        """Whether the words of a passage can be seen."""
        return not self.lines[self._blocks[passage]].folds

    def document_position(self, position: int) -> int:
        """Where the code point at a text position stands in the document; what is folded stands at its quiet line."""
        if not self.lines:
            return 0
        index = self.source.index_at(position)
        block = self._blocks[index]
        if self.lines[block].folds:
            return self._starts[block]
        return self._starts[block] + self.offset(index, position)

    def text_position(self, position: int) -> int:
        """The code point that stands at a document position; a quiet line stands for the start of what it folds."""
        if not self.lines:
            return 0
        block = max(0, bisect_right(self._starts, position) - 1)
        line = self.lines[block]
        passage = self.source.passages[line.passage]
        if line.folds:
            return passage.start
        units_in = min(position - self._starts[block], self._lengths[block])
        return passage.start + self._points(line.passage, units_in)

    def offset(self, index: int, position: int) -> int:
        """UTF-16 units from the start of a passage to a text position, which is moved into the passage."""
        passage = self.source.passages[index]
        points = min(max(position, passage.start), passage.end) - passage.start
        pairs = self._pairs_in(index)
        return points + bisect_right(pairs, points - 1) if pairs else points

    def _points(self, index: int, wanted: int) -> int:
        """Code points in the first UTF-16 units of a passage; half a pair counts as none of it."""
        pairs = self._pairs_in(index)
        if not pairs:
            return wanted
        # The pair with number n (from 0) that begins at code point p begins at unit p + n.
        before = bisect_right(range(len(pairs)), wanted - 2, key=lambda n: pairs[n] + n)
        points = wanted - before
        return min(points, pairs[before]) if before < len(pairs) else points

    def _pairs_in(self, index: int) -> tuple[int, ...]:
        """Code points of a passage, counted from its start, that are two units in UTF-16."""
        if not self._has_pairs:
            return ()
        found = self._pairs.get(index)
        if found is None:
            passage = self.source.passages[index]
            hits = _ASTRAL.finditer(self.source.text, passage.start, passage.end)
            found = self._pairs[index] = tuple(hit.start() - passage.start for hit in hits)
        return found

    def _measure(self) -> tuple[list[int], list[int]]:
        starts, lengths, at = [], [], 0
        for line in self.lines:
            passage = self.source.passages[line.passage]
            if line.folds:
                length = units(self._label(line))
            elif self._has_pairs:
                length = units(self.source.text[passage.start : passage.end])
            else:
                length = passage.end - passage.start
            starts.append(at)
            lengths.append(length)
            at += length + 1
        return starts, lengths

    def _place(self) -> list[int]:
        blocks = [0] * len(self.source.passages)
        for block, line in enumerate(self.lines):
            covered = line.folds or 1
            blocks[line.passage : line.passage + covered] = [block] * covered
        return blocks


def units(text: str) -> int:
    """How many positions Qt counts for a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2

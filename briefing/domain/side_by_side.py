"""Two versions of an article side by side: rows of paragraphs, in which words that differ are told apart."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.domain.comparison import Stretch, compare
from briefing.domain.source import Kind, Source

_WORD = re.compile(r"\w+|[^\w\s]")  # what `compare` counts as a word
_PARTED = "\n\n"  # between paragraphs of a reading
_FARTHEST = 60  # words by which a stretch is moved to begin with a paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one version; whether the other version has the same ones in this place."""

    text: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs of two versions that belong beside each other; a side is empty where only the other has them."""

    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether both versions say the same in the same words."""
        return all(piece.is_same for piece in (*self.old, *self.new))


def rows(old: Source, new: Source) -> tuple[Row, ...]:
    """The rows of two versions in order; noise of the page is left out."""
    left, right = _Side(reading(old)), _Side(reading(new))
    stretches = [_counted(left, right, stretch) for stretch in compare(left.text, right.text)]
    cut = [part for stretch in _settled(left, right, stretches) for part in _cut(left, right, stretch)]
    return tuple(_rows(left, right, cut))


def reading(source: Source) -> str:
    """An article as it reads: without noise, each passage on one line, a blank line between passages."""
    kept = (source.text[p.start : p.end] for p in source.passages if p.kind is not Kind.NOISE)
    return _PARTED.join(filter(None, (" ".join(words.split()) for words in kept)))


class _Side:
    """One version in words: positions of a side are counted in words from here on."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self._edges = [0, *self.starts[1:], len(text)]

    def count(self, position: int) -> int:
        """How many words begin before a position of the text."""
        return bisect_left(self.starts, position)

    def said(self, first: int, last: int) -> str:
        """The text of words [first, last), with the white space behind each."""
        return self.text[self._edges[first] : self._edges[last]]

    def begins(self, word: int) -> bool:
        """Whether a paragraph begins with a word, or the text is over there."""
        return word in (0, len(self.words)) or self.text.startswith(_PARTED, self.starts[word] - len(_PARTED))


def _counted(left: _Side, right: _Side, stretch: Stretch) -> Stretch:
    return Stretch(
        stretch.is_same,
        left.count(stretch.old_start),
        left.count(stretch.old_end),
        right.count(stretch.new_start),
        right.count(stretch.new_end),
    )


def _settled(left: _Side, right: _Side, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches, those of one side alone moved to where a paragraph begins, if the same words allow it."""
    settled = list(stretches)
    for at in range(1, len(settled) - 1):
        one = settled[at]
        if one.is_same or (one.old_start < one.old_end and one.new_start < one.new_end):
            continue
        before, behind = settled[at - 1], settled[at + 1]
        by = _way(left, right, one, before.old_end - before.old_start, behind.old_end - behind.old_start)
        settled[at - 1] = replace(before, old_end=before.old_end + by, new_end=before.new_end + by)
        settled[at] = Stretch(False, one.old_start + by, one.old_end + by, one.new_start + by, one.new_end + by)  # noqa: FBT003
        settled[at + 1] = replace(behind, old_start=behind.old_start + by, new_start=behind.new_start + by)
    return settled


def _way(left: _Side, right: _Side, one: Stretch, back: int, on: int) -> int:
    """By how many words a stretch of one side is moved: at most `back` backwards and `on` onwards."""
    is_old = one.old_start < one.old_end
    words = left.words if is_old else right.words
    first, last = (one.old_start, one.old_end) if is_old else (one.new_start, one.new_end)

    def is_settled(by: int) -> bool:
        starts = left.begins(one.old_start + by) and right.begins(one.new_start + by)
        return starts and left.begins(one.old_end + by) and right.begins(one.new_end + by)

    for by in range(min(on, _FARTHEST) + 1):
        if is_settled(by):
            return by
        if last + by >= len(words) or words[first + by] != words[last + by]:
            break
    for by in range(1, min(back, _FARTHEST) + 1):
        if words[first - by] != words[last - by]:
            break
        if is_settled(-by):
            return -by
    return 0


def _cut(left: _Side, right: _Side, one: Stretch) -> Iterator[Stretch]:
    """A stretch of the same words cut wherever both versions begin a paragraph."""
    old, new = one.old_start, one.new_start
    for by in range(1, one.old_end - one.old_start if one.is_same else 0):
        if left.begins(one.old_start + by) and right.begins(one.new_start + by):
            yield Stretch(True, old, one.old_start + by, new, one.new_start + by)  # noqa: FBT003
            old, new = one.old_start + by, one.new_start + by
    yield Stretch(one.is_same, old, one.old_end, new, one.new_end)


def _rows(left: _Side, right: _Side, stretches: list[Stretch]) -> Iterator[Row]:
    row = Row()
    for one in stretches:
        if row != Row() and left.begins(one.old_start) and right.begins(one.new_start):
            yield row
            row = Row()
        old, new = left.said(one.old_start, one.old_end), right.said(one.new_start, one.new_end)
        row = Row(_with(row.old, old, is_same=one.is_same), _with(row.new, new, is_same=one.is_same))
    if row != Row():
        yield row


def _with(pieces: tuple[Piece, ...], words: str, *, is_same: bool) -> tuple[Piece, ...]:
    return (*pieces, Piece(words, is_same)) if words else pieces

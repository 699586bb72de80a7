"""Anchors: where an excerpt stands, described by position and quotation (W3C Web Annotation, 4.2.4 and 4.2.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 32  # code points of prefix and suffix, as the field writes them


class Found(StrEnum):
    """How an anchor was found in a text."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Code points [start, end) of a text, the words that stand there, and up to 32 code points on either side."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Where an anchor was found: code points [start, end), both None if it is lost."""

    found: Found
    start: int | None = None
    end: int | None = None


def describe(text: str, start: int, end: int) -> Anchor:
    """Describe [start, end) of a text so that it can be found again."""
    return Anchor(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def locate(text: str, anchor: Anchor) -> Match:
    """Find an anchor in a text: at its position, else at the occurrence whose context and place fit best."""
    exact = anchor.exact
    if not exact:
        return Match(Found.LOST)
    if text[anchor.start : anchor.end] == exact and anchor.start >= 0:
        return Match(Found.EXACT, anchor.start, anchor.end)
    best = max(occurrences(text, exact), key=lambda at: _fit(text, anchor, at), default=None)
    if best is None:
        return Match(Found.LOST)
    return Match(Found.MOVED, best, best + len(exact))


def occurrences(text: str, words: str) -> Iterator[int]:
    """Every position at which words stand in a text letter for letter; overlapping ones too."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _fit(text: str, anchor: Anchor, at: int) -> tuple[int, int]:
    before = _shared(_backwards(text[max(0, at - CONTEXT) : at], anchor.prefix))
    after = at + len(anchor.exact)
    behind = _shared(zip(text[after : after + CONTEXT], anchor.suffix, strict=False))
    return before + behind, -abs(at - anchor.start)


def _backwards(left: str, right: str) -> Iterator[tuple[str, str]]:
    return zip(reversed(left), reversed(right), strict=False)


def _shared(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for left, right in pairs:
        if left != right:
            break
        count += 1
    return count

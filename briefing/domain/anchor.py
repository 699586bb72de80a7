"""Anchors: where an excerpt stands, described by position and quotation (W3C Web Annotation, 4.2.4 and 4.2.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

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


class Match(NamedTuple):
    """Where an anchor was found: code points [start, end), both None if it is lost."""

    found: Found
    start: int | None = None
    end: int | None = None


def describe(text: str, start: int, end: int) -> Anchor:
    """Describe [start, end) of a text so that it can be found again."""
    return Anchor(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def occurrences(text: str, words: str, begin: int = 0) -> Iterator[int]:
    """Every position from `begin` on at which words stand letter for letter; overlapping ones too."""
    at = text.find(words, begin)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)

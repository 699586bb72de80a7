"""Scales of likelihood: the terms of one scale with the shares they stand for."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Band(NamedTuple):
    """One step of a scale: its terms, which mean the same, and the share in words, `55–80 %`."""

    terms: tuple[str, ...]
    share: str


class Scale(NamedTuple):
    """A scale under its name, with the title and the source to print beside it."""

    name: str
    title: str
    source: str
    bands: tuple[Band, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """All terms, the longest first, so that a term is not found inside another."""
        return tuple(sorted((term for band in self.bands for term in band.terms), key=len, reverse=True))


def terms_in(scale: Scale, texts: Iterable[str]) -> set[str]:
    """The terms of a scale that stand in some texts as words of their own."""
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(term) for term in scale.terms)})(?![\w-])", re.IGNORECASE)
    return {match[0].lower() for text in texts for match in pattern.finditer(text)}

"""The same article twice: known by its file, its address, or its nearly equal text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from briefing.domain.addresses import bare_address
from briefing.domain.source import Kind, Source

_RUN = 4  # words that stand together in both texts
_FEWEST = 12  # runs below which texts are too short to be compared
_ALIKE = 0.75  # of the shorter text's runs stand in the longer one
_LONGER = 3  # times as long, and the one only quotes the other


class By(StrEnum):
    """What an article was recognised by."""

    FILE = "the same file"
    TEXT = "the same text"
    NEARLY = "nearly the same text"
    ADDRESS = "the same address"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A source that is the same article as another one, and what shows it."""

    source: Source
    by: By


def same_article(new: Source, known: Iterable[Source]) -> Likeness | None:
    """The known source that is the same article as a new one, by the strongest sign; None if there is none."""
    found: dict[By, Source] = {}
    runs: frozenset[tuple[str, ...]] | None = None
    for source in known:
        by = _told(new, source)
        if by is None:
            runs = _runs(new) if runs is None else runs
            by = By.NEARLY if _are_alike(runs, _runs(source)) else _addressed(new, source)
        if by is not None:
            found.setdefault(by, source)
    return next((Likeness(found[by], by) for by in By if by in found), None)


def _told(one: Source, other: Source) -> By | None:
    """What shows at a glance that two sources are the same."""
    if one.record.sha256 and one.record.sha256 == other.record.sha256:
        return By.FILE
    return By.TEXT if one.text == other.text else None


def _addressed(one: Source, other: Source) -> By | None:
    address = bare_address(one.record.address)
    return By.ADDRESS if address and address == bare_address(other.record.address) else None


def _runs(source: Source) -> frozenset[tuple[str, ...]]:
    """The runs of words of an article, noise left out, cases and punctuation folded."""
    said = " ".join(source.text[p.start : p.end] for p in source.passages if p.kind is not Kind.NOISE)
    words = re.findall(r"[^\W_]+|[\u3040-\u30ff\u4e00-\u9fff]", said.casefold())
    if len(words) * 8 < len(said):  # written without spaces: runs of characters say as much
        words = [c for c in said if c.isalnum()]
    return frozenset(zip(*(words[i:] for i in range(_RUN)), strict=False))


def _are_alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    few, many = sorted((len(one), len(other)))
    return few >= _FEWEST and many <= _LONGER * few and len(one & other) >= _ALIKE * few

"""The same article twice: told by its bytes, its text, its address, or by sharing nearly all of its words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from briefing.domain.folding import fold
from briefing.domain.source import Kind, Source

_WORD = re.compile(r"\w+")
_RUN = 4  # words in a row that are compared as one
_LEAST = 12  # runs below which a text is too short to be nearly another
_SHARED = 0.6  # of the runs of the shorter text that stand in the longer one too
_SHORTEST = 0.3  # of the longer text's length that a cut or a growing story still has
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmp|ito)=", re.IGNORECASE)


class Likeness(StrEnum):
    """In what two articles are alike, the surest first."""

    TEXT = "text"  # the same words, letter for letter
    ADDRESS = "address"
    NEAR = "near"  # nearly the same words


@dataclass(frozen=True, slots=True)
class Double:
    """An article of the note that another one doubles: which, in what, and how many of the shared words (0 to 1)."""

    source: Source
    likeness: Likeness
    share: float = 1.0


def double_of(new: Source, known: Iterable[Source]) -> Double | None:
    """The article among those known that a new one doubles in the surest way; None if it is another article."""
    found = [double for source in known if (double := _double(new, source)) is not None]
    order = list(Likeness)
    return min(found, key=lambda double: (order.index(double.likeness), -double.share), default=None)


def _double(new: Source, source: Source) -> Double | None:
    if any(_is_same_text(new, version) for version in source.versions):
        return Double(source, Likeness.TEXT)
    share = max(_share(new, version) for version in source.versions)
    if _bare(new.record.address) and _bare(new.record.address) == _bare(source.record.address):
        return Double(source, Likeness.ADDRESS, share)
    return Double(source, Likeness.NEAR, share) if share >= _SHARED else None


def _is_same_text(new: Source, old: Source) -> bool:
    hashes = new.record.sha256, old.record.sha256
    # The same file may hold several articles: a book of which other chapters were chosen is another article.
    is_same_file = bool(hashes[0]) and hashes[0] == hashes[1] and len(new.passages) == len(old.passages)
    return new.text == old.text or is_same_file


def _share(new: Source, old: Source) -> float:
    """How much of the shorter text stands in the longer one."""
    left, right = _runs(new), _runs(old)
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) < _LEAST or len(shorter) < _SHORTEST * len(longer):
        return 0.0
    return len(shorter & longer) / len(shorter)


def _runs(source: Source) -> frozenset[tuple[str, ...]]:
    """Every few words in a row of the article itself, without what is noise of its page."""
    kept = (source.text[p.start : p.end] for p in source.passages if p.kind is not Kind.NOISE)
    words = [word for passage in kept for word in _WORD.findall(fold(passage))]
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))


def _bare(address: str) -> str:
    """An address without what differs between two links to one page: scheme, www, fragment and tracking."""
    parts = urlsplit(address.strip())
    query = "&".join(part for part in parts.query.split("&") if part and not _TRACKING.match(part))
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{query}" if host else ""

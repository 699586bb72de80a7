"""Which blocks of a page are its article: as trafilatura finds it, told block by block, with its gaps closed."""

import logging
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from briefing.io.readers.blocks import Block, Tree
from briefing.io.readers.gaps import closed
from briefing.io.readers.package import FAULTS

_LONG = 30  # characters without spaces that do not stand in two places by chance
_SHINGLE = 24
_TRIES = 50  # places at which a short block is looked for
_LARGEST = 60_000  # elements of a page in which an article is searched for; in more, everything seen is taken
_LONGEST = 3_000_000  # characters, likewise
_PARTS = frozenset(("p", "head", "item", "quote", "row", "list", "table", "div", "code", "lb", "ab"))
_LINES = frozenset(("p", "head", "item", "quote", "cell"))  # that hold words of their own
_LABEL = 25  # characters
_LEAST = 250  # characters of an article that is surely one
_MISSED = 2.3  # times as long as what was found, white space apart: what the page may hold of it
_UNCLEAN = ("aside", "button", "fieldset", "figure", "footer", "iframe", "label", "nav", "noscript", "svg", "time")
_COVERED = 0.5  # of the article must be found again among the blocks of the page


@dataclass(frozen=True, slots=True)
class _Article:
    """The article's characters without white space, and where its blocks begin and end among them."""

    flat: str
    bounds: list[int]
    pieces: list[str]  # the words of each block, white space as it stands
    wholes: frozenset[str]  # the blocks as they stand in the flat text

    @property
    def length(self) -> int:
        """How many characters the article has, white space apart."""
        return len(self.flat)

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of each block."""
        return tuple(filter(None, (" ".join(words.split()) for words in self.pieces)))

    def has_whole(self, at: int, length: int) -> bool:
        """Whether [at, at + length) is made of whole blocks."""
        return self._is_bound(at) and self._is_bound(at + length)

    def _is_bound(self, at: int) -> bool:
        place = bisect_left(self.bounds, at)
        return place < len(self.bounds) and self.bounds[place] == at


def is_main(tree: Tree, blocks: list[Block]) -> list[bool] | None:
    """For each block of a page whether it belongs to the article; None when the blocks do not hold what was found.

    The tree loses its navigation; the blocks keep their elements.
    """
    _relieve(tree)
    is_long = sum(len(block.text) for block in blocks) > _LONGEST
    article = None if is_long or _is_large(tree) else _article(tree, _seen(blocks))
    if article is None:
        return _shown(blocks)
    flats = ["".join(block.text.split()) for block in blocks]
    places = _places(article, flats)
    covered = sum(len(flat) for flat, place in zip(flats, places, strict=True) if place is not None)
    if covered < _COVERED * len(article.flat):
        return _shown(blocks) if _stands_in(article, blocks) else None
    return closed([place is not None for place in places], blocks)


def _seen(blocks: list[Block]) -> int:
    """How many characters of a page are seen, outside links, in blocks that are longer than a label."""
    return sum(len(b.text) - b.linked for b in blocks if not b.hidden and len(b.text) >= _LABEL)


def _is_large(tree: Tree) -> bool:
    return bool(tree.xpath(f"count(.//*) > {_LARGEST}"))


def _shown(blocks: list[Block]) -> list[bool]:
    """Everything that is seen and no furniture by its place."""
    return [not (block.hidden or block.furniture) for block in blocks]


def _stands_in(article: _Article, blocks: list[Block]) -> bool:
    """Whether most words of the article are words of the page at all."""
    seen = {word for block in blocks for word in block.text.split()}
    words = [word for part in article.parts for word in part.split()]
    return sum(word in seen for word in words) >= _COVERED * len(words)


def loose_parts(tree: Tree) -> tuple[str, ...]:
    """The article's paragraphs where they stand in no block of the page, but in its data."""
    article = _article(tree, 0)
    return article.parts if article else ()


def _article(tree: Tree, seen: int) -> _Article | None:
    """What trafilatura takes for the article, comments left out; `seen` characters of the page may belong to it.

    A second way of finding it, which takes half as long again, is tried only where the first one may have missed more
    than it found: trafilatura itself prefers the second one only if that has found twice as much.
    """
    body = _body(tree, fast=True)
    article = None if body is None else _flattened(body)
    if article is None or seen > _MISSED * article.length or article.length < _LEAST or _is_deficient(body):
        body = _body(tree, fast=False)
        article = None if body is None else _flattened(body)
    return article


def _body(tree: Tree, *, fast: bool) -> Tree | None:
    """The article as trafilatura's elements; None if it finds none."""
    from trafilatura.core import bare_extraction  # noqa: PLC0415 - the slowest import of the program

    try:
        return getattr(bare_extraction(tree, options=_options(fast=fast)), "body", None)
    except FAULTS:  # a page that it cannot deal with is still a page
        return None


def _is_deficient(body: Tree) -> bool:
    """Whether an article has one paragraph at most, fewer than tables, or holds what is of no article."""
    if next(body.iter(*_UNCLEAN), None) is not None:
        return True
    paragraphs = sum(1 for _ in body.iter("p"))
    return paragraphs < 2 or paragraphs < sum(1 for _ in body.iter("table"))  # noqa: PLR2004 - one is what is scraped together


@cache
def _options(*, fast: bool) -> Any:  # noqa: ANN401 - a class of trafilatura's
    """What is asked of trafilatura: as XML, since only the body is looked at and text would be written for nothing."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 - likewise

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what it discards is told here, in words, or not at all
    return Extractor(output_format="xml", comments=False, tables=True, fast=fast)


def _relieve(tree: Tree) -> None:
    """Take navigation out of a tree, as far as it holds no paragraph: it is of no article, and there is much of it."""
    for element in list(tree.iter("nav")):
        if next(element.iter("p", "article", "h1"), None) is None:
            element.drop_tree()


def _flattened(body: Tree) -> _Article:
    from lxml import etree  # noqa: PLC0415 - loaded when a tree is there anyway

    pieces: list[str] = []
    words: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if words and element.tag in _PARTS and not _is_inline(element):
            pieces.append("".join(words))
            words.clear()
        if text := element.text if event == "start" else element.tail:
            words.append(text)
    pieces.append("".join(words))
    flats = ["".join(piece.split()) for piece in pieces]
    bounds = [0, *accumulate(map(len, filter(None, flats)))]
    return _Article("".join(flats), bounds, pieces, frozenset(filter(None, flats)))


def _is_inline(element: Tree) -> bool:
    """Whether an element is code among the words of a line."""
    parent = element.getparent()
    return element.tag == "code" and parent is not None and parent.tag in _LINES


def _places(article: _Article, flats: list[str]) -> list[int | None]:
    """Where each block stands in the article, None where it does not; each place is taken by one block."""
    counts: dict[str, int] = {}
    for flat in flats:
        counts[flat] = counts.get(flat, 0) + 1
    after: dict[str, int] = {}
    places: list[int | None] = [None] * len(flats)
    for i, flat in enumerate(flats):
        place = _place(article, flat, after.get(flat, 0))
        if place is not None and counts[flat] > 1 and not _has_neighbour(article, flats, i, place):
            counts[flat] -= 1  # the same words stand again further on: rather there, among the article
            continue
        places[i] = place
        if place is not None and place >= 0:
            after[flat] = place + 1
    return places


def _place(article: _Article, flat: str, start: int) -> int | None:
    """Where a block stands in the article from a position on; a number below 0 where only a good part of it does."""
    if len(flat) < _LONG and flat not in article.wholes:
        return None
    at = article.flat.find(flat, start)
    for _ in range(_TRIES):
        if at < 0:
            break
        if len(flat) >= _LONG or article.has_whole(at, len(flat)):
            return at
        at = article.flat.find(flat, at + 1)
    return None if start else _partial(article, flat)


def _partial(article: _Article, flat: str) -> int | None:
    """Where a long block begins that the article holds in good part, for words may be left out inside it."""
    if len(flat) < 2 * _SHINGLE:
        return None
    if all(article.flat.find(flat[i : i + _SHINGLE]) < 0 for i in (0, len(flat) // 2, len(flat) - _SHINGLE)):
        return None
    shingles = [flat[i : i + _SHINGLE] for i in range(0, len(flat) - _SHINGLE + 1, _SHINGLE)]
    found = [at for at in map(article.flat.find, shingles) if at >= 0]
    return -1 - found[0] if len(found) * 2 >= len(shingles) else None


def _has_neighbour(article: _Article, flats: list[str], i: int, place: int) -> bool:
    """Whether the block before or after is, in the article too, next to this one."""
    before = flats[i - 1] if i else ""
    after = flats[i + 1] if i + 1 < len(flats) else ""
    end = place + len(flats[i])
    return bool(
        (after and article.flat.startswith(after, end)) or (before and article.flat.endswith(before, 0, max(0, place)))
    )

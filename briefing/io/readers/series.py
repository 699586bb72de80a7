"""Pages that are a series of like parts, each of them text of the page: threads of posts, and lists of entries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from briefing.domain.noise import is_furniture, is_pointer
from briefing.domain.source import Kind, Record
from briefing.domain.text import ends_sentence
from briefing.domain.titles import repeats
from briefing.io.readers.blocks import Block, Tree
from briefing.io.readers.gaps import is_prose
from briefing.io.readers.marks import beside, is_comment, is_frame, is_name, is_post

_DIGITS = re.compile(r"\d+")
_UP = 4  # elements around a block, of which one is the part of a series
_POSTS, _ENTRIES = 3, 4  # parts at least
_SHARE = 0.6  # of the text that may belong to the page stands in the parts of a thread
_HALF = 0.5  # likewise in the entries of a list
_DEEP = 99  # elements around another, of which all are looked at
_MOST = 20_000  # blocks of a page on which a series is looked for
_SECTIONS = 4  # elements in which the text of a page stands
_ARTICLE = 400  # characters of prose elsewhere: an article, and the thread below it its readers' comments
_LONGER = 1000  # likewise beside the entries of a list
_BESIDE = 0.6  # of their size
_ENTRY = 800  # characters of an entry, on the average
_POINTING = 0.8  # of the entries lead to a page of their own
_LARGEST = 0.3  # of a list is its largest entry
_TELLING = 30  # characters of a block that counts as text
_WHOLE = 0.8  # of a page's text is its article
_LONG = 80
_PLACES = frozenset(("nav", "aside", "footer", "figure", "menu", "dialog", "header"))
_NEAR = 0.9  # of the greatest share: the same text, in smaller elements


@dataclass(slots=True)
class _Series:
    """Elements of one tag and name, and how many characters of text each holds."""

    parts: dict[Tree, int] = field(default_factory=dict)
    depth: int = 0

    @property
    def size(self) -> int:
        return sum(self.parts.values())


def whole_series(main: list[bool], blocks: Sequence[Block], record: Record) -> list[bool]:
    """Which blocks are the page's text: where it is a series, all its parts; elsewhere what was found of an article.

    What says when it was published, or by whom it was written, is no page of sections.
    """
    if len(blocks) > _MOST:
        return main
    prose = [block for block, is_kept in zip(blocks, main, strict=True) if is_kept and is_prose(block)]
    kept = sum(len(block.text) for block in prose)
    is_one = len({block.element.getparent() for block in prose}) < _POSTS and kept > _WHOLE * _seen(blocks)
    if is_one and kept >= _LONGER:
        return main
    found = (None if is_one else _thread(main, blocks)) or _listing(main, blocks, record.title)
    return found or (main if is_one or record.published or record.authors else _spread(main, blocks))


def _seen(blocks: Sequence[Block]) -> int:
    """The characters of what may belong to the text of a page."""
    return sum(len(block.text) for block in blocks if _counts(block))


def _counts(block: Block) -> bool:
    """Whether a block is seen text, in no place of furniture, not a link, and no mere label."""
    return (
        (len(block.text) >= _TELLING and (len(block.text) >= _LONG or ends_sentence(block.text)))
        and block.linked * 2 < len(block.text)
        and not block.hidden
        and block.element is not None
        and (not block.furniture or _is_in_form(block.element))
    )


def _is_in_form(element: Tree) -> bool:
    """Whether an element is furniture only by a form around it, as some forums put around each post."""
    return all(one.tag not in _PLACES for one in _around(element, _DEEP))


def _thread(main: list[bool], blocks: Sequence[Block]) -> list[bool] | None:
    """A thread: the parts that are called posts, messages or answers, and the text above the first one."""
    found: dict[tuple[str, str], _Series] = {}
    whole = 0
    for block in filter(_counts, blocks):
        around = list(_around(block.element, _UP))
        if any(map(beside, around)) and not any(map(is_comment, around)):
            continue
        whole += len(block.text)
        for element in around:
            name = _DIGITS.sub("", element.get("class") or element.get("id") or "")
            if name:
                series = found.setdefault((element.tag, name), _Series(depth=sum(1 for _ in element.iterancestors())))
                series.parts[element] = series.parts.get(element, 0) + len(block.text)
    large = [series for series in found.values() if len(series.parts) >= _POSTS and series.size >= _SHARE * whole]
    most = max((series.size for series in large), default=0)
    large = [series for series in large if series.size >= _NEAR * most and _are_posts(series)]
    if not large:
        return None
    series = max(large, key=lambda one: one.depth)
    inside = [_is_within(block.element, series.parts) for block in blocks]
    first = inside.index(True)
    if _is_commented(main, blocks, inside, series):
        return None
    return [
        (is_in and _may_stand(block))
        or (i < first and block.kind is not Kind.ITEM and (is_kept or is_prose(block)) and _counts(block))
        for i, (block, is_kept, is_in) in enumerate(zip(blocks, main, inside, strict=True))
    ]


def _are_posts(series: _Series) -> bool:
    """Whether the parts of a series, or what is around each, are called posts, each by a number of its own."""
    around = [list(_around(part, _UP + 2)) for part in islice(series.parts, 6)]
    posts = [next(filter(is_post, elements), None) for elements in around]
    return None not in posts and len(set(posts)) == len(posts) and not all(map(_is_headed, posts))


def _is_headed(part: Tree) -> bool:
    """Whether a part has a heading that leads to a page of its own, as an entry of a list has, and is no name."""
    return any(_leads(heading) and not is_name(heading) for heading in part.iter("h1", "h2", "h3", "h4"))


def _is_commented(main: list[bool], blocks: Sequence[Block], inside: Sequence[bool], series: _Series) -> bool:
    """Whether the parts of a series are what readers wrote about an article that stands beside them."""
    outside = _outside(main, blocks, inside)
    if any(map(is_comment, _around(next(iter(series.parts)), _DEEP))):
        return outside >= _ARTICLE
    return outside >= min(_LONGER, series.size)


def _outside(main: list[bool], blocks: Sequence[Block], inside: Sequence[bool]) -> int:
    """The characters of an article's prose that stand in no part of a series."""
    return sum(
        len(block.text)
        for block, is_kept, is_in in zip(blocks, main, inside, strict=True)
        if is_kept and not is_in and is_prose(block)
    )


def _listing(main: list[bool], blocks: Sequence[Block], title: str) -> list[bool] | None:
    """A list of entries: elements of one kind beside each other, which hold most of what is seen."""
    groups: dict[tuple[Tree, str, str], _Series] = {}
    known: dict[Tree, bool] = {}
    whole = 0
    pointed = False
    for block in blocks:
        if block.hidden or block.furniture or block.element is None:
            continue
        if block.kind is Kind.HEADING and block.level < 3:  # noqa: PLR2004 - of a section
            pointed = is_pointer(block.text)
        if pointed or not _is_unmarked(block.element, known):
            continue
        whole += len(block.text)
        for element in _around(block.element, _DEEP):
            name = _DIGITS.sub("", element.get("class") or "")
            if element.getparent() is not None and (name or element.tag in ("li", "article")):
                series = groups.setdefault((element.getparent(), element.tag, name), _Series())
                series.parts[element] = series.parts.get(element, 0) + len(block.text)
    best = max((one for one in groups.values() if len(one.parts) >= _ENTRIES), key=lambda one: one.size, default=None)
    if best is None or best.size < _HALF * whole or not _are_entries(best):
        return None
    inside = [_is_within(block.element, best.parts) for block in blocks]
    outside = _outside(main, blocks, inside)
    if outside >= _LONGER or outside >= _BESIDE * best.size:
        return None
    return [
        (is_kept and (is_in or _is_unmarked(block.element, known)))
        or (is_in and _may_stand(block) and not repeats(block.text, title))
        for block, is_kept, is_in in zip(blocks, main, inside, strict=True)
    ]


def _spread(main: list[bool], blocks: Sequence[Block]) -> list[bool]:
    """A page of sections, as those that tell of a service: the sentences of all of them, with their headings."""
    told = [b for b, is_kept in zip(blocks, main, strict=True) if is_kept and _counts(b) and ends_sentence(b.text)]
    around = {block.element.getparent() for block in told}
    if len(around) < _SECTIONS or len(around) * 2 < len(told):
        return main
    known: dict[Tree, bool] = {}
    result = [is_kept or _is_section(block, known) for block, is_kept in zip(blocks, main, strict=True)]
    for i in range(len(blocks) - 2, -1, -1):  # from the end, for a heading belongs to what follows it
        block = blocks[i]
        if block.kind is Kind.HEADING and block.level > 1 and result[i + 1] and not result[i]:
            result[i] = not (block.hidden or block.furniture) and _is_unmarked(block.element, known)
    return result


def _is_section(block: Block, known: dict[Tree, bool]) -> bool:
    """Whether a block that was not found is a sentence of a section."""
    if not _counts(block) or block.furniture or not ends_sentence(block.text) or is_furniture(block.text):
        return False
    return _is_unmarked(block.element, known)


def _is_unmarked(element: Tree, known: dict[Tree, bool]) -> bool:
    """Whether neither an element nor one around it is called something beside the text of a page.

    What is found out of each element is known from then on.
    """
    climbed = []
    for one in _around(element, _DEEP):
        if one in known:
            break
        climbed.append(one)
    is_unmarked = known.get(climbed[-1].getparent() if climbed else element, True)
    for one in reversed(climbed):
        is_unmarked = is_unmarked and not (beside(one) or is_frame(one) or is_comment(one))
        known[one] = is_unmarked
    return is_unmarked


def _are_entries(series: _Series) -> bool:
    """Whether parts are entries of a list: nearly each leads to another page, and none is much of the whole."""
    if max(series.parts.values()) > _LARGEST * series.size or series.size > _ENTRY * len(series.parts):
        return False
    return sum(map(_leads, series.parts)) >= _POINTING * len(series.parts)


def _leads(part: Tree) -> bool:
    """Whether a part of a list leads to another page."""
    links = (link.get("href") or "" for link in part.iter("a"))
    return any(link and not link.startswith("#") for link in links)


def _may_stand(block: Block) -> bool:
    """Whether a block inside a part is its text, and nothing to press."""
    return not block.hidden and not is_furniture(block.text)


def _is_within(element: Tree, parts: dict[Tree, int]) -> bool:
    return element is not None and any(one in parts for one in (element, *element.iterancestors()))


def _around(element: Tree, count: int) -> Iterator[Tree]:
    """An element and those around it below the body, a number of them in all."""
    while element is not None and count and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()
        count -= 1

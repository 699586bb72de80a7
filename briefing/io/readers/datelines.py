"""The date that stands on the face of a page: at the headline, else below the article, never in what is beside it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from briefing.domain.dates import read_date
from briefing.domain.noise import publication_in, update_in
from briefing.domain.source import Kind
from briefing.domain.text import fold
from briefing.io.readers.blocks import Block, Tree

_ABOVE = 10  # blocks above a headline among which a date may stand
_FAR = 30  # blocks above a first paragraph
_NEXT = 3  # blocks below a first paragraph, which may be a lead above the byline
_BELOW = 5  # blocks below the article in which it may be dated
_LINE = 200  # characters of a line that may hold a date
_LABEL = 80  # characters of a date and a label
_MOST = 500  # elements that may tell the date
_WORDS = 100  # characters of a time element
_MARKED = re.compile(
    r"(?:^|[-_\s])(?:date|time|published?|pubdate|posted|timestamp|dateline|entry-date)(?:$|[-_\s])", re.IGNORECASE
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Course(NamedTuple):
    """Where on a page the article runs, as places of blocks: its headline, its first paragraph and its last one."""

    top: int
    first: int
    last: int


def course_of(blocks: Sequence[Block], top: int, kept: Sequence[int]) -> Course:
    """The course of an article, from the place of its headline (-1 if it has none) and those of its paragraphs."""
    below = [i for i in kept if i >= top] or [len(blocks)]
    if top < 0:
        top = next((i for i, block in enumerate(blocks) if block.kind is Kind.HEADING and block.level == 1), 0)
    return Course(top, below[0], below[-1])


def lines_around(blocks: Sequence[Block], course: Course) -> list[str]:
    """The short lines between headline and first paragraph, then those above the headline, the nearest first."""
    return [*_below(blocks, course), *_above(blocks, course)]


def _below(blocks: Sequence[Block], course: Course) -> Iterator[str]:
    end = min(course.first + 1, len(blocks))
    return _lines(blocks[max(course.top, end - _FAR) : end])


def _above(blocks: Sequence[Block], course: Course) -> Iterator[str]:
    return _lines(reversed(blocks[max(0, course.top - _ABOVE) : course.top]))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (line for line in block.text.split("\n") if len(line) < _LINE)


def date_seen(tree: Tree, blocks: Sequence[Block], course: Course, *, month_first: bool) -> str:
    """The date of publication that a reader of the page sees; empty if there is none."""
    above = below = ""
    for words, place in islice(_dated(tree, blocks), _MOST):
        zone = _zone(blocks[place], place, course)
        if zone is None or any(map(update_in, (words, blocks[place].text))):
            continue
        date = read_date(words, month_first=month_first)
        if date and zone == 0:
            return date
        if zone < 0:
            above = date or above  # the nearest to the headline
        else:
            below = below or date
    read = partial(publication_in, month_first=month_first)
    lined = (next(filter(None, map(read, some(blocks, course))), "") for some in (_below, _above))
    return next(lined) or above or next(lined) or below


def _dated(tree: Tree, blocks: Sequence[Block]) -> Iterator[tuple[str, int]]:
    """The words of each element that is a time or is called a date, and the place of the block where it stands."""
    places: dict[Tree, int] = {}
    for i, block in enumerate(blocks):
        places.setdefault(block.element, i)
    place = 0
    for element in tree.iter():
        place = places.get(element, place)
        words = _words(element)
        if words and blocks:
            yield words, next((places[inner] for inner in element.iter() if inner in places), place)


def _words(element: Tree) -> str:
    """What a time element states and shows, or an element shows that is called a date by its class or id."""
    if element.tag == "time":
        return f"{(element.get('datetime') or '')[:_WORDS]} {_beginning(element, _WORDS)[:_WORDS]}"
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if len(names) == 1 or not _MARKED.search(_HUMP.sub("-", names)):
        return ""
    words = _beginning(element, _LABEL)
    if len(words) >= _LABEL:
        return ""
    stated = [time.get("datetime") for time in element.iter("time")]
    return f"{words} {stated[0][:_WORDS]}" if len(stated) == 1 and stated[0] else words


def _beginning(element: Tree, most: int) -> str:
    """The words of an element; of more than `most` characters the beginning, since it may hold the whole page."""
    words = ""
    for text in element.itertext():
        words = fold(f"{words} {text}")
        if len(words) >= most:
            break
    return words


def _zone(block: Block, place: int, course: Course) -> int | None:
    """Where a block stands: at the headline 0, right above it -1, in or below the text 1; None if elsewhere."""
    if block.kind is Kind.QUOTE or "\t" in block.text:
        return None  # what is quoted, and the rows of tables, have dates of their own
    if course.top <= place <= max(course.first, min(course.first + _NEXT, course.last)):
        return 0
    if block.furniture or block.hidden:
        return None
    if course.top - _ABOVE <= place < course.top:
        return -1
    return 1 if course.first < place <= course.last + _BELOW else None

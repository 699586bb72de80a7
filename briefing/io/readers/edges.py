"""The edges of an article that was found on a page: its lead belongs to it, boxes that point elsewhere do not."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.domain.noise import is_furniture, is_pointer, names_in, opens_comments, publication_in, update_in
from briefing.domain.source import Kind
from briefing.domain.text import ends_sentence, word_count
from briefing.domain.titles import repeats
from briefing.io.readers.blocks import Block, Tree
from briefing.io.readers.gaps import is_prose
from briefing.io.readers.marks import beside, is_lead, is_other, is_picture, is_section

_FAR = 25  # blocks between a headline and the first paragraph of its article
_SENTENCE = 8  # words of a sentence that is surely a lead
_PHRASE = 5  # words of what is marked as one
_UP = 6  # elements around a block whose marks are looked at
_PICTURE = 3  # elements around a caption, of which one is called a picture
_PART = 0.3  # of an article stands in no boxes of one kind beside it
_COMMENTED = 0.8  # of a page's text may stand in its comments
_TEASER = 40  # words
_HELD = 0.9  # of an article's prose stands in one element
_STRAY = 0.3  # of an article's text may stand elsewhere by mistake


def edged(main: list[bool], blocks: Sequence[Block], title: str) -> list[bool]:
    """Which blocks are the article's, with the lead below its headline and without boxes of other articles."""
    result = list(main)
    top = _headline(blocks, title)
    if top >= 0 and _size(main, blocks, 0, top) < _PART * _size(main, blocks, 0, len(blocks)):
        result[:top] = [False] * top
    for i in _lead(result, blocks, title):
        result[i] = True
    result = _without_boxes(_without_comments(result, blocks), blocks)
    return _without_strays(_without_teasers(_without_pointed(result, blocks), blocks), blocks)


def _size(main: Sequence[bool], blocks: Sequence[Block], start: int, end: int) -> int:
    """The characters of the article among some blocks."""
    return sum(len(blocks[i].text) for i in range(start, end) if main[i])


def _lead(main: Sequence[bool], blocks: Sequence[Block], title: str) -> Iterator[int]:
    """The blocks between the headline and the first paragraph that are the article's lead."""
    first = next((i for i, is_kept in enumerate(main) if is_kept and is_prose(blocks[i])), -1)
    top = _headline(blocks[: max(first, 0)], title)
    if top < 0 or first - top > _FAR:
        return
    said = "".join(blocks[first].text.split())
    holders = {above for i in (top, first) if (one := blocks[i].element) is not None for above in one.iterancestors()}
    for i in range(top + 1, first):
        if not main[i] and _may_lead(blocks[i], holders) and "".join(blocks[i].text.split()) not in said:
            yield i


def _headline(blocks: Sequence[Block], title: str) -> int:
    """The last heading that is the title, else the last one of the first level; -1 if there is none."""
    seen = [i for i, block in enumerate(blocks) if block.kind is Kind.HEADING and not block.hidden]
    same = [i for i in seen if repeats(blocks[i].text, title)]
    return next(reversed(same or [i for i in seen if blocks[i].level == 1]), -1)


def _may_lead(block: Block, holders: set[Tree]) -> bool:
    """Whether a block below a headline is, by its words and its marks, a lead; `holders` hold more than it."""
    if block.hidden or block.furniture or block.element is None or block.linked * 3 > len(block.text):
        return False
    words = word_count(block.text)
    is_called = words >= _PHRASE and any(map(is_lead, _around(block.element, 2)))
    if not is_called and (words < _SENTENCE or not ends_sentence(block.text) or block.kind is Kind.ITEM):
        return False
    told = is_furniture(block.text) or names_in(block.text) or publication_in(block.text) or update_in(block.text)
    own = [element for element in _around(block.element, _UP) if element not in holders]
    return not told and not any(map(is_other, own)) and not any(map(is_picture, own[:_PICTURE]))


def _without_comments(main: list[bool], blocks: Sequence[Block]) -> list[bool]:
    """The article without what follows the heading of its readers' comments."""
    for i, block in enumerate(blocks):
        if block.kind is Kind.HEADING and opens_comments(block.text) and any(
            main[k] and is_prose(blocks[k]) for k in range(i)
        ):  # fmt: skip
            return [*main[:i], *([False] * (len(main) - i))]
    return main


def _without_pointed(main: list[bool], blocks: Sequence[Block]) -> list[bool]:
    """The article without the links and items that follow a line such as "Related articles", and that line."""
    result = list(main)
    pointed = False
    for i, block in enumerate(blocks):
        if not main[i]:
            continue
        if is_pointer(block.text):
            pointed = True
        elif block.linked * 2 < len(block.text) and (block.kind is not Kind.ITEM or _is_told(block)):
            pointed = False
        result[i] = not pointed
    return result


def _is_told(block: Block) -> bool:
    """Whether an item of a list is a sentence or more."""
    return ends_sentence(block.text) and word_count(block.text) >= _SENTENCE


def _without_boxes(main: Sequence[bool], blocks: Sequence[Block]) -> list[bool]:
    """The article without what stands in boxes that are marked as something beside it."""
    boxes: dict[str, set[int]] = {}
    known: dict[Tree, str] = {}
    for i, block in enumerate(blocks):
        if main[i] and block.element is not None:
            for element in _around(block.element, _UP):
                if element not in known:
                    known[element] = beside(element)
                if known[element]:
                    boxes.setdefault(known[element], set()).add(i)
    whole = _size(main, blocks, 0, len(blocks))
    result = list(main)
    for mark, inside in boxes.items():
        part = _COMMENTED if mark.startswith("comment") else _PART
        if sum(len(blocks[i].text) for i in inside) < part * whole:
            for i in inside:
                result[i] = False
    return result


def _without_teasers(main: list[bool], blocks: Sequence[Block]) -> list[bool]:
    """The article without headings that lead to other pages, and the lines below them, where there are several."""
    pairs = [
        (i, k)
        for i, k in pairwise(range(len(blocks)))
        if main[k] and blocks[k].kind is Kind.PARAGRAPH and _points(blocks[i]) and word_count(blocks[k].text) <= _TEASER
    ]
    result = list(main)
    for place in (place for pair in pairs for place in pair):
        result[place] = False
    left = any(is_kept and is_prose(block) for block, is_kept in zip(blocks, result, strict=True))
    return result if left and len(pairs) > 1 else main


def _without_strays(main: list[bool], blocks: Sequence[Block]) -> list[bool]:
    """The article without what stands, below its beginning, outside the element that holds nearly all its prose."""
    kept = [i for i, is_kept in enumerate(main) if is_kept and blocks[i].element is not None]
    holder = _holder([block for block in map(blocks.__getitem__, kept) if is_prose(block)])
    if holder is None:
        return main
    alike = (one for element in (holder, holder.getparent()) for one in _like(element))
    known = {holder: True, **dict.fromkeys(alike, True)}
    inside = [i for i in kept if _stands_in(blocks[i].element, known)]
    strays = sorted({*kept[kept.index(inside[0]) :]} - {*inside}) if inside else []
    if sum(len(blocks[i].text) for i in strays) >= _STRAY * _size(main, blocks, 0, len(blocks)):
        return main
    result = list(main)
    for i in strays:
        result[i] = False
    return result


def _like(element: Tree) -> Iterator[Tree]:
    """The elements of the same name beside an element that is called a section of a text."""
    if element is None or element.getparent() is None or not is_section(element):
        return
    beside_it = element.getparent().iterchildren(element.tag)
    yield from (one for one in beside_it if one.get("class") == element.get("class"))


def _stands_in(element: Tree, known: dict[Tree, bool]) -> bool:
    """Whether an element is one that is known to be so, or stands in one; what is found out is known from then on."""
    climbed = []
    while element is not None and element not in known:
        climbed.append(element)
        element = element.getparent()
    is_inside = element is not None and known[element]
    known.update(dict.fromkeys(climbed, is_inside))
    return is_inside


def _holder(prose: Sequence[Block]) -> Tree | None:
    """The smallest element around the longest paragraph that holds nearly all the prose; None if there is none."""
    held: dict[Tree, int] = {}
    for block in prose:
        for element in block.element.iterancestors():
            held[element] = held.get(element, 0) + len(block.text)
    if not held:
        return None
    longest = max(prose, key=lambda block: len(block.text))
    return next((e for e in longest.element.iterancestors() if held[e] >= _HELD * max(held.values())), None)


def _points(block: Block) -> bool:
    """Whether a heading is, as a whole, a link to another page."""
    if block.kind is not Kind.HEADING or block.element is None or block.linked * 5 < len(block.text) * 4:
        return False
    inside = block.element.iter("a")
    links = [link.get("href") or "" for link in (*inside, *block.element.iterancestors("a"))]
    return any(link and not link.startswith("#") for link in links)


def _around(element: Tree, count: int) -> Iterator[Tree]:
    """An element and those around it, a number of them in all, below the body."""
    while element is not None and count and element.tag not in ("body", "html", "main", "article"):
        yield element
        element = element.getparent()
        count -= 1

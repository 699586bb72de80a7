"""Gaps in an article that was found on a page: what stands among its paragraphs, as they stand, belongs to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.domain.noise import is_furniture
from briefing.domain.source import Kind
from briefing.domain.text import ends_sentence, word_count
from briefing.io.readers.blocks import Block, Tree
from briefing.io.readers.marks import is_other

_PROSE = 12  # words of a sentence that is surely running text
_SHORT = 4  # words of one that may be, among others
_WRAPPED = 0.6  # of the paragraphs have an element around each of them
_UP = 4  # elements around a block whose marks are looked at


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """Where the paragraphs of an article stand: their elements, those around them, and those around these."""

    own: frozenset[Tree]
    around: frozenset[Tree]
    further: frozenset[Tree]
    kinds: frozenset[tuple[Tree, str, str]]  # of the elements around them: what stands around, their tags and classes

    def hold(self, element: Tree) -> bool:
        """Whether an element stands as the paragraphs do: among them, or in a list or a quotation among them."""
        parent = element.getparent()
        above = parent.getparent() if parent is not None else None
        if {element, parent, above} & self.own or {parent, above} & self.around:
            return True
        return bool({parent, above} & self.further)

    def hold_like(self, element: Tree) -> bool:
        """Whether an element stands in a container of the same kind as one that paragraphs stand in, beside it."""
        parent = element.getparent()
        return parent is not None and not self.kinds.isdisjoint(_kinds(parent))


def closed(main: list[bool], blocks: list[Block]) -> list[bool]:
    """Which blocks are the article's, with those that stand among its paragraphs and as they do."""
    main = _with_repeats(main, blocks)
    prose = [i for i, is_kept in enumerate(main) if is_kept and is_prose(blocks[i])]
    if not prose:
        return main
    place = _surroundings([blocks[i].element for i in prose])
    result = list(main)
    for i in range(prose[-1] - 1, prose[0], -1):  # from the end, for a heading belongs to what follows it
        block = blocks[i]
        if not result[i] and block.element is not None and _may_belong(block, follows=result[i + 1]):
            stands = place.hold(_unwrapped(block)) or (is_prose(block) and place.hold_like(block.element))
            result[i] = stands and not _is_marked(block.element, place)
    for i in (*range(prose[0] - 1, -1, -1), *range(prose[-1] + 1, len(blocks))):
        result[i] = result[i] or _goes_on(blocks[i], place)
    return result


def _with_repeats(main: list[bool], blocks: list[Block]) -> list[bool]:
    """The article with lines that it says again, as a refrain, among lines that are its own and stand as they do."""
    known = {block.text for block, is_kept in zip(blocks, main, strict=True) if is_kept}
    result = list(main)
    for i, block in enumerate(blocks):
        if not main[i] and block.text in known and not block.hidden and i and result[i - 1]:
            result[i] = _are_beside(blocks[i - 1].element, block.element)
    return result


def _are_beside(one: Tree, other: Tree) -> bool:
    """Whether two elements are of one kind and stand in the same place."""
    return (
        one is not None
        and other is not None
        and one is not other
        and (one.tag, one.get("class"), one.getparent()) == (other.tag, other.get("class"), other.getparent())
    )


def _goes_on(block: Block, place: _Surroundings) -> bool:
    """Whether a block above the first paragraph or below the last one is a paragraph as they are."""
    if block.element is None or not is_prose(block) or not _may_belong(block, follows=False):
        return False
    parent = block.element.getparent()
    return (parent in place.around or place.hold_like(block.element)) and not _is_marked(block.element, place)


def _kinds(element: Tree) -> Iterator[tuple[Tree, str, str]]:
    """What stands around an element, with its tag and each of its classes; and what is around that, with both tags."""
    above = element.getparent()
    if above is None:
        return
    own = element.get("class") or ""
    for name in own.split():
        yield above, element.tag, name
    if own and (top := above.getparent()) is not None:
        yield top, f"{above.tag} {above.get('class') or ''}", f"{element.tag} {own}"


def _surroundings(elements: Sequence[Tree]) -> _Surroundings:
    """The surroundings of paragraphs; the second ones count only where each paragraph is wrapped by itself."""
    own = frozenset(element for element in elements if element is not None)
    around = frozenset(parent for element in own if (parent := element.getparent()) is not None)
    wrapped = len(own) > 1 and len(around) >= _WRAPPED * len(own)
    further = (
        frozenset(above for parent in around if (above := parent.getparent()) is not None) if wrapped else frozenset()
    )
    return _Surroundings(own, around, further, frozenset(kind for parent in around for kind in _kinds(parent)))


def is_prose(block: Block) -> bool:
    """Whether a block is a sentence or more of running text."""
    if block.kind is not Kind.PARAGRAPH and block.kind is not Kind.QUOTE:
        return False
    text = block.text
    return (text.count(" ") >= _PROSE or word_count(text) >= _PROSE) and ends_sentence(text)


def _may_belong(block: Block, *, follows: bool) -> bool:
    """Whether a block by its own words may be the article's: a sentence, an item, a heading that text follows."""
    if block.hidden or block.furniture or block.linked * 3 > len(block.text) or is_furniture(block.text):
        return False
    if block.kind is Kind.HEADING:
        return follows and block.level > 1
    if block.element is not None and block.element.tag == "pre":
        return True
    return word_count(block.text) >= (2 if block.kind is Kind.ITEM else _SHORT) and (
        block.kind is Kind.ITEM or ends_sentence(block.text)
    )


def _unwrapped(block: Block) -> Tree:
    """The outermost element, of a few, that holds a heading and nothing else; of any other block its own."""
    element = block.element
    if block.kind is Kind.HEADING:
        for _ in range(_UP):
            above = element.getparent()
            if above is None or len(above) != 1 or (above.text or "").strip() or (element.tail or "").strip():
                break
            element = above
    return element


def _is_marked(element: Tree, place: _Surroundings) -> bool:
    """Whether an element, or one around it below the article's own, is marked as something else than the article."""
    for _ in range(_UP):
        if element is None or element in place.around or element in place.further:
            return False
        if is_other(element):
            return True
        element = element.getparent()
    return False

"""The blocks of a tree of HTML in document order: headings, paragraphs, items, quotations, rows of tables."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from briefing.domain.source import Kind, Passage, Record, Source
from briefing.domain.text import normalise

Tree = Any  # an element of lxml, whose types would have to be imported with it

UNSEEN = frozenset(
    """
    script style noscript template svg math head title meta link iframe object embed canvas audio video source track
    select option optgroup datalist textarea input button map area param frame frameset noframes picture img
    """.split()  # noqa: SIM905 - names read better as a line of words
)
_BLOCKS = frozenset(
    """
    html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead
    caption tr ul
    """.split()  # noqa: SIM905 - likewise
)
_CELLS = frozenset(("td", "th"))
_KNOWN = _BLOCKS | _CELLS | {"br", "a"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FURNITURE = frozenset(("nav", "aside", "footer", "form", "figure", "menu", "dialog"))
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\x00"  # stands for a line break until white space is folded; no text holds it
_CELL = "\x01"  # likewise between the cells of a row
_APART = re.compile(rf"{_BREAK}[ \t\n\r\f]*{_BREAK}[ \t\n\r\f{_BREAK}]*")
_PERMALINK = re.compile(
    r"[¶#🔗⚓∞\u200b\ufe0e\ufe0f\ue000-\uf8ff\s]+"
)  # the marks with which a heading links to itself
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Block(NamedTuple):
    """One block of text, and what is needed to judge it; a page has thousands, so it is a tuple."""

    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    page: int | None = None
    linked: int = 0  # characters that stand in links
    hidden: bool = False
    furniture: bool = False  # inside navigation, an aside, a footer, a form or a figure
    element: Any = None  # the element that holds it, to know its neighbours by


def build(blocks: Iterable[Block], record: Record | None = None) -> Source:
    """Blocks as a source: normalised, blank lines between them, items of a list on lines of their own."""
    text: list[str] = []
    passages: list[Passage] = []
    length = 0
    for block in blocks:
        words = normalise(block.text).strip()
        if not words:
            continue
        together = passages and block.kind is Kind.ITEM and passages[-1].kind is Kind.ITEM
        gap = "" if not passages else "\n" if together else "\n\n"
        start = length + len(gap)
        length = start + len(words)
        text += (gap, words)
        passages.append(Passage(block.kind, start, length, block.page, block.level))
    return Source("".join(text), tuple(passages), record or Record())


def blocks_of(root: Tree) -> list[Block]:
    """The blocks of an lxml tree of HTML, in document order; what is never shown as text is left out."""
    walk = _Walk()
    walk.through(root)
    return walk.blocks


class _Walk:
    """One pass through a tree, without recursion, since pages nest deeply."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._hidden: list[Tree] = []
        self._pre = 0
        self._furniture = 0
        self._around: list[tuple[Kind, int, Any]] = [(Kind.PARAGRAPH, 0, None)]
        self._depth = -1  # of lists
        self._cells: set[Any] = set()

    def through(self, root: Tree) -> None:
        from lxml import etree  # noqa: PLC0415 - loaded when a tree is there anyway

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "end":
                if tag in _KNOWN:
                    self._leave(element, tag)
                if (text := element.tail) and element is not root and (self._pieces or self._pre or not text.isspace()):
                    self._add(text)
            elif (
                tag in UNSEEN
                or not isinstance(tag, str)
                or (tag == "a" and _is_permalink(element))
                or (tag not in _KNOWN and _is_hidden(element))
            ):
                walker.skip_subtree()
            else:
                if tag in _KNOWN:
                    self._enter(element, tag)
                if (text := element.text) and (self._pieces or self._pre or not text.isspace()):
                    self._add(text)
        self._flush()

    def _enter(self, element: Tree, tag: str) -> None:
        if tag == "br":
            self._pieces.append(_BREAK)
        elif tag == "a":
            self._links += 1
        elif tag in _CELLS:
            self._enter_cell(element)
        else:
            if self._pieces:
                self._flush()
            self._open(element, tag)
            if _is_hidden(element):
                self._hidden.append(element)

    def _open(self, element: Tree, tag: str) -> None:
        kind, level, _ = self._around[-1]
        if tag in ("ul", "ol", "dl", "menu", "dir"):
            self._depth += 1
        elif tag in _HEADINGS:
            kind, level = Kind.HEADING, _HEADINGS[tag]
        elif tag in ("li", "dd", "dt"):
            kind, level = Kind.ITEM, max(0, self._depth)
        elif tag == "blockquote":
            kind, level = Kind.QUOTE, 0
        elif tag == "pre":
            self._pre += 1
        elif tag == "table":
            kind, level = Kind.PARAGRAPH, 0
        if tag in _FURNITURE and not _is_text(element, tag):
            self._furniture += 1
        self._around.append((kind, level, element))

    def _enter_cell(self, element: Tree) -> None:
        """A cell of words alone is a part of its row; one that holds blocks of its own is none."""
        row = element.getparent()
        if any(isinstance(child.tag, str) and child.tag in _BLOCKS for child in element.iterdescendants()):
            self._flush()
            self._cells.add(element)
            self._around.append((*self._around[-1][:2], element))
        elif row is not None and element is not row[0]:
            self._pieces.append(_CELL)

    def _leave(self, element: Tree, tag: str) -> None:
        if self._hidden and self._hidden[-1] is element:
            self._flush()
            self._hidden.pop()
        if tag == "a":
            self._links = max(0, self._links - 1)
        elif tag in _CELLS:
            if element in self._cells:
                self._flush()
                self._around.pop()
        elif tag in _BLOCKS:
            if self._pieces:
                self._flush()
            self._around.pop()
            if tag in ("ul", "ol", "dl", "menu", "dir"):
                self._depth -= 1
            self._pre -= tag == "pre"
            self._furniture -= tag in _FURNITURE and not _is_text(element, tag)

    def _add(self, text: str) -> None:
        self._pieces.append(text.replace("\n", _BREAK) if self._pre else text)
        if self._links:
            self._linked += len(text.strip())

    def _flush(self) -> None:
        """What was gathered becomes a block, or several where two line breaks follow each other."""
        if not self._pieces:
            return
        raw = "".join(self._pieces)
        self._pieces.clear()
        linked, self._linked = self._linked, 0
        if raw.isspace():
            return
        kind, level, element = self._around[-1]
        for words in _paragraphs(raw, is_pre=self._pre > 0):
            share = linked * len(words) // len(raw)  # where line breaks part paragraphs, the links are not told apart
            self.blocks.append(
                Block(words, kind, level, None, share, bool(self._hidden), self._furniture > 0, element),
            )


def _paragraphs(raw: str, *, is_pre: bool) -> Iterator[str]:
    """The paragraphs of a block's text: white space folded, single breaks kept as line feeds, double ones parting."""
    if is_pre:
        yield from filter(str.strip, [raw.replace(_BREAK, "\n").replace(_CELL, "\t").strip("\n")])
        return
    if _BREAK not in raw and _CELL not in raw:
        if words := _SPACE.sub(" ", raw).strip(" "):
            yield words
        return
    for part in _APART.split(raw):
        lines = (
            "\t".join(_SPACE.sub(" ", cell).strip(" ") for cell in line.split(_CELL)) for line in part.split(_BREAK)
        )
        words = "\n".join(line.strip() for line in lines).strip()
        if words:
            yield words


def _is_text(element: Tree, tag: str) -> bool:
    """Whether a figure shows no picture, but code or a table."""
    return tag == "figure" and next(element.iter("pre", "table"), None) is not None


def _is_permalink(element: Tree) -> bool:
    """Whether a link is the mark beside a heading that leads to the heading itself, and no words of the text."""
    if "#" not in (element.get("href") or ""):
        return False
    words = element.text or ""
    return (len(element) == 0 and _PERMALINK.fullmatch(words) is not None) or (
        "headerlink" in (element.get("class") or "").split()
    )


def _is_hidden(element: Tree) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)


def demoted(block: Block) -> Block:
    """The block as noise of the page."""
    return Block(block.text, Kind.NOISE, 0, block.page)

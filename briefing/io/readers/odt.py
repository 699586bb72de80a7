"""OpenDocument text: headings, paragraphs, lists, tables, text boxes and notes."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.domain.errors import BriefingError
from briefing.domain.noise import names_in, publication_in
from briefing.domain.source import Kind, Record, Source
from briefing.domain.text import fold
from briefing.io.readers.blocks import Block, Tree, build
from briefing.io.readers.facts import tag_of
from briefing.io.readers.odt_lists import DEEPEST, Lists
from briefing.io.readers.package import Package, guarded

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_LEFT_OUT = {
    *(f"{_O}{name}" for name in ("annotation", "annotation-end", "forms", "binary-data", "event-listeners")),
    *(f"{_T}{name}" for name in ("tracked-changes", "sequence-decls", "hidden-text", "ruby-text")),
    *(f"{_SVG}{name}" for name in ("title", "desc")),  # what is said of a picture for those who do not see it
}
_INDEXES = {
    f"{_T}{name}"
    for name in (
        "table-of-content",
        *(f"{of}-index" for of in ("illustration", "table", "object", "user", "alphabetical")),
    )
}
_MOST_SPACES = 1000  # a count of spaces in one place that is still meant


def read(data: bytes) -> Source:
    """An OpenDocument text as a source."""
    return guarded(lambda: _read(Package(data)), "an OpenDocument text")


def _read(package: Package) -> Source:
    if package.has("encrypted-package") or (
        package.has("META-INF/manifest.xml") and b"encryption-data" in package.part("META-INF/manifest.xml")
    ):
        raise BriefingError("The document is protected by a password; save it without one first.")
    content = package.tree("content.xml")
    text = content.find(f"{_O}body/{_O}text")
    styles = package.tree_or_none("styles.xml")
    walk = _Text(_families(content, styles), _hidden(content, styles), Lists(content, styles))
    blocks = list(walk.blocks(text)) if text is not None else []
    blocks += walk.noted()
    heads, feet = (_running(walk, styles, name, blocks) for name in ("header", "footer"))
    return build([*heads, *blocks, *feet], _record(blocks, package.tree_or_none("meta.xml")))


def _running(walk: "_Text", styles: Tree | None, name: str, blocks: list[Block]) -> list[Block]:
    """The words of running heads or feet as noise, each once, and without those that the text says."""
    parts = styles.iter(*(f"{_STYLE}{name}{which}" for which in ("", "-left", "-first"))) if styles is not None else ()
    said = {block.text for block in blocks}
    words = dict.fromkeys(block.text for part in parts for block in walk.blocks(part))
    return [Block(text, Kind.NOISE) for text in words if text not in said and any(map(str.isalpha, text))]


class _Text:
    """One pass through the text; notes are kept for its end."""

    def __init__(self, families: dict[str, str], hidden: set[str], lists: Lists) -> None:
        self._families = families
        self._lists = lists
        self._opened: list[str] = []  # the styles of the lists around what is read
        self._hidden = hidden
        self._notes: list[Tree] = []

    def noted(self) -> list[Block]:
        """The notes, in order."""
        return [block for note in self._notes for block in self._note(note)]

    def _note(self, note: Tree) -> Iterator[Block]:
        """The blocks of a note, the first of them with its number."""
        number = fold(note.findtext(f"{_T}note-citation") or "")
        blocks = (block for body in note.iterchildren(f"{_T}note-body") for block in self.blocks(body))
        for first in islice(blocks, 1):
            yield first._replace(text=f"{number} {first.text}".strip())
        yield from blocks

    def blocks(self, element: Tree, kind: Kind = Kind.PARAGRAPH, depth: int = 0) -> Iterator[Block]:
        """The blocks below an element, in order; those of a list are items."""
        for child in element:
            tag = child.tag
            if self._is_hidden(child):
                continue
            if tag == f"{_T}h":
                level = child.get(f"{_T}outline-level", "1")
                yield from self._block(child, Kind.HEADING, min(int(level), 6) if level.isdigit() else 1)
            elif tag == f"{_T}p":
                yield from self._block(child, *self._kind(child, kind, depth))
            elif tag == f"{_T}list":
                yield from self._list(child)
            elif tag == f"{_TABLE}table-row":
                yield from self._row(child)
            elif tag in _INDEXES:
                yield from (Block(block.text, Kind.NOISE) for block in self.blocks(child))
            elif isinstance(tag, str):
                yield from self.blocks(child, kind, depth)

    def _list(self, element: Tree) -> Iterator[Block]:
        """The blocks of a list, each item with its number where it is counted."""
        style = element.get(f"{_T}style-name", "") or (self._opened[-1] if self._opened else "")
        depth = min(len(self._opened), DEEPEST - 1)
        goes_on = element.get(f"{_T}continue-numbering") == "true" or element.get(f"{_T}continue-list") is not None
        self._lists.open(style, depth, goes_on=goes_on)
        self._opened.append(style)
        for item in element:
            blocks = self.blocks(item, Kind.ITEM, depth)
            if item.tag == f"{_T}list-item" and next(item.iterchildren(f"{_T}p", f"{_T}h"), None) is not None:
                label = self._lists.label(style, depth, item.get(f"{_T}start-value", ""))
                first = next(blocks, None)
                if first is not None:
                    yield first._replace(text=f"{label} {first.text}") if label else first
            yield from blocks
        self._opened.pop()

    def _is_hidden(self, element: Tree) -> bool:
        """Whether an element is none of the text that is seen."""
        told = element.get(f"{_T}display") == "none" or element.get(f"{_T}style-name") in self._hidden
        return told or element.tag in _LEFT_OUT

    def _kind(self, paragraph: Tree, kind: Kind, depth: int) -> tuple[Kind, int]:
        """The kind and level of a paragraph, by the named style that its own comes from."""
        own = paragraph.get(f"{_T}style-name", "")
        named = self._families.get(own, own).replace("_20_", " ").lower()
        if heading := re.match(r"heading (\d)", named):
            return Kind.HEADING, int(heading[1])
        if named == "title":
            return Kind.HEADING, 1
        quoted = kind is Kind.PARAGRAPH and ("quot" in named or named == "block text")
        return (Kind.QUOTE, 0) if quoted else (kind, depth)

    def _row(self, row: Tree) -> Iterator[Block]:
        cells = [list(self.blocks(cell)) for cell in row.iterchildren(f"{_TABLE}table-cell")]
        if all(len(cell) <= 1 for cell in cells):
            yield Block("\t".join(cell[0].text if cell else "" for cell in cells).strip("\t"))
        else:
            yield from (block for cell in cells for block in cell)

    def _block(self, element: Tree, kind: Kind, level: int) -> Iterator[Block]:
        pieces: list[str] = []
        boxes: list[Tree] = []
        self._gather(element, pieces, boxes)
        if words := "".join(pieces).strip():
            yield Block(words, kind, max(level, 1) if kind is Kind.HEADING else level)
        for box in boxes:
            yield from self.blocks(box)

    def _gather(self, element: Tree, pieces: list[str], boxes: list[Tree]) -> None:
        """The words of an element, and the text boxes in it; white space is folded as OpenDocument has it."""
        pieces.append(_folded(element.text))
        for child in element:
            tag = child.tag
            if tag == f"{_T}s":
                count = child.get(f"{_T}c", "1")
                pieces.append(" " * (min(int(count), _MOST_SPACES) if count.isdigit() else 1))
            elif tag == f"{_T}tab":
                pieces.append("\t")
            elif tag == f"{_T}line-break":
                pieces.append("\n")
            elif tag == f"{_T}note":
                self._notes.append(child)
            elif isinstance(tag, str) and tag.startswith(_DRAW):
                boxes.append(child)
            elif isinstance(tag, str) and not self._is_hidden(child):
                self._gather(child, pieces, boxes)
            pieces.append(_folded(child.tail))


def _families(*parts: Tree | None) -> dict[str, str]:
    """For each paragraph style the named one it comes from: itself, or the one that a change by hand began with."""
    styles = {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
        for part in parts
        if part is not None
        for style in part.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}family") == "paragraph"
    }
    return {name: parent if re.fullmatch(r"P\d+", name) and parent else name for name, parent in styles.items()}


def _hidden(*parts: Tree | None) -> set[str]:
    """The names of the styles whose words are not shown."""
    styles = (style for part in parts if part is not None for style in part.iter(f"{_STYLE}style"))
    shown = f"{_STYLE}text-properties"
    return {
        style.get(f"{_STYLE}name", "")
        for style in styles
        if any(properties.get(f"{_T}display") == "none" for properties in style.iterchildren(shown))
    }


def _folded(text: str | None) -> str:
    if not text:
        return ""
    words = " ".join(text.replace("\n", " ").replace("\t", " ").split(" "))
    while "  " in words:
        words = words.replace("  ", " ")
    return words


def _record(blocks: list[Block], meta: Tree | None) -> Record:
    def told(name: str) -> str:
        return fold(meta.findtext(f".//{name}") or "") if meta is not None else ""

    head = [block.text for block in blocks[:12]]
    headings = [block.text for block in blocks if block.kind is Kind.HEADING and block.level == 1]
    author = told(f"{_META}initial-creator") or told(f"{_DC}creator")
    return Record(
        title=told(f"{_DC}title") or fold((headings or [""])[0]),
        authors=next(filter(None, map(names_in, head)), ()) or ((author,) if author else ()),
        published=next(filter(None, map(publication_in, head)), ""),
        language=tag_of(told(f"{_DC}language")),
        media_type="application/vnd.oasis.opendocument.text",
    )

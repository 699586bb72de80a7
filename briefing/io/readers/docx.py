"""Word documents: every paragraph, also those in tables, text boxes, diagrams, notes and content controls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from posixpath import join, normpath

from briefing.domain.noise import names_in, publication_in
from briefing.domain.source import Kind, Record, Source
from briefing.domain.text import fold
from briefing.io.readers.blocks import Block, Tree, build, demoted
from briefing.io.readers.encoding import declared_in, decode
from briefing.io.readers.facts import tag_of
from briefing.io.readers.numbering import Numbering
from briefing.io.readers.package import Package, guarded

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARTS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DELETED = {
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr")
}
_BOXES = (f"{_W}txbxContent", f"{_DIAGRAM}relIds")
_CHARACTERS = {
    f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011", f"{_W}ptab": "\t",
}  # fmt: skip
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|заголовок|kop|rubrik|nagłówek)\s*(\d)", re.IGNORECASE
)
_QUOTE = re.compile(r"quote|quotation|block text|zitat|citation|cita", re.IGNORECASE)
_LEVELS = 6  # of headings
_CONTENTS = re.compile(r"toc\s*\d|table of (?:contents|figures)|contents heading|toc heading", re.IGNORECASE)


def read(data: bytes) -> Source:
    """A Word document as a source."""
    return guarded(lambda: _Word(Package(data)).source(), "a Word document")


@dataclass(frozen=True, slots=True)
class _Relation:
    """A part that another is related to: the id by which it is meant, what it is, and its path."""

    id: str
    kind: str  # the last word of the relationship's type
    path: str


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says of its paragraphs, with what it inherits."""

    name: str = ""
    level: int = 0  # of a heading, from 1
    list: str = ""  # whose number it bears; "0" is none
    depth: int = 0  # in that list
    title: bool = False


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is gathered; text boxes and diagrams that hang on it follow it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Tree] = field(default_factory=list)


class _Word:
    """One Word document being read."""

    def __init__(self, package: Package, *, is_chunk: bool = False) -> None:
        self._package = package
        self._main = _main_part(package)
        self._relations = [one for one in _relations(package, self._main) if package.has(one.path)]
        self._styles = _styles(self._tree("styles"))
        self._numbering = Numbering(self._tree("numbering"))
        self._titles: list[str] = []
        self._is_chunk = is_chunk

    def source(self) -> Source:
        """The document's text with its notes at the end and its running heads as noise around it."""
        body = _plain_names(self._package.tree(self._main))
        blocks = list(self._blocks(body))
        notes = [block for kind in ("footnotes", "endnotes") for block in self._notes(kind)]
        said = {block.text for block in blocks}
        heads = [demoted(block) for block in self._running("header", said)]
        feet = [demoted(block) for block in self._running("footer", said)]
        source = build([*heads, *blocks, *notes, *feet])
        return replace(source, record=self._record(source))

    def _tree(self, kind: str) -> Tree | None:
        path = next((one.path for one in self._relations if one.kind == kind), "")
        return _plain_names(self._package.tree(path)) if path else None

    def _notes(self, kind: str) -> Iterator[Block]:
        tree = self._tree(kind)
        notes = (note for note in (tree if tree is not None else ()) if note.get(f"{_W}type") in (None, "normal"))
        for number, note in enumerate(notes, 1):
            first, *others = [*self._blocks(note)] or [Block("")]
            yield from (first._replace(text=f"{number} {first.text}" if first.text else ""), *others)

    def _running(self, kind: str, said: set[str]) -> Iterator[Block]:
        """The words of headers or footers that were not said before; they are said then."""
        for path in (one.path for one in self._relations if one.kind == kind):
            for block in self._blocks(_plain_names(self._package.tree(path))):
                if block.text not in said and any(map(str.isalpha, block.text)):
                    said.add(block.text)
                    yield block

    def _blocks(self, element: Tree) -> Iterator[Block]:
        """The blocks below an element, in order."""
        for child in _children(element):
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                for row in _through_controls(child, f"{_W}tr"):
                    yield from self._row(row)
            elif child.tag == f"{_W}altChunk":
                yield from self._chunk(child)
            elif child.tag not in _DELETED:
                yield from self._blocks(child)

    def _row(self, row: Tree) -> Iterator[Block]:
        """A row of a table: one block where every cell is one paragraph at most, else the blocks of its cells."""
        cells = [list(self._blocks(cell)) for cell in _through_controls(row, f"{_W}tc")]
        if all(len(cell) <= 1 for cell in cells):
            yield Block("\t".join(cell[0].text if cell else "" for cell in cells).strip("\t"))
        else:
            yield from (block for cell in cells for block in cell)

    def _paragraph(self, element: Tree) -> Iterator[Block]:
        gathered = _Paragraph()
        _gather(element, gathered)
        text = "".join(gathered.pieces).strip()
        block = self._block(element, text)
        if text:
            yield block
        for box in gathered.boxes:
            yield from self._diagram(box) if box.tag == f"{_DIAGRAM}relIds" else self._blocks(box)

    def _meant(self, element: Tree, name: str) -> str:
        """The path of the part that an element means by an id; empty where there is none."""
        meant = next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")
        return next((one.path for one in self._relations if one.id == meant), "")

    def _diagram(self, element: Tree) -> Iterator[Block]:
        """The words of a diagram, whose points stand in a part of their own."""
        path = self._meant(element, "dm")
        points = self._package.tree(path).iter(f"{_DIAGRAM}pt") if path else ()
        for paragraph in (paragraph for point in points for paragraph in point.iter(f"{_A}p")):
            if text := "".join(words.text or "" for words in paragraph.iter(f"{_A}t")).strip():
                yield Block(text)

    def _chunk(self, element: Tree) -> Iterator[Block]:
        """The blocks of a document in another format that stands inside this one; not of one inside that."""
        path = self._meant(element, "id")
        if path and not self._is_chunk:
            chunk = _read_chunk(self._package.part(path))
            yield from (Block(chunk.text[p.start : p.end], p.kind, p.level) for p in chunk.passages)

    def _block(self, element: Tree, text: str) -> Block:
        properties = element.find(f"{_W}pPr")
        style = self._styles.get(_value(properties, "pStyle"), _Style())
        level = _outline_level(properties) or style.level
        number = properties.find(f"{_W}numPr") if properties is not None else None
        listed, depth = _value(number, "numId") or style.list, _value(number, "ilvl")
        at = int(depth) if depth.isdigit() else style.depth
        label = self._numbering.label(listed, at)
        if text and (style.title or level == 1):
            self._titles.append(fold(text))
        text = f"{label} {text}" if label else text
        if _CONTENTS.search(style.name):
            return Block(text, Kind.NOISE)
        if style.title or level:
            return Block(text, Kind.HEADING, min(level, 6) or 1)
        if _QUOTE.search(style.name):
            return Block(text, Kind.QUOTE)
        return Block(text, Kind.ITEM, at) if listed not in ("", "0") else Block(text)  # 0 takes the number away

    def _record(self, source: Source) -> Record:
        core = self._package.tree_or_none("docProps/core.xml")
        told = (
            {name: fold(core.findtext(f"{_DC}{name}") or "") for name in ("title", "creator", "language")}
            if core is not None
            else {}
        )
        head = [source.text[p.start : p.end] for p in source.passages[:12]]
        title = told.get("title", "")
        people = tuple(
            name for name in re.split(r"\s*[;,]\s*", told.get("creator", "")) if name and "python" not in name.lower()
        )
        return Record(
            title=(self._titles or [title])[0],
            authors=next(filter(None, map(names_in, head)), ()) or people,
            published=next(filter(None, map(publication_in, head)), ""),
            language=tag_of(told.get("language", "") or self._language()),
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        )

    def _language(self) -> str:
        styles = self._tree("styles")
        language = styles.find(f"{_W}docDefaults//{_W}lang") if styles is not None else None
        return language.get(f"{_W}val", "") if language is not None else ""


def _read_chunk(data: bytes) -> Source:
    """What stands inside a document as a chunk: a Word document, a mail or saved page, a page, or text."""
    if data.startswith(b"PK"):
        return _Word(Package(data), is_chunk=True).source()
    from briefing.io.readers import html, mail, plain  # noqa: PLC0415 - few documents have chunks

    if b"MIME-Version:" in data[:2000]:
        return mail.read(data)
    text = decode(data, declared_in(data))[0]
    return html.read_fragment(text) if text.lstrip("\ufeff \r\n\t").startswith("<") else plain.read_text(text)


def _main_part(package: Package) -> str:
    """The part that holds the text, as the package's relationships name it."""
    named = (one.path for one in _relations(package, "") if one.kind == "officeDocument")
    return next(named, "word/document.xml")


def _relations(package: Package, name: str) -> list[_Relation]:
    """The parts inside the package that a part is related to."""
    folder, _, base = name.rpartition("/")
    tree = package.tree_or_none(f"{folder}/_rels/{base}.rels".lstrip("/"))
    found = []
    for relation in tree.iter(_PARTS) if tree is not None else ():
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found.append(_Relation(relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], path))
    return found


def _styles(tree: Tree | None) -> dict[str, _Style]:
    """The paragraph styles by their ids; what a style leaves open is inherited."""
    elements = {s.get(f"{_W}styleId", ""): s for s in (tree.iter(f"{_W}style") if tree is not None else ())}
    return {key: _style(elements, key) for key in elements}


def _style(elements: dict[str, Tree], key: str) -> _Style:
    name = _value(elements[key], "name")
    level, listed, depth = 0, "", ""
    seen: set[str] = set()
    while key in elements and key not in seen:
        seen.add(key)
        element = elements[key]
        properties = element.find(f"{_W}pPr")
        heading = _HEADING.match(_value(element, "name"))
        level = level or _outline_level(properties) or (int(heading[1]) if heading else 0)
        number = properties.find(f"{_W}numPr") if properties is not None else None
        listed, depth = listed or _value(number, "numId"), depth or _value(number, "ilvl")
        key = _value(element, "basedOn")
    at = int(depth) if depth.isdigit() else 0
    return _Style(name, level, listed, at, name.lower() in ("title", "titel", "titre", "título", "titolo"))


def _outline_level(properties: Tree | None) -> int:
    """The level of a heading that paragraph properties state, from 1; 0 for the body."""
    outline = _value(properties, "outlineLvl")
    return int(outline) + 1 if outline.isdigit() and int(outline) < _LEVELS else 0


def _value(element: Tree | None, name: str) -> str:
    child = element.find(f"{_W}{name}") if element is not None else None
    return child.get(f"{_W}val", "") if child is not None else ""


def _plain_names(tree: Tree) -> Tree:
    """The tree with the names of the transitional form, where it was written in the strict one."""
    if tree.tag.startswith(_STRICT):
        for element in tree.iter():
            if isinstance(element.tag, str) and element.tag.startswith(_STRICT):
                element.tag = _W + element.tag[len(_STRICT) :]
                for key in [key for key in element.attrib if key.startswith(_STRICT)]:
                    element.set(_W + key[len(_STRICT) :], element.attrib.pop(key))
    return tree


def _children(element: Tree) -> Iterator[Tree]:
    """The children of an element; of alternatives the first, so that nothing is read twice."""
    for child in element:
        if child.tag == f"{_MC}AlternateContent":
            yield from child[:1]
        elif isinstance(child.tag, str):
            yield child


def _through_controls(element: Tree, tag: str) -> Iterator[Tree]:
    """Children of a tag, also where content controls, tracked changes or custom XML stand around them."""
    for child in _children(element):
        if child.tag == tag:
            yield child
        elif child.tag not in _DELETED and child.tag != f"{_W}tbl":
            yield from _through_controls(child, tag)


def _gather(element: Tree, into: _Paragraph) -> None:
    """The words of a paragraph's element, and the text boxes in it."""
    for child in _children(element):
        tag = child.tag
        if tag in (f"{_W}t", f"{_M}t"):
            into.pieces.append(child.text or "")
        elif tag in _CHARACTERS:
            into.pieces.append(_CHARACTERS[tag])
        elif tag in _BOXES:
            into.boxes.append(child)
        elif tag == f"{_W}r" and _is_hidden(child):
            continue
        elif tag == f"{_W}rt":
            continue  # how a word is read aloud, printed above it
        elif tag not in _DELETED:
            _gather(child, into)


def _is_hidden(run: Tree) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(f"{_W}val", "true") not in ("0", "false", "off")

"""A Word file opened for reading: its body, and what its styles, lists, notes, comments and links mean."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from briefing.domain.errors import BriefingError
from briefing.domain.note import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how Word's password-protected files begin
LARGEST_PART = 100_000_000  # bytes, unpacked
_FIGURES = 2  # of the level of a list

_ADDED = frozenset(
    (
        *("title", "subtitle", "front matter", "bottom line title", "bottom line", "bibliography"),
        *("table head", "table text", "table note", "footnote text", "endnote text", "header", "footer"),
    )
)
_EMPHASES = {"strong": (True, False), "emphasis": (False, True), "intense emphasis": (True, True)}
_FALSE = frozenset(("0", "false", "off"))


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph is: a block of a style, the heading of a section, or what the program adds, by its style."""

    style: Style
    level: int = 0
    is_section: bool = False
    added: str = ""


class WordFile:
    """The parts of one DOCX."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_LOCKED):
            raise BriefingError("The edited file is protected by a password, or an old .doc; save it as plain DOCX.")
        try:
            self._archive = ZipFile(BytesIO(data))
            document = self._part("word/document.xml")
            body = document.find(W + "body") if document is not None else None
        except (BadZipFile, etree.LxmlError, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
            raise BriefingError("The edited file cannot be read as a DOCX; was it saved in another format?") from error
        if body is None:
            raise BriefingError("The edited file has no text that can be read as a DOCX.")
        self.body = body

    def shape(self, paragraph: Any) -> Shape:  # noqa: ANN401 (lxml's element)
        """What a paragraph is, by the name of its style and by its list."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = self._style_names.get(str(style.get(W + "val")) if style is not None else "", "")
        if name in _ADDED:
            return Shape(Style.PARAGRAPH, added=name)
        if name.startswith("heading"):
            return Shape(Style.HEADING, is_section=name in ("heading 1", "heading1"))
        if name.startswith("quote") or name == "intense quote":
            return Shape(Style.QUOTE)
        for stem, kind in (("list bullet", Style.BULLET), ("list number", Style.NUMBER)):
            if name.startswith(stem):
                return Shape(kind, self._level(paragraph, name))
        listed = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if listed is not None and str(listed.get(W + "val")) != "0" and not name.startswith("body"):
            level = self._level(paragraph, name)
            is_bullet = self._formats.get((str(listed.get(W + "val")), level)) == "bullet"
            return Shape(Style.BULLET if is_bullet else Style.NUMBER, level)
        return Shape(Style.PARAGRAPH)

    def emphasis(self, run: Any) -> tuple[bool, bool]:  # noqa: ANN401 (lxml's element)
        """Whether a run is bold and whether it is italic, by its style or by its own formatting."""
        properties = run.find(W + "rPr")
        if properties is None:
            return False, False
        style = properties.find(W + "rStyle")
        name = self._style_names.get(str(style.get(W + "val")), "") if style is not None else ""
        is_bold, is_italic = _EMPHASES.get(name, (False, False))
        for tag, was in (("b", is_bold), ("i", is_italic)):
            own = properties.find(W + tag)
            now = was if own is None else str(own.get(W + "val")) not in _FALSE
            is_bold, is_italic = (now, is_italic) if tag == "b" else (is_bold, now)
        return is_bold, is_italic

    def comments(self, paragraph: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 (lxml's element)
        """What was said on a paragraph: who, and the words."""
        for mark in paragraph.iter(W + "commentReference"):
            comment = self._comments.get(str(mark.get(W + "id")))
            if comment:
                yield comment

    def note(self, kind: str, id_: str) -> str:
        """The words of a footnote or endnote."""
        return self._notes.get((kind, id_), "")

    @cached_property
    def note_id(self) -> str:
        """The id of the note that the document was made from; empty if it does not say."""
        part = self._readable("docProps/custom.xml")
        for entry in part if part is not None else ():
            if entry.get("name") == "BriefingNote":
                return "".join(str(text) for text in entry.itertext())
        return ""

    def address(self, id_: str) -> str:
        """Where a relationship of the body leads."""
        return self._addresses.get(id_, "")

    def _level(self, paragraph: Any, name: str) -> int:  # noqa: ANN401 (lxml's element)
        own = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        told = _level_of(str(own.get(W + "val"))) if own is not None else None
        return told if told is not None else max(0, (_level_of(name.rsplit(" ", 1)[-1]) or 0) - 1)

    def _part(self, name: str) -> Any:  # noqa: ANN401 (lxml's element)
        if name not in self._archive.namelist():
            return None
        if self._archive.getinfo(name).file_size > LARGEST_PART:
            raise BriefingError("The edited file is larger than any briefing note and was not read.")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(self._archive.read(name), parser)

    def _readable(self, name: str) -> Any:  # noqa: ANN401 (lxml's element)
        """A part beside the body; nothing where it is not there or broken: the body is what counts."""
        try:
            return self._part(name)
        except (etree.LxmlError, BadZipFile, zlib.error):
            return None

    @cached_property
    def _style_names(self) -> dict[str, str]:
        part = self._readable("word/styles.xml")
        found = {}
        for style in part.iter(W + "style") if part is not None else ():
            name = style.find(W + "name")
            if name is not None:
                found[str(style.get(W + "styleId"))] = str(name.get(W + "val")).lower().replace("_20_", " ")
        return found

    @cached_property
    def _formats(self) -> dict[tuple[str, int], str]:
        """The number format of each level of each list."""
        part = self._readable("word/numbering.xml")
        if part is None:
            return {}
        kinds = {}
        for definition in part.iter(W + "abstractNum"):
            for level in definition.iter(W + "lvl"):
                shape = level.find(W + "numFmt")
                key = str(definition.get(W + "abstractNumId")), _level_of(str(level.get(W + "ilvl"))) or 0
                kinds[key] = str(shape.get(W + "val")) if shape is not None else ""
        pointers = {str(n.get(W + "numId")): n.find(W + "abstractNumId") for n in part.iter(W + "num")}
        return {
            (id_, level): shape
            for id_, pointer in pointers.items()
            for (abstract, level), shape in kinds.items()
            if pointer is not None and str(pointer.get(W + "val")) == abstract
        }

    @cached_property
    def _notes(self) -> dict[tuple[str, str], str]:
        found = {}
        for kind in ("footnote", "endnote"):
            part = self._readable(f"word/{kind}s.xml")
            for note in part.iter(W + kind) if part is not None else ():
                found[kind, str(note.get(W + "id"))] = "".join(str(t.text or "") for t in note.iter(W + "t"))
        return found

    @cached_property
    def _comments(self) -> dict[str, tuple[str, str]]:
        part = self._readable("word/comments.xml")
        found = {}
        for comment in part.iter(W + "comment") if part is not None else ():
            text = "\n".join("".join(str(t.text or "") for t in p.iter(W + "t")) for p in comment.iter(W + "p"))
            author = str(comment.get(W + "author") or "")
            found[str(comment.get(W + "id"))] = author, text
        return found

    @cached_property
    def _addresses(self) -> dict[str, str]:
        part = self._readable("word/_rels/document.xml.rels")
        rows = part if part is not None else ()
        return {str(row.get("Id")): str(row.get("Target")) for row in rows if row.get("TargetMode") == "External"}


def _level_of(figure: str) -> int | None:
    """A level as a file states it; None if that is none."""
    return int(figure) if figure.isascii() and figure.isdigit() and len(figure) <= _FIGURES else None

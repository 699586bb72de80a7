"""REFI-QDA projects (QDPX 1.5): selections of text sources with their codes, descriptions and notes.

The standard counts code points. Projects of some programs line up only when UTF-16 units are counted, or with the
line ends as they stand in the file; what fits the words of most selections is taken for the whole source.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Any

from briefing.domain.anchor import Anchor, describe
from briefing.domain.errors import BriefingError
from briefing.domain.folding import fold
from briefing.io.imports.imported import Imported, quoted, said
from briefing.io.readers.encoding import decode
from briefing.io.readers.package import Package, guarded

Element = Any  # lxml has no types of its own
Count = Callable[[str], list[int]]
_INTERNAL = "internal://"
_CUT = re.compile(r"\s*(\.\.\.|…)$")
_NAMED = 12  # code points of a name from which it is taken for the beginning of the words


def read_project(data: bytes) -> list[Imported]:
    """The coded selections of all text sources of a project; BriefingError if it is none."""
    return guarded(lambda: _Project(Package(data)).imports(), "a REFI-QDA project")


class _Project:
    """A project with its codes and notes by their ids."""

    def __init__(self, package: Package) -> None:
        self._package = package
        name = next((one for one in package.names if one.lower().endswith(".qde")), None)
        if name is None:
            raise BriefingError("The file is a ZIP container without a project in it; give a QDPX file.")
        self._root = package.tree(name)
        self._codes = {one.get("guid"): one.get("name") or "" for one in self._all("Code")}
        self._notes = {one.get("guid"): one for one in self._all("Note")}
        self._paths = {path.rsplit("/", 1)[-1].lower(): path for path in package.names}

    def imports(self) -> list[Imported]:
        """Every selection, in the order of the project."""
        return [
            one
            for kind in ("TextSource", "Representation")
            for source in self._all(kind)
            for one in self._source(source)
        ]

    def _source(self, source: Element) -> Iterator[Imported]:
        selections = [one for one in source if _tag(one) == "PlainTextSelection"]
        if not selections:
            return
        holder = source if source.get("name") else source.getparent()
        name = (holder.get("name") if holder is not None else "") or ""
        anchors = _anchors(self._text(source), selections)
        for selection, anchor in zip(selections, anchors, strict=True):
            notes = [self._note(one.get("targetGUID")) for one in selection.iter() if _tag(one) == "NoteRef"]
            yield Imported(anchor, said(_child(selection, "Description"), *notes), self._labels(selection), name)

    def _labels(self, selection: Element) -> tuple[str, ...]:
        names = (self._codes.get(one.get("targetGUID"), "") for one in selection.iter() if _tag(one) == "CodeRef")
        return tuple(dict.fromkeys(name for name in names if name))

    def _note(self, guid: str) -> str:
        note = self._notes.get(guid)
        return self._text(note) if note is not None else ""

    def _text(self, source: Element) -> str:
        """The plain text of a source; only what is inside the project is ever opened."""
        inline = _child(source, "PlainTextContent")
        path = source.get("plainTextPath") or ""
        if inline or not path.startswith(_INTERNAL):
            return inline
        inside = self._paths.get(PurePosixPath(path.removeprefix(_INTERNAL)).name.lower())
        return decode(self._package.part(inside))[0].removeprefix("\ufeff") if inside else ""

    def _all(self, tag: str) -> Iterator[Element]:
        return (one for one in self._root.iter() if _tag(one) == tag)


def _tag(element: Element) -> str:
    """The name of an element without its namespace; empty for what is none."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _child(element: Element, tag: str) -> str:
    return next((one.text or "" for one in element if _tag(one) == tag), "")


def _code_points(text: str) -> list[int]:
    return list(range(len(text) + 1))


def _utf16_units(text: str) -> list[int]:
    return [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]


def _anchors(text: str, selections: list[Element]) -> list[Anchor]:
    """The selections as anchors in the text with plain line feeds, read in the way that fits most of them."""
    bounds = [(_number(one.get("startPosition")), _number(one.get("endPosition"))) for one in selections]
    names = [_CUT.sub("", one.get("name") or "") for one in selections]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    readings = []
    for counted, count in ((text, _code_points), (plain, _code_points), (text, _utf16_units), (plain, _utf16_units)):
        places = [_place(counted, count(counted), start, end) for start, end in bounds] if text else []
        readings.append((_fit(counted, places, names), counted, places))
    _, counted, places = max(readings, key=lambda reading: reading[0])
    if not text:
        return [quoted(name) for name in names]
    return [_anchor(counted, plain, place, name) for place, name in zip(places, names, strict=True)]


def _number(digits: str | None) -> int:
    try:
        return int(digits or "-1")
    except ValueError:
        return -1


def _place(text: str, counts: list[int], start: int, end: int) -> tuple[int, int]:
    """Code points of a text that stand at counted positions; empty if they lie outside."""
    if not 0 <= start < end <= counts[-1]:
        return 0, 0
    return bisect_right(counts, start) - 1, min(len(text), bisect_right(counts, end) - 1)


def _fit(text: str, places: list[tuple[int, int]], names: list[str]) -> tuple[int, int, int]:
    """How many selections have the words they are named by, begin and end with words, and lie in the text at all."""
    named = whole = 0
    for (start, end), name in zip(places, names, strict=True) if places else ():
        words = text[start:end]
        named += len(name) >= _NAMED and _same_beginning(words, name)
        whole += _is_edge(text, start) + _is_edge(text, end) + (words == words.strip())
    return named, whole, sum(end > start for start, end in places)


def _same_beginning(words: str, name: str) -> bool:
    left, right = fold(words).strip(), fold(name).strip()
    return left.startswith(right) or (right.startswith(left) and bool(left))


def _is_edge(text: str, position: int) -> bool:
    return not (0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum())


def _anchor(counted: str, plain: str, place: tuple[int, int], name: str) -> Anchor:
    start, end = place
    if start == end:
        return quoted(name)
    if counted != plain:
        start -= counted.count("\r\n", 0, start)
        end -= counted.count("\r\n", 0, end)
    return describe(plain, start, end)

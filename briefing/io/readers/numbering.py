"""The numbers that Word counts before paragraphs: not in their text, but read by everyone who refers to them."""

from collections import defaultdict
from dataclasses import dataclass, replace

from briefing.io.readers.blocks import Tree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_UNCOUNTED = ("bullet", "none")
_LONGEST = 40  # characters of a label
_DEPTHS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted: in which figures, from where, and what stands around the number."""

    figures: str = "decimal"
    words: str = ""  # with %1 for the number of the first level, and so on
    start: int = 1


class Numbering:
    """The lists of one document, and how far each is counted."""

    def __init__(self, tree: Tree | None) -> None:
        kinds = tree.findall(f"{_W}abstractNum") if tree is not None else []
        self._kinds = {kind.get(f"{_W}abstractNumId", ""): _levels(kind) for kind in kinds}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._restarts: dict[str, set[int]] = {}
        for number in tree.findall(f"{_W}num") if tree is not None else ():
            self._add(number)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def _add(self, number: Tree) -> None:
        key, kind = number.get(f"{_W}numId", ""), _value(number, "abstractNumId")
        levels = dict(self._kinds.get(kind, {}))
        restarts = set()
        for override in number.findall(f"{_W}lvlOverride"):
            depth = _whole(override.get(f"{_W}ilvl", ""), 0)
            start = _value(override, "startOverride")
            levels |= _levels(override)
            if start:
                levels[depth] = replace(levels.get(depth, _Level()), start=_whole(start, 1))
                restarts.add(depth)
        self._lists[key] = (kind, levels)
        self._restarts[key] = restarts

    def label(self, key: str, depth: int) -> str:
        """The number of the next paragraph of a list on a level; empty where it is not counted, as behind bullets."""
        kind, levels = self._lists.get(key, ("", {}))
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[kind]
        if depth in self._restarts[key]:
            self._restarts[key].discard(depth)
            counts.pop(depth, None)
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if level.figures in _UNCOUNTED:
            return ""
        words = level.words
        for at in range(_DEPTHS):
            if f"%{at + 1}" in words:
                shown = levels.get(at, _Level())
                words = words.replace(f"%{at + 1}", figures(counts.get(at, shown.start), shown.figures))
        return words.strip()[:_LONGEST]


def _levels(element: Tree) -> dict[int, _Level]:
    return {
        _whole(level.get(f"{_W}ilvl", ""), 0): _Level(
            _value(level, "numFmt") or "decimal", _value(level, "lvlText"), _whole(_value(level, "start"), 1)
        )
        for level in element.findall(f"{_W}lvl")
    }


def figures(number: int, kind: str) -> str:
    """A number as a level counts: in letters, in Roman figures, else in Arabic ones."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)  # aa follows z, as Word counts
        return letters.upper() if kind == "upperLetter" else letters
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:  # noqa: PLR2004 - the largest that Rome wrote plainly
        return roman(number).upper() if kind == "upperRoman" else roman(number)
    return f"{number:02}" if kind == "decimalZero" else str(number)


def roman(number: int) -> str:
    """A number in small Roman figures."""
    letters = ""
    for value, sign in (*_ROMAN, *_ROMAN_ONES):
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def _value(element: Tree, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return "" if child is None else str(child.get(f"{_W}val", ""))


def _whole(words: str, otherwise: int) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 7 else otherwise  # noqa: PLR2004 - figures of a number that anyone counts to

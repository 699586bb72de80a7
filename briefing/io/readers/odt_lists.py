"""The numbers that OpenDocument counts before the items of its lists, which stand in their styles alone."""

from dataclasses import dataclass

from briefing.io.readers.blocks import Tree
from briefing.io.readers.numbering import figures

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FIGURES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
DEEPEST = 10  # levels that OpenDocument knows


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted, and what stands around the number."""

    figures: str
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1  # levels, of which the last is its own


class Lists:
    """The list styles of a document, and how far each is counted."""

    def __init__(self, *parts: Tree | None) -> None:
        styles = (style for part in parts if part is not None for style in part.iter(f"{_T}list-style"))
        self._styles = {style.get(f"{_STYLE}name", ""): _levels(style) for style in styles}
        self._counts: dict[str, list[int]] = {}

    def open(self, style: str, depth: int, *, goes_on: bool) -> None:
        """A list begins on a level (from 0); it is counted from the start of its style unless it goes on."""
        counts = self._counts.setdefault(style, [0] * DEEPEST)
        if not goes_on:
            for at in range(depth, DEEPEST):
                counts[at] = self._level(style, at).start - 1

    def label(self, style: str, depth: int, start: str = "") -> str:
        """The number of the next item on a level; empty behind bullets."""
        counts = self._counts.setdefault(style, [0] * DEEPEST)
        level = self._level(style, depth)
        counts[depth] = int(start) if start.isdigit() and len(start) < DEEPEST else counts[depth] + 1
        for deeper in range(depth + 1, DEEPEST):
            counts[deeper] = self._level(style, deeper).start - 1
        if not level.figures:
            return ""
        first = max(0, depth + 1 - level.shown)
        numbers = (
            figures(counts[at], self._level(style, at).figures or level.figures) for at in range(first, depth + 1)
        )
        return f"{level.before}{'.'.join(numbers)}{level.after}".strip()

    def _level(self, style: str, depth: int) -> _Level:
        return self._styles.get(style, {}).get(depth, _NONE)


_NONE = _Level("")


def _levels(style: Tree) -> dict[int, _Level]:
    return {
        _whole(level.get(f"{_T}level", "")) - 1: _Level(
            _FIGURES.get(level.get(f"{_STYLE}num-format", ""), ""),
            level.get(f"{_STYLE}num-prefix", ""),
            level.get(f"{_STYLE}num-suffix", ""),
            _whole(level.get(f"{_T}start-value", "")),
            _whole(level.get(f"{_T}display-levels", "")),
        )
        for level in style.iterchildren(f"{_T}list-level-style-number")
    }


def _whole(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < DEEPEST else 1

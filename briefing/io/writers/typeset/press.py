"""The press: Typst at work, with the letters that no font has replaced and named."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from briefing.domain.errors import BriefingError

_UNSHOWN = re.compile(r'the text `"(.*)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)", re.DOTALL)
_FONT = re.compile(rb"/BaseFont ?/(?:[A-Z]{6}\+)?([A-Za-z0-9-]+)")
_MOST_RETRIES = 100
_MOST_MOVES = 25
_MOST_SET_AGAIN = 5_000  # footnotes, over all passes: thousands of them take Typst minutes, and are no briefing
_STAND_INS = ("\ufffd", "?")


@dataclass(frozen=True, slots=True)
class Print:
    """What came out: the bytes, the fonts that are in them, and the letters that no font has."""

    pdf: bytes
    fonts: tuple[str, ...]
    missing: str


class Setting:
    """A source on its way to pages, the places of its blocks, and Typst, which lays nothing out that it knows."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.places: list[dict[str, Any]] = []
        self.moved: frozenset[int] = frozenset()  # footnotes whose blocks were moved to the next page
        self._compiler = _typst().Compiler(source.encode(), font_paths=_fonts())

    def findings(self) -> dict[str, Any]:
        """Where everything came to stand, as the source tells it; Typst can be asked once, before it prints."""
        try:
            return cast("dict[str, Any]", json.loads(self._compiler.query("<findings>", field="value", one=True)))
        except _error() as error:
            raise _sentence(error, ()) from error

    def printed(self, source: str, **how: Any) -> Any:  # noqa: ANN401 (typst's own choice of bytes or list)
        """The source, or one that differs from it in letters, as pages."""
        return self._compiler.compile(input=source.encode(), **how)


def print_pdf(setting: Setting, standards: tuple[str, ...]) -> Print:
    """Print as PDF; BriefingError says why it cannot be."""
    source, missing = setting.source, ""
    for _ in range(_MOST_RETRIES):
        try:
            pdf = setting.printed(source, format="pdf", pdf_standards=list(standards or ("ua-1",)))
        except _error() as error:
            letters = _unshown(str(error.message)) - {*_STAND_INS[-1]}
            if not letters & set(source):
                raise _sentence(error, standards) from error
            for letter in letters:
                source = source.replace(letter, _STAND_INS[letter in _STAND_INS])
            missing += "".join(sorted(letters - {*_STAND_INS}))
            continue
        return Print(pdf, tuple(sorted({name.decode() for name in _FONT.findall(pdf)})), missing)
    raise BriefingError("The note has too many letters that no font on this machine can show; install fonts for them.")


def print_pages(setting: Setting, ppi: float) -> tuple[bytes, ...]:
    """Print as one PNG a page."""
    try:
        images = setting.printed(setting.source, format="png", ppi=ppi)
    except _error() as error:
        raise _sentence(error, ()) from error
    return tuple(images if isinstance(images, list) else [images])


def settled(source_of: Callable[[frozenset[int]], str], moved: frozenset[int] = frozenset()) -> Setting:
    """A setting in which every footnote stands on the page of its mark.

    Typst sets a note on the next page where a list or a quotation fills the page to its foot; `source_of` is then
    asked for a source in which the block with that mark begins the next page. `moved` is where to begin: what was found
    for nearly the same source is found again at once, but may move more than is needed.
    """
    while True:
        setting = Setting(source_of(moved))
        found = setting.findings()
        pages = dict(found["marks"])
        strays = {number for number, page in found["notes"] if pages[number] != page} - moved
        if not strays or len(moved) >= min(_MOST_MOVES, _MOST_SET_AGAIN // len(pages)):
            setting.places, setting.moved = found["places"], moved
            return setting
        moved |= {min(strays)}


def _typst() -> Any:  # noqa: ANN401 (a module)
    import typst  # noqa: PLC0415 (heavy: only where pages are set)

    return typst


@cache
def _fonts() -> Any:  # noqa: ANN401 (typst)
    """The fonts of this machine: finding them takes longer than setting a note, so they are found once."""
    return _typst().Fonts()


def _error() -> type[Any]:
    return cast("type[Any]", _typst().TypstError)


def _unshown(message: str) -> set[str]:
    """The letters that a complaint names, out of its escapes."""
    match = _UNSHOWN.search(message)
    if match is None:
        return set()
    return set(_ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], match[1]))


def _sentence(error: Any, standards: tuple[str, ...]) -> BriefingError:  # noqa: ANN401 (typst)
    if "missing document date" in error.message:
        return BriefingError("PDF/A needs the date of the document; give the note a date like 2025-11-17.")
    first = " ".join(str(error.message).split())[:200]
    if standards:
        return BriefingError(f"The pages could not be set as {', '.join(standards)}: {first}.")
    return BriefingError(f"The pages could not be set: {first}.")

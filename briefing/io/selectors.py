"""Selectors of passages as they are exchanged: one JSON object a line, with a quote, its context, and a position."""

import json
from dataclasses import dataclass
from math import isfinite

from briefing.domain.anchor import Anchor
from briefing.domain.errors import BriefingError

UNKNOWN = -1  # a position that a selector does not state
_FURTHEST = 2**40  # where a position is put that no text reaches


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage that somebody wants to find: its id as it was written, and an anchor as far as it is known.

    What cannot be read of it is said in `fault`, and then the anchor is empty.
    """

    id: str | int | float | None
    anchor: Anchor
    fault: str = ""


class _FaultyError(ValueError):
    """What is wrong with a line; the text completes a sentence that begins with the number of the line."""


def read_selectors(data: bytes) -> list[Selector]:
    """Read selectors, one JSON object a line: id, exact, prefix, suffix, start, end, any of which may be missing."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BriefingError("The selectors are not UTF-8.") from None
    lines = enumerate(text.split("\n"), 1)
    return [_selector(line, number) for number, line in lines if line.strip()]


def _selector(line: str, number: int) -> Selector:
    told: dict[str, object] = {}
    try:
        told = _told(line)
        return Selector(_name(told), _anchor(told))
    except _FaultyError as error:
        name = told.get("id")
        known = name if isinstance(name, str | int) else None
        return Selector(known, Anchor(UNKNOWN, UNKNOWN, ""), f"Line {number} of the selectors {error}.")


def _told(line: str) -> dict[str, object]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise _FaultyError("is not one JSON object")
    return told


def _name(told: dict[str, object]) -> str | int | float | None:
    name = told.get("id")
    if name is None or isinstance(name, str | int) or (isinstance(name, float) and isfinite(name)):
        return name
    raise _FaultyError("has an “id” that is neither words nor a number")


def _anchor(told: dict[str, object]) -> Anchor:
    exact = _words(told, "exact")
    start, end = _position(told, "start"), _position(told, "end")
    if end == UNKNOWN and start != UNKNOWN:
        end = start + len(exact)
    return Anchor(start, end, exact, _words(told, "prefix"), _words(told, "suffix"))


def _words(told: dict[str, object], key: str) -> str:
    words = told.get(key)
    if words is None:
        return ""
    if not isinstance(words, str):
        raise _FaultyError(f"has “{key}” that is not words")
    return words


def _position(told: dict[str, object], key: str) -> int:
    """A position; tables write whole numbers as 12.0 and those that are missing as NaN."""
    position = told.get(key)
    if position is None or (isinstance(position, float) and not isfinite(position)):
        return UNKNOWN
    if isinstance(position, bool) or not isinstance(position, int | float) or position != int(position):
        raise _FaultyError(f"has “{key}” that is not a whole number")
    return min(max(int(position), UNKNOWN), _FURTHEST)

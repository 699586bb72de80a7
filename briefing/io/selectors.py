"""Selectors of passages as they are exchanged: one JSON object a line, with a quote, its context, and a position."""

import json
from dataclasses import dataclass

from briefing.domain.anchor import Anchor
from briefing.domain.errors import BriefingError

UNKNOWN = -1  # a position that a selector does not state


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage that somebody wants to find: its id as it was written, and an anchor as far as it is known."""

    id: str | int | float | None
    anchor: Anchor


def read_selectors(data: bytes) -> list[Selector]:
    """Read selectors, one JSON object a line: id, exact, prefix, suffix, start, end, any of which may be missing."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BriefingError("The selectors are not UTF-8.") from None
    lines = enumerate(text.split("\n"), 1)
    return [_selector(line, number) for number, line in lines if line.strip()]


def _selector(line: str, number: int) -> Selector:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        raise BriefingError(f"Line {number} of the selectors is not one JSON object.") from None
    if not isinstance(told, dict):
        raise BriefingError(f"Line {number} of the selectors is not one JSON object.")
    name = told.get("id")
    if name is not None and not isinstance(name, str | int | float):
        raise BriefingError(f"“id” in line {number} of the selectors is neither words nor a number.")
    exact = _words(told, "exact", number)
    start, end = _position(told, "start", number), _position(told, "end", number)
    if end == UNKNOWN and start != UNKNOWN:
        end = start + len(exact)
    return Selector(name, Anchor(start, end, exact, _words(told, "prefix", number), _words(told, "suffix", number)))


def _words(told: dict[str, object], key: str, number: int) -> str:
    words = told.get(key)
    if words is None:
        return ""
    if not isinstance(words, str):
        raise BriefingError(f"“{key}” in line {number} of the selectors is not words.")
    return words


def _position(told: dict[str, object], key: str, number: int) -> int:
    position = told.get(key)
    if position is None:
        return UNKNOWN
    if not isinstance(position, int) or isinstance(position, bool):
        raise BriefingError(f"“{key}” in line {number} of the selectors is not a whole number.")
    return max(position, UNKNOWN)

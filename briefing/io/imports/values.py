"""JSON from elsewhere, read with distrust: any value may be of any kind."""

import json
from collections.abc import Iterator
from typing import Any

from briefing.domain.errors import BriefingError

Value = dict[str, Any]
_DEEPEST = 50


def parsed(text: str, name: str) -> object:
    """A JSON value, or one a line."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        raise BriefingError(f"“{name}” is not whole JSON; export it again.") from None


def values_in(value: object, depth: int = 0) -> Iterator[Value]:
    """Every object in a JSON value, outer ones first, in order."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from values_in(item, depth + 1)


def words(value: object) -> str:
    """A string, or the words of anything that is none."""
    return value if isinstance(value, str) else ""


def position(value: object) -> int:
    """A whole number from 0, or -1."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else -1


def listed(value: object) -> list[Any]:
    """A list as it is, nothing as an empty one, and a single value as a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]

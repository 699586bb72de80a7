"""TOML files that people write: read with bounds, and complained of with file, line and mistake."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from briefing.domain.errors import BriefingError
from briefing.io.plain import read_bounded

LARGEST = 1_000_000  # bytes
_SYNTAX = re.compile(r"^(?P<what>.*?) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$", re.DOTALL)


class TomlText:
    """One file's values, and the lines on which its keys stand."""

    def __init__(self, path: Path, text: str | None = None) -> None:
        """Read a file; or a text that is kept elsewhere, under the name it is complained of by."""
        self.path = path
        text = read_text(path) if text is None else text
        self._lines = text.splitlines()
        self.values = parsed(path, text)

    def check_keys(self, known: Sequence[str]) -> None:
        """Refuse a key that is not known."""
        for key in self.values:
            if key not in known:
                raise self.mistake(key, f"“{key}” is not known here; there are: {', '.join(known)}.")

    def text(self, key: str) -> str:
        """A value that is text, on one line; empty if it is not given."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.mistake(key, f"“{key}” must be text in quotation marks.")
        return " ".join(value.split())

    def choice(self, key: str, choices: Sequence[str], default: str) -> str:
        """A value that is one of some words."""
        value = self.text(key) or default
        if value not in choices:
            raise self.mistake(key, f"“{key}” is one of: {', '.join(choices)}.")
        return value

    def truth(self, key: str, *, default: bool) -> bool:
        """A value that is true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.mistake(key, f"“{key}” is true or false, without quotation marks.")
        return value

    def choices(self, key: str, choices: Sequence[str]) -> tuple[str, ...]:
        """A value that is a list of some words."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(item in choices for item in value):
            raise self.mistake(key, f"“{key}” is a list of any of: {', '.join(choices)}.")
        return tuple(value)

    def mistake(self, key: str, words: str) -> BriefingError:
        """The error that names the file, the line of a key and the mistake."""
        written = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(key)}\b")
        line = next((n for n, text in enumerate(self._lines, 1) if key and written.match(text)), 1)
        return BriefingError(f"{self.path}, line {line}: {words}")


def read_text(path: Path) -> str:
    """The text of a file; BriefingError if it cannot be read, is far too large or is not UTF-8."""
    data = read_bounded(path, LARGEST, f"{path}: the file is larger than anyone writes by hand.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BriefingError(f"{path}, line {line}: the file is not UTF-8 text.") from error


def parsed(path: Path, text: str) -> dict[str, object]:
    """The values of a text; BriefingError names the file and the line where it is not TOML."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BriefingError(f"{path}, {_complaint(str(error), text)}") from error


def _complaint(message: str, text: str) -> str:
    """A complaint of the TOML reader as `line 3: ...`."""
    match = _SYNTAX.match(message)
    if match is None:
        return "line 1: the file is not TOML."
    line = match["line"] or str(text.rstrip("\n").count("\n") + 1)
    what = match["what"].rstrip(".")
    return f"line {line}: {what[:1].lower()}{what[1:]}."

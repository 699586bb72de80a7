"""Sentences of the inner rooms in the language of the window: known whole, by their pattern, or one by one.

The rooms within know neither Qt nor translation, and speak plain English with names and numbers put in. Their sentences
stand in catalogues of their own, where `{name}` is whatever was put in and stays as it is, `{told_reason}` is something
that these catalogues hold as well, and `{said_reason}` may be.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.ui.translation import lines

_FIELD = re.compile(r"\{(\w+)\}")
_BETWEEN = re.compile(r"(?<=[.!?]) (?=\S)")
_NUMBERS = ("count", "line", "number")  # fields that hold nothing but a number
_MOST = 40  # sentences that are taken apart
_DEEPEST = 4  # sentences within sentences


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A sentence with something put in: how it is recognised, and how it reads."""

    fixed: str  # its longest part that does not change
    shape: re.Pattern[str]
    translated: str


class Sentences:
    """The sentences of one language."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._whole = {text: other for text, other in texts.items() if not _FIELD.search(text)}
        longest_first = sorted((text for text in texts if _FIELD.search(text)), key=lambda text: -_weight(text))
        self._patterns = [_pattern(text, texts[text]) for text in longest_first]

    def told(self, text: str) -> str:
        """A text in this language; as it is where it is not known."""
        return self.known(text) or self._in_parts(text) or text

    def known(self, text: str, depth: int = 0) -> str | None:
        """A text that stands in the catalogue, whole or by its pattern; None for any other."""
        whole = self._whole.get(text)
        if whole is not None or depth > _DEEPEST:
            return whole
        return next(self._matches(text, depth), None)

    def _matches(self, text: str, depth: int) -> Iterator[str]:
        for pattern in self._patterns:
            match = pattern.shape.fullmatch(text) if pattern.fixed in text else None
            values = self._values(match.groupdict(), depth) if match is not None else None
            if values is not None:
                yield _FIELD.sub(lambda field, values=values: values[field[1]], pattern.translated)  # type: ignore[misc]

    def _values(self, found: Mapping[str, str], depth: int) -> dict[str, str] | None:
        """What was put in, in this language where it is ours; None if something is not that should be."""
        values = dict(found)
        for name, value in found.items():
            if name.startswith(("told_", "said_")):
                known = self.known(value, depth + 1)
                if known is None and name.startswith("told_"):
                    return None
                values[name] = known or value
        return values

    def _in_parts(self, text: str) -> str | None:
        """Several sentences, the longest that is known first; None if none of them is."""
        parts = _BETWEEN.split(text)
        if not 1 < len(parts) <= _MOST:
            return None
        done: list[str] = []
        at, is_any = 0, False
        while at < len(parts):
            ends = range(len(parts), at, -1)
            found = next(((end, known) for end in ends if (known := self.known(" ".join(parts[at:end])))), None)
            is_any = is_any or found is not None
            end, words = found or (at + 1, parts[at])
            done.append(words)
            at = end
        return " ".join(done) if is_any else None


@cache
def sentences(language: str) -> Sentences:
    """The sentences of a language; read when the first is told."""
    return Sentences(lines(f"sentences.{language}"))


@lru_cache(maxsize=2048)
def in_language(language: str, text: str) -> str:
    """A text of the inner rooms in a language; findings are told again and again."""
    return sentences(language).told(text)


def _pattern(text: str, translated: str) -> _Pattern:
    pieces = _FIELD.split(text)
    shape = "".join(_field(piece) if i % 2 else re.escape(piece) for i, piece in enumerate(pieces))
    return _Pattern(max(pieces[::2], key=len), re.compile(shape, re.DOTALL), translated)


def _field(name: str) -> str:
    return rf"(?P<{name}>{r'[0-9,]+' if name in _NUMBERS else '.*?'})"


def _weight(text: str) -> int:
    """How much of a pattern is fixed."""
    return len(_FIELD.sub("", text))

"""Typst code: every text as a string literal, so that nothing that was typed is read as markup."""

import re
from collections.abc import Iterable

_SPECIAL = re.compile(r'["\\\n\t]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def string(text: str) -> str:
    """Text as a string literal."""
    return '"' + _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text) + '"'


def broken(text: str) -> str:
    """Text as an expression in which line feeds are line breaks."""
    if "\n" not in text:
        return string(text)
    first, *rest = (string(line) for line in text.split("\n"))
    return joined([first, *(step for line in rest for step in ("linebreak()", line))])


def joined(expressions: Iterable[str]) -> str:
    """Expressions one after the other as one piece of content."""
    return "{" + "; ".join(["[]", *expressions]) + "}"


def array(items: Iterable[str]) -> str:
    """Expressions as an array, whatever their number."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def call(function: str, *arguments: str) -> str:
    """A call as a line of markup."""
    return f"#{function}({', '.join(arguments)})\n"

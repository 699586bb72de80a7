"""YAML front matter: flat, and every value in double quotes, which mean the same to every YAML parser."""

import re
from collections.abc import Iterator

from briefing.domain.printed import Document, SourceEntry

_SPECIAL = re.compile(r'["\\\n\t\u00a0\u2028\u2029]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\u00a0": "\\_", "\u2028": "\\L", "\u2029": "\\P"}


def front_matter(document: Document) -> str:
    """The block between `---` and `---`; fields that are empty are left out."""
    rows = (
        ("title", document.title),
        ("date", document.date),
        ("author", document.author),
        ("audience", document.audience),
        ("lang", document.language),
        ("tlp", document.marking),
    )
    lines = [f"{name}: {quoted(value)}" for name, value in rows if value]
    return "\n".join(["---", *lines, *_sources(document), "---"])


def quoted(text: str) -> str:
    """Text as a double-quoted YAML scalar (YAML 1.2, 7.3.1)."""
    return '"' + _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text) + '"'


def _sources(document: Document) -> Iterator[str]:
    if document.sources:
        yield "sources:"
        for entry in document.sources:
            yield f"  - {quoted(_named(entry))}"


def _named(entry: SourceEntry) -> str:
    record = entry.record
    words = ", ".join(part for part in (record.title or record.file_name, record.outlet, record.published) if part)
    return f"{entry.id}: {words}" if words else entry.id

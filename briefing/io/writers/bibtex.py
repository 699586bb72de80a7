"""BibTeX: the sources for LaTeX (biblatex, type `online`)."""

import re

from briefing.domain.legible import link_target
from briefing.domain.printed import Document
from briefing.domain.source import Source

_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def write(document: Document, reference: bytes = b"") -> bytes:  # noqa: ARG001 (BibTeX takes no Word styles)
    """The sources of a document, one entry each."""
    return "\n".join(_entry(source) for source in document.evidence.sources).encode()


def _entry(source: Source) -> str:
    record = source.record
    published = _day(record.published or record.updated)
    fields = (
        ("author", " and ".join(_name(author) for author in record.authors)),
        ("title", f"{{{_escape(record.title or record.file_name or source.id)}}}"),
        ("organization", _escape(record.outlet)),
        ("date", published),
        ("year", published[:4]),
        ("urldate", _day(record.retrieved)),
        ("url", link_target(record.address).replace("{", "%7B").replace("}", "%7D")),
        ("language", _escape(record.language)),
        ("note", _escape("; ".join(part for part in (record.grade, record.descriptor) if part))),
    )
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@online{{{re.sub('[^A-Za-z0-9]', '', source.id)},\n{lines}}}\n"


def _name(author: str) -> str:
    """A name in braces where it would be taken for two: `and` separates authors."""
    escaped = _escape(author)
    return f"{{{escaped}}}" if re.search(r"\band\b", author) or len(author.split()) > 4 else escaped  # noqa: PLR2004


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES.get(match[0], "\\" + match[0]), text)


def _day(date: str) -> str:
    match = _DAY.match(date)
    return match[0] if match else ""

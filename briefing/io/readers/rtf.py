"""Rich text: its words, by striprtf, and its title and author."""

import re
from dataclasses import replace

from briefing.domain.source import Source
from briefing.domain.text import fold
from briefing.io.readers.package import guarded
from briefing.io.readers.plain import read_text

_NOTE = re.compile(r"\{(?:\\\*)?\\footnote\b")  # striprtf would leave notes out with what is never shown


def read(data: bytes) -> Source:
    """A rich text file as a source."""
    return guarded(lambda: _read(data), "rich text")


def _read(data: bytes) -> Source:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - loaded when the first rich text is read

    raw = _NOTE.sub(lambda _: r"{\tab ", data.decode("latin-1"))
    text = str(rtf_to_text(raw, errors="replace"))  # type: ignore[no-untyped-call]
    text = re.sub(r"\|[ \t]*$", "", re.sub(r"\n\|(?=[^\n])", "\t", text), flags=re.MULTILINE)  # rows of tables
    source = read_text(re.sub(r"\n+", "\n\n", text))  # a line is a paragraph here
    told = source.record
    title, author = _stated(raw, "title"), _stated(raw, "author")
    record = replace(told, title=title or told.title, authors=told.authors or ((author,) if author else ()))
    return replace(source, record=replace(record, media_type="application/rtf"))


def _stated(raw: str, name: str) -> str:
    """What the file states about itself under a name, unless it is written in escapes."""
    found = re.search(rf"\{{\\{name} ([^{{}}\\]{{1,300}})\}}", raw[:100_000])
    return fold(found[1]) if found else ""

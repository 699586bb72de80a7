"""Excerpts that others made: exports of annotation and coding programs, each read as a list of plain values.

The form is told by what the file holds: W3C Web Annotation, Hypothesis, Zotero, REFI-QDA projects, tables of quotes.
"""

from briefing.domain.errors import BriefingError
from briefing.io.imports.annotations import read_annotations
from briefing.io.imports.imported import Imported
from briefing.io.imports.project import read_project
from briefing.io.imports.table import read_table
from briefing.io.imports.values import parsed, values_in
from briefing.io.imports.zotero import read_items, read_note
from briefing.io.readers.encoding import decode, is_binary

LIMIT_BYTES = 100_000_000

__all__ = ["Imported", "read_imports"]


def read_imports(data: bytes, name: str) -> tuple[Imported, ...]:
    """The excerpts in an export, in its order; one sentence says why when there are none."""
    if len(data) > LIMIT_BYTES:
        raise BriefingError(f"“{name}” is larger than 100 MB; export fewer annotations at a time.")
    found = tuple(one for one in _read(data, name) if one.anchor.exact.strip() or one.anchor.start >= 0)
    if not found:
        raise BriefingError(f"“{name}” holds no annotation of a passage; nothing was taken over.")
    return found


def _read(data: bytes, name: str) -> list[Imported]:
    if data[:4] == b"PK\3\4":
        return read_project(data)
    if is_binary(data):
        raise BriefingError(f"“{name}” is not an export that can be read: give JSON, HTML, CSV, Markdown or QDPX.")
    text = decode(data)[0].lstrip("\ufeff")
    beginning = text.lstrip()[:1]
    if beginning in ("{", "["):
        values = list(values_in(parsed(text, name)))
        return read_annotations(values) or read_items(values)
    if beginning == "<" or "](zotero://" in text:
        return read_note(text)
    return read_table(text, name)

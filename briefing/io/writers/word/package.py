"""The package: parts and relationships as one ZIP, the same bytes for the same parts (ECMA-376, Part 2).

Long parts come in pieces and are packed as they come: the whole of a long document is never held unpacked.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from briefing.io.container import Packed, pack_pieces, written
from briefing.io.writers.word.markup import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EFFORT = 3  # of deflate: in less than half the time of the usual 6, a fourteenth larger
_TOGETHER = 100  # paragraphs packed at a time
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def pack(package: Any, contents: Mapping[str, bytes | Packed], links: Mapping[str, str]) -> Iterator[bytes]:  # noqa: ANN401 (python-docx)
    """A package in pieces; `contents` replaces parts by name, `links` adds relationships (elements) to parts."""
    parts = list(package.iter_parts())
    entries: dict[str, bytes | Packed] = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": bytes(package.rels.xml),
    }
    for part in parts:
        name = str(part.partname)
        entries[name[1:]] = contents.get(name) or bytes(part.blob)
        relationships = _relationships(part, links.get(name, ""))
        if relationships:
            entries[str(part.partname.rels_uri)[1:]] = relationships
    return zipped(entries)


def _content_types(parts: list[Any]) -> bytes:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = {}
    for part in parts:
        name, extension = str(part.partname), part.partname.ext.lower()
        if extension != "xml" and defaults.setdefault(extension, part.content_type) == part.content_type:
            continue
        overrides[name] = part.content_type
    rows = [f'<Default Extension="{escape(e)}" ContentType="{escape(t)}"/>' for e, t in sorted(defaults.items())]
    rows += [f'<Override PartName="{escape(n)}" ContentType="{escape(t)}"/>' for n, t in sorted(overrides.items())]
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{"".join(rows)}</Types>'.encode()


def _relationships(part: Any, added: str) -> bytes:  # noqa: ANN401 (python-docx)
    if not added:
        return bytes(part.rels.xml) if len(part.rels) else b""
    if not len(part.rels):
        return f"{DECLARATION}{RELATIONSHIPS.format(added)}".encode()
    return bytes(part.rels.xml).replace(b"</Relationships>", added.encode() + b"</Relationships>")


def packed(name: str, texts: Iterable[str]) -> Packed:
    """A part packed while its text is being written."""
    return pack_pieces(name, _encoded(iter(texts)), _EFFORT)


def _encoded(texts: Iterator[str]) -> Iterator[bytes]:
    while batch := list(islice(texts, _TOGETHER)):
        yield "".join(batch).encode()


def zipped(entries: Mapping[str, bytes | Packed]) -> Iterator[bytes]:
    """Parts by name as a package in pieces; some may be packed already."""
    members = (e if isinstance(e, Packed) else pack_pieces(name, (e,), _EFFORT) for name, e in entries.items())
    return (chunk for chunk in written(members) if isinstance(chunk, bytes))

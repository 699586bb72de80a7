"""The package: parts and relationships as one ZIP, the same bytes for the same parts (ECMA-376, Part 2)."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefing.io.writers.word.markup import escape

_DAWN = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can name
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EFFORT = 4  # of deflate: in less than half the time of the usual 6, a hundredth larger
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def pack(package: Any, contents: Mapping[str, bytes], links: Mapping[str, str]) -> bytes:  # noqa: ANN401 (python-docx)
    """A package as bytes; `contents` replaces parts by name, `links` adds relationships (elements) to parts."""
    parts = list(package.iter_parts())
    entries = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": package.rels.xml}
    for part in parts:
        name = str(part.partname)
        entries[name[1:]] = contents.get(name) or part.blob
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


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """Parts by name as the bytes of a package."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            info = ZipInfo(name, _DAWN)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # the same bytes on every system
            archive.writestr(info, data, compresslevel=_EFFORT)
    return out.getvalue()

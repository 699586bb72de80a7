"""RIS: the sources for reference programs (Zotero, EndNote, Citavi)."""

from collections.abc import Iterator

from briefing.domain.legible import link_target
from briefing.domain.printed import Document
from briefing.domain.source import Source


def write(document: Document, reference: bytes = b"") -> bytes:  # noqa: ARG001 (RIS takes no Word styles)
    """The sources of a document, one record each."""
    return "".join("".join(_lines(source)) for source in document.evidence.sources).encode()


def _lines(source: Source) -> Iterator[str]:
    record = source.record
    published = record.published or record.updated
    fields = [("TY", "NEWS" if record.outlet else "ELEC"), ("ID", source.id)]
    fields += [("AU", _inverted(author)) for author in record.authors]
    fields += [
        ("TI", record.title or record.file_name or source.id),
        ("T2", record.outlet),
        ("PY", published[:4] if published[:4].isdigit() else ""),
        ("DA", _day(published)),
        ("Y2", _day(record.retrieved)),
        ("UR", link_target(record.address)),
        ("LA", record.language),
        ("N1", "; ".join(part for part in (record.grade, record.descriptor) if part)),
    ]
    yield from (f"{tag}  - {value}\r\n" for tag, value in fields if value)
    yield "ER  - \r\n\r\n"


def _inverted(author: str) -> str:
    """Family name first, as RIS wants it; what has a comma already stays."""
    if "," in author or " " not in author:
        return author
    given, family = author.rsplit(" ", 1)
    return f"{family}, {given}"


def _day(date: str) -> str:
    """`2025/11/14/`: year, month and day, as far as they are known."""
    parts = date[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:  # noqa: PLR2004 (a year has four digits)
        return ""
    return "/".join([*parts, "", "", ""][:4])

"""CSL-JSON: the sources for citation processors (Citation Style Language 1.0.2)."""

import json

from briefing.domain.legible import link_target
from briefing.domain.printed import Document
from briefing.domain.source import Source


def write(document: Document, reference: bytes = b"") -> bytes:  # noqa: ARG001 (JSON takes no Word styles)
    """The sources of a document as an array of items."""
    items = [_item(source) for source in document.evidence.sources]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def _item(source: Source) -> dict[str, object]:
    record = source.record
    item: dict[str, object] = {
        "id": source.id,
        "type": "article-newspaper" if record.outlet else "webpage",
        "title": record.title or record.file_name or source.id,
        "author": [_name(author) for author in record.authors],
        "container-title": record.outlet,
        "issued": _date(record.published or record.updated),
        "accessed": _date(record.retrieved),
        "URL": link_target(record.address),
        "language": record.language,
        "note": "; ".join(part for part in (record.grade, record.descriptor) if part),
    }
    return {key: value for key, value in item.items() if value}


def _name(author: str) -> dict[str, str]:
    """Family and given name where there are just two words; otherwise the name as it stands."""
    if "," in author:
        family, given = author.split(",", 1)
        return {"family": family.strip(), "given": given.strip()}
    words = author.split()
    return {"family": words[1], "given": words[0]} if len(words) == 2 else {"literal": author}  # noqa: PLR2004


def _date(date: str) -> dict[str, list[list[int]]]:
    parts = date[:10].split("-")
    if not date or not all(part.isdigit() for part in parts):
        return {}
    return {"date-parts": [[int(part) for part in parts]]}

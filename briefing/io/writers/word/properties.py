"""Properties of the file: what file managers, search and Word's own dialog show of it."""

import re
from datetime import datetime
from typing import Any

from briefing.domain.printed import Document
from briefing.io.writers.word.markup import escape

LONGEST = 255  # characters of a core property
_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TERMS = "{http://purl.org/dc/terms/}"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM_PART = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
)
_CORE_PART = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</cp:coreProperties>'
)
_CORE_TAGS = {  # by the names python-docx has for them
    "title": "dc:title",
    "author": "dc:creator",
    "last_modified_by": "cp:lastModifiedBy",
    "subject": "dc:subject",
    "comments": "dc:description",
    "keywords": "cp:keywords",
    "category": "cp:category",
    "identifier": "dc:identifier",
    "language": "dc:language",
}
_REGIONS = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-PT", "nl": "nl-NL"}
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def word_language(language: str) -> str:
    """A language tag as Word's proofing wants it, with a region; English where it is not a tag at all."""
    tag = language.replace("_", "-")
    if not _TAG.fullmatch(tag):
        return _REGIONS["en"]
    return _REGIONS.get(tag.lower(), tag)


def set_language(opened: Any, language: str) -> None:  # noqa: ANN401 (python-docx)
    """Set the language of all text that does not say otherwise."""
    from lxml import etree  # noqa: PLC0415 (heavy: only where a DOCX is written)

    place = opened.styles.element
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = place.find(_MAIN + name)
        if found is None:
            found = etree.Element(_MAIN + name)
            place.insert(0 if name != "lang" else len(place), found)
        place = found
    place.set(_MAIN + "val", word_language(language))


def set_properties(opened: Any, document: Document) -> None:  # noqa: ANN401 (python-docx)
    """Set the core properties and, as custom ones, the id and the marking of the note."""
    core = opened.core_properties
    for name, value in _core_values(document).items():
        setattr(core, name, value)
    core.revision = 1
    _set_dates(core, _day(document))
    _set_custom(opened, custom_part(document))


def core_part(document: Document) -> bytes:
    """The core properties as a part of their own."""
    values = _core_values(document)
    rows = "".join(f"<{tag}>{escape(values[name])}</{tag}>" for name, tag in _CORE_TAGS.items())
    day = _day(document)
    if day is not None:
        for tag in ("created", "modified"):
            rows += f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{day:%Y-%m-%dT%H:%M:%SZ}</dcterms:{tag}>'
    return _CORE_PART.format(rows + "<cp:revision>1</cp:revision>").encode()


def custom_part(document: Document) -> bytes:
    """The id and the marking of the note as custom properties."""
    values = {"BriefingNote": document.id, "Marking": document.marking}
    rows = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(values.items(), 2)
        if value
    )
    return _CUSTOM_PART.format(rows).encode()


def _core_values(document: Document) -> dict[str, str]:
    """The core properties by the names python-docx has for them."""
    values = {
        "title": document.title,
        "author": document.author,
        "last_modified_by": document.author,
        "subject": document.audience,
        "comments": document.bottom_line,
        "keywords": "; ".join(part.title for part in document.parts),
        "category": document.marking,
        "identifier": document.id,
        "language": document.language,
    }
    return {name: value[:LONGEST] for name, value in values.items()}


def _day(document: Document) -> datetime | None:
    """The day of the note, or the last retrieval of a source: never the clock, so that bytes stay the same."""
    for date in (document.date, max((s.record.retrieved for s in document.sources), default="")):
        try:
            return datetime.fromisoformat(date[:10])
        except ValueError:
            continue
    return None


def _set_dates(core: Any, day: datetime | None) -> None:  # noqa: ANN401 (python-docx)
    if day is not None:
        core.created = core.modified = day
        return
    for element in list(core._element):  # noqa: SLF001 (python-docx cannot clear a date)
        if element.tag in (f"{_TERMS}created", f"{_TERMS}modified"):
            core._element.remove(element)  # noqa: SLF001


def _set_custom(opened: Any, blob: bytes) -> None:  # noqa: ANN401 (python-docx)
    from docx.opc.packuri import PackURI  # noqa: PLC0415 (heavy: only where a DOCX is written)
    from docx.opc.part import Part  # noqa: PLC0415 (likewise)

    package = opened.part.package
    for id_ in [id_ for id_, rel in package.rels.items() if rel.reltype == CUSTOM]:
        del package.rels[id_]
    package.relate_to(Part(PackURI("/docProps/custom.xml"), CUSTOM_TYPE, blob, package), CUSTOM)

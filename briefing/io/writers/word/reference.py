"""A user's reference document, to which is added what it lacks.

A user's styles are found by their names, which are English in every language of Word; only their ids differ.
"""

import re
import zlib
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from briefing.domain.errors import BriefingError
from briefing.io.resources import resource
from briefing.io.writers.word.markup import Links
from briefing.io.writers.word.notes import ENDNOTES, FOOTNOTES
from briefing.io.writers.word.parts import MAIN, RELATED, TYPE, WORD, add_part

_NOTES = {"footnotes": FOOTNOTES, "endnotes": ENDNOTES}
_W = f"{{{MAIN}}}"
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how Word's password-protected files begin
_STYLE = re.compile(r'(?<=<w:[pr]Style w:val=")[A-Za-z0-9]+(?=")')


@dataclass(frozen=True, slots=True)
class Reference:
    """An opened reference document with everything in it that a body needs."""

    opened: Any
    first_abstract: int = 0
    first_instance: int = 100
    ids: dict[str, str] = field(default_factory=dict)  # the house's style ids to the user's, where they differ

    def named(self, text: str) -> str:
        """Text of a part with the style ids of this document."""
        return _STYLE.sub(lambda match: self.ids.get(match[0], match[0]), text) if self.ids else text


def opened_reference(data: bytes) -> Reference:
    """Open a reference document that a user has given; BriefingError if it is none."""
    import docx  # noqa: PLC0415 (heavy: only where a DOCX is written)

    if data.startswith(_LOCKED):
        raise BriefingError("The reference document is protected by a password, or an old .doc; save it as plain DOCX.")
    house = docx.Document(str(resource("word", "reference.docx")))
    try:
        completed = _completed(docx.Document(BytesIO(data)), house)
        _look_at(completed.opened)
    except _broken() as error:
        raise BriefingError("The reference document cannot be read as a DOCX; give another one.") from error
    return completed


def _look_at(opened: Any) -> None:  # noqa: ANN401 (python-docx)
    """Touch what is written on later, so that what is wrong with it is told now."""
    _ = opened.styles.element, opened.core_properties
    for kind in ("header", "footer"):
        for line in opened.element.body.sectPr.findall(f"{_W}{kind}Reference"):
            _ = opened.part.related_parts[line.get(f"{{{RELATED}}}id")].element


def _broken() -> tuple[type[Exception], ...]:
    """What python-docx raises on a file that is no Word document."""
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 (heavy: only where a DOCX is written)
    from lxml.etree import LxmlError  # noqa: PLC0415 (likewise)

    return OpcError, LxmlError, BadZipFile, zlib.error, OSError, ValueError, LookupError, TypeError, AttributeError


def _completed(opened: Any, house: Any) -> Reference:  # noqa: ANN401 (python-docx)
    """A user's document with the styles, lists, notes and section that it lacks."""
    _ensure_section(opened, house)
    first_abstract, first_instance = _add_lists(opened, house)
    ids = _add_styles(opened, house, first_instance)
    for kind in _NOTES:
        _fresh_notes(opened, kind)
    _ensure_separators(opened)
    _drop_foreign(opened)
    return Reference(opened, first_abstract, first_instance + 2, ids)


def _ensure_section(opened: Any, house: Any) -> None:  # noqa: ANN401 (python-docx)
    if opened.element.body.sectPr is None:
        opened.element.body.append(deepcopy(house.element.body.sectPr))


def _add_lists(opened: Any, house: Any) -> tuple[int, int]:  # noqa: ANN401 (python-docx)
    """Add the house's lists under free ids: the id of the first definition, and of the first instance."""
    theirs = _numbering(opened, house)
    abstracts = [int(e.get(f"{_W}abstractNumId") or 0) for e in theirs.findall(f"{_W}abstractNum")]
    instances = [int(e.get(f"{_W}numId") or 0) for e in theirs.findall(f"{_W}num")]
    base, first = max(abstracts, default=-1) + 1, max(instances, default=0) + 1
    at = len(theirs.findall(f"{_W}abstractNum")) + len(theirs.findall(f"{_W}numPicBullet"))
    for offset, definition in enumerate(house.part.numbering_part.element.findall(f"{_W}abstractNum")):
        copied = deepcopy(definition)
        copied.set(f"{_W}abstractNumId", str(base + offset))
        for tied in copied.findall(f"{_W}lvl/{_W}pStyle"):
            tied.getparent().remove(tied)  # their styles may be tied to lists of their own
        theirs.insert(at + offset, copied)
    behind = theirs.find(f"{_W}numIdMacAtCleanup")
    if behind is not None:
        theirs.remove(behind)
    for offset in (0, 1):
        number = theirs.makeelement(f"{_W}num", {f"{_W}numId": str(first + offset)})
        number.append(theirs.makeelement(f"{_W}abstractNumId", {f"{_W}val": str(base + offset)}))
        theirs.append(number)
    return base, first


def _numbering(opened: Any, house: Any) -> Any:  # noqa: ANN401 (python-docx)
    if not any(rel.reltype == f"{RELATED}/numbering" for rel in opened.part.rels.values()):
        from docx.opc.packuri import PackURI  # noqa: PLC0415 (heavy: only where a DOCX is written)
        from docx.parts.numbering import NumberingPart  # noqa: PLC0415 (likewise)

        element = deepcopy(house.part.numbering_part.element)
        for child in list(element):
            element.remove(child)
        type_ = TYPE.format(WORD.format("numbering"))
        part = NumberingPart(PackURI("/word/numbering.xml"), type_, element, opened.part.package)
        opened.part.relate_to(part, f"{RELATED}/numbering")
    return opened.part.numbering_part.element


def _add_styles(opened: Any, house: Any, first_instance: int) -> dict[str, str]:  # noqa: ANN401 (python-docx)
    """Add the styles that are not there by name; the ids under which the others are known there."""
    theirs = opened.styles.element
    by_name = {_name(style): str(style.get(f"{_W}styleId")) for style in theirs.findall(f"{_W}style")}
    taken, ids = set(by_name.values()), {}
    fresh = []
    for style in house.styles.element.findall(f"{_W}style"):
        id_, name = str(style.get(f"{_W}styleId")), _name(style)
        if name in by_name:
            ids[id_] = by_name[name]
            continue
        copied = deepcopy(style)
        if id_ in taken:
            ids[id_] = f"Brief{id_}"
            copied.set(f"{_W}styleId", ids[id_])
        copied.attrib.pop(f"{_W}default", None)
        fresh.append(copied)
    for copied in fresh:
        for pointer in ("basedOn", "next", "link"):
            for element in copied.findall(f"{_W}{pointer}"):
                element.set(f"{_W}val", ids.get(str(element.get(f"{_W}val")), str(element.get(f"{_W}val"))))
        for number in copied.iter(f"{_W}numId"):
            number.set(f"{_W}val", str(first_instance + int(number.get(f"{_W}val") or 1) - 1))
        theirs.append(copied)
    return {house_id: own for house_id, own in ids.items() if house_id != own}


def _name(style: Any) -> str:  # noqa: ANN401 (lxml's element)
    name = style.find(f"{_W}name")
    kind = str(style.get(f"{_W}type"))
    return f"{kind}:{'' if name is None else str(name.get(f'{_W}val')).lower()}"


def _fresh_notes(opened: Any, kind: str) -> None:  # noqa: ANN401 (python-docx)
    """Put a part for notes in place of the one that is there."""
    for id_ in [id_ for id_, rel in opened.part.rels.items() if rel.reltype == f"{RELATED}/{kind}"]:
        del opened.part.rels[id_]
    none = "".join(_NOTES[kind].part((), Links())).encode()
    add_part(opened.part, f"/word/{kind}.xml", TYPE.format(WORD.format(kind)), kind, none)


def _ensure_separators(opened: Any) -> None:  # noqa: ANN401 (python-docx)
    """Name the separators of notes in the settings, before what follows them in the schema."""
    settings = opened.settings.element
    for kind in ("footnote", "endnote"):
        for old in settings.findall(f"{_W}{kind}Pr"):
            settings.remove(old)
    at = next((i for i, child in enumerate(settings) if str(child.tag).removeprefix(_W) in _AFTER_NOTES), len(settings))
    for offset, kind in enumerate(("footnote", "endnote")):
        properties = settings.makeelement(f"{_W}{kind}Pr", {})
        for id_ in ("-1", "0"):
            properties.append(settings.makeelement(f"{_W}{kind}", {f"{_W}id": id_}))
        settings.insert(at + offset, properties)


_AFTER_NOTES = frozenset(
    (
        *("compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
        *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown"),
        *("smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
        *("{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",),
    )
)


def _drop_foreign(opened: Any) -> None:  # noqa: ANN401 (python-docx)
    """Let go of what belonged to the text that stood in the reference: pictures, links, comments, custom XML."""
    for id_ in [id_ for id_, rel in opened.part.rels.items() if rel.reltype.rsplit("/", 1)[-1] not in _OF_THE_LOOK]:
        del opened.part.rels[id_]
    package = opened.part.package
    for id_ in [id_ for id_, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[id_]


_OF_THE_LOOK = frozenset(
    (
        *("styles", "numbering", "settings", "webSettings", "fontTable", "theme"),
        *("header", "footer", "footnotes", "endnotes"),
    )
)

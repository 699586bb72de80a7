"""Parts of an opened reference document: found, added and filled."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefing.domain.printed import Document
from briefing.io.writers.word.anchors import ITEM, PROPERTIES, anchors_part, anchors_properties
from briefing.io.writers.word.marking import add_marking, footer, header

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.{}+xml"
WORD = "wordprocessingml.{}"
_HERE = "body"  # a comment that marks where the paragraphs go


def add_part(owner: Any, name: str, content_type: str, kind: str, blob: bytes) -> tuple[Any, str]:  # noqa: ANN401
    """A new part of the package that an owner is related to, and the id of the relationship."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415 (heavy: only where a DOCX is written)
    from docx.opc.part import Part  # noqa: PLC0415 (likewise)

    part = Part(PackURI(name), content_type, blob, owner.package)
    return part, owner.relate_to(part, f"{RELATED}/{kind}")


def add_running_lines(opened: Any, document: Document) -> None:  # noqa: ANN401 (python-docx)
    """Give the document its headers and footers: one for the first page, one for the others.

    Headers and footers that stand in a user's own reference document stay; the marking is added to them.
    """
    section = opened.element.body.sectPr
    if section.findall(f"{{{MAIN}}}headerReference") or section.findall(f"{{{MAIN}}}footerReference"):
        _mark_running_lines(opened, document)
        return
    lines = (
        ("header", "first", header(document, is_first=True)),
        ("header", "default", header(document, is_first=False)),
        ("footer", "first", footer(document)),
        ("footer", "default", footer(document)),
    )
    for index, (kind, pages, content) in enumerate(lines):
        section.insert(index, _running_line(opened, kind, pages, content))
    if section.find(f"{{{MAIN}}}titlePg") is None:
        _insert_title_page(section)


def _mark_running_lines(opened: Any, document: Document) -> None:  # noqa: ANN401 (python-docx)
    """Add the marking to every header and footer there is, and headers or footers where a kind of page has none."""
    section = opened.element.body.sectPr
    kinds = ["default"]
    kinds += ["first"] if section.find(f"{{{MAIN}}}titlePg") is not None else []
    kinds += ["even"] if opened.settings.element.find(f"{{{MAIN}}}evenAndOddHeaders") is not None else []
    for kind in ("header", "footer"):
        there = {r.get(f"{{{MAIN}}}type"): r for r in section.findall(f"{{{MAIN}}}{kind}Reference")}
        for pages in kinds:
            if pages in there:
                element = opened.part.related_parts[there[pages].get(f"{{{RELATED}}}id")].element
                if document.marking:
                    add_marking(element, document.marking, kind.capitalize())
                continue
            content = header(document, is_first=False) if kind == "header" else footer(document)
            section.insert(0, _running_line(opened, kind, pages, content))


def _running_line(opened: Any, kind: str, pages: str, content: bytes) -> Any:  # noqa: ANN401 (python-docx)
    from lxml import etree  # noqa: PLC0415 (heavy: only where a DOCX is written)

    taken = {str(part.partname) for part in opened.part.package.iter_parts()}
    name = next(name for n in range(1, len(taken) + 2) if (name := f"/word/{kind}{n}.xml") not in taken)
    _, id_ = add_part(opened.part, name, TYPE.format(WORD.format(kind)), kind, content)
    return etree.Element(f"{{{MAIN}}}{kind}Reference", {f"{{{MAIN}}}type": pages, f"{{{RELATED}}}id": id_})


def _insert_title_page(section: Any) -> None:  # noqa: ANN401 (lxml's element)
    """Let the first page have its own header; the element stands before those that follow it in the schema."""
    from lxml import etree  # noqa: PLC0415 (heavy: only where a DOCX is written)

    later = [f"{{{MAIN}}}{name}" for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")]
    at = next((i for i, child in enumerate(section) if child.tag in later), len(section))
    section.insert(at, etree.Element(f"{{{MAIN}}}titlePg"))


def count_end_notes(opened: Any) -> None:  # noqa: ANN401 (python-docx)
    """Count endnotes 1, 2, 3: LibreOffice looks for that in the section, Word in the settings too."""
    from lxml import etree  # noqa: PLC0415 (heavy: only where a DOCX is written)

    section = opened.element.body.sectPr
    for old in section.findall(f"{{{MAIN}}}endnotePr"):
        section.remove(old)
    counted = etree.Element(f"{{{MAIN}}}endnotePr")
    etree.SubElement(counted, f"{{{MAIN}}}numFmt", {f"{{{MAIN}}}val": "decimal"})
    earlier = [f"{{{MAIN}}}{name}" for name in ("headerReference", "footerReference", "footnotePr")]
    section.insert(sum(child.tag in earlier for child in section), counted)


def add_anchors(opened: Any, document: Document) -> None:  # noqa: ANN401 (python-docx)
    """Add what is needed to read an edited document back, unless the options leave it out."""
    if not document.anchors:
        return
    content = "".join(anchors_part(document)).encode()
    part, _ = add_part(opened.part, ITEM, "application/xml", "customXml", content)
    add_part(part, PROPERTIES, TYPE.format("customXmlProperties"), "customXmlProps", anchors_properties())


def add_comments(opened: Any, comments: bytes) -> None:  # noqa: ANN401 (python-docx)
    """Add the part that holds comments, if there are any."""
    if comments:
        add_part(opened.part, "/word/comments.xml", TYPE.format(WORD.format("comments")), "comments", comments)


def with_body(opened: Any, paragraphs: Iterable[str]) -> Iterator[str]:  # noqa: ANN401 (python-docx)
    """The main part, in pieces, with paragraphs in place of what stood in the reference document."""
    from lxml import etree  # noqa: PLC0415 (heavy: only where a DOCX is written)

    body = opened.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)
    body.insert(0, etree.Comment(_HERE))
    before, behind = bytes(opened.part.blob).decode().split(f"<!--{_HERE}-->", 1)
    yield before
    yield from paragraphs
    yield behind


def numbered(opened: Any, instances: str) -> dict[str, bytes]:  # noqa: ANN401 (python-docx)
    """The numbering part with the instances of numbered lists at its end."""
    part = opened.part.numbering_part
    return {str(part.partname): bytes(part.blob).replace(b"</w:numbering>", f"{instances}</w:numbering>".encode())}

"""Parts of an opened reference document: found, added and filled."""

from typing import Any

from briefing.domain.document import Document
from briefing.io.writers.word.marking import footer, header

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_HERE = "body"  # a comment that marks where the paragraphs go


def part_named(opened: Any, name: str) -> Any:  # noqa: ANN401 (python-docx)
    """The part with a name; the reference document is checked to have it."""
    return next(part for part in opened.part.package.iter_parts() if str(part.partname) == name)


def add_running_lines(opened: Any, document: Document) -> None:  # noqa: ANN401 (python-docx)
    """Give the document its headers and footers: one for the first page, one for the others."""
    section = opened.element.body.sectPr
    lines = (
        ("header", "first", header(document, is_first=True)),
        ("header", "default", header(document, is_first=False)),
        ("footer", "first", footer(document)),
        ("footer", "default", footer(document)),
    )
    for index, (kind, pages, content) in enumerate(lines):
        name = f"/word/{kind}{index % 2 + 1}.xml"
        section.insert(index, _running_line(opened, name, kind, pages, content))
    if section.find(f"{{{_MAIN}}}titlePg") is None:
        _insert_title_page(section)


def _running_line(opened: Any, name: str, kind: str, pages: str, content: bytes) -> Any:  # noqa: ANN401 (python-docx)
    from docx.opc.packuri import PackURI  # noqa: PLC0415 (heavy: only where a DOCX is written)
    from docx.opc.part import Part  # noqa: PLC0415 (likewise)
    from lxml import etree  # noqa: PLC0415 (likewise)

    part = Part(PackURI(name), _TYPE.format(kind), content, opened.part.package)
    id_ = opened.part.relate_to(part, f"{_RELATED}/{kind}")
    return etree.Element(f"{{{_MAIN}}}{kind}Reference", {f"{{{_MAIN}}}type": pages, f"{{{_RELATED}}}id": id_})


def _insert_title_page(section: Any) -> None:  # noqa: ANN401 (lxml's element)
    """Let the first page have its own header; the element stands before those that follow it in the schema."""
    from lxml import etree  # noqa: PLC0415 (heavy: only where a DOCX is written)

    later = [f"{{{_MAIN}}}{name}" for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")]
    at = next((i for i, child in enumerate(section) if child.tag in later), len(section))
    section.insert(at, etree.Element(f"{{{_MAIN}}}titlePg"))


def with_body(opened: Any, content: str) -> bytes:  # noqa: ANN401 (python-docx)
    """The main part with paragraphs in place of what stood in the reference document."""
    from lxml import etree  # noqa: PLC0415 (heavy: only where a DOCX is written)

    body = opened.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)
    body.insert(0, etree.Comment(_HERE))
    return bytes(opened.part.blob).replace(f"<!--{_HERE}-->".encode(), content.encode(), 1)


def numbered(opened: Any, instances: str) -> dict[str, bytes]:  # noqa: ANN401 (python-docx)
    """The numbering part with the instances of numbered lists at its end."""
    part = part_named(opened, "/word/numbering.xml")
    return {str(part.partname): bytes(part.blob).replace(b"</w:numbering>", f"{instances}</w:numbering>".encode())}

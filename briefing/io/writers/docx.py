"""DOCX: a document in real Word styles with real notes, on a reference document that can be replaced."""

from briefing.domain.options import Notes
from briefing.domain.printed import Document
from briefing.io.writers.word.body import Body
from briefing.io.writers.word.house import House
from briefing.io.writers.word.marking import marking_runs
from briefing.io.writers.word.markup import Links
from briefing.io.writers.word.notes import ENDNOTES, FOOTNOTES, Noting
from briefing.io.writers.word.numbering import Numbering


def write(document: Document, reference: bytes = b"") -> bytes:
    """A document as the bytes of a DOCX file; the same document gives the same bytes.

    `reference` is a Word document whose styles, page and headers are taken in place of the house's own.
    """
    noting = ENDNOTES if document.options.notes is Notes.END else FOOTNOTES
    return _on_reference(document, noting, reference) if reference else _in_house(document, noting)


def _in_house(document: Document, noting: Noting) -> bytes:
    body, links, house = Body(document, noting, Numbering()), Links(), House()
    content = "".join(body.paragraphs())
    house.fill(document, content, body.links.xml)
    house.add_comments(body.comments.part)
    house.add_notes(f"{noting.kind}s", noting.part(document.footnotes, links, _marking(document, noting)), links.xml)
    house.add_lists(body.numbering.xml)
    return house.packed()


def _on_reference(document: Document, noting: Noting, reference: bytes) -> bytes:
    from briefing.io.writers.word import parts  # noqa: PLC0415 (a document in the house's own style needs none of it)
    from briefing.io.writers.word.package import pack  # noqa: PLC0415 (likewise)
    from briefing.io.writers.word.properties import set_language, set_properties  # noqa: PLC0415 (likewise)
    from briefing.io.writers.word.reference import opened_reference  # noqa: PLC0415 (likewise)

    base, links = opened_reference(reference), Links()
    opened = base.opened
    body = Body(document, noting, Numbering(base.first_abstract, base.first_instance))
    content = "".join(body.paragraphs())
    notes = parts.part_named(opened, f"/word/{noting.kind}s.xml")
    parts.add_running_lines(opened, document)
    parts.add_comments(opened, body.comments.part)
    parts.add_anchors(opened, document)
    parts.count_end_notes(opened)
    set_language(opened, document.language)
    set_properties(opened, document)
    contents = {
        str(opened.part.partname): base.named(parts.with_body(opened, content)),
        str(notes.partname): base.named(noting.part(document.footnotes, links, _marking(document, noting))),
        **parts.numbered(opened, body.numbering.xml),
    }
    added = {str(opened.part.partname): body.links.xml, str(notes.partname): links.xml}
    return pack(opened.part.package, contents, added)


def _marking(document: Document, noting: Noting) -> str:
    """The marking where LibreOffice would leave it out: on the pages of endnotes."""
    return marking_runs(document.marking) if noting is ENDNOTES and document.marking else ""

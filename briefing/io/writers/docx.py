"""DOCX: a document in real Word styles with real notes, on a reference document that can be replaced."""

from briefing.domain.options import Notes
from briefing.domain.printed import Document
from briefing.io.writers.word.body import Body
from briefing.io.writers.word.marking import marking_runs
from briefing.io.writers.word.markup import Links
from briefing.io.writers.word.notes import ENDNOTES, FOOTNOTES
from briefing.io.writers.word.numbering import Numbering
from briefing.io.writers.word.package import pack
from briefing.io.writers.word.parts import (
    add_anchors,
    add_comments,
    add_running_lines,
    count_end_notes,
    numbered,
    part_named,
    set_page,
    with_body,
)
from briefing.io.writers.word.properties import set_language, set_properties
from briefing.io.writers.word.reference import opened_reference


def write(document: Document, reference: bytes = b"") -> bytes:
    """A document as the bytes of a DOCX file; the same document gives the same bytes.

    `reference` is a Word document whose styles, page and headers are taken in place of the house's own.
    """
    base = opened_reference(reference)
    opened = base.opened
    noting, links = (ENDNOTES if document.options.notes is Notes.END else FOOTNOTES), Links()
    body = Body(document, noting, Numbering(base.first_abstract, base.first_instance))
    content = "".join(body.paragraphs())
    notes = part_named(opened, f"/word/{noting.kind}s.xml")
    if not reference:
        set_page(opened, document.options.page)
    add_running_lines(opened, document)
    add_comments(opened, body.comments.part)
    add_anchors(opened, document)
    count_end_notes(opened)
    set_language(opened, document.language)
    set_properties(opened, document)
    marking = marking_runs(document.marking) if noting is ENDNOTES and document.marking else ""
    contents = {
        str(opened.part.partname): base.named(with_body(opened, content)),
        str(notes.partname): base.named(noting.part(document.footnotes, links, marking)),
        **numbered(opened, body.numbering.xml),
    }
    added = {str(opened.part.partname): body.links.xml, str(notes.partname): links.xml}
    return pack(opened.part.package, contents, added)

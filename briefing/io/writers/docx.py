"""DOCX: a document in real Word styles with real footnotes, on a reference document that can be replaced."""

from typing import Any

from briefing.domain.document import Document
from briefing.io.resources import resource
from briefing.io.writers.word.body import Body
from briefing.io.writers.word.markup import Links
from briefing.io.writers.word.notes import FOOTNOTES
from briefing.io.writers.word.numbering import Numbering
from briefing.io.writers.word.package import pack
from briefing.io.writers.word.parts import add_running_lines, numbered, part_named, with_body
from briefing.io.writers.word.properties import set_language, set_properties

NUMBERS = 1  # the abstract numbering of numbered lists in the reference document


def write(document: Document) -> bytes:
    """A document as the bytes of a DOCX file; the same document gives the same bytes."""
    opened = _reference()
    noting, links = FOOTNOTES, Links()
    body = Body(noting, Numbering(NUMBERS))
    content = "".join(body.paragraphs(document))
    notes = part_named(opened, f"/word/{noting.kind}s.xml")
    add_running_lines(opened, document)
    set_language(opened, document.language)
    set_properties(opened, document)
    contents = {
        str(opened.part.partname): with_body(opened, content),
        str(notes.partname): noting.part(document.footnotes, links),
        **numbered(opened, body.numbering.xml),
    }
    added = {str(opened.part.partname): body.links.xml, str(notes.partname): links.xml}
    return pack(opened.part.package, contents, added)


def _reference() -> Any:  # noqa: ANN401 (python-docx's document)
    import docx  # noqa: PLC0415 (heavy: only where a DOCX is written)

    return docx.Document(str(resource("word", "reference.docx")))

"""DOCX: a document in real Word styles with real notes, on a reference document that can be replaced."""

from collections.abc import Iterator

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
    return b"".join(pieces(document, reference))


def pieces(document: Document, reference: bytes = b"") -> Iterator[bytes]:
    """The same bytes piece by piece, so that a long document is never held whole."""
    noting = ENDNOTES if document.options.notes is Notes.END else FOOTNOTES
    return _on_reference(document, noting, reference) if reference else _in_house(document, noting)


def _in_house(document: Document, noting: Noting) -> Iterator[bytes]:
    body, links, house = Body(document, noting, Numbering()), Links(), House()
    house.fill(document, body.paragraphs(), body.links)
    house.add_comments(body.comments.part)
    house.add_notes(f"{noting.kind}s", noting.part(document.footnotes, links, _marking(document, noting)), links)
    house.add_lists(body.numbering.xml)
    return house.packed()


def _on_reference(document: Document, noting: Noting, reference: bytes) -> Iterator[bytes]:
    from briefing.io.writers.word import parts  # noqa: PLC0415 (a document in the house's own style needs none of it)
    from briefing.io.writers.word.package import pack, packed  # noqa: PLC0415 (likewise)
    from briefing.io.writers.word.properties import set_language, set_properties  # noqa: PLC0415 (likewise)
    from briefing.io.writers.word.reference import opened_reference  # noqa: PLC0415 (likewise)

    base, links = opened_reference(reference), Links()
    opened = base.opened
    body = Body(document, noting, Numbering(base.first_abstract, base.first_instance))
    main, notes = str(opened.part.partname), f"/word/{noting.kind}s.xml"
    parts.add_running_lines(opened, document)
    parts.count_end_notes(opened)
    written = {
        main: parts.with_body(opened, body.paragraphs()),
        notes: noting.part(document.footnotes, links, _marking(document, noting)),
    }
    contents = {name: packed(name[1:], map(base.named, texts)) for name, texts in written.items()}
    parts.add_comments(opened, body.comments.part)  # what the body has gathered while it was written
    parts.add_anchors(opened, document)
    set_language(opened, document.language)
    set_properties(opened, document)
    lists = parts.numbered(opened, body.numbering.xml)
    return pack(opened.part.package, {**contents, **lists}, {main: body.links.xml, notes: links.xml})


def _marking(document: Document, noting: Noting) -> str:
    """The marking where LibreOffice would leave it out: on the pages of endnotes."""
    return marking_runs(document.marking) if noting is ENDNOTES and document.marking else ""

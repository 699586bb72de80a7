"""Anchors: where each excerpt stands in its source, as a custom XML part, so that an edited document is read back."""

from collections.abc import Iterator

from briefing.domain.legible import legible
from briefing.domain.printed import Document
from briefing.io.writers.word.markup import escape

NAMESPACE = "urn:briefing:anchors:1"
ITEM = "/customXml/item1.xml"
PROPERTIES = "/customXml/itemProps1.xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ID = "{6B9D0E3A-52B4-4C7B-9A51-0F2C1B8E7D44}"  # of this kind of part, chosen once


def anchors_part(document: Document) -> Iterator[str]:
    """The part that holds the anchors of the excerpts, one after the other."""
    yield f'{_DECLARATION}<anchors xmlns="{NAMESPACE}" note="{escape(document.id)}">'
    for excerpt in document.anchors:
        id_, source, anchor = escape(excerpt.id), escape(excerpt.source), excerpt.anchor
        quote = escape(legible(anchor.exact))
        yield f'<excerpt id="{id_}" source="{source}" start="{anchor.start}" end="{anchor.end}">{quote}</excerpt>'
    yield "</anchors>"


def anchors_properties() -> bytes:
    """What the part is, for programs that keep custom XML apart."""
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    return f'{_DECLARATION}<ds:datastoreItem ds:itemID="{_ID}" xmlns:ds="{_STORE}">{schema}</ds:datastoreItem>'.encode()

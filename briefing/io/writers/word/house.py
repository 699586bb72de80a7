"""The house's own package, filled: its parts are known, so that they are read as they stand and written on as strings.

python-docx opens what others have made (see `reference`); here nothing is to be found out, and loading it would take
longer than writing a note of a hundred excerpts.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from briefing.domain.options import Page
from briefing.domain.printed import Document
from briefing.io.container import Packed, open_container
from briefing.io.resources import resource
from briefing.io.writers.word.anchors import ITEM, PROPERTIES, anchors_part, anchors_properties
from briefing.io.writers.word.marking import footer, header
from briefing.io.writers.word.markup import Links
from briefing.io.writers.word.package import DECLARATION, RELATIONSHIPS, packed, zipped
from briefing.io.writers.word.properties import CUSTOM, CUSTOM_TYPE, core_part, custom_part, word_language

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_SIZES = {Page.A4: ("11906", "16838"), Page.LETTER: ("12240", "15840")}
_LANGUAGE = 'w:lang w:val="en-GB"'
_BODY = "word/document.xml"


class House:
    """The parts of the house's reference document by name, and the relationships and types that come to them."""

    def __init__(self) -> None:
        with resource("word", "reference.docx").open("rb") as file:
            archive = open_container(file)
            self._parts = {name: archive.content(name) for name in archive.members}
        self._packed: dict[str, Packed] = {}  # the long ones
        self._last = self._text("word/_rels/document.xml.rels").count("<Relationship ")
        self._types = ""

    def fill(self, document: Document, body: Iterable[str], links: Links) -> None:
        """Put the paragraphs in, with their links, the running lines, the page and what is said of the document."""
        references = "".join(self._running_lines(document))
        width, height = _SIZES[document.options.page]
        a4_width, a4_height = _SIZES[Page.A4]
        before, section = self._text(_BODY).split("<w:sectPr>")
        section = section.replace(f'w:w="{a4_width}" w:h="{a4_height}"', f'w:w="{width}" w:h="{height}"')
        counted = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'  # LibreOffice looks for it in the section
        section = section.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
        behind = f"<w:sectPr>{references}{counted}{section}"
        self._packed[_BODY] = packed(_BODY, chain([before], body, [behind]))
        self._relate(_BODY, links.xml)
        self._replace("word/styles.xml", _LANGUAGE, f'w:lang w:val="{word_language(document.language)}"')
        self._parts["docProps/core.xml"] = core_part(document)
        self._add("docProps/custom.xml", CUSTOM_TYPE, custom_part(document))
        self._relate("", f'<Relationship Id="custom" Type="{CUSTOM}" Target="docProps/custom.xml"/>')
        if document.anchors:
            self._add_anchors(document)

    def add_notes(self, kind: str, notes: Iterable[str], links: Links) -> None:
        """Put the notes in (`kind` is footnotes or endnotes), with the links that stand in them."""
        name = f"word/{kind}.xml"
        self._packed[name] = packed(name, notes)
        self._relate(name, links.xml)

    def add_comments(self, content: bytes) -> None:
        """Add the comments, if there are any."""
        if content:
            self._add_word("comments", "comments", content)

    def add_lists(self, instances: str) -> None:
        """Add the instances of numbered lists at the end of their part."""
        self._replace("word/numbering.xml", "</w:numbering>", f"{instances}</w:numbering>")

    def packed(self) -> Iterator[bytes]:
        """The package in pieces."""
        self._replace("[Content_Types].xml", "</Types>", f"{self._types}</Types>")
        self._types = ""
        return zipped({**self._parts, **self._packed})

    def _running_lines(self, document: Document) -> list[str]:
        """Add headers and footers, one for the first page and one for the others; the references to them."""
        lines = (
            ("header", "first", header(document, is_first=True)),
            ("header", "default", header(document, is_first=False)),
            ("footer", "first", footer(document)),
            ("footer", "default", footer(document)),
        )
        return [
            f'<w:{kind}Reference w:type="{pages}" r:id="{self._add_word(kind, f"{kind}{at % 2 + 1}", content)}"/>'
            for at, (kind, pages, content) in enumerate(lines)
        ]

    def _add_anchors(self, document: Document) -> None:
        """Add what is needed to read an edited document back."""
        self._packed[ITEM[1:]] = packed(ITEM[1:], anchors_part(document))
        self._relate(_BODY, self._related("customXml", f"..{ITEM}"))
        self._add(PROPERTIES[1:], "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", b"")
        self._parts[PROPERTIES[1:]] = anchors_properties()
        below = PROPERTIES.rsplit("/", 1)[-1]
        self._relate(ITEM[1:], f'<Relationship Id="rId1" Type="{_RELATED}/customXmlProps" Target="{below}"/>')

    def _add_word(self, kind: str, name: str, content: bytes) -> str:
        """Add a part that the body is related to, and give the id of the relationship."""
        self._add(f"word/{name}.xml", _WORD.format(kind), content)
        self._relate(_BODY, self._related(kind, f"{name}.xml"))
        return f"rId{self._last}"

    def _related(self, kind: str, target: str) -> str:
        self._last += 1
        return f'<Relationship Id="rId{self._last}" Type="{_RELATED}/{kind}" Target="{target}"/>'

    def _add(self, name: str, content_type: str, content: bytes) -> None:
        self._parts[name] = content
        self._types += f'<Override PartName="/{name}" ContentType="{content_type}"/>'

    def _relate(self, name: str, added: str) -> None:
        """Add relationships to a part, or to the package itself, which has no name."""
        folder, _, file = name.rpartition("/")
        place = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if not added:
            return
        if place in self._parts:
            self._replace(place, "</Relationships>", f"{added}</Relationships>")
        else:
            self._parts[place] = f"{DECLARATION}{RELATIONSHIPS.format(added)}".encode()

    def _replace(self, name: str, old: str, new: str) -> None:
        self._parts[name] = self._text(name).replace(old, new, 1).encode()

    def _text(self, name: str) -> str:
        return self._parts[name].decode()

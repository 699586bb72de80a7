"""Runs and paragraphs as WordprocessingML, written as strings.

Strings are the fastest way by far, and safe because every text passes through `escape` and a document holds only
legible text. Elements stand in the order of the schema.
"""

from briefing.domain.printed import Text

_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))  # in this order: the first makes the others

EMPHASES = {(True, False): "Strong", (False, True): "Emphasis", (True, True): "IntenseEmphasis"}


def escape(text: str) -> str:
    """Text for an element or an attribute."""
    for character, entity in _ENTITIES:
        if character in text:
            text = text.replace(character, entity)
    return text


class Links:
    """The relationships of one part that lead out of the package, one for each address."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id_of(self, address: str) -> str:
        """The relationship id of an address, the same one for the same address."""
        return self._ids.setdefault(address, f"link{len(self._ids) + 1}")

    @property
    def xml(self) -> str:
        """The relationships as elements."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        return "".join(
            f'<Relationship Id="{id_}" Type="{kind}" Target="{escape(address)}" TargetMode="External"/>'
            for address, id_ in self._ids.items()
        )


def text(words: str) -> str:
    """Text as the content of a run: line feeds and tabs become elements of their own."""
    if "\n" not in words and "\t" not in words:
        return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""
    lines = ("<w:tab/>".join(_plain(part) for part in line.split("\t")) for line in words.split("\n"))
    return "<w:br/>".join(lines)


def _plain(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""


def run(words: str, properties: str = "") -> str:
    """A run of text; `properties` is the content of its `w:rPr`."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{text(words)}</w:r>" if properties else f"<w:r>{text(words)}</w:r>"


def styled(words: str, style: str) -> str:
    """A run in a character style."""
    return run(words, f'<w:rStyle w:val="{style}"/>')


def words(piece: Text, links: Links, spoken: str = "") -> str:
    """A run of a document; `spoken` is what its language adds to the properties."""
    if not piece.link:
        if not (piece.bold or piece.italic or spoken):
            return f"<w:r>{text(piece.text)}</w:r>"
        style = EMPHASES.get((piece.bold, piece.italic))
        return run(piece.text, (f'<w:rStyle w:val="{style}"/>' if style else "") + spoken)
    emphasis = ("<w:b/><w:bCs/>" if piece.bold else "") + ("<w:i/><w:iCs/>" if piece.italic else "")
    inner = run(piece.text, f'<w:rStyle w:val="Hyperlink"/>{emphasis}{spoken}')
    return f'<w:hyperlink r:id="{links.id_of(piece.link)}" w:history="1">{inner}</w:hyperlink>'


def spoken(language: str, *, is_right_to_left: bool) -> str:
    """Run properties of a language that is not the document's own."""
    tag = escape(language)
    if is_right_to_left:
        return "<w:rtl/>" + (f'<w:lang w:bidi="{tag}"/>' if tag else "")
    return f'<w:lang w:val="{tag}" w:eastAsia="{tag}"/>' if tag else ""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a style; `properties` follows the style in its `w:pPr`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'

"""Real notes: footnotes at the foot of the page, or endnotes, in a part of their own (ECMA-376, Part 1, 17.11)."""

from dataclasses import dataclass

from briefing.domain.printed import Footnote
from briefing.io.writers.word.markup import Links, paragraph, words

_ROOT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:{kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
_SEPARATORS = (
    '<w:{kind} w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    "<w:r><w:separator/></w:r></w:p></w:{kind}>"
    '<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
    ' w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>'
)


@dataclass(frozen=True, slots=True)
class Noting:
    """One of the two ways to note: `kind` is `footnote` or `endnote`."""

    kind: str

    @property
    def _style(self) -> str:
        return self.kind.capitalize()

    def reference(self, number: int) -> str:
        """The mark in the body."""
        style = f'<w:rPr><w:rStyle w:val="{self._style}Reference"/></w:rPr>'
        return f'<w:r>{style}<w:{self.kind}Reference w:id="{number}"/></w:r>'

    def part(self, notes: tuple[Footnote, ...], links: Links) -> bytes:
        """The part that holds the notes; links in them are relationships of this part."""
        pieces = [_ROOT.format(kind=self.kind), _SEPARATORS.format(kind=self.kind)]
        pieces += [self._note(note, links) for note in notes]
        pieces.append(f"</w:{self.kind}s>")
        return "".join(pieces).encode()

    def _note(self, note: Footnote, links: Links) -> str:
        mark = f'<w:r><w:rPr><w:rStyle w:val="{self._style}Reference"/></w:rPr><w:{self.kind}Ref/></w:r>'
        content = "".join(words(piece, links) for piece in note.pieces)
        space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        return (
            f'<w:{self.kind} w:id="{note.number}">{paragraph(f"{self._style}Text", mark + space + content)}'
            f"</w:{self.kind}>"
        )


FOOTNOTES = Noting("footnote")
ENDNOTES = Noting("endnote")

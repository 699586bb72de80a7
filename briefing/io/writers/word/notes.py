"""Real notes: footnotes at the foot of the page, or endnotes, in a part of their own (ECMA-376, Part 1, 17.11)."""

from collections.abc import Iterator

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


class Noting:
    """One of the two ways to note: `kind` is `footnote` or `endnote`."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._style = kind.capitalize()
        look = f'<w:rPr><w:rStyle w:val="{self._style}Reference"/></w:rPr>'
        self._mark = f'<w:r>{look}<w:{kind}Reference w:id="'

    def reference(self, number: int) -> str:
        """The mark in the body."""
        return f'{self._mark}{number}"/></w:r>'

    def part(self, notes: tuple[Footnote, ...], links: Links, marking: str = "") -> Iterator[str]:
        """The part that holds the notes, one after the other; links in them are relationships of this part.

        `marking` is runs to stand behind the first note and below the last: LibreOffice puts endnotes on pages of
        their own, which have no header or footer.
        """
        kind, style = self.kind, self._style
        mark = f'<w:r><w:rPr><w:rStyle w:val="{style}Reference"/></w:rPr><w:{kind}Ref/></w:r>'
        before = (
            f'<w:p><w:pPr><w:pStyle w:val="{style}Text"/></w:pPr>{mark}<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        )
        written: dict[int, str] = {}
        yield _ROOT.format(kind=kind) + _SEPARATORS.format(kind=kind)
        for note in notes:
            content = _content(note, links, written)
            content += marking if note is notes[0] else ""
            below = paragraph(f"{style}Text", marking, '<w:jc w:val="right"/>') if marking and note is notes[-1] else ""
            yield f'<w:{kind} w:id="{note.number}">{before}{content}</w:p>{below}</w:{kind}>'
        yield f"</w:{kind}s>"


def _content(note: Footnote, links: Links, written: dict[int, str]) -> str:
    """The words of a note; pieces that many notes share, as short references do, are written once (by identity)."""
    runs = []
    for piece in note.pieces:
        run = written.get(id(piece))
        if run is None:
            run = written[id(piece)] = words(piece, links)
        runs.append(run)
    return "".join(runs)


FOOTNOTES = Noting("footnote")
ENDNOTES = Noting("endnote")

"""Comments on excerpts as Word comments, beside the citation they belong to (ECMA-376, Part 1, 17.13.4)."""

from briefing.io.writers.word.markup import escape, paragraph, text

_ROOT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:comments>'
)
_LONGEST_NAME = 54  # characters of an author


class Comments:
    """Gathers the comments of a document while its body is written."""

    def __init__(self, author: str) -> None:
        self._author = escape(author[:_LONGEST_NAME] or "Briefing")
        self._comments: list[str] = []

    def around(self, content: str, comment: str) -> str:
        """Content with a comment on it."""
        id_ = len(self._comments)
        mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
        lines = [
            paragraph("CommentText", (mark if n == 0 else "") + f"<w:r>{text(line)}</w:r>")
            for n, line in enumerate(comment.split("\n"))
        ]
        self._comments.append(f'<w:comment w:id="{id_}" w:author="{self._author}">{"".join(lines)}</w:comment>')
        reference = f'<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{id_}"/>'
        start, end = (f'<w:commentRange{side} w:id="{id_}"/>' for side in ("Start", "End"))
        return f"{start}{content}{end}<w:r>{reference}</w:r>"

    @property
    def part(self) -> bytes:
        """The part that holds the comments; empty if there are none."""
        return _ROOT.format("".join(self._comments)).encode() if self._comments else b""

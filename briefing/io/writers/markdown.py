"""Markdown that reads the same in pandoc, on GitHub and in Obsidian: one file with YAML front matter and footnotes."""

from collections.abc import Iterable, Iterator

from briefing.domain.note import Style
from briefing.domain.printed import Document, Mark, Paragraph, Part, Piece, Text
from briefing.io.writers.marks.inline import Inline, inline, literal
from briefing.io.writers.marks.matter import front_matter

STEP = 4  # spaces a nested list item is set in: what every parser accepts


def write(document: Document) -> bytes:
    """A document as UTF-8 Markdown; whatever was typed comes back the same from a CommonMark parser."""
    return ("\n\n".join(_blocks(document)) + "\n").encode()


def _blocks(document: Document) -> Iterator[str]:
    marking = f"**{literal(document.marking)}**" if document.marking else ""
    yield front_matter(document)
    if marking:
        yield marking
    yield f"# {_heading(document.title)}"
    if document.front:
        yield "\n".join(f"- {_labelled(label, document)} {literal(value)}" for label, value in document.front)
    yield from _bottom_line(document)
    for part in document.all_parts:
        yield from _part(part, document)
    yield from _back_matter(document)
    if marking:
        yield marking
    for note in document.footnotes:
        yield f"[^{note.label}]: {inline(note.pieces)}"
        if note.comment:
            yield _commented(note.comment, document)


def _back_matter(document: Document) -> Iterator[str]:
    if document.scale is not None:
        yield f"## {_heading(document.labels.scale)}"
        yield "\n".join(f"- {literal(', '.join(b.terms))}: {literal(b.share)}" for b in document.scale.bands)
        yield literal(document.scale.source)
    if document.sources or document.summary:
        yield f"## {_heading(document.labels.sources)}"
    if document.summary:
        yield literal(document.summary)
    if document.sources:
        yield "\n".join(f"- **{literal(entry.id)}** {inline(entry.pieces)}" for entry in document.sources)


def _bottom_line(document: Document) -> Iterator[str]:
    lines = [line.strip() for line in document.bottom_line.split("\n") if line.strip()]
    for index, line in enumerate(lines):
        label = _labelled(document.labels.bottom_line, document) + " " if index == 0 else ""
        yield label + literal(line)


def _labelled(label: str, document: Document) -> str:
    """A label with its colon, as the language of the document sets it."""
    return f"**{literal(label + document.labels.colon.rstrip())}**"


def _commented(comment: str, document: Document) -> str:
    """A comment as the continuation of its footnote."""
    text = f"{_labelled(document.labels.comment, document)} {literal(comment)}"
    return "\n".join(" " * STEP + line for line in text.split("\n"))


def _part(part: Part, document: Document) -> Iterator[str]:
    yield f"## {part.label + ' ' if part.label else ''}{_heading(part.title)}"
    items: list[Paragraph] = []
    for paragraph in part.paragraphs:
        if paragraph.style in (Style.BULLET, Style.NUMBER):
            items.append(paragraph)
            continue
        yield from _lists(items, document)
        items = []
        yield _paragraph(paragraph, document)
    yield from _lists(items, document)


def _paragraph(paragraph: Paragraph, document: Document) -> str:
    if paragraph.style is Style.HEADING:
        number = f"{paragraph.label} " if paragraph.label else ""
        return f"### {number}{_inline(paragraph.pieces, document, is_heading=True)}"
    text = _inline(paragraph.pieces, document)
    if paragraph.label:
        return f"**{paragraph.label}.** {text}"
    if paragraph.style is Style.QUOTE:
        return "\n".join(f"> {line}" for line in text.split("\n"))
    return text


def _lists(items: Iterable[Paragraph], document: Document) -> Iterator[str]:
    """Lists one after the other; a change between bullets and numbers begins a new one, set off by an empty line."""
    lines: list[str] = []
    offsets: list[int] = []  # where the text of the open item of each level begins
    styles: list[Style] = []  # of the open list of each level
    for item in items:
        if styles[item.level : item.level + 1] not in ([], [item.style]):
            if item.level == 0:
                yield "\n".join(lines)
                lines = []
            else:
                lines.append("")
        styles[item.level :] = [item.style]
        mark = "- " if item.style is Style.BULLET else f"{item.ordinal}. "
        at = max(STEP * item.level, offsets[item.level - 1]) if item.level else 0
        offsets[item.level :] = [at + len(mark)]
        hang = "\n" + " " * (at + len(mark))
        lines.append(" " * at + mark + _inline(item.pieces, document).replace("\n", hang))
    if lines:
        yield "\n".join(lines)


def _inline(pieces: tuple[Piece, ...], document: Document, *, is_heading: bool = False) -> str:
    marked = (_mark(piece, document) if isinstance(piece, Mark) else piece for piece in pieces)
    return inline(marked, is_one_line=is_heading)


def _mark(mark: Mark, document: Document) -> Inline:
    """A footnote mark; where citations stand in the text, their words, with the comment behind them."""
    if not mark.words:
        return f"[^{document.footnotes[mark.footnote].label}]"
    comment = f" [{document.labels.comment}{document.labels.colon}{mark.comment}]" if mark.comment else ""
    return Text(f" {mark.words}{comment}")


def _heading(text: str) -> str:
    return literal(text, is_one_line=True)

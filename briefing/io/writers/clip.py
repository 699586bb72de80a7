"""The clipboard: a section as rich text and as plain text, its footnotes as endnotes, to be pasted anywhere."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.domain.errors import WrongUse
from briefing.domain.note import Style
from briefing.domain.printed import Document, Mark, Paragraph, Part
from briefing.io.writers.pack.markup import element, escape, words

_QUOTE = "margin:6pt 0 6pt 12pt;padding-left:9pt;border-left:2.25pt solid #C9CED6;color:#3A4048"


def clip(document: Document, key: str) -> tuple[str, str]:
    """A section as HTML, which Word and mail programs take with its formatting, and as plain text."""
    part = next((part for part in document.all_parts if part.key == key), None)
    if part is None:
        raise WrongUse(f"The document has no section “{key}”.")
    copied = _Clip(document, part)
    return copied.html(), copied.text()


class _Clip:
    """One section; its notes are numbered from one."""

    def __init__(self, document: Document, part: Part) -> None:
        self._document = document
        self._part = part
        marks = [p for paragraph in part.paragraphs for p in paragraph.pieces if isinstance(p, Mark) and not p.words]
        self._numbers = {mark.footnote: number for number, mark in enumerate(marks, 1)}

    def html(self) -> str:
        notes = "".join(
            element("p", f"<sup>{number}</sup> {''.join(words(p) for p in self._document.footnotes[index].pieces)}")
            for index, number in self._numbers.items()
        )
        body = element("h2", escape(self._part.title)) + "".join(self._blocks())
        return body + (f"<hr>{notes}" if notes else "")

    def text(self) -> str:
        lines = [self._part.title, ""]
        for paragraph in self._part.paragraphs:
            said = "".join(f"[{self._number(p)}]" if isinstance(p, Mark) else p.text for p in paragraph.pieces)
            lines.append(f"{'  ' * paragraph.level}{_sign(paragraph)}{said}")
        if self._numbers:
            lines.append("")
        for index, number in self._numbers.items():
            lines.append(f"[{number}] {''.join(p.text for p in self._document.footnotes[index].pieces)}")
        return "\n".join(lines) + "\n"

    def _blocks(self) -> Iterator[str]:
        items: list[Paragraph] = []
        for paragraph in self._part.paragraphs:
            if paragraph.style in (Style.BULLET, Style.NUMBER):
                items.append(paragraph)
                continue
            yield from self._lists(items, 0)
            items = []
            tag = {Style.HEADING: "h3", Style.QUOTE: "blockquote"}.get(paragraph.style, "p")
            look = _QUOTE if paragraph.style is Style.QUOTE else ""
            side = "rtl" if paragraph.is_right_to_left else ""
            yield element(tag, self._body(paragraph), lang=paragraph.language, dir=side, style=look)
        yield from self._lists(items, 0)

    def _lists(self, items: Sequence[Paragraph], level: int) -> Iterator[str]:
        for start, end in pairwise(_runs(items, level)):
            entries = ""
            bounds = [*(n for n in range(start, end) if items[n].level <= level), end]
            for head, rest in pairwise(bounds):
                entries += element(
                    "li", self._body(items[head]) + "".join(self._lists(items[head + 1 : rest], level + 1))
                )
            yield element("ul" if items[start].style is Style.BULLET else "ol", entries)

    def _body(self, paragraph: Paragraph) -> str:
        return "".join(
            f"<sup>{self._number(p)}</sup>" if isinstance(p, Mark) and not p.words else escape(f" {p.words}")
            if isinstance(p, Mark) else words(p)
            for p in paragraph.pieces
        )  # fmt: skip

    def _number(self, mark: Mark) -> str:
        return mark.words or str(self._numbers[mark.footnote])


def _runs(items: Sequence[Paragraph], level: int) -> list[int]:
    """Where lists of one kind begin among items of a level and those below it, and where the last one ends."""
    starts: list[int] = []
    kind = None
    for index, item in enumerate(items):
        if item.level <= level and item.style is not kind:
            starts.append(index)
            kind = item.style
    return [*starts, len(items)] if items else []


def _sign(paragraph: Paragraph) -> str:
    if paragraph.style is Style.BULLET:
        return "• "
    return f"{paragraph.ordinal}. " if paragraph.style is Style.NUMBER else ""

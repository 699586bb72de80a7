"""HTML evidence pack: one file with the note and, behind every citation, the passage in its preserved article.

No script is needed, nothing is loaded from outside, and a strict Content-Security-Policy says so.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

from briefing.domain.marking import TLP
from briefing.domain.note import Style
from briefing.domain.printed import Document, Mark, Paragraph, Part
from briefing.io.resources import resource
from briefing.io.writers.pack.articles import Articles
from briefing.io.writers.pack.markup import attribute, element, escape, name, rows, words

COLOURS = 9


def write(document: Document, reference: bytes = b"") -> bytes:  # noqa: ARG001 (HTML takes no Word styles)
    """A document with its evidence as the bytes of an HTML file."""
    style = resource("html", "pack.css").read_text("utf-8") + _printed_marking(document.marking)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title, language = escape(document.title), attribute(document.language)
    head = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="referrer" content="no-referrer">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n'
    )
    body = "\n".join(_Pack(document).blocks())
    return f"{head}<body>\n{body}\n</body>\n</html>\n".encode()


def _printed_marking(marking: str) -> str:
    """The marking in the margins of every printed page, where the browser knows how (CSS Paged Media, 4)."""
    if not marking:
        return ""
    words = re.sub(r"[^\w:+ ./()-]", "", marking)
    colour = TLP.get(marking, "#FFFFFF")
    look = (
        f'content: "{words}"; background: #000; color: {colour}; font: bold 12pt Arial, sans-serif; padding: 2pt 4pt;'
    )
    look += " height: fit-content; width: fit-content; -webkit-print-color-adjust: exact; print-color-adjust: exact;"
    return f"@page {{ margin: 2cm; @top-right {{ {look} }} @bottom-right {{ {look} }} }}\n"


class _Pack:
    """Translates one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._articles = Articles(document.evidence, document.labels)

    def blocks(self) -> Iterator[str]:
        document, labels = self._document, self._document.labels
        yield from self._marking("")
        yield "<main>"
        yield element("h1", escape(document.title))
        yield rows([(label, escape(value)) for label, value in document.front])
        if document.bottom_line:
            lines = "".join(f"<p>{escape(line)}</p>" for line in document.bottom_line.split("\n") if line.strip())
            yield element("section", f"<h2>{escape(labels.bottom_line)}</h2>{lines}", class_="bottom")
        for part in document.all_parts:
            yield element("section", "\n".join(self._part(part)), id=name("section", part.key))
        yield from self._key()
        if document.sources or document.summary:
            listed = rows([(entry.id, "".join(words(piece) for piece in entry.pieces)) for entry in document.sources])
            summary = f"<p>{escape(document.summary)}</p>" if document.summary else ""
            yield element("section", f"<h2>{escape(labels.sources)}</h2>{summary}{listed}", class_="sources")
        yield "</main>"
        if document.evidence.sources:
            yield element("section", f"<h2>{escape(labels.article)}</h2>" + "\n".join(self._articles.html()))
        yield from self._marking(" foot")

    def _marking(self, place: str) -> Iterator[str]:
        marking = self._document.marking
        if marking:
            kind = marking.split(":")[1].split("+")[0].lower() if marking in TLP else "other"
            yield element("p", f"<b>{escape(marking)}</b>", class_=f"marking tlp-{kind}{place}")

    def _part(self, part: Part) -> Iterator[str]:
        title = f"{part.label} {part.title}" if part.label else part.title
        yield element("h2", escape(title))
        items: list[Paragraph] = []
        for paragraph in part.paragraphs:
            if paragraph.style in (Style.BULLET, Style.NUMBER):
                items.append(paragraph)
                continue
            yield from self._lists(items, 0)
            items = []
            yield self._paragraph(paragraph, part)
        yield from self._lists(items, 0)

    def _paragraph(self, paragraph: Paragraph, part: Part) -> str:
        number = f"{paragraph.label}{'' if paragraph.style is Style.HEADING else '.'} " if paragraph.label else ""
        body = number + self._body(paragraph)
        if paragraph.style is Style.HEADING:
            return element("h3", body, dir="auto") + self._opened(paragraph)
        content = element("p", body, lang=paragraph.language, dir="auto")
        if paragraph.style is Style.QUOTE:
            content = element("blockquote", content, class_=f"s{(part.number - 1) % COLOURS + 1}")
        return content + self._opened(paragraph)

    def _lists(self, items: Sequence[Paragraph], level: int) -> Iterator[str]:
        bounds = [*(n for n, item in enumerate(items) if item.level <= level), len(items)]
        kind, entries = None, ""
        for start, end in pairwise(bounds):
            item = items[start]
            if kind not in (None, item.style):
                yield _list(kind, entries)
                entries = ""
            kind = item.style
            below = "".join(self._lists(items[start + 1 : end], level + 1))
            entries += element("li", self._body(item) + self._opened(item) + below, dir="auto")
        if entries:
            yield _list(kind, entries)

    def _body(self, paragraph: Paragraph) -> str:
        return "".join(self._mark(p) if isinstance(p, Mark) else words(p) for p in paragraph.pieces)

    def _mark(self, mark: Mark) -> str:
        if mark.words:
            place = f"#{name('excerpt', mark.excerpt)}" if self._articles.has_place(mark.excerpt) else ""
            return " " + (element("a", escape(mark.words), href=place) if place else escape(mark.words))
        number = str(mark.footnote + 1)
        return element("sup", element("a", number, href=f"#{name('note', number)}"))

    def _opened(self, paragraph: Paragraph) -> str:
        """The citations of a paragraph below it: each opens its passage in place."""
        notes = (self._document.footnotes[p.footnote] for p in paragraph.pieces if isinstance(p, Mark) and not p.words)
        return "".join(self._note(note.number) for note in notes)

    def _note(self, number: int) -> str:
        note = self._document.footnotes[number - 1]
        reference = "".join(words(replace(piece, link="")) for piece in note.pieces)  # its link stands inside
        comment = f"{self._document.labels.comment}{self._document.labels.colon}{note.comment}" if note.comment else ""
        said = element("p", escape(comment), class_="comment") if comment else ""
        # The mark leads inside, because browsers open what is folded around the place they go to.
        opened = element("div", said + self._articles.passage(note.excerpt), id=name("note", number))
        return f"<details><summary>{number} · {reference}</summary>{opened}</details>"

    def _key(self) -> Iterator[str]:
        scale, labels = self._document.scale, self._document.labels
        if scale is not None:
            heads = (f'<th scope="col">{escape(words)}</th>' for words in (labels.term, labels.share))
            head = f"<thead><tr>{''.join(heads)}</tr></thead>"
            cells = ((escape(", ".join(band.terms)), escape(band.share)) for band in scale.bands)
            body = "".join(f"<tr><td>{terms}</td><td>{share}</td></tr>" for terms, share in cells)
            table = f"<table>{head}<tbody>{body}</tbody></table><p>{escape(scale.source)}</p>"
            yield element("section", f"<h2>{escape(labels.scale)}</h2>{table}")


def _list(kind: Style | None, entries: str) -> str:
    return element("ul" if kind is Style.BULLET else "ol", entries)

"""A document as Typst source on the house style."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from briefing.domain.marking import TLP
from briefing.domain.note import Style
from briefing.domain.options import Notes, Page
from briefing.domain.printed import Document, Mark, Paragraph, Part, Text
from briefing.io.resources import resource
from briefing.io.writers.typeset.code import array, broken, call, joined, string

HOUSE_FACES = ("Arial", "Liberation Sans", "Helvetica")  # one face under three names
_PAPERS = {Page.A4: "a4", Page.LETTER: "us-letter"}
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?:[-_].*)?")


def typst_source(document: Document) -> str:
    """The whole source; it needs no other file."""
    return resource("typst", "house.typ").read_text("utf-8") + "".join(_Typesetting(document).lines())


class _Typesetting:
    """Translates one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._has_end_notes = document.options.notes is Notes.END

    def lines(self) -> Iterator[str]:
        document, labels = self._document, self._document.labels
        yield f"#show: briefing.with({_settings(document)})\n"
        yield call("note-title", string(document.title))
        if document.front:
            yield call("front-matter", *(array(map(string, row)) for row in document.front))
        if document.bottom_line:
            lines = [line.strip() for line in document.bottom_line.split("\n") if line.strip()]
            yield call("bottom-line", string(labels.bottom_line), *map(string, lines))
        for part in document.all_parts:
            yield from self._part(part)
        if document.scale is not None:
            rows = array(array((string(", ".join(b.terms)), string(b.share))) for b in document.scale.bands)
            yield call("heading", "level: 1", string(labels.scale))
            yield call(
                "scale-key", array((string(labels.term), string(labels.share))), rows, string(document.scale.source)
            )
        yield from self._sources()
        if self._has_end_notes and document.footnotes:
            yield call("end-notes", string(labels.notes), *(self._note(n) for n in range(len(document.footnotes))))

    def _sources(self) -> Iterator[str]:
        document = self._document
        if document.sources or document.summary:
            yield call("heading", "level: 1", string(document.labels.sources))
        if document.summary:
            yield call("par", string(document.summary))
        for entry in document.sources:
            yield call("source-line", string(entry.id), joined(_words(piece) for piece in entry.pieces))

    def _part(self, part: Part) -> Iterator[str]:
        title = f"{part.label}  {part.title}" if part.label else part.title
        yield call("place-of", string(part.key), "-1")
        yield call("heading", "level: 1", string(title))
        items: list[Paragraph] = []
        for paragraph in part.paragraphs:
            if paragraph.style in (Style.BULLET, Style.NUMBER):
                items.append(paragraph)
                continue
            yield from self._lists(items, part)
            items = []
            yield self._paragraph(paragraph, part)
        yield from self._lists(items, part)

    def _paragraph(self, paragraph: Paragraph, part: Part) -> str:
        place = f"#place-of({string(part.key)}, {paragraph.block})"
        body = self._body(paragraph)
        if paragraph.style is Style.HEADING:
            label = f"{string(paragraph.label + '  ')}; " if paragraph.label else ""
            return f"{place}\n" + call("heading", "level: 2", "{" + label + body + "}")
        if paragraph.style is Style.QUOTE:
            return f"{place}\n" + call("quotation", str(part.number), body)
        if paragraph.label:
            return f"{place}\n" + call("counted", string(paragraph.label), body)
        return f"{place}\n" + call("par", body)

    def _lists(self, items: Sequence[Paragraph], part: Part) -> Iterator[str]:
        """Items of one level as lists, those below them inside; a change of kind begins a new list."""
        if items:
            yield from (f"#{each}\n" for each in self._nested(items, 0, part.key))

    def _nested(self, items: Sequence[Paragraph], level: int, key: str) -> Iterator[str]:
        heads = [n for n, item in enumerate(items) if item.level <= level]
        bounds = [*heads, len(items)]
        kind, entries = None, list[str]()
        for start, end in pairwise(bounds):
            if kind not in (None, items[start].style):
                yield _list(kind, entries)
                entries = []
            kind = items[start].style
            below = self._nested(items[start + 1 : end], level + 1, key) if end > start + 1 else ()
            place = f"place-of({string(key)}, {items[start].block})"
            entries.append(joined([place, self._body(items[start]), *below]))
        if entries:
            yield _list(kind, entries)

    def _body(self, paragraph: Paragraph) -> str:
        pieces = (self._mark(p) if isinstance(p, Mark) else _words(p) for p in paragraph.pieces)
        body = joined(pieces)
        spoken = [f"lang: {string(language)}"] if (language := _language(paragraph.language)[0]) else []
        spoken += ["dir: rtl"] if paragraph.is_right_to_left else []
        return f"text({', '.join([*spoken, body])})" if spoken else body

    def _mark(self, mark: Mark) -> str:
        if mark.words:
            comment = f" [{self._document.labels.comment}: {mark.comment}]" if mark.comment else ""
            return broken(f" {mark.words}{comment}")
        if self._has_end_notes:
            return f"end-mark({mark.footnote + 1})"
        return f"note({self._note(mark.footnote)})"

    def _note(self, index: int) -> str:
        note = self._document.footnotes[index]
        comment = [broken(f" {self._document.labels.comment}: {note.comment}")] if note.comment else []
        return joined([*(_words(piece) for piece in note.pieces), *comment])


def _list(kind: Style | None, entries: list[str]) -> str:
    return f"{'list' if kind is Style.BULLET else 'enum'}({', '.join(entries)})"


def _words(piece: Text) -> str:
    words = broken(piece.text)
    if piece.bold:
        words = f"strong({words})"
    if piece.italic:
        words = f"emph({words})"
    return f"link({string(piece.link)}, {words})" if piece.link else words


def _settings(document: Document) -> str:
    language, region = _language(document.language)
    values = {
        "title": string(document.title),
        "author": string(document.author),
        "description": string(" ".join(document.bottom_line.split())),
        "keywords": array(string(part.title) for part in document.parts),
        "date": _date(document),
        "language": string(language or "en"),
        "region": string(region) if region else "none",
        "paper": string(_PAPERS[document.options.page]),
        "marking": string(document.marking),
        "colour": string(TLP.get(document.marking, "#FFFFFF")),
        "page-word": string(document.labels.page),
        "of-word": string(document.labels.of),
    }
    return ", ".join(f"{name}: {value}" for name, value in values.items())


def _language(tag: str) -> tuple[str, str]:
    """Language and region as Typst wants them; empty where the tag is none."""
    match = _LANGUAGE.fullmatch(tag)
    return (match[1].lower(), (match[2] or "").upper()) if match else ("", "")


def _date(document: Document) -> str:
    """The day of the note, or of the last retrieval: never the clock, so that bytes stay the same."""
    for text in (document.date, max((s.record.retrieved for s in document.sources), default="")):
        try:
            day = date.fromisoformat(text[:10])
        except ValueError:
            continue
        return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    return "none"

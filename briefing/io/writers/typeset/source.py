"""A document as Typst source on the house style."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise, takewhile

from briefing.domain.marking import TLP
from briefing.domain.note import Style
from briefing.domain.options import Notes, Page
from briefing.domain.printed import Document, Mark, Paragraph, Part, Text
from briefing.io.resources import resource
from briefing.io.writers.typeset.code import array, broken, call, joined, string

HOUSE_FACES = ("Arial", "Liberation Sans", "Helvetica")  # one face under three names
_KINDS = {  # what is set together with its like
    Style.HEADING: "head",
    Style.PARAGRAPH: "paragraph",
    Style.QUOTE: "quote",
    Style.BULLET: "list",
    Style.NUMBER: "list",
}
_PAPERS = {Page.A4: "a4", Page.LETTER: "us-letter"}
_HOST = re.compile(r"\w+://[^/\s]{1,40}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?:[-_].*)?")


def typst_source(document: Document, moved: Iterable[int] = ()) -> str:
    """The whole source; it needs no other file. Blocks with the footnotes that are `moved` begin a page."""
    moves = f"#let moved = {array(map(str, sorted(moved)))}\n"
    house = resource("typst", "house.typ").read_text("utf-8")
    return "".join((moves, house, *_Typesetting(document).lines(), call("findings")))


class _Typesetting:
    """Translates one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._has_end_notes = document.options.notes is Notes.END
        self._comment = document.labels.comment + document.labels.colon

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
        for place, entry in enumerate(document.sources, 2):
            held = ["is-held: true"] if place == len(document.sources) else []  # the last stands on no page alone
            yield call("source-line", string(entry.id), joined(_words(piece) for piece in entry.pieces), *held)

    def _part(self, part: Part) -> Iterator[str]:
        title = joined([f"place-of({string(part.key)}, -1)", string(part.title)])
        heads = [call("heading", "level: 1", _numbered(part.label, title))]
        for kind, group in groupby(part.paragraphs, key=lambda p: _KINDS[p.style]):
            blocks = list(group)
            if kind == "head":
                heads += (
                    _set(p, call("heading", "level: 2", _numbered(p.label, self._placed(part, p)))) for p in blocks
                )
                continue
            yield self._room([blocks[0], *takewhile(lambda p: p.level > 0, blocks[1:])])
            yield from heads
            heads = []
            yield from {"list": self._lists, "quote": self._quotations}.get(kind, self._paragraphs)(part, blocks)
        yield from heads

    def _room(self, blocks: Iterable[Paragraph]) -> str:
        notes = [] if self._has_end_notes else _notes(blocks)
        return call("room", *notes) if notes else ""

    def _paragraphs(self, part: Part, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
        for index, paragraph in enumerate(paragraphs):
            yield self._room([paragraph]) if index else ""
            body = self._placed(part, paragraph)
            words = call("counted", string(paragraph.label), body) if paragraph.label else call("par", body)
            yield _set(paragraph, words)

    def _quotations(self, part: Part, quotes: Sequence[Paragraph]) -> Iterator[str]:
        for index, quote in enumerate(quotes):
            yield self._room([quote]) if index else ""
            edges = (str(index == 0).lower(), str(index == len(quotes) - 1).lower())
            sides = ["begins: right", "ends: left"] if quote.is_right_to_left else []
            yield _set(quote, call("quotation", str(part.number), *edges, self._placed(part, quote), *sides))

    def _lists(self, part: Part, items: Sequence[Paragraph]) -> Iterator[str]:
        """Items as lists, those of lower levels inside."""
        for style, entries in self._gathered(part, items, 0):
            paired = (f"({array(notes)}, {entry})" for notes, entry in entries)
            yield _set(items[0], call("items", "bullets" if style is Style.BULLET else "numbers", *paired))

    def _gathered(
        self, part: Part, items: Sequence[Paragraph], level: int
    ) -> Iterator[tuple[Style, list[tuple[list[str], str]]]]:
        """The lists of a level: kind, and the notes and words of each entry; a change of kind begins a new list."""
        heads = [n for n, item in enumerate(items) if item.level <= level]
        families = [items[start:end] for start, end in pairwise([*heads, len(items)])]
        for style, group in groupby(families, key=lambda family: family[0].style):
            yield style, [(_notes(family), self._entry(part, family, level)) for family in group]

    def _entry(self, part: Part, family: Sequence[Paragraph], level: int) -> str:
        """An item with the lists below it."""
        below = (
            f"{'list' if style is Style.BULLET else 'enum'}({', '.join(words for _, words in entries)})"
            for style, entries in (self._gathered(part, family[1:], level + 1) if family[1:] else ())
        )
        return joined([self._placed(part, family[0]), *below])

    def _placed(self, part: Part, paragraph: Paragraph) -> str:
        """What a paragraph says, in its language, with the place that leads back to it."""
        place = f"place-of({string(part.key)}, {paragraph.block})"
        return _spoken(paragraph, joined([place, self._pieces(paragraph)]))

    def _pieces(self, paragraph: Paragraph) -> str:
        return joined(self._mark(p) if isinstance(p, Mark) else _words(p) for p in paragraph.pieces)

    def _mark(self, mark: Mark) -> str:
        if mark.words:
            comment = f" [{self._comment}{mark.comment}]" if mark.comment else ""
            return broken(f" {mark.words}{comment}")
        if self._has_end_notes:
            return f"end-mark({mark.footnote + 1})"
        return f"note({mark.footnote + 1}, {self._note(mark.footnote)})"

    def _note(self, index: int) -> str:
        note = self._document.footnotes[index]
        comment = [broken(f" {self._comment}{note.comment}")] if note.comment else []
        return joined([*(_words(piece) for piece in note.pieces), *comment])


def _notes(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The numbers of the footnotes in some paragraphs."""
    marks = (p for paragraph in paragraphs for p in paragraph.pieces if isinstance(p, Mark))
    return [str(mark.footnote + 1) for mark in marks if mark.footnote >= 0]


def _set(paragraph: Paragraph, block: str) -> str:
    """A block as it is set: from the right, with all that hangs at its beginning, where its words are read so."""
    return call("from-right", block.removeprefix("#").strip()) if paragraph.is_right_to_left else block


def _spoken(paragraph: Paragraph, content: str) -> str:
    """Content in the language and direction of a paragraph, where they are not those of the document."""
    spoken = [f"lang: {string(language)}"] if (language := _language(paragraph.language)[0]) else []
    spoken += ["dir: rtl"] if paragraph.is_right_to_left else []
    return f"text({', '.join([*spoken, content])})" if spoken else content


def _numbered(label: str, heading: str) -> str:
    """The words of a heading behind its number, if it has one."""
    return joined([f"heading-number({string(label)})", heading]) if label else heading


def _words(piece: Text) -> str:
    words = broken(piece.text)
    if piece.bold:
        words = f"strong({words})"
    if piece.italic:
        words = f"emph({words})"
    if not piece.link:
        return words
    host = _HOST.match(piece.text)
    if host is not None:  # it is not broken behind "https://", which Typst would do
        words = joined([f"box({string(host[0])})", string(piece.text[host.end() :])])
    return f"link({string(piece.link)}, {words})"


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

"""EPUB: the chapters of a book in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.domain.dates import read_date
from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind, Record, Source
from briefing.domain.text import fold
from briefing.io.readers.blocks import Block, Tree, blocks_of, build, demoted
from briefing.io.readers.contents import place_in, titles_of
from briefing.io.readers.encoding import declared_in, decode
from briefing.io.readers.facts import tag_of
from briefing.io.readers.html import parse
from briefing.io.readers.package import Package, guarded

_C = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NOTE_MARKS = re.compile(  # the number of a note in the text, and the way back from the note
    r"""<a\b[^>]{0,300}?(?:epub:type=["'](?:noteref|backlink)|role=["']doc-(?:noteref|backlink))[^>]{0,300}>.{0,80}?</a>""",
    re.DOTALL,
)
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of a book's reading order: its title as it or the contents have it, and its blocks."""

    title: str
    blocks: tuple[Block, ...]


def read(data: bytes) -> Source:
    """A book as a source, all its chapters one after the other."""
    return guarded(lambda: _read(Package(data), 0), "an EPUB book")


def read_chapter(data: bytes, number: int) -> Source:
    """One chapter of a book as a source, by its number in reading order, from 1."""
    return guarded(lambda: _read(Package(data), number), "an EPUB book")


def read_chapters(data: bytes, numbers: Sequence[int]) -> Source:
    """Some chapters of a book as one source, by their numbers in reading order, from 1."""

    def chosen() -> Source:
        book, found = _all(Package(data))
        parts = [chapter for number, chapter in enumerate(found, 1) if number in numbers]
        return build([block for part in parts for block in part.blocks], _record(book))

    return guarded(chosen, "an EPUB book")


def chapter_titles(data: bytes) -> list[str]:
    """The titles of a book's chapters in reading order, empty for a chapter without one."""
    return guarded(lambda: [chapter.title for chapter in _all(Package(data))[1]], "an EPUB book")


def _read(package: Package, number: int) -> Source:
    book, chapters = _all(package)
    if number > len(chapters) or number < 0:
        raise BriefingError(f"The book has {len(chapters)} chapters; choose one of them.")
    record = _record(book)
    if number:
        chapter = chapters[number - 1]
        record = replace(record, title=chapter.title or f"{record.title}, {number}", outlet=record.title)
        chapters = [chapter]
    return build([block for chapter in chapters for block in chapter.blocks], record)


def _all(package: Package) -> tuple[Tree, list[Chapter]]:
    """The tree that describes the book, and its chapters; those without text are left out."""
    if package.has("META-INF/rights.xml") or _is_encrypted(package):
        raise BriefingError("The book is protected against copying, so its text could not be read.")
    path, book = _book(package)
    return book, [chapter for chapter in _chapters(package, path, book) if chapter.blocks]


def _book(package: Package) -> tuple[str, Tree]:
    """The path and the tree of the part that describes the book."""
    root = package.tree("META-INF/container.xml").find(f".//{_C}rootfile")
    path = root.get("full-path", "") if root is not None else ""
    return path, package.tree(path)


def _chapters(package: Package, path: str, book: Tree) -> Iterator[Chapter]:
    """The chapters in the order of the spine; the table of contents is noise."""
    items = {item.get("id", ""): item for item in book.iter(f"{_OPF}item")}
    titles = titles_of(package, {place_in(path, item.get("href", "")): item for item in items.values()})
    seen: set[str] = set()
    for reference in book.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        name = place_in(path, item.get("href", ""))
        if name in seen or not package.has(name):
            continue
        seen.add(name)
        is_contents = "nav" in item.get("properties", "").split()
        yield _chapter(package.part(name), titles.get(name, ""), is_contents=is_contents)


def _chapter(data: bytes, called: str, *, is_contents: bool) -> Chapter:
    page = _NOTE_MARKS.sub("", decode(data, declared_in(data))[0])
    blocks = [block for block in blocks_of(parse(page)) if not block.hidden]
    if is_contents:
        return Chapter("", tuple(map(demoted, blocks)))
    headings = [block.text for block in blocks if block.kind is Kind.HEADING]
    return Chapter(fold((headings or [called])[0]), tuple(blocks))


def _is_encrypted(package: Package) -> bool:
    """Whether parts other than fonts are encrypted."""
    tree = package.tree_or_none("META-INF/encryption.xml")
    if tree is None:
        return False
    references = [element.get("URI", "") for element in tree.iter("{http://www.w3.org/2001/04/xmlenc#}CipherReference")]
    return any(name.lower().endswith((".xhtml", ".html", ".htm", ".xml", ".opf")) for name in references)


def _record(book: Tree) -> Record:
    def told(name: str) -> list[str]:
        return [words for words in (fold(element.text or "") for element in book.iter(f"{_DC}{name}")) if words]

    return Record(
        title=(told("title") or [""])[0],
        authors=tuple(told("creator")),
        outlet=(told("publisher") or [""])[0],
        published=read_date((told("date") or [""])[0]),
        language=tag_of((told("language") or [""])[0]),
        media_type="application/epub+zip",
    )

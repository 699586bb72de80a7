"""The table of contents of an EPUB: what it calls the parts of a book, as navigation document or in the older NCX."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from briefing.domain.text import fold
from briefing.io.readers.blocks import Tree
from briefing.io.readers.html import parse
from briefing.io.readers.package import Package, parse_xml

_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_NCX_TYPE = "application/x-dtbncx+xml"
_TYPE = "{http://www.idpf.org/2007/ops}type"


def titles_of(package: Package, parts: dict[str, Tree]) -> dict[str, str]:
    """What the contents call each part of the book, by its path; `parts` are the items of the manifest by theirs."""
    there = [(path, item) for path, item in parts.items() if package.has(path)]
    titles: dict[str, str] = {}
    for path, item in there:
        if "nav" in item.get("properties", "").split():
            _add(titles, path, _in_navigation(package.part(path)))
    for path, item in there:
        if item.get("media-type") == _NCX_TYPE:
            _add(titles, path, _in_ncx(package.part(path)))
    return titles


def _add(titles: dict[str, str], path: str, entries: Iterator[tuple[str, str]]) -> None:
    """Add the titles that parts do not have yet; the first entry for a part is that of its beginning."""
    for target, words in entries:
        if words:
            titles.setdefault(place_in(path, target), words)


def place_in(path: str, target: str) -> str:
    """The path of what a part of the package points to."""
    return normpath(join(dirname(path), unquote(target.partition("#")[0])))


def _in_navigation(data: bytes) -> Iterator[tuple[str, str]]:
    page = parse(data.decode("utf-8", "replace"))
    lists = list(page.iter("nav"))
    contents = [one for one in lists if "toc" in (one.get("epub:type") or one.get(_TYPE) or "").split()] or lists[:1]
    for link in (link for one in contents for link in one.iter("a")):
        yield link.get("href", ""), fold("".join(link.itertext()))


def _in_ncx(data: bytes) -> Iterator[tuple[str, str]]:
    try:
        tree = parse_xml(data)
    except SyntaxError:
        return  # a book can be read without its contents
    for point in tree.iter(f"{_NCX}navPoint"):
        content = point.find(f"{_NCX}content")
        if content is not None:
            yield content.get("src", ""), fold(point.findtext(f"{_NCX}navLabel/{_NCX}text") or "")

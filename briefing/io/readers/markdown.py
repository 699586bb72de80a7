"""Markdown: read as what it would be rendered to, so that the text holds words and no marks."""

import re
from dataclasses import replace

from briefing.domain.dates import read_date
from briefing.domain.source import Kind, Record, Source
from briefing.domain.text import normalise
from briefing.io.readers.blocks import Tree, blocks_of, build
from briefing.io.readers.encoding import text_in
from briefing.io.readers.facts import tag_of
from briefing.io.readers.html import parse
from briefing.io.readers.plain import read_text

_LARGEST = 2_000_000  # characters that are rendered; more is read as the text it is
_RUNS = re.compile(r"([\[\](){}!`*_<>&~\\|:#])(?:\s{0,3}\1){400,}")  # which take the renderer hours, and mean nothing
_FRONT = re.compile(r"\A(?:---[ \t]*\n(.*?\n)(?:---|\.\.\.)|\+\+\+[ \t]*\n(.*?\n)\+\+\+)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w -]*?)[ \t]*[:=][ \t]*(.*)$")  # of YAML, and of TOML between plus signs
_NOTE_MARKS = re.compile(r'<sup id="fnref[^>]*>.*?</sup>|(?:&#160;)?<a class="footnote-backref".*?</a>')
_ITEM = re.compile(r"^\s*-\s+(.+)$")


def read(data: bytes, encoding: str = "") -> Source:
    """A Markdown file as a source."""
    return read_markdown(text_in(data, encoding))


def read_markdown(text: str) -> Source:
    """Markdown as a source; its front matter, if there is one, tells title, authors, date and language."""
    import markdown  # noqa: PLC0415 - loaded when the first Markdown file is read

    text = normalise(text)
    if len(text) > _LARGEST or _RUNS.search(text):
        return read_text(text)
    front = _FRONT.match(text)
    fields = _fields(front[1] or front[2]) if front else {}
    page = markdown.markdown(text[front.end() :] if front else text, extensions=["extra", "sane_lists"])
    source = build(blocks_of(_numbered(parse(f"<html><body>{_NOTE_MARKS.sub('', page)}</body></html>"))))
    headings = [source.text[p.start : p.end] for p in source.passages if p.kind is Kind.HEADING]
    record = Record(
        title=_first(fields, "title") or (headings[0] if headings else ""),
        authors=tuple(fields.get("author") or fields.get("authors") or ()),
        outlet=_first(fields, "outlet", "publisher", "site"),
        published=read_date(_first(fields, "date", "published")),
        updated=read_date(_first(fields, "updated", "lastmod", "modified")),
        language=tag_of(_first(fields, "lang", "language")),
        address=_first(fields, "url", "address", "source", "canonical"),
        media_type="text/markdown",
    )
    return replace(source, record=record)


def _numbered(tree: Tree) -> Tree:
    """The tree with the numbers of ordered lists before their items, where the author wrote them."""
    for ordered in tree.iter("ol"):
        start = ordered.get("start", "1")
        for number, item in enumerate(ordered.iterchildren("li"), int(start) if start.isdigit() else 1):
            first = next((child for child in item if child.tag == "p" and not (item.text or "").strip()), item)
            first.text = f"{number}. {(first.text or '').lstrip()}"
    return tree


def _fields(front: str) -> dict[str, list[str]]:
    """The plain fields of YAML front matter: one value, or a list of them."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in front.splitlines():
        if field := _FIELD.match(line):
            name = field[1].lower()
            value = field[2].strip()
            values = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
            fields[name] = [bare for bare in map(_bare, values) if bare]
        elif name and (item := _ITEM.match(line)):
            fields[name].append(_bare(item[1]))
    return fields


def _bare(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _first(fields: dict[str, list[str]], *names: str) -> str:
    return next((fields[name][0] for name in names if fields.get(name)), "")

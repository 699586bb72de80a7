"""Pandoc, markdown-it and Python-Markdown read the same of any note: words, headings, lists, quotes, links, notes."""

import shutil
import subprocess
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

import markdown
import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefing.domain.document import compose
from briefing.domain.note import Block, Style, Words
from briefing.domain.printed import Document
from briefing.domain.template import blank
from briefing.io.writers.markdown import write
from tests.notes import TEMPLATE, whole_note, with_blocks
from tests.random_notes import random_note, random_options

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
_NOTES = "//section[contains(@class, 'footnotes')] | //div[contains(@class, 'footnote')]"
_MARKS = "//sup[contains(@class, 'footnote-ref')] | //a[contains(@class, 'footnote-ref')]"
_BACK = "//a[contains(@class, 'footnote-back')] | //hr"
_SAFE = ":/?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True)
class Read:
    """What a parser found; text without white space, footnotes at the end."""

    text: str
    headings: tuple[str, ...]
    items: int
    quoted: int
    links: tuple[str, ...]
    marks: int
    notes: int


def _by_pandoc(text: str) -> str:
    command = ["pandoc", "-f", "markdown-smart", "-t", "html", "--wrap=none"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()


def _by_markdown_it(text: str) -> str:
    return str(MarkdownIt("commonmark").use(footnote_plugin).enable("table").render(_without_front(text)))


def _by_python_markdown(text: str) -> str:
    return markdown.markdown(_without_front(text), extensions=["extra", "sane_lists"])


def _without_front(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def _read(page: str) -> Read:
    tree: Any = lxml_html.document_fromstring(f"<div>{page}</div>")
    marks = tree.xpath(_MARKS)
    for element in (*marks, *tree.xpath(_BACK)):
        element.drop_tree()
    notes = tree.xpath(_NOTES)
    listed = [item for part in notes for item in part.xpath("./ol/li")]
    items = [item for item in tree.xpath("//li") if item not in listed]
    addresses = (link.get("href") for link in tree.xpath("//a[@href]") if link.text_content().strip())
    return Read(
        text="".join(tree.text_content().split()),
        headings=tuple(heading.tag for heading in tree.xpath("//h1 | //h2 | //h3")),
        items=len(items),
        quoted=len(tree.xpath("//blockquote/p")),
        links=tuple(sorted(quote(address, safe=_SAFE) for address in addresses)),
        marks=len(marks),
        notes=len(listed),
    )


def _readings(document: Document) -> list[Read]:
    text = write(document).decode()
    return [_read(page) for page in (_by_pandoc(text), _by_markdown_it(text), _by_python_markdown(text))]


def _check(document: Document) -> None:
    pandoc, *others = _readings(document)
    assert others == [pandoc, pandoc]
    assert pandoc.marks == pandoc.notes == len(document.footnotes)


_TOUCHING = [
    (Words("a", bold=True), Words("b", italic=True), Words("c")),
    (Words("x"), Words("a]", bold=True), Words("=b=", italic=True), Words("(c)")),
    (Words("a", bold=True, italic=True), Words("b", bold=True), Words("&c", italic=True)),
    (Words("a", italic=True), Words("b", bold=True), Words("c")),
    (Words("x"), Words("a", bold=True), Words(" "), Words("\tb\t", italic=True), Words("c", bold=True)),
    (Words("a\n\nb\n", bold=True), Words("\n\nc"), Words("\n", italic=True)),
]


@pytest.mark.parametrize("runs", _TOUCHING)
def test_emphasis_that_touches_other_emphasis_and_empty_lines_leave_no_sign_behind(runs: tuple[Words, ...]) -> None:
    document = compose(with_blocks(blank(TEMPLATE, "n"), "agenda", Block(Style.PARAGRAPH, runs)))
    _check(document)
    assert "".join("".join(run.text for run in runs).split()) in _readings(document)[0].text


def test_a_list_that_changes_its_kind_below_is_two_lists() -> None:
    kinds = ((Style.BULLET, 0), (Style.BULLET, 1), (Style.NUMBER, 1), (Style.NUMBER, 2), (Style.BULLET, 2))
    blocks = [Block(style, (Words(f"item {n}\nmore"),), level) for n, (style, level) in enumerate(kinds)]
    document = compose(with_blocks(blank(TEMPLATE, "n"), "agenda", *blocks))
    _check(document)
    assert _readings(document)[0].items == len(kinds)


def test_three_parsers_read_the_same_of_everything() -> None:
    _check(compose(whole_note()))


@pytest.mark.parametrize("seed", range(15))
def test_three_parsers_read_the_same_of_random_notes(seed: int) -> None:
    _check(compose(random_note(seed), random_options(seed)))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1500))
def test_three_parsers_read_the_same_of_hundreds_of_random_notes(seed: int) -> None:
    """But for signs of emphasis, of which pandoc shows some where three kinds of it touch without a space."""
    signs = str.maketrans("", "", "*_")
    readings = _readings(compose(random_note(seed), random_options(seed)))
    plain = [replace(read, text=read.text.translate(signs)) for read in readings]
    assert plain == [plain[0]] * 3

"""Literal text stays literal, emphasis stays where it was, and the whole reads alike in other parsers."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from subprocess import PIPE
from typing import Any

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.domain.document import compose
from briefing.domain.note import Block, Note, Run, Style, Words
from briefing.domain.template import blank
from briefing.io.writers.markdown import write
from tests.notes import TEMPLATE, typed, whole_note, with_blocks

NASTY = (
    *("*", "_", "`", "#", "# a", "a #", ">", "> a", "+ a", "- a", "* a", "1. a", "1) a", "12345678. a", "(1) a"),
    *("---", "***", "===", "a\n===", "a\n---", "    a", "\ta", "a\tb", " a ", "a\\", "\\*a", "\\", "a\nb", "a\n\nb"),
    *("\na", "a\n", "a  \nb", "&amp;", "&#35;", "&", "&x;", "<b>", "</b>", "<!-- a -->", "<http://a.example>", "< a"),
    *("[a](b)", "![a](b)", "[a]: b", "[^a]", "[^a]: b", "^[a]", "^a^", "~a~", "~~a~~", "==a==", "%%a%%", "$a$", "$$"),
    *("a | b\n--- | ---\nc | d", "| a |", ": a", "a\n: b", "{#a}", "a {.b}", "@a", "(@) a", "%  a", "http://a.example"),
    *("www.a.example", "a@b.example", "a_b_c", "a*b*c", "**a**", "__a__", "snake_case_", "!", "a!", "[ ] a", "[x] a"),
    *("a\u00a0b", "\u00a0a\u00a0", "“a”", "😀", "漢字", "مرحبا", "a\u2028b", "$5 and $6", "$5m", "1986. A year"),
    *("```\na\n```", "~~~\na", "a\n    b", "a\n# b", "a\n> b", "a\n- b", "a\n1. b", "a\n<b>", "-", "+", "=", "a\n="),
    *("a\n-", "iv. a", "a. b", "a \\#", "#a", "a\n\n\nb\n\n", "\\\n", "R&D", "a&", "a<", "x!\n[a](b)"),
)
TEXTS = st.text(st.sampled_from("*_`#>+-=~[]()<>{}!&|\\:;.$%^@1a b\n\t\u00a0é😀“,"), min_size=1, max_size=14)
STYLES = st.sampled_from([Style.PARAGRAPH, Style.BULLET, Style.NUMBER, Style.QUOTE, Style.HEADING])


def _body(note: Note) -> str:
    """What stands in the first section, as Markdown."""
    text = write(compose(note)).decode()
    return text.split("## Agenda\n\n", 1)[1].split("\n\n## Security", 1)[0]


def _formatted(inline: Token) -> Iterator[tuple[str, bool, bool, str]]:
    """Each character of an inline token with its emphasis and its link."""
    bold = italic = 0
    link = ""
    for token in inline.children or ():
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        if token.type in ("link_open", "link_close"):
            link = str(token.attrGet("href") or "") if token.type == "link_open" else ""
        text = "\n" if token.type in ("softbreak", "hardbreak") else token.content
        assert token.type in (*_KNOWN, "text", "softbreak", "hardbreak", "text_special"), token.type
        yield from ((character, bold > 0, italic > 0, link) for character in text)


_KNOWN = ("strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close")


def _read(markdown: str) -> list[tuple[str, bool, bool, str]]:
    inlines = [token for token in MarkdownIt("commonmark").parse(markdown) if token.type == "inline"]
    assert len(inlines) == 1, inlines
    return list(_formatted(inlines[0]))


def _text(markdown: str) -> str:
    return "".join(character for character, *_ in _read(markdown))


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("text", NASTY)
def test_what_is_typed_comes_back_the_same(text: str, style: Style) -> None:
    assert _text(_body(typed(text, style=style))) == text


@given(TEXTS, STYLES)
def test_any_text_comes_back_the_same(text: str, style: Style) -> None:
    assert _text(_body(typed(text, style=style))) == text


@given(st.text(min_size=1, max_size=30).filter(lambda t: compose(typed(t)).parts[0].is_blank is False), STYLES)
def test_any_legible_text_comes_back_the_same(text: str, style: Style) -> None:
    note = typed(text, style=style)
    piece = compose(note).parts[0].paragraphs[0].pieces[0]
    assert isinstance(piece, Words)
    assert _text(_body(note)) == piece.text


RUNS = st.lists(
    st.builds(
        Words,
        st.text(st.sampled_from("ab *_.(“é1\n\u00a0"), min_size=1, max_size=4),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "", "https://example.org/a", "https://example.org/b_(c)"]),
    ),
    min_size=1,
    max_size=5,
)


@given(RUNS, STYLES)
@example([Words("a", bold=True), Words("b", italic=True)], Style.PARAGRAPH)
@example([Words("a", bold=True), Words("b", bold=True, italic=True)], Style.PARAGRAPH)
@example([Words("a"), Words("(b)", bold=True), Words("c")], Style.PARAGRAPH)
@example([Words("a"), Words("b", italic=True), Words("c")], Style.PARAGRAPH)
@example([Words("Look!"), Words("here", link="https://example.org/a")], Style.PARAGRAPH)
def test_emphasis_and_links_stay_on_their_words(runs: list[Run], style: Style) -> None:
    note = with_blocks(blank(TEMPLATE, "n"), "agenda", Block(style, tuple(runs)))
    words = [run for run in runs if isinstance(run, Words)]
    expected = [(c, w.bold, w.italic, w.link) for w in words for c in w.text]
    read = _read(_body(note))
    assert _without_white_format(read) == _without_white_format(expected)


def _without_white_format(characters: list[tuple[str, bool, bool, str]]) -> list[tuple[str, bool, bool, str]]:
    """Emphasis of breaking white space cannot be seen, so it is left out of the comparison."""
    return [(c, bold and c not in " \n", italic and c not in " \n", link) for c, bold, italic, link in characters]


def test_nested_lists_keep_their_levels_and_numbers() -> None:
    blocks = [Block(Style.NUMBER, (Words(f"item {n}\nmore"),)) for n in range(1, 13)]
    deep = [Block(Style.BULLET, (Words("below"),), 1), Block(Style.NUMBER, (Words("deeper"),), 2)]
    note = with_blocks(blank(TEMPLATE, "n"), "agenda", *blocks, *deep, Block(Style.NUMBER, (Words("last"),)))
    html = str(MarkdownIt("commonmark").render(_body(note)))
    assert html.count("<ol>") == 2
    assert html.count("<ul>") == 1
    assert re.search(r"<ol>.*item 12.*<ul>.*below.*<ol>.*deeper.*</ol>.*</ul>.*last.*</ol>", html, re.DOTALL)


def test_the_front_matter_is_flat_and_quoted() -> None:
    note = whole_note()
    text = write(compose(note)).decode()
    assert text.startswith('---\ntitle: "Harbour summit: what to expect"\ndate: "2025-11-17"\n')
    assert 'tlp: "TLP:AMBER"\n' in text


def test_every_citation_has_its_footnote_and_the_marking_stands_at_both_ends() -> None:
    text = write(compose(whole_note())).decode()
    body = text.split("---\n", 2)[2]
    marks = re.findall(r"(?<!^)\[\^([\w-]+)\]", body, re.MULTILINE)
    assert marks == re.findall(r"^\[\^([\w-]+)\]: ", body, re.MULTILINE)
    assert len(set(marks)) == len(marks) == 8
    assert body.strip().startswith("**TLP:AMBER**")
    assert "\n**TLP:AMBER**\n\n[^" in body


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_every_heading_quote_and_footnote() -> None:
    data = write(compose(whole_note()))
    command = ["pandoc", "-f", "markdown", "-t", "native", "--wrap=none"]
    native = " ".join(subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode().split())
    assert native.count("Header 2") == 6
    assert native.count("Note") == 8
    assert native.count("BlockQuote") >= 4
    assert "Strikeout" not in native


def test_the_same_note_gives_the_same_bytes() -> None:
    assert write(compose(whole_note())) == write(compose(whole_note()))


def test_python_markdown_reads_every_heading_quote_footnote_and_word() -> None:
    note = whole_note()
    text = write(compose(note)).decode().split("---\n", 2)[2]
    page: Any = lxml_html.document_fromstring(markdown.markdown(text, extensions=["extra", "sane_lists"]))
    assert len(page.xpath("//h2")) == 6
    assert len(page.xpath("//sup")) == 8
    assert len(page.xpath("//div[@class='footnote']//li")) == 8
    assert len(page.xpath("//blockquote/p")) == 5
    assert len(page.xpath("//ul/li/ul/li | //ol/li/ol/li")) == 2
    assert page.xpath("//a[text()='draft']/@href") == ["https://example.org/a%20draft%20(v2).pdf"]


PLAIN_IN_ALL = [text for text in NASTY if "\n" not in text and "\\" not in text and text.strip(" \u00a0\t") == text]


@pytest.mark.parametrize("text", [text for text in PLAIN_IN_ALL if text not in {"http://a.example", "“a”"}])
def test_python_markdown_reads_what_was_typed(text: str) -> None:
    page: Any = lxml_html.fragment_fromstring(markdown.markdown(_body(typed(text)), extensions=["extra", "sane_lists"]))
    assert "".join(page.itertext()).strip() == text.strip()


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_what_was_typed() -> None:
    texts = [" ".join(text.split()) for text in NASTY if text.strip() and "\u2028" not in text]
    data = write(compose(typed(*texts)))
    command = ["pandoc", "-f", "markdown-smart", "-t", "html", "--wrap=none"]
    page: Any = lxml_html.document_fromstring(
        subprocess.run(command, input=data, stdout=PIPE, check=True).stdout.decode()
    )
    section = page.xpath("//h2[@id='agenda']/following-sibling::p[following-sibling::h2[@id='security']]")
    assert [" ".join(p.text_content().split()) for p in section] == [" ".join(text.split()) for text in texts]

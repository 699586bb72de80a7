"""What comes from browsers and word processors: paragraphs, lists, bold, italic, links, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.note import Block, Style, Words, block
from briefing.ui.pasted_html import clean, html_blocks, safe_link

WORD_LIST = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {m:0}</style></head><body>
<!--StartFragment--><p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;
</span></span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level2 lfo2'><![if !supportLists]><span>
<span style='mso-list:Ignore'>1.<span>&nbsp; </span></span></span><![endif]>Second</p>
<p class=MsoNormal><b>Bold</b> and <i style='mso-bidi-font-style:normal'>slanted</i></p>
<!--EndFragment--></body></html>"""


def told(html: str) -> list[str]:
    return [f"{b.style.value}{b.level or ''}: {b.text}" for b in html_blocks(html)]


def test_paragraphs_and_lists_of_a_page() -> None:
    html = (
        "<h2>Head</h2><p>One\n two<br>three</p><ul><li>a<ol><li><p>b</p></ol></li><li>c</ul><blockquote>d</blockquote>"
    )
    assert told(html) == [
        "paragraph: Head",
        "paragraph: One two\nthree",
        "bullet: a",
        "number1: b",
        "bullet: c",
        "paragraph: d",
    ]


def test_lists_of_word_are_lists() -> None:
    assert told(WORD_LIST) == ["bullet: First", "number1: Second", "paragraph: Bold and slanted"]
    assert html_blocks(WORD_LIST)[2].runs == (Words("Bold", bold=True), Words(" and "), Words("slanted", italic=True))


def test_bold_and_italic_by_style_and_the_wrapper_that_takes_them_back() -> None:
    html = '<b style="font-weight:normal"><span style="font-weight:700;font-style:italic">a</span> b</b>'
    assert html_blocks(html) == [block(Style.PARAGRAPH, [Words("a", bold=True, italic=True), Words(" b")])]


def test_links_to_the_web_and_to_mail_are_kept_and_no_others() -> None:
    html = (
        '<a href="https://example.org/?a=1&amp;b=2">x</a> <a href="mailto:a@example.org">y</a>'
        ' <a href="javascript:alert(1)">z</a> <a href="file:///etc/passwd">w</a> <a href="#top">v</a>'
    )
    links = [run.link for b in html_blocks(html) for run in b.runs if isinstance(run, Words) and run.link]
    assert links == ["https://example.org/?a=1&b=2", "mailto:a@example.org"]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<img src='https://example.org/a.png' alt='words'>",
        "<p style='display: none'>secret</p>",
        "<p> &#10; </p>",
        "<svg><text>x</text></svg>",
        "",
    ],
)
def test_what_is_not_words_leaves_nothing(html: str) -> None:
    assert html_blocks(html) == []


def test_no_break_spaces_and_literal_white_space_are_kept() -> None:
    assert told("<p>15&nbsp;per cent</p><pre>a  b\nc</pre>") == ["paragraph: 15\u00a0per cent", "paragraph: a  b\nc"]


def test_cells_of_a_row_are_parted_by_tabs() -> None:
    assert told("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") == [
        "paragraph: a\tb",
        "paragraph: c",
    ]


@given(st.text())
def test_any_text_is_read_as_html_without_complaint(text: str) -> None:
    for b in html_blocks(text) + html_blocks(f"<ul><li>{text}<p>{text}</b></ul>"):
        assert isinstance(b, Block)
        assert b.text == clean(b.text)
        assert b.text.strip() or not b.text


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (" https://example.org\n", "https://example.org"),
        ("JAVASCRIPT:x", ""),
        ("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG"),
    ],
)
def test_an_address_is_kept_if_it_is_safe(address: str, kept: str) -> None:
    assert safe_link(address) == kept

# ruff: noqa: E501 - a page is easier to see on one line

from briefing.domain.source import Kind
from briefing.io.readers.blocks import blocks_of
from briefing.io.readers.gaps import closed
from briefing.io.readers.html import parse

LONG = "The two harbour towns agreed on Friday to keep a shared ferry running through the whole winter."


def kept(page: str, *found: int) -> list[str]:
    """The words that are the article's once its gaps are closed, where the blocks of some numbers were found."""
    blocks = blocks_of(parse(f"<html><body>{page}</body></html>"))
    main = closed([i in found for i in range(len(blocks))], blocks)
    return [block.text for block, is_kept in zip(blocks, main, strict=True) if is_kept]


def test_short_paragraphs_headings_and_lists_among_the_paragraphs_belong_to_them() -> None:
    page = f"<div><p>{LONG}</p><p>It was cold that day.</p><h2>Costs</h2><p>{LONG}</p><ul><li>three sailings</li></ul><p>{LONG}</p></div>"
    assert kept(page, 0, 3, 5) == [LONG, "It was cold that day.", "Costs", LONG, "three sailings", LONG]


def test_paragraphs_that_are_wrapped_one_by_one_are_neighbours_too() -> None:
    page = f"<section><div><p>{LONG}</p></div><div><p>It was cold that day.</p></div><div><p>{LONG}</p></div></section>"
    assert kept(page, 0, 2) == [LONG, "It was cold that day.", LONG]


def test_paragraphs_in_a_container_of_the_same_kind_are_neighbours() -> None:
    page = (
        "<section><div class='rich a'>{0}{0}</div><div class='{1}'>{0}</div><div class='rich b'>{0}{0}</div></section>"
    )
    assert kept(page.format(f"<p>{LONG}</p>", "rich"), 0, 1, 3, 4) == [LONG] * 5
    assert kept(page.format(f"<p>{LONG}</p>", "box"), 0, 1, 3, 4) == [LONG] * 4


def test_what_is_marked_as_something_else_does_not() -> None:
    page = (
        f"<div><p>{LONG}</p><div class='newsletter-box'><p>Get the best of it each morning.</p></div>"
        f"<p class='caption'>The ferry lies at the quay.</p><p><a href='/'>Ten islands for a long weekend.</a></p>"
        f"<aside><p>More was said about it.</p></aside><p>{LONG}</p></div>"
    )
    assert kept(page, 0, 5) == [LONG, LONG]


def test_what_stands_before_or_after_the_article_does_not() -> None:
    page = (
        f"<div><p>It was cold that day.</p><p>{LONG}</p><p>{LONG}</p><h2>More</h2><p>She lives in the port.</p></div>"
    )
    assert kept(page, 1, 2) == [LONG, LONG]


def test_a_page_without_paragraphs_stays_as_it_was_found() -> None:
    assert blocks_of(parse("<html><body><p>Short.</p></body></html>"))[0].kind is Kind.PARAGRAPH
    assert kept("<p>Short.</p><p>Also short.</p>", 0) == ["Short."]


def test_paragraphs_below_the_last_one_that_stand_as_it_does_go_on_with_the_article() -> None:
    page = f"<div id='text'><p>{LONG}</p><p>{LONG}</p><p>It was cold.</p></div><div><p>{LONG}</p></div>"
    assert kept(page, 0) == [LONG, LONG]
    grouped = "".join(f"<div class='part'><div class='group'><p>{LONG}</p></div></div>" for _ in range(3))
    assert kept(f"<section>{grouped}</section>", 0) == [LONG] * 3
    bio = f"<div><p>{LONG}</p><p class='author-bio'>{LONG}</p></div>"
    assert kept(bio, 0) == [LONG]

import pytest

from briefing.io.readers.blocks import blocks_of
from briefing.io.readers.datelines import course_of, date_seen
from briefing.io.readers.html import parse

PROSE = "<p>The two harbour towns agreed on Friday to keep a shared ferry running through the whole winter.</p>"
OLD = "<a href='/old'>Mill moves</a> <time datetime='2024-01-02'>2 January 2024</time>"


def seen(body: str) -> str:
    """The date that is seen on a page whose headline is its last heading and whose text is its paragraphs of prose."""
    tree = parse(f"<html><body>{body}</body></html>")
    blocks = blocks_of(tree)
    top = max(i for i, block in enumerate(blocks) if block.level == 1)
    kept = [i for i, block in enumerate(blocks) if block.text.startswith("The two harbour towns")]
    return date_seen(tree, blocks, course_of(blocks, top, kept), month_first=False)


@pytest.mark.parametrize(
    "dateline",
    [
        "<p><time datetime='2025-03-07'>Friday</time></p>",
        "<ul class='info'><li>7 mars 2025</li><li>Par Claire Dubois</li></ul>",
        "<p>by Ada Stone / 7 March 2025 / Leave a comment</p>",
        "<div class='PublishDate'><span>Freitag,</span> 7. März 2025, Seite 3, aus Lübeck</div>",
        "<footer class='meta'><p>Ada Stone</p><time datetime='2025-03-07'>03/07/25</time></footer>",
    ],
)
def test_the_date_between_the_headline_and_the_text_comes_before_all_others(dateline: str) -> None:
    page = f"<div>{OLD}</div><h1>Ferry saved</h1>{dateline}{PROSE * 3}<div>{OLD}</div>"
    assert seen(page) == "2025-03-07"


def test_a_date_above_the_headline_is_the_nearest_one() -> None:
    page = f"<p>{OLD}</p><p class='date'>7 March 2025</p><h1>Ferry saved</h1>{PROSE * 3}<p>{OLD}</p>"
    assert seen(page) == "2025-03-07"


def test_a_date_below_the_text_counts_where_there_is_no_other() -> None:
    assert seen(f"<h1>Ferry saved</h1>{PROSE * 6}<p class='posted'>7 March 2025, Northport</p>") == "2025-03-07"


@pytest.mark.parametrize(
    "elsewhere",
    [
        f"<aside>{OLD}</aside>",
        f"<blockquote><p>So it was said.</p>{OLD}</blockquote>",
        "<p>Updated: 9 March 2025</p>",
        f"{'<div><p>Another article of the same day stands here.</p></div>' * 7}<div>{OLD}</div>",
    ],
)
def test_dates_of_other_articles_of_quotations_and_of_updates_are_none(elsewhere: str) -> None:
    assert seen(f"<h1>Ferry saved</h1>{PROSE * 6}{elsewhere}") == ""


def test_a_time_that_is_stated_for_machines_comes_with_its_clock_and_zone() -> None:
    stated = "<div class='date'>Posted on <time datetime='2025-03-07T10:18:46Z'>7 March</time></div>"
    assert seen(f"<h1>Ferry saved</h1>{stated}{PROSE * 3}") == "2025-03-07T10:18:46Z"


def test_a_time_on_a_line_that_tells_of_an_update_is_no_date_of_publication() -> None:
    lines = "<p>Updated <time datetime='2025-03-09'>Sunday</time>, 9 March 2025</p><p>7 March 2025</p>"
    assert seen(f"<h1>Ferry saved</h1>{lines}{PROSE * 3}") == "2025-03-07"

from briefing.io.readers.blocks import blocks_of
from briefing.io.readers.edges import edged
from briefing.io.readers.html import parse

TITLE = "Ferry stays in service"
LONG = "The two harbour towns agreed on Friday to keep a shared ferry running through the whole winter."
LEAD = "After months of talks the councils have found a way to share the bill."
TEASER = "Where to go when the crowds have left the coast and rooms are cheap again."


def kept(page: str, *found: str) -> list[str]:
    """The words that are the article's once its edges are looked at, where some words were found."""
    blocks = blocks_of(parse(f"<html><body>{page}</body></html>"))
    main = edged([block.text in found for block in blocks], blocks, TITLE)
    return [block.text for block, is_kept in zip(blocks, main, strict=True) if is_kept]


def test_a_lead_between_the_headline_and_the_text_belongs_to_the_article() -> None:
    page = (
        f"<header><h1>{TITLE}</h1><p>{LEAD}</p></header><p>By Ada Stone</p><p>7 March 2025</p><div><p>{LONG}</p></div>"
    )
    assert kept(page, LONG) == [LEAD, LONG]


def test_a_subtitle_without_a_stop_does_where_it_is_marked_as_one() -> None:
    words = "Councils will share the bill for the boat"
    page = "<h1>{0}</h1><h2 class='{1}'>{2}</h2><div><p>{3}</p></div>"
    assert kept(page.format(TITLE, "article-subtitle", words, LONG), LONG) == [words, LONG]
    assert kept(page.format(TITLE, "plain", words, LONG), LONG) == [LONG]


def test_what_stands_there_as_a_caption_or_above_the_headline_does_not() -> None:
    page = f"<p>{TEASER}</p><h1>{TITLE}</h1><p class='photo-caption'>{LEAD}</p><figure>{LEAD}</figure><p>{LONG}</p>"
    assert kept(page, LONG) == [LONG]


def test_a_box_that_is_marked_as_something_beside_the_article_is_left_out() -> None:
    page = f"<h1>{TITLE}</h1>{f'<p>{LONG}</p>' * 3}<div class='authorBio'><p>{TEASER}</p></div>"
    assert kept(page, LONG, TEASER) == [LONG] * 3


def test_a_mark_around_the_whole_article_says_nothing() -> None:
    page = f"<div class='page with-sidebar sidebar'><h1>{TITLE}</h1><p>{LONG}</p></div>"
    assert kept(page, LONG) == [LONG]


def test_headings_that_lead_to_other_pages_take_their_lines_with_them() -> None:
    teasers = "".join(f"<a href='/{i}'><h4>Ten islands</h4></a><p>{TEASER}</p>" for i in range(3))
    assert kept(f"<h1>{TITLE}</h1><p>{LONG}</p><div>{teasers}</div>", LONG, TEASER, "Ten islands") == [LONG]


def test_headings_that_lead_to_themselves_stay() -> None:
    parts = "".join(f"<h2><a href='#p{i}'>Part {i}</a></h2><p>{TEASER}</p>" for i in range(2))
    assert kept(f"<h1>{TITLE}</h1><p>{LONG}</p>{parts}", LONG, TEASER, "Part 0", "Part 1") == [
        LONG, "Part 0", TEASER, "Part 1", TEASER,
    ]  # fmt: skip


def test_a_mark_that_most_of_the_article_carries_says_nothing() -> None:
    paragraphs = "".join(f"<p class='newsletter'>{LONG} {i}</p>" for i in range(9))
    assert len(kept(f"<h1>{TITLE}</h1><p>{LONG}</p>{paragraphs}", LONG, *(f"{LONG} {i}" for i in range(9)))) == 10


def test_what_readers_wrote_is_no_article_however_much_it_is() -> None:
    page = f"<h1>{TITLE}</h1><p>{LONG}</p><h3>{{}}</h3>{f'<p>{TEASER}</p>' * 9}"
    for heading in ("3 Comments", "Kommentare (12)", "Laisser un commentaire", "コメント"):
        assert kept(page.format(heading), LONG, TEASER) == [LONG]
    assert kept(page.format("Comments by the mayor"), LONG, TEASER) == [LONG] + [TEASER] * 9
    comments = f"<div class='comments'>{f'<p>{TEASER}</p>' * 3}</div>"
    assert kept(f"<h1>{TITLE}</h1><p>{LONG}</p>{comments}", LONG, TEASER) == [LONG]


def test_what_stands_above_the_headline_is_no_article() -> None:
    page = f"<p>{TEASER}</p><h1>{TITLE}</h1>{f'<p>{LONG}</p>' * 3}"
    assert kept(page, LONG, TEASER) == [LONG] * 3
    assert kept(f"{f'<p>{LONG}</p>' * 3}<h1>{TITLE}</h1><p>{TEASER}</p>", LONG, TEASER) == [LONG] * 3 + [TEASER]


def test_links_go_with_the_line_that_points_to_them() -> None:
    links = "".join(f"<p><a href='/{i}'>Island number {i}</a></p>" for i in range(2))
    page = f"<h1>{TITLE}</h1><p>{LONG}</p><p>Related articles:</p>{links}<p>{LONG}</p>"
    assert kept(page, LONG, "Related articles:", "Island number 0", "Island number 1") == [LONG, LONG]


def test_words_about_an_author_are_no_lead() -> None:
    about = f"<div class='authorProfile'><div><div><p>{LEAD}</p></div></div></div>"
    assert kept(f"<header><h1>{TITLE}</h1>{about}</header><p>{LONG}</p>", LONG) == [LONG]


def test_what_stands_below_and_outside_the_element_of_the_article_is_none_of_it() -> None:
    text = f"<div class='text'>{f'<p>{LONG}</p>' * 20}</div>"
    page = f"<header><h1>{TITLE}</h1><p>{LEAD}</p></header>{text}<div><p>{TEASER}</p></div>"
    assert kept(page, LONG, LEAD, TEASER) == [LEAD, *[LONG] * 20]


def test_an_article_of_several_elements_is_kept_whole() -> None:
    parts = "".join(f"<section><h2>Part {i}</h2><p>{LONG}</p><p>{TEASER}</p></section>" for i in range(3))
    found = (LONG, TEASER, *(f"Part {i}" for i in range(3)))
    assert len(kept(f"<h1>{TITLE}</h1><div>{parts}</div>", *found)) == 9

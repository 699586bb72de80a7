from random import Random

import pytest

from briefing.domain.source import Kind
from briefing.io.readers.html import read_page

WORDS = ["harbour", "ferry", "winter", "mill", "council", "crew", "fuel", "quay", "storm", "island", "tide", "town"]
MENU = "<ul class='nav'><li><a href='/'>Home</a></li><li><a href='/faq'>Questions</a></li></ul>"
FOOT = "<div id='footer'><p>All of this is run by the harbour office of the town.</p></div>"


def told(number: int, seed: int = 1) -> list[str]:
    """Sentences of words in no order, each other ones."""
    shuffled = Random(seed)
    return [f"The {' '.join(shuffled.choices(WORDS, k=15))}." for _ in range(number)]


def kept(body: str, head: str = "") -> list[str]:
    """The passages of a page that are not folded."""
    source = read_page(f"<html><head>{head}</head><body>{MENU}{body}{FOOT}</body></html>")
    return [source.text[p.start : p.end] for p in source.passages if p.kind is not Kind.NOISE]


def post(number: int, words: str, quote: str = "") -> str:
    return (
        f"<div id='p{number}' class='post bg{number % 2}'><dl class='profile'><dt>sailor{number}</dt>"
        f"<dd>Joined: Tue Mar 01, 2011</dd></dl><div class='postbody'><h3><a href='#p{number}'>Re: Anchors</a></h3>"
        f"<p class='author'>by sailor{number}, Sat Apr 01, 2017 8:10 am</p><div class='content'>{quote}{words}</div>"
        f"<div class='signature'>Fair winds and following seas to all</div></div></div>"
    )


def test_every_post_of_a_thread_is_text_with_what_it_quotes_and_nothing_of_who_wrote_it() -> None:
    words = told(5)
    quote = "<blockquote><p>Mud holds an anchor better than sand does.</p></blockquote>"
    posts = "".join(post(i, text, quote if i == 3 else "") for i, text in enumerate(words))
    thread = kept(f"<h1>Anchors</h1><div>{posts}</div>")
    assert thread == [*words[:3], "Mud holds an anchor better than sand does.", *words[3:]]


def test_a_thread_of_answers_within_answers_is_text_even_where_each_stands_in_a_form() -> None:
    words = told(6)
    inner = ""
    for i, text in enumerate(reversed(words)):
        entry = f"<form class='usertext'><div class='md'><p>{text}</p></div></form><ul><li><a>permalink</a></li></ul>"
        inner = f"<div class='thing id-t{i} comment'><p class='tagline'>by tinker{i}</p>{entry}<div>{inner}</div></div>"
    assert kept(f"<h1>Which anchor?</h1><div class='commentarea'>{inner}</div>") == words


def test_what_readers_wrote_about_an_article_stays_folded() -> None:
    article, comments = told(5), told(12, seed=2)
    body = "".join(f"<p>{text}</p>" for text in article)
    answers = "".join(
        f"<div class='comment' id='comment-{i}'><div class='comment-body'><p>{text}</p></div></div>"
        for i, text in enumerate(comments)
    )
    assert kept(f"<article><h1>Ferry</h1>{body}</article><div id='comments'>{answers}</div>") == article


def test_a_list_of_entries_is_text_with_their_titles() -> None:
    words = told(6)
    entries = "".join(
        f"<article class='post'><h2><a href='/{i}'>Entry number {i}</a></h2><p>{text}</p></article>"
        for i, text in enumerate(words)
    )
    expected = [line for i, text in enumerate(words) for line in (f"Entry number {i}", text)]
    assert kept(f"<div id='content'><h1>Articles</h1>{entries}</div>") == expected


def test_a_shelf_of_things_is_text_where_it_is_the_page_and_none_below_a_thing() -> None:
    things = "".join(
        f"<li class='product'><a href='/{i}'><h2>Canvas bag model {i}, 20 litres</h2></a></li>" for i in range(9)
    )
    shelf = f"<ul class='products'>{things}</ul>"
    assert len(kept(f"<main><h1>Deck bags</h1><p>{told(1)[0]}</p>{shelf}</main>")) == 10
    text = "".join(f"<p>{text}</p>" for text in told(6))
    below = kept(f"<main><h1>Deck bag</h1><div class='description'>{text}</div><h2>Related products</h2>{shelf}</main>")
    assert below == told(6)


@pytest.mark.parametrize("date", ["", '<meta property="article:published_time" content="2025-03-07">'])
def test_the_sections_of_a_page_without_a_date_are_text_with_their_headings(date: str) -> None:
    words = told(6)
    sections = "".join(f"<div class='col feature'><h3>Part {i}</h3><p>{text}</p></div>" for i, text in enumerate(words))
    last = "<section><h2>Asked often</h2><div class='body'>It takes two days in all, and no more.</div></section>"
    page = kept(f"<section><h1>Boat surveys</h1><div class='row'>{sections}</div></section>{last}", date)
    assert ("It takes two days in all, and no more." in page) == (not date)
    assert page[:2] == ["Part 0", words[0]] or date

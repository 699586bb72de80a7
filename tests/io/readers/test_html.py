from random import Random

import pytest

from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind, Source
from briefing.io.readers import read
from tests.pages import DATA_ONLY, FRENCH, NEWS


def said(source: Source, kind: Kind) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages if p.kind is kind]


def test_a_news_page_tells_what_it_is() -> None:
    record = read(NEWS.encode(), "page.html").record
    assert record.title == "Harbour towns agree on winter ferry"
    assert record.authors == ("Ada Stone", "Ben Field")
    assert record.outlet == "The Harbour Gazette"
    assert record.published == "2025-03-07T09:15:00+01:00"
    assert record.updated == "2025-03-07T18:00:00Z"
    assert record.language == "en-GB"
    assert record.address == "https://www.harbourgazette.example/2025/03/07/ferry"
    assert record.media_type == "text/html"


def test_the_article_is_kept_with_its_headings_quotes_items_and_tables() -> None:
    source = read(NEWS.encode(), "page.html")
    assert said(source, Kind.HEADING) == ["Costs shared by weight"]
    assert said(source, Kind.QUOTE)[0].startswith("It is cheaper than a bridge")
    assert len(said(source, Kind.ITEM)) == 2
    paragraphs = said(source, Kind.PARAGRAPH)
    assert paragraphs[0].startswith(
        "The two harbour towns of Northport and Eastquay agreed on Friday to keep a shared ferry"
    )
    assert "three times a day,\nand twice on Sundays" in paragraphs[1]
    assert "Northport\t60%" in paragraphs
    assert paragraphs[-1].startswith("The councils will vote")


def test_the_rest_of_the_page_is_folded_where_it_stands() -> None:
    source = read(NEWS.encode(), "page.html")
    noise = said(source, Kind.NOISE)
    assert noise[:2] == ["Home", "World"]
    assert noise[-1] == "© 2025 The Harbour Gazette. All rights reserved."
    assert {"Also read: Paper mill threatens to move", "Ten islands for a long weekend"} <= set(noise)
    assert "never run" not in source.text
    assert "margin" not in source.text


def test_a_french_page_in_latin_1_is_read_by_its_declaration() -> None:
    source = read(FRENCH.encode("cp1252"), "page.htm")
    record = source.record
    assert record.title == "Le bac restera en service cet hiver"
    assert (record.published, record.language) == ("2025-03-07T18:05", "fr")
    assert len(said(source, Kind.PARAGRAPH)) == 3
    assert "Lire aussi : La papeterie menace de partir" in said(source, Kind.NOISE)


def test_an_article_that_stands_only_in_the_pages_data_is_read_from_there() -> None:
    source = read(DATA_ONLY.encode(), "page.html")
    article = " ".join(said(source, Kind.PARAGRAPH))
    assert "resumed on Sunday" in article
    assert "the hall of the port authority." in article


def test_a_page_is_known_by_its_content_whatever_it_is_called() -> None:
    assert read(NEWS.encode(), "page.txt").record.media_type == "text/html"
    assert read(b"Plain words, no page at all, are plain words.", "page.html").record.media_type == "text/plain"


def test_nothing_is_fetched_for_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page must not reach for the network")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    assert read(NEWS.replace("<head>", '<head><base href="https://elsewhere.example/">').encode(), "p.html").text


def test_broken_and_bare_pages_still_give_their_words() -> None:
    page = "<html><body><p>An unclosed paragraph about the ferry, which sails at noon<div><table><td>and a cell"
    assert "about the ferry, which sails at noon" in read(page.encode(), "x.html").text


def test_deep_nesting_is_read_without_recursion() -> None:
    page = "<html><body>" + "<div>" * 5000 + "<p>The ferry sails at noon.</p>" + "</div>" * 5000
    assert "The ferry sails at noon." in read(page.encode(), "x.html").text


def test_a_hidden_word_does_not_part_its_paragraph() -> None:
    page = "<html><body><p>The ferry <span style='display: none'>(advert)</span> sails at noon.</p></body></html>"
    assert read(page.encode(), "x.html").text == "The ferry sails at noon."


def test_hidden_blocks_are_left_out() -> None:
    menu = "<ul hidden><li><a href='/'>Never seen</a></li></ul>"
    assert "Never seen" not in read(NEWS.replace("<header>", f"<header>{menu}").encode(), "x.html").text


def test_lines_with_code_among_their_words_belong_to_the_article() -> None:
    prose = "".join(
        f"<p>The ferry sails on day {i} of the week, as the council decided in spring.</p>" for i in range(9)
    )
    code = "<h2>The <code>sail</code> order</h2><p>Use <code>sail()</code>.</p>"
    page = f"<html><head><title>Ferry</title></head><body><main><h1>Ferry</h1>{prose}{code}{prose}</main></body></html>"
    source = read(page.encode(), "page.html")
    words = [source.text[p.start : p.end] for p in source.passages if p.kind is not Kind.NOISE]
    assert "The sail order" in words
    assert "Use sail()." in words


def test_control_characters_and_a_root_that_closes_itself_spoil_no_page() -> None:
    page = NEWS.replace('<html lang="en-GB">', '<html lang="en-GB" />').replace("three times", "three\x10 times")
    source = read(page.encode(), "page.html")
    assert source.record.title == "Harbour towns agree on winter ferry"
    assert "three times a day" in source.text
    assert len(said(source, Kind.PARAGRAPH)) == len(said(read(NEWS.encode(), "page.html"), Kind.PARAGRAPH))


def test_an_article_inside_a_navigation_that_was_never_closed_is_read() -> None:
    page = NEWS.replace("</nav>", "").replace("<main>", "").replace("</main>", "")
    assert len(said(read(page.encode(), "page.html"), Kind.PARAGRAPH)) >= 4


def test_a_page_that_is_far_too_long_is_refused_before_an_article_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefing.io.readers.html.LIMIT_CHARACTERS", 1000)
    monkeypatch.setattr("briefing.io.readers.html.is_main", None)
    with pytest.raises(BriefingError, match="more than 20 million characters"):
        read(NEWS.encode(), "page.html")


def test_everything_seen_on_a_page_too_long_for_a_search_is_its_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.io.readers.main_text._LONGEST", 100)
    source = read(NEWS.replace("<h2>", "<p>A line beside the text</p><h2>").encode(), "page.html")
    assert "A line beside the text" in said(source, Kind.PARAGRAPH)


def test_an_article_is_found_whole_where_a_short_one_stands_before_it() -> None:
    words = ["harbour", "ferry", "winter", "mill", "council", "crew", "fuel", "quay", "storm", "island", "tide", "town"]
    shuffled = Random(1)
    told = [f"The {' '.join(shuffled.choices(words, k=18))}." for _ in range(24)]
    short, long = ("".join(f"<p>{words}</p>" for words in some) for some in (told[:4], told[4:]))
    page = f"<html><body><article><h2>Ferry</h2>{short}</article><div class='wrap'>{long}</div></body></html>"
    assert said(read(page.encode(), "page.html"), Kind.PARAGRAPH)[-20:] == told[4:]


def test_a_refrain_and_lines_of_code_are_no_captions_that_stand_again() -> None:
    verses = [
        line for i in range(4) for line in (f"The boats lie by the quay number {i}", "And the tide comes in again")
    ]
    sung = "".join(f"<p>{verse}</p>" for verse in verses)
    page = f"<html><body><div class='song'><h1>Harbour song</h1>{sung}</div></body></html>"
    assert said(read(page.encode(), "page.html"), Kind.PARAGRAPH) == verses
    step = "<p>Before each start of the ferry the crew looks at the gauge, and enters what it says in the book.</p>"
    page = f"<html><body><main><h1>Gauge</h1>{f'{step}<pre>gauge read</pre>' * 3}{step}</main></body></html>"
    assert said(read(page.encode(), "page.html"), Kind.PARAGRAPH).count("gauge read") == 3


def test_a_paragraph_that_the_parser_would_drop_is_refused_in_words() -> None:
    page = f"<html><body><h1>Ferry</h1><p>{'word ' * 2_100_000}</p></body></html>"
    with pytest.raises(BriefingError, match="more than 10 million characters"):
        read(page.encode(), "page.html")


def test_documentation_keeps_its_wrapped_headings_its_listings_and_its_sections_of_items() -> None:
    told = "The gauge of the ferry is read before each start, and what it says is entered in the book on the bridge."
    wrapped = "<div class='titlepage'><div><h3>Reading it</h3></div></div>"
    listing = "<figure><figcaption>Listing 1</figcaption><pre>gauge read --all</pre></figure>"
    options = "<dl><dt>--all</dt><dd><p>Reads each gauge in turn</p></dd><dt>--one</dt><dd><p>Reads one</p></dd></dl>"
    text = (
        f"<p>{told}</p><p>{told.replace('ferry', 'launch')}</p>{wrapped}{listing}<p>{told.replace('book', 'log')}</p>"
    )
    sections = f"<div class='sect1'><h2>Gauge</h2>{text}</div><div class='sect1'><h2>Options</h2>{options}</div>"
    source = read(f"<html><body><h1>gauge</h1><div id='content'>{sections}</div></body></html>".encode(), "page.html")
    assert {"Reading it", "Options"} <= set(said(source, Kind.HEADING))
    assert "gauge read --all" in said(source, Kind.PARAGRAPH)
    assert said(source, Kind.ITEM) == ["--all", "Reads each gauge in turn", "--one", "Reads one"]


def test_the_works_that_an_article_refers_to_stay_its_text() -> None:
    told = "The tides of a harbour are told from its tables, which are printed each year by the office of the port."
    works = "".join(f"<li>Stone, A. (20{i}). On tides. Harbour Studies {i}(2), 10-20.</li>" for i in range(10, 15))
    body = f"<p>{told}</p><p>{told.replace('year', 'month')}</p><h2>References</h2><ol class='references'>{works}</ol>"
    source = read(f"<html><body><article><h1>Tides</h1>{body}</article></body></html>".encode(), "page.html")
    assert said(source, Kind.HEADING)[-1] == "References"
    assert len(said(source, Kind.ITEM)) == 5


def test_declarations_in_the_document_type_are_no_words_and_open_nothing() -> None:
    head = '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    source = read(
        f"{head}<html><body><article><p>The ferry sails at &e; noon.</p></article></body></html>".encode(), "a.html"
    )
    assert source.text == "The ferry sails at &e; noon."

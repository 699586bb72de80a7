import pytest

from briefing.domain.source import Record
from briefing.io.readers.blocks import blocks_of
from briefing.io.readers.facts import Facts, tag_of
from briefing.io.readers.html import parse


def facts(head: str, body: str = "<h1>Ferry saved</h1><p>The ferry sails at noon.</p>", address: str = "") -> Record:
    tree = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    return Facts(tree, blocks_of(tree), address).record()


def data(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    "head",
    [
        data('{"@type": "NewsArticle", "datePublished": "2025-03-07T09:15:00+01:00"}'),
        data('[{"@type": "WebPage"}, {"@type": ["Article", "NewsArticle"], "datePublished": "2025-03-07T09:15+0100"}]'),
        data('{"@graph": [{"@type": "BlogPosting", "datePublished": "2025-03-07T09:15:00+01:00"}]}'),
        data('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2025-03-07 09:15:00 +01:00"}}'),
        data('<!-- {"@type": "Article", "datePublished": "2025-03-07T09:15:00+01:00"} -->'),
        data('{"@type": "Article", "headline": "A "broken" one", "datePublished": "2025-03-07T09:15:00+01:00"}'),
        '<meta property="article:published_time" content="2025-03-07T09:15:00+01:00">',
        '<meta name="DC.date.issued" content="2025-03-07T09:15:00+01:00">',
        '<meta itemprop="datePublished" content="2025-03-07T09:15:00+01:00">',
    ],
)
def test_the_date_is_told_with_its_zone_wherever_it_stands(head: str) -> None:
    assert facts(head).published[:16] == "2025-03-07T09:15"
    assert facts(head).published.endswith("+01:00")


@pytest.mark.parametrize(
    "body",
    [
        "<time datetime='2024-01-02'>Old</time><h1>Ferry saved</h1><time datetime='2025-03-07'>Friday</time>",
        "<h1>Ferry saved</h1><p>Published on 7 March 2025</p>",
        "<h1>Ferry saved</h1><p>Friday, 7 March 2025</p>",
        "<h1>Ferry saved</h1><div class='post-date'>Friday the 7th: 07.03.2025 (ed.)</div>",
        "<h1>Ferry saved</h1><time>Updated 9 March 2025</time><time>7 March 2025</time>",
    ],
)
def test_the_date_on_the_face_of_the_page_is_read(body: str) -> None:
    assert facts("", body + "<p>The ferry sails at noon.</p>").published == "2025-03-07"


def test_the_address_tells_a_date_where_nothing_else_does() -> None:
    assert facts("", address="https://harbour.example/2025/03/07/ferry").published == "2025-03-07"


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("2025-03-08T00:30:00+01:00", "2025-03-08T00:30:00+01:00"),
        ("2025-03-01", "2025-03-01"),
        ("2027-01-05T09:00:00Z", "2025-03-07"),
    ],
)
def test_an_address_that_is_dated_days_before_what_is_stated_tells_the_first_publication(
    stated: str, published: str
) -> None:
    head = f'<meta property="article:published_time" content="{stated}">'
    assert facts(head, address="https://harbour.example/2025/03/07/ferry").published == published


def test_numbers_on_an_american_page_have_the_month_first() -> None:
    body = "<h1>Ferry saved</h1><p>Posted 3/7/25 8:00am</p><p>The ferry sails at noon.</p>"
    assert facts("", body, "https://harbour.example/ferry").published == "2025-07-03T08:00"
    assert facts("", body, "https://harbour-example.com/ferry").published == "2025-03-07T08:00"


def test_a_page_that_tells_only_its_update_is_dated_by_it() -> None:
    told = facts('<meta property="article:modified_time" content="2025-03-09T10:00:00Z">')
    assert (told.published, told.updated) == ("2025-03-09T10:00:00Z", "2025-03-09T10:00:00Z")


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (
            data('{"@type": "Article", "headline": "F", "author": "Ada Stone and Ben Field"}'),
            ("Ada Stone", "Ben Field"),
        ),
        (
            data('{"@type": "Article", "headline": "F", "author": [{"name": "Ada Stone"}, {"name": "Ada Stone"}]}'),
            ("Ada Stone",),
        ),
        ('<meta name="author" content="By Ada Stone">', ("Ada Stone",)),
        ('<meta name="author" content="https://harbour.example/ada">', ()),
        ("", ()),
    ],
)
def test_authors_are_people_once_each(head: str, authors: tuple[str, ...]) -> None:
    assert facts(head).authors == authors


def test_canonical_addresses_are_made_whole() -> None:
    link = '<link rel="canonical" href="/2025/ferry">'
    assert facts(link, address="https://harbour.example/x?y").address == "https://harbour.example/2025/ferry"
    assert facts('<link rel="canonical" href="javascript:alert(1)">').address == ""


@pytest.mark.parametrize(
    ("stated", "tag"),
    [
        ("en", "en"),
        ("en_US", "en-US"),
        ("ZH-hans-cn", "zh-Hans-CN"),
        ("de-DE, en", "de-DE"),
        ("english", ""),
        ("", ""),
        ("und", ""),
    ],
)
def test_languages_are_written_as_bcp_47_has_it(stated: str, tag: str) -> None:
    assert tag_of(stated) == tag


TAILED = '<title>Ferry saved | The Example Post</title><meta property="og:title" content="Ferry saved">'
TEXT = "<h1>Ferry saved</h1><p>The ferry sails at noon.</p>"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("", "<footer><p>© 2026 The Example Post. All rights reserved.</p></footer>"),
        ("", "<p>Copyright 2019-2026 by Example Post Media Ltd</p>"),
        ("", '<img class="site-logo" src="/x.svg" alt="The Example Post">'),
        ("", '<img src="/logo.svg" alt="Example Post logo">'),
        ('<meta name="twitter:site" content="@ExamplePost">', ""),
    ],
)
def test_the_tail_of_a_title_is_the_outlet_where_the_page_confirms_it(head: str, foot: str) -> None:
    record = facts(TAILED + head, TEXT + foot)
    assert (record.outlet, record.title) == ("The Example Post", "Ferry saved")


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (TAILED, ""),
        (TAILED, "<p>© 2026 The Harbour Gazette</p>"),
        (TAILED, '<img src="/ferry.jpg" alt="The Example Post">'),
        (TAILED.replace("The Example Post", "Opinion"), "<p>© 2026 The Harbour Gazette</p>"),
        ("<title>Ferry saved | Opinion | The Example Post of all the towns there are</title>", "<p>© 2026 Opinion</p>"),
    ],
)
def test_a_tail_that_nothing_confirms_is_no_outlet(head: str, foot: str) -> None:
    assert facts(head, TEXT + foot).outlet == ""


@pytest.mark.parametrize(
    "mark",
    [
        '<a class="headerlink" href="#ferry" title="Link to this heading">¶</a>',
        '<a class="headerlink" href="#ferry">\uf0c1</a>',
        '<a class="headerlink" href="#ferry"><i>Link</i></a>',
        '<a href="https://harbour.example/page.html#ferry">#</a>',
    ],
)
def test_the_mark_that_links_to_a_heading_is_no_text(mark: str) -> None:
    blocks = blocks_of(parse(f"<h1>Ferry saved{mark}</h1><p>It sails at noon{mark}.</p>"))
    assert [block.text for block in blocks] == ["Ferry saved", "It sails at noon."]


def test_a_link_of_words_or_to_another_page_stays_text() -> None:
    blocks = blocks_of(parse('<p>See <a href="#ferry">the ferry</a> and <a href="/hash">#</a>.</p>'))
    assert [block.text for block in blocks] == ["See the ferry and #."]

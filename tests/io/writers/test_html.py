"""The evidence pack: one file, no script, nothing from outside, every citation with its passage."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from lxml import html

from briefing.domain.document import compose
from briefing.domain.options import Citing, Counting, Options
from briefing.io.writers.html import write
from tests.notes import typed, whole_note
from tests.random_notes import random_note, random_options

PACK = Options(has_evidence=True)


def _page(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(data.decode())


def _faults(page: html.HtmlElement) -> list[str]:
    ids = [str(e.get("id")) for e in page.iter() if e.get("id")]
    found = [f"{id_} stands twice" for id_ in set(ids) if ids.count(id_) > 1]
    links = [str(a.get("href")) for a in page.iter("a")]
    found += [f"{link} leads nowhere" for link in links if link.startswith("#") and link[1:] not in ids]
    found += [f"{e.tag} is not wanted" for e in page.iter("script", "img", "link", "iframe", "object", "form")]
    found += [f"{e.tag} has {key}" for e in page.iter() for key in e.attrib if key.startswith("on") or key == "style"]
    return found


def test_nothing_is_loaded_and_the_policy_says_so() -> None:
    data = write(compose(whole_note(), PACK))
    page = _page(data)
    assert _faults(page) == []
    policy = str(page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0])
    style = data.decode().split("<style>")[1].split("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style


def test_every_footnote_opens_its_passage_in_place() -> None:
    note = whole_note()
    document = compose(note, PACK)
    page = _page(write(document))
    for footnote in document.footnotes:
        (details,) = page.xpath(f"//details[div/@id='note-{footnote.number}']")
        assert details.xpath(".//mark")[0].text_content() == note.excerpt(footnote.excerpt).quote
        assert page.xpath(f"//mark[@id='excerpt-{footnote.excerpt}']")


def test_articles_are_whole_with_numbers_and_records() -> None:
    note = whole_note()
    page = _page(write(compose(note, PACK)))
    for source in note.sources:
        (article,) = page.xpath(f"//article[@id='source-{source.id}']")
        shown = "".join(re.sub(r"\d+", "", p.text_content()) for p in article.xpath(".//div[@class='p']"))
        kept = re.sub(r"\d+", "", source.text)
        assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", kept)
    assert "B2" in page.text_content()


@pytest.mark.parametrize("seed", range(15))
def test_random_notes_have_no_broken_place(seed: int) -> None:
    options = random_options(seed)
    options = Options(PACK.page, options.notes, options.citing, options.counting, has_annex=True, has_evidence=True)
    assert _faults(_page(write(compose(random_note(seed), options)))) == []


def test_what_is_typed_stays_text() -> None:
    page = _page(write(compose(typed("<script>alert(1)</script> & <b>x</b>"), PACK)))
    assert _faults(page) == []
    assert "<script>alert(1)</script> & <b>x</b>" in page.text_content()


def test_citations_in_the_text_lead_to_their_passage() -> None:
    options = Options(citing=Citing.AUTHOR_DATE, counting=Counting.PARAGRAPHS, has_evidence=True)
    page = _page(write(compose(whole_note(), options)))
    assert _faults(page) == []
    assert page.xpath("//a[@href='#excerpt-x3'][contains(text(), 'Author & Author 2025')]")


def test_the_same_note_gives_the_same_bytes() -> None:
    assert write(compose(whole_note(), PACK)) == write(compose(whole_note(), PACK))


def test_the_marking_stands_in_the_margins_of_printed_pages() -> None:
    page = write(compose(whole_note(), PACK)).decode()
    assert '@top-right { content: "TLP:AMBER"' in page
    odd = write(compose(replace(whole_note(), marking='A"; } <b>\\'), PACK)).decode()
    assert '@top-right { content: "A  b"' in odd
    assert "@page" not in write(compose(replace(whole_note(), marking=""), PACK)).decode()

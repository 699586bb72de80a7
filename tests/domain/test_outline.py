import pytest

from briefing.domain.outline import Outline, outline
from briefing.domain.source import Kind
from tests.noisy import BLOG, GERMAN, JAPANESE, MINISTRY, WIRE


def words(text: str, kind: Kind, told: Outline | None = None) -> list[str]:
    told = told or outline(text)
    return [" ".join(text[p.start : p.end].split()) for p in told.passages if p.kind is kind]


def test_wire_copy_wrapped_by_hand_has_its_headings_and_whole_paragraphs() -> None:
    told = outline(WIRE)
    assert told.title == "HARBOUR TOWNS AGREE ON WINTER FERRY AFTER TWO DAYS OF TALKS"
    assert told.authors == ("Ada Stone", "Ben Field")
    assert words(WIRE, Kind.HEADING) == [told.title, "COSTS SHARED BY WEIGHT"]
    paragraphs = words(WIRE, Kind.PARAGRAPH)
    assert paragraphs[0].startswith("NORTHPORT, March 7")
    assert paragraphs[0].endswith("since the autumn storms.")
    assert len(paragraphs) >= 4
    assert words(WIRE, Kind.NOISE) == ["By Ada Stone and Ben Field", "© 2025 Gazette Wire. All rights reserved."]


def test_a_blog_loses_its_menu_captions_and_buttons() -> None:
    told = outline(BLOG)
    assert told.title == "What the ferry teaches about patience"
    assert told.published == "2025-03-07"
    assert words(BLOG, Kind.HEADING) == [told.title, "The second lesson is about company"]
    assert len(words(BLOG, Kind.PARAGRAPH)) == 2
    assert words(BLOG, Kind.ITEM)[-1] == "- Bring patience."
    noise = words(BLOG, Kind.NOISE)
    assert noise.count("Ferry in the morning fog") == 2
    assert {"Home", "5 min read", "Facebook", "Ten islands for a long weekend"} <= set(noise)


def test_a_press_release_keeps_its_numbered_headings_and_its_list() -> None:
    told = outline(MINISTRY)
    assert told.title == "Minister opens consultation on herring quotas for the coming season"
    assert told.published == "2025-03-07"
    assert words(MINISTRY, Kind.HEADING) == [told.title, "1. Background", "2. Proposal"]
    assert [item[:3] for item in words(MINISTRY, Kind.ITEM)] == ["(a)", "(b)", "(c)"]
    assert "The ministry proposes the following steps:" in words(MINISTRY, Kind.PARAGRAPH)
    assert {"Skip to main content", "Date: 7 March 2025", "Back to top"} <= set(words(MINISTRY, Kind.NOISE))


def test_a_german_page_is_cleaned_by_the_same_rules() -> None:
    told = outline(GERMAN)
    assert told.title == "Fähre bleibt im Winter in Betrieb"
    assert told.authors == ("Klara Muster",)
    assert (told.published, told.updated) == ("2025-03-07T18:05", "2025-03-07T18:05")
    assert words(GERMAN, Kind.HEADING) == [told.title, "Kosten werden geteilt"]
    assert len(words(GERMAN, Kind.PARAGRAPH)) == 2
    assert words(GERMAN, Kind.NOISE)[-1] == "Herbststürme richten Schäden an"


def test_a_japanese_page_is_cleaned_by_the_same_rules() -> None:
    told = outline(JAPANESE)
    assert told.title == "冬の連絡船、運航継続で二つの港町が合意"
    assert told.published == "2025-03-07T18:05"
    assert words(JAPANESE, Kind.HEADING) == [told.title, "費用の分担"]
    assert len(words(JAPANESE, Kind.PARAGRAPH)) == 2
    assert words(JAPANESE, Kind.NOISE)[-2:] == ["関連記事", "製紙工場、移転を示唆"]


@pytest.mark.parametrize("heading", ["Trade with the U.S.", "What comes next?", "THE PRICE OF ICE", "3. Findings"])
def test_a_short_line_alone_above_its_text_is_a_heading(heading: str) -> None:
    prose = "The ferry sailed at noon, and it carried four hundred tonnes of paper to the mill."
    assert words(f"Title of the page\n\n{prose}\n\n{heading}\n\n{prose}", Kind.HEADING)[-1] == heading


@pytest.mark.parametrize(
    "line", ["He wrote on the quay:", "“Not one of us slept”", "It sank.", "- The last of the ships"]
)
def test_a_short_line_that_belongs_to_the_prose_is_none(line: str) -> None:
    prose = "The ferry sailed at noon, and it carried four hundred tonnes of paper to the mill."
    assert line not in words(f"Title of the page\n\n{prose}\n\n{line}\n\n{prose}", Kind.HEADING)


def test_a_last_line_announces_nothing() -> None:
    prose = "The ferry sailed at noon, and it carried four hundred tonnes of paper to the mill."
    assert words(f"{prose}\n\nThe Harbour Board", Kind.HEADING) == []


POEM = """The ferryman's song

The river runs to the sea, my love,
And carries the leaves away.

Row, brother, row to the harbour light
The river runs to the sea

The mill wheel turns in the winter dark,
The snow lies deep on the weir.

Row, brother, row to the harbour light
The river runs to the sea
"""


def test_a_refrain_is_no_caption() -> None:
    assert all(passage.kind is not Kind.NOISE for passage in outline(POEM).passages)


def test_a_caption_that_a_page_shows_again_is_folded_as_before() -> None:
    prose = "The ferry sails at noon and carries paper for the mill, and the towns agree on the price of a ticket."
    text = (
        f"Ferry sails all winter\n\nThe ferry at Northport\n\n{prose}\n\nThe ferry at Northport\n\n{prose[:60]} again."
    )
    assert [p.kind for p in outline(text).passages].count(Kind.NOISE) == 2


def test_the_dateline_of_an_agency_dates_the_article_where_nothing_else_does() -> None:
    body = "The ferry sails at noon and carries paper for the mill, and the towns agree on the price of a ticket."
    text = f"Ferry sails all winter\n\nNORTHPORT, March 7, 2025 (Wire) - {body}\n\nUpdated March 8, 2025"
    told = outline(text)
    assert (told.published, told.updated) == ("2025-03-07", "2025-03-08")

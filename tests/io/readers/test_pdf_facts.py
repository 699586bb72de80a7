import pytest

from briefing.domain.source import Kind
from briefing.io.readers.blocks import Block
from briefing.io.readers.pdf_facts import record_of

HEADLINE = "The ferry sails all winter, two towns agree"
BODY = Block("The ferry between the two towns will sail all winter, both said on Friday.", page=1)


def titled(stated: str, *headings: tuple[str, int], edge: str = "") -> str:
    blocks = [Block(edge, Kind.NOISE, page=1)] if edge else []
    blocks += [Block(words, Kind.HEADING, level, page=1) for words, level in headings]
    return record_of([*blocks, BODY], {"Title": stated}).title


@pytest.mark.parametrize(
    "stated",
    [
        *("Untitled", "untitled-3", "Unbenannt 1", "Document1", "Slide 1", "about:blank", "PowerPoint Presentation"),
        *("Microsoft Word - ferry_v2 final.docx", "Microsoft Word - Document1", "ferry.indd", "2025-11-final_FERRY"),
        *(
            "https://gazette.example/2025/ferry?id=7",
            "file:///home/ada/ferry.html",
            "C:\\Users\\Ada\\ferry",
            "www.gazette.example",
        ),
        *("ferry-sails-all-winter", "ferry_sails all_winter", "12345", "A template for papers", ""),
    ],
)
def test_what_a_program_states_does_not_win_over_the_headline_that_is_seen(stated: str) -> None:
    assert titled(stated, (HEADLINE, 1)) == HEADLINE


def test_a_stated_title_that_is_seen_tells_which_heading_is_the_headline() -> None:
    assert titled(HEADLINE, ("The Gazette of Harbours and Ships", 1), (HEADLINE, 2)) == HEADLINE
    assert titled("The ferry sails all winter", (HEADLINE, 2)) == HEADLINE
    assert titled(f"Microsoft Word - {HEADLINE}", ("Gazette", 1), (HEADLINE, 3)) == HEADLINE


def test_a_page_printed_by_a_browser_is_called_as_its_headline_and_comes_from_the_address_at_its_edge() -> None:
    edge = "https://www.gazette.example/ferry 1/3"
    assert titled(f"{HEADLINE} | The Gazette", (HEADLINE, 1), edge=edge) == HEADLINE
    assert titled(f"{HEADLINE} - The Gazette", edge=edge) == HEADLINE
    blocks = [Block(edge, Kind.NOISE, page=1), BODY, Block("https://www.gazette.example/ferry 2/3", Kind.NOISE, page=2)]
    assert record_of(blocks, {}).address == "https://www.gazette.example/ferry"
    other = Block("https://gazette.example/other", Kind.NOISE, page=2)
    assert record_of([*blocks, other], {}).address == ""


def test_a_masthead_in_large_letters_is_no_headline_where_there_is_one() -> None:
    assert titled("", ("The Gazette", 1), (HEADLINE, 2)) == HEADLINE
    assert titled("", ("Ferries", 1)) == "Ferries"


def test_without_a_headline_the_stated_title_is_taken_if_it_is_one() -> None:
    assert titled("The ferry and its winter") == "The ferry and its winter"
    assert titled("The ferry and its winter", ("Summary", 3)) == "The ferry and its winter"
    assert titled("untitled") == ""


def test_a_page_printed_by_a_browser_names_its_outlet_where_its_address_confirms_it() -> None:
    edge = Block("https://www.harbourgazette.example/ferry 1/3", Kind.NOISE, page=1)
    told = {"Title": f"{HEADLINE} | Harbour Gazette"}
    assert record_of([edge, BODY], told).outlet == "Harbour Gazette"
    assert record_of([BODY], told).outlet == ""

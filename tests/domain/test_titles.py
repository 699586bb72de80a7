import pytest

from briefing.domain.titles import choose_title, outlet_in, repeats, without_outlet

HEADLINE = "Harbour towns agree on winter ferry"


@pytest.mark.parametrize(
    ("title", "outlet", "host"),
    [
        (f"{HEADLINE} | The Harbour Gazette", "", ""),
        (f"{HEADLINE} - The Harbour Gazette", "The Harbour Gazette", ""),
        (f"{HEADLINE} – harbourgazette.example", "", "www.harbourgazette.example"),
        (f"{HEADLINE} | World | Harbour Gazette", "Harbour Gazette", ""),
        (f"{HEADLINE} - Gazette News", "", ""),
        (f"HG » {HEADLINE}", "HG", ""),
        (HEADLINE, "The Harbour Gazette", ""),
    ],
)
def test_the_name_of_the_outlet_is_taken_off_a_title(title: str, outlet: str, host: str) -> None:
    assert without_outlet(title, outlet, host) == HEADLINE


@pytest.mark.parametrize(
    "title",
    [
        "Ferry deal – what it means for the mill",
        "North-South talks",
        "Ferry 2025/26: a timeline",
        "Herring: a stock in peril",
    ],
)
def test_separators_inside_a_headline_stay(title: str) -> None:
    assert without_outlet(title, "The Harbour Gazette", "harbourgazette.example") == title


def test_the_heading_that_the_data_confirm_is_the_title() -> None:
    given = ["Harbour towns agree on winter ferry - Gazette", "Ferry"]
    assert choose_title(given, ["The Harbour Gazette", "Harbour towns agree on winter ferry"]) == HEADLINE


def test_without_a_heading_the_given_title_stands() -> None:
    assert choose_title(["Ferry saved | Gazette"], ["Newsletter"]) == "Ferry saved"
    assert choose_title([], ["Ferry saved"]) == "Ferry saved"
    assert choose_title([], []) == ""


def test_the_outlet_is_known_by_the_host_that_confirms_it() -> None:
    assert outlet_in(["Ferry saved | The Harbour Gazette"], "www.harbourgazette.example") == "The Harbour Gazette"
    assert outlet_in(["Ferry saved | Opinion"], "www.harbourgazette.example") == ""


def test_a_kicker_before_the_headline_is_no_part_of_the_title() -> None:
    heading = "Quarrel over the boat Ferry stays in service"
    assert (
        choose_title(["Ferry stays in service | Harbour News"], [heading], "Harbour News") == "Ferry stays in service"
    )
    assert repeats(heading.upper(), "Ferry stays in service")


def test_the_sign_that_links_to_a_heading_is_no_part_of_the_title() -> None:
    assert choose_title(["Ferry guide — Ferry 2.1"], ["Ferry guide¶"]) == "Ferry guide"
    assert repeats("Ferry guide ¶", "Ferry guide")


def test_an_outlet_is_known_by_the_initials_and_the_last_word_of_its_name() -> None:
    title = "Ferry deal saves the winter crossing"
    assert without_outlet(f"{title} - The New Harbour Times", host="www.nhtimes.example") == title
    assert without_outlet(f"{title} - The New Harbour Times", host="other.example") != title

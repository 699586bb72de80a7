import pytest

from briefing.domain.titles import Headings, choose_title, outlet_in, repeats, without_outlet

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
    assert choose_title(given, Headings(["The Harbour Gazette", "Harbour towns agree on winter ferry"])) == HEADLINE


def test_without_a_heading_the_given_title_stands() -> None:
    assert choose_title(["Ferry saved | Gazette"], Headings(["Newsletter"])) == "Ferry saved"
    assert choose_title([], Headings(["Ferry saved"])) == "Ferry saved"
    assert choose_title([], Headings()) == ""


def test_the_outlet_is_known_by_the_host_that_confirms_it() -> None:
    assert outlet_in(["Ferry saved | The Harbour Gazette"], "www.harbourgazette.example") == "The Harbour Gazette"
    assert outlet_in(["Ferry saved | Opinion"], "www.harbourgazette.example") == ""


def test_a_kicker_before_the_headline_is_no_part_of_the_title() -> None:
    heading = "Quarrel over the boat Ferry stays in service"
    assert (
        choose_title(["Ferry stays in service | Harbour News"], Headings([heading]), "Harbour News")
        == "Ferry stays in service"
    )
    assert repeats(heading.upper(), "Ferry stays in service")


def test_the_sign_that_links_to_a_heading_is_no_part_of_the_title() -> None:
    assert choose_title(["Ferry guide — Ferry 2.1"], Headings(["Ferry guide¶"])) == "Ferry guide"
    assert repeats("Ferry guide ¶", "Ferry guide")


def test_an_outlet_is_known_by_the_initials_and_the_last_word_of_its_name() -> None:
    title = "Ferry deal saves the winter crossing"
    assert without_outlet(f"{title} - The New Harbour Times", host="www.nhtimes.example") == title
    assert without_outlet(f"{title} - The New Harbour Times", host="other.example") != title


def test_the_heading_right_above_the_article_is_the_title_even_where_the_data_say_it_otherwise() -> None:
    given = ["Councils vote to keep the boat | Gazette", "Councils vote to keep the boat"]
    headings = Headings(above=["Gazette", HEADLINE], near=HEADLINE)
    assert choose_title(given, headings) == HEADLINE
    assert choose_title(given, Headings(above=["News"], near="News")) == given[1]
    assert choose_title(given, Headings(above=[HEADLINE], elsewhere=[given[1]], near=HEADLINE)) == given[1]


def test_words_that_run_on_to_a_heading_are_no_part_of_the_title() -> None:
    assert choose_title([HEADLINE], Headings([f"{HEADLINE}Gazette of the Harbour"])) == HEADLINE


def test_of_two_headings_that_agree_the_one_above_the_article_is_the_title() -> None:
    given = ["Towns agree on the ferry", f"{HEADLINE} - Gazette"]
    assert choose_title(given, Headings(above=[HEADLINE], elsewhere=[given[0]])) == HEADLINE


def test_words_in_guillemets_are_not_cut_off_as_an_outlet() -> None:
    title = "Le maire « assume » et « revendique » sa méthode"
    assert without_outlet(f"{title} » Le Courrier", "Le Courrier") == title
    assert choose_title([f"{title} - Le Courrier"], Headings()) == title


def test_a_title_that_was_cut_off_gives_way_to_the_whole_one() -> None:
    assert choose_title([f"{HEADLINE[:20]}...", f"{HEADLINE} | Gazette"], Headings()) == HEADLINE


def test_a_site_that_names_itself_first_does_not_give_its_name_to_the_article() -> None:
    given = [f"Pages of a sailor | {HEADLINE}"]
    assert choose_title(given, Headings(above=[HEADLINE])) == HEADLINE
    assert choose_title(["gazette.example", HEADLINE], Headings(), host="gazette.example") == HEADLINE

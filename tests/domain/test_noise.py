import pytest

from briefing.domain.noise import dateline_in, is_furniture, names_in, publication_in, repeated, update_in

FURNITURE = [
    "Also read: Harbour talks enter a second week",
    "Read more about the harbour",
    "ALSO READ: Harbour talks enter a second week",
    "ЧИТАЙТЕ ТАКЖЕ: порт открыт",
    "PHOTO: MINISTRY OF FISHERIES",
    "Related Articles",
    "Join WhatsApp",
    "Join our Telegram channel",
    "Join Now",
    "Subscribe to our newsletter",
    "Sign up for the morning briefing and never miss a story.",
    "Share this article",
    "Advertisement",
    "Story continues below",
    "We use cookies to improve your experience.",
    "Skip to main content",
    "Photo: Ministry of Fisheries",
    "(Photo by a staff photographer)",
    "Getty Images",
    "5 min read",
    "© 2025 Harbour Gazette",
    "All rights reserved",
    "Copyright ⓒ Harbour Gazette",
    "Continue reading the main story",
    "A version of this article appears in print on March 8, Section A.",
    "For the latest news from the coast, download the Gazette app.",
    "Source: wires",
    "المصدر : وكالات",
    "kmu/dpa",
    "Ada Stone ada.stone@gazette.example",
    "Tags: harbour, ice",
    "12 comments",
    "* * *",
    "Lesen Sie auch: Der Hafen bleibt offen",
    "À lire aussi : le port reste ouvert",
    "Te puede interesar: el puerto sigue abierto",
    "Leggi anche",
    "Leia também: o porto continua aberto",
    "Lees ook: de haven blijft open",
    "Читайте также: порт открыт",
    "Czytaj także: port otwarty",
    "関連記事",
    "相关阅读：港口",
    "관련기사",
    "اقرأ أيضا: الميناء مفتوح",
    "Anzeige",
    "Publicité",
    "Suscríbete a nuestro boletín",
]
ARTICLE = [
    "Related parties met in the harbour on Monday to talk about ice.",
    "Watch officers at the harbour saw the ships first.",
    "Join forces or lose the port, the minister told both towns.",
    "Copyright law is changing in the region.",
    "Share prices fell by three per cent after the talks.",
    "Read carefully, the treaty says nothing of the sort.",
    "Follow the money, the auditors said.",
    "More than forty ships were counted.",
    "Photographs of the harbour were shown to the committee.",
    "The port stays open",
    "Next steps",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_the_furniture_of_a_page_is_noise(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_the_words_of_an_article_are_not(line: str) -> None:
    assert not is_furniture(line)


def test_a_long_paragraph_is_never_furniture() -> None:
    assert not is_furniture("Subscribe or leave, the chairman said. " + "The members talked about it for hours. " * 6)


def test_a_line_with_an_update_tells_its_date() -> None:
    assert update_in("📝 Last updated on: March 7, 2025 2:35 pm") == "2025-03-07T14:35"
    assert (
        update_in("The law was updated on March 7, 2025 after a debate that had lasted for more than a whole year")
        == ""
    )


def test_a_line_with_a_publication_tells_its_date() -> None:
    assert publication_in("Veröffentlicht am 7. März 2025") == "2025-03-07"
    assert publication_in("Friday, 7 March 2025") == "2025-03-07"
    assert publication_in("The harbour closed on 7 March 2025 for repairs") == ""


def test_a_byline_names_its_authors() -> None:
    assert names_in("By Ada Stone and Ben van der Meer | Harbour Desk") == ("Ada Stone", "Ben van der Meer")
    assert names_in("Von Klara Muster") == ("Klara Muster",)
    assert names_in("By noon the ice had melted") == ()


def test_short_lines_that_stand_again_are_captions() -> None:
    lines = [
        "Ice in the harbour",
        "A sentence stands twice.",
        "Ice in the harbour",
        "A sentence stands twice.",
        "Yes",
        "Yes",
    ]
    assert repeated(lines) == {0, 2}
    assert repeated(lines, exempt=[0]) == {2}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("NORTHPORT, March 7, 2025 (Wire) - The ferry sails.", "2025-03-07"),
        ("BERLIN, 7. März 2025 – Die Fähre fährt.", "2025-03-07"),
        ("KYIV, Ukraine, March 7, 2025 (AP) — The ferry sails.", "2025-03-07"),
        ("WASHINGTON/Northport, Mar. 7, 2025 — The ferry sails.", "2025-03-07"),
        ("LONDON (Reuters) - The ferry sails since 2025.", ""),
        ("NATO said on March 7, 2025 - so it is told", ""),
        ("Northport, which closed on March 7, 2025 - so it is told", ""),
    ],
)
def test_the_dateline_of_an_agency_is_read_behind_a_place_in_capitals(text: str, date: str) -> None:
    assert dateline_in(text) == date


def test_both_dates_may_stand_on_one_line() -> None:
    line = "Publié le 7 mars 2025 à 14h05, mis à jour le 8 mars 2025 à 09h10"
    assert (publication_in(line), update_in(line)) == ("2025-03-07T14:05", "2025-03-08T09:10")


def test_a_paper_or_a_post_behind_a_name_is_no_second_author() -> None:
    assert names_in("By Ada Stone, Harbour Gazette") == ("Ada Stone",)
    assert names_in("By Ada Stone, Political Editor, and Jan Mill") == ("Ada Stone", "Jan Mill")

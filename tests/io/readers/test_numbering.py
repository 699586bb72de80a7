from itertools import starmap

from lxml import etree

from briefing.io.readers.numbering import Numbering, roman

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def level(depth: int, figures: str, words: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{figures}"/><w:lvlText w:val="{words}"/>'
        "</w:lvl>"
    )


def numbering(*levels: str, more: str = "") -> Numbering:
    """One kind of list, counted on as list 1 and list 2; more is said of list 3."""
    lists = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="0"/></w:num>' for key in (1, 2))
    third = f'<w:num w:numId="3"><w:abstractNumId w:val="0"/>{more}</w:num>'
    kind = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return Numbering(etree.fromstring(f'<w:numbering xmlns:w="{W}">{kind}{lists}{third}</w:numbering>'))


def labels(counted: Numbering, *paragraphs: tuple[str, int]) -> list[str]:
    return list(starmap(counted.label, paragraphs))


def test_levels_are_counted_within_each_other() -> None:
    counted = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "(%3)"))
    paragraphs = [("1", depth) for depth in (0, 1, 1, 2, 0, 1)]
    assert labels(counted, *paragraphs) == ["1.", "a)", "b)", "(i)", "2.", "a)"]


def test_articles_and_their_paragraphs_bear_the_numbers_of_both() -> None:
    counted = numbering(level(0, "upperRoman", "Article %1"), level(1, "decimal", "%1.%2", start=3))
    assert labels(counted, ("1", 0), ("1", 1), ("1", 1), ("1", 0)) == ["Article I", "I.3", "I.4", "Article II"]


def test_lists_of_one_kind_are_counted_on_unless_they_begin_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    counted = numbering(level(0, "decimal", "%1."), more=anew)
    assert labels(counted, ("1", 0), ("2", 0), ("3", 0), ("3", 0)) == ["1.", "2.", "1.", "2."]


def test_bullets_and_unknown_lists_have_no_number() -> None:
    counted = numbering(level(0, "bullet", "o"))
    assert labels(counted, ("1", 0), ("1", 5), ("9", 0), ("", 0)) == ["", "", "", ""]
    assert Numbering(None).label("1", 0) == ""


def test_roman_figures() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 49, 90, 1990)] == [
        *("i", "iv", "ix", "xiv", "xl", "xlix", "xc", "mcmxc")
    ]

from lxml import etree

from briefing.io.readers.odt_lists import Lists

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = f'xmlns:text="{OASIS}:text:1.0" xmlns:style="{OASIS}:style:1.0"'


def level(at: int, figures: str, more: str = 'style:num-suffix="."') -> str:
    return f'<text:list-level-style-number text:level="{at}" style:num-format="{figures}" {more}/>'


def lists(*levels: str) -> Lists:
    """The lists of a document with one style, L."""
    return Lists(
        etree.fromstring(f'<x {NAMES}><text:list-style style:name="L">{"".join(levels)}</text:list-style></x>')
    )


def test_items_are_counted_from_the_start_of_each_list() -> None:
    counted = lists(level(1, "1"))
    counted.open("L", 0, goes_on=False)
    assert [counted.label("L", 0), counted.label("L", 0)] == ["1.", "2."]
    counted.open("L", 0, goes_on=False)
    assert counted.label("L", 0) == "1."


def test_a_list_that_goes_on_counts_on_and_an_item_may_set_its_number() -> None:
    counted = lists(level(1, "1"))
    counted.open("L", 0, goes_on=False)
    counted.label("L", 0)
    counted.open("L", 0, goes_on=True)
    assert [counted.label("L", 0), counted.label("L", 0, "7"), counted.label("L", 0)] == ["2.", "7.", "8."]


def test_levels_show_the_numbers_above_them_where_they_are_said_to() -> None:
    counted = lists(level(1, "I"), level(2, "a", 'style:num-suffix=")" text:display-levels="2" text:start-value="2"'))
    counted.open("L", 0, goes_on=False)
    counted.label("L", 0)
    counted.open("L", 1, goes_on=False)
    assert [counted.label("L", 1), counted.label("L", 1)] == ["I.b)", "I.c)"]


def test_bullets_have_no_number() -> None:
    counted = lists()
    counted.open("L", 0, goes_on=False)
    assert counted.label("L", 0) == ""

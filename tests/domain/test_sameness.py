from dataclasses import replace

import pytest

from briefing.domain.sameness import Double, Likeness, double_of
from briefing.domain.source import Kind, Source
from tests.builders import source

STORY = (
    "The two harbour towns agreed on Friday to keep a shared ferry running through the winter. "
    "It is cheaper than a bridge, the mayor said, and quicker than any of the roads around the bay.\n\n"
    "The council will vote in March on the fares, which have not changed since the ferry was built."
)
OTHER = (
    "Rice growers on the southern plain expect a smaller harvest after a dry spring, and traders have begun to buy "
    "grain abroad. The ministry says that its stores will last until autumn, whatever the weather brings."
)


def known(text: str = STORY, address: str = "", sha256: str = "") -> Source:
    made = source(text)
    return replace(made, id="S1", record=replace(made.record, address=address, sha256=sha256))


def likeness(double: Double | None) -> Likeness | None:
    return double.likeness if double else None


def test_another_article_is_no_double() -> None:
    assert double_of(source(OTHER), [known(address="https://a.example/1")]) is None


def test_the_same_text_is_told_whatever_file_it_came_in() -> None:
    assert likeness(double_of(source(STORY), [known(OTHER), known()])) is Likeness.TEXT


def test_a_text_that_a_source_had_earlier_is_told() -> None:
    newer = replace(known(OTHER), earlier=(known(),))
    assert double_of(source(STORY), [newer]) == Double(newer, Likeness.TEXT)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.news.example/ferry/",
        "http://news.example/ferry#comments",
        "https://news.example/ferry?utm_source=mail&fbclid=1",
    ],
)
def test_the_same_address_is_told_however_it_is_linked(address: str) -> None:
    new = known(OTHER, address)
    assert likeness(double_of(new, [known(address="https://news.example/ferry")])) is Likeness.ADDRESS


def test_pages_that_differ_in_their_query_are_two() -> None:
    new = known(OTHER, "https://news.example/?id=2")
    assert double_of(new, [known(address="https://news.example/?id=1")]) is None


def test_an_edited_and_a_longer_text_are_nearly_the_same() -> None:
    edited = STORY.replace("Friday", "Saturday").replace("’", "'")
    assert likeness(double_of(source(edited), [known()])) is Likeness.NEAR
    assert likeness(double_of(source(f"{STORY}\n\n{OTHER}"), [known()])) is Likeness.NEAR


def test_a_quotation_of_an_article_in_a_much_longer_one_is_no_double() -> None:
    long = "\n\n".join(f"{n} {OTHER.replace('a', str(n))}" for n in range(9))
    assert double_of(source(f"{long}\n\n{STORY}"), [known()]) is None


def test_noise_that_two_pages_share_does_not_make_them_one() -> None:
    menu = "\n".join(f"Section {n} of the paper with all its many news of every day" for n in range(30))
    pages = [source(f"{text}\n{menu}") for text in (STORY.replace("\n\n", " "), OTHER)]
    folded = [
        replace(page, passages=(page.passages[0], *(replace(p, kind=Kind.NOISE) for p in page.passages[1:])))
        for page in pages
    ]
    assert double_of(pages[0], [pages[1]]) is not None
    assert double_of(folded[0], [folded[1]]) is None


def test_the_surest_double_is_told_first() -> None:
    near = replace(known(STORY.replace("Friday", "Monday")), id="S1")
    same = replace(known(), id="S2")
    found = double_of(source(STORY), [near, same])
    assert found is not None
    assert found.source.id == "S2"

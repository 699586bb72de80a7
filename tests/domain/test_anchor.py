import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefing.domain.anchor import CONTEXT, Anchor, Found, Match, describe
from briefing.domain.locating import locate


def test_an_anchor_is_found_where_it_was_described() -> None:
    text = "The pact was signed. The pact was kept."
    assert locate(text, describe(text, 21, 29)) == Match(Found.EXACT, 21, 29)


def test_a_repeated_quote_is_told_apart_by_its_context() -> None:
    text = "The pact was signed. The pact was kept."
    anchor = describe(text, 21, 29)
    assert locate("Yesterday. " + text, anchor) == Match(Found.MOVED, 32, 40)


def test_a_quote_that_does_not_stand_in_the_text_is_lost() -> None:
    text = "The pact was signed."
    assert locate("Nothing was agreed.", describe(text, 0, 8)).found is Found.LOST


@pytest.mark.parametrize("anchor", [Anchor(0, 0, ""), Anchor(-5, 3, "pact"), Anchor(400, 404, "pact")])
def test_positions_outside_the_text_are_only_a_hint(anchor: Anchor) -> None:
    match = locate("The pact was kept.", anchor)
    assert match == (Match(Found.MOVED, 4, 8) if anchor.exact else Match(Found.LOST))


PIECES = st.text(alphabet="abc é\u0301👩‍🚀🇫🇷שלוםسلام\u00a0\u202f\n—“”", max_size=30)


@given(PIECES, PIECES, PIECES)
def test_an_anchor_describes_the_code_points_it_was_made_from(before: str, quote: str, after: str) -> None:
    text = f"{before}{quote}x{after}"
    anchor = describe(text, len(before), len(before) + len(quote) + 1)
    assert anchor.exact == quote + "x"
    assert text.startswith(anchor.prefix + anchor.exact + anchor.suffix, anchor.start - len(anchor.prefix))
    assert len(anchor.prefix) == min(CONTEXT, anchor.start)
    assert len(anchor.suffix) == min(CONTEXT, len(text) - anchor.end)
    assert locate(text, anchor) == Match(Found.EXACT, anchor.start, anchor.end)


@given(PIECES, PIECES, PIECES, PIECES)
@example("a", "", "a", "")
@example("bb bb  bb bb bbb  b ", "b", "", "b")
def test_a_quote_that_moved_keeps_its_place_among_its_neighbours(new: str, before: str, quote: str, after: str) -> None:
    assume(before or after)  # all of a text that moved into another: only its own words tell of it then
    text = f"{before}<{quote}>{after}"
    anchor = describe(text, len(before), len(before) + len(quote) + 2)
    later = f"{new}#{text}"
    assert locate(later, anchor) == Match(Found.MOVED, anchor.start + len(new) + 1, anchor.end + len(new) + 1)

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.course import Expected, Taken, are_of_one_text, course_of, longest_rise

PLACES = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=12, unique=True).map(sorted)


def _rises(places: list[tuple[int, int]]) -> bool:
    return all(earlier[1] < later[1] for earlier, later in pairwise(places))


@given(PLACES)
def test_the_longest_rise_is_as_long_as_trying_all_finds(places: list[tuple[int, int]]) -> None:
    found = longest_rise(places)
    subsets = ([p for i, p in enumerate(places) if mask >> i & 1] for mask in range(1 << len(places)))
    assert _rises(found)
    assert set(found) <= set(places)
    assert len(found) == max(len(subset) for subset in subsets if _rises(subset))


def test_a_quote_is_expected_as_far_from_its_neighbours_as_it_was() -> None:
    course = course_of([(0, 10), (100, 160), (200, 260)])
    assert course is not None
    assert [course.expected(at).at for at in (110, 190, 300)] == [170, 250, 360]
    expected = course.expected(110)
    assert expected.cost(170) == 0
    assert 0 < expected.cost(250) < expected.cost(280)


@pytest.mark.parametrize("places", [[], [(0, 0), (5, 5)], [(0, 90), (10, 60), (20, 30), (30, 0)]])
def test_too_few_places_and_places_out_of_order_give_no_course(places: list[tuple[int, int]]) -> None:
    assert course_of(places) is None


def test_a_quote_without_an_old_position_may_stand_anywhere() -> None:
    assert Expected(None).cost(10**9) == 0


def test_a_place_that_surely_was_elsewhere_is_taken() -> None:
    taken = Taken([(100, 400, 20)])
    assert taken.by_another(10, 405)
    assert not taken.by_another(105, 405)
    assert not taken.by_another(10, 425)


def test_pieces_that_contradict_each_other_are_not_of_one_text() -> None:
    text = "The pact was signed in Oslo on Monday."
    pieces = [(at, text[at : at + 12]) for at in range(0, 30, 5)]
    assert are_of_one_text(pieces)
    assert are_of_one_text([*pieces, (2, "e")])
    assert not are_of_one_text([*pieces, (9, "was broken")])
    assert are_of_one_text([])

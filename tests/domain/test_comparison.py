from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.comparison import Stretch, compare

TEXTS = st.lists(st.sampled_from(["the", "pact", "was", "é", "“so”", "👩‍🚀", "\n\n", "kept."]), max_size=30).map(
    " ".join
)


def _drawn(old: str, new: str) -> list[str]:
    return [
        old[s.old_start : s.old_end].strip()
        if s.is_same
        else f"-{old[s.old_start : s.old_end].strip()}+{new[s.new_start : s.new_end].strip()}"
        for s in compare(old, new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "drawn"),
    [
        ("It was kept.", "It was kept.", ["It was kept."]),
        ("It was kept.", "It  was\n\nkept.", ["It was kept."]),
        ("It was kept.", "It was broken.", ["It was", "-kept+broken", "."]),
        ("It was kept.", "It was never kept.", ["It was", "-+never", "kept."]),
        ("It was never kept.", "It was kept.", ["It was", "-never+", "kept."]),
        ("", "New.", ["-+New."]),
        ("Old.", "", ["-Old.+"]),
        ("", "", [""]),
        ("Old news.", "New.", ["-Old news+New", "."]),
    ],
)
def test_two_texts_are_compared_word_by_word(old: str, new: str, drawn: list[str]) -> None:
    assert _drawn(old, new) == drawn


@given(TEXTS, TEXTS)
def test_stretches_cover_both_texts_and_same_ones_have_the_same_words(old: str, new: str) -> None:
    stretches = compare(old, new)
    assert "".join(old[s.old_start : s.old_end] for s in stretches) == old
    assert "".join(new[s.new_start : s.new_end] for s in stretches) == new
    assert all(
        old[s.old_start : s.old_end].split() == new[s.new_start : s.new_end].split() for s in stretches if s.is_same
    )
    assert all(one.is_same != other.is_same for one, other in pairwise(stretches))


def test_what_moved_far_is_taken_out_and_put_in() -> None:
    sentences = [f"Sentence {number} tells of {number * 7} boats." for number in range(200)]
    old = " ".join(sentences)
    new = " ".join([*sentences[5:], *sentences[:5]])
    assert [s.is_same for s in compare(old, new)] == [False, True, False]


def test_a_whole_text_of_other_words_is_one_stretch() -> None:
    assert compare("a b c " * 20_000, "d e " * 50_000) == (Stretch(False, 0, 120_000, 0, 200_000),)  # noqa: FBT003

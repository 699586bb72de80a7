from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.ends import differing, shared_ends

SEQUENCES = st.lists(st.integers(0, 2), max_size=12)


@given(SEQUENCES, SEQUENCES)
def test_what_is_shared_is_the_same_and_as_much_as_there_is(old: list[int], new: list[int]) -> None:
    head, tail = shared_ends(old, new)
    shorter = min(len(old), len(new))
    assert old[:head] == new[:head]
    assert old[len(old) - tail :] == new[len(new) - tail :]
    assert head + tail <= shorter
    if head + tail < shorter:
        assert old[head] != new[head]
        assert old[-tail - 1] != new[-tail - 1]


@given(SEQUENCES, SEQUENCES, SEQUENCES, SEQUENCES)
def test_what_differs_stands_between_the_ends(
    head: list[int], tail: list[int], gone: list[int], come: list[int]
) -> None:
    was, now = head + gone + tail, head + come + tail
    left, right = differing(was, now)
    begin, end = shared_ends(was, now)
    assert was[:begin] + list(right) + was[len(was) - end :] == now
    assert len(left) <= len(gone)
    assert len(right) <= len(come)


def test_equal_sequences_differ_in_nothing() -> None:
    assert differing("same", "same") == ("", "")
    assert shared_ends((), ()) == (0, 0)

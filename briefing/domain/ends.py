"""Ends: what two sequences share at the beginning and at the end, so that work is done on the difference alone.

Parts of a note that an edit did not touch are the same objects before and after, and comparing those costs nothing.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def shared_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many things two sequences share at the beginning and at the end, none counted twice."""
    was, now = len(old), len(new)
    shorter = min(was, now)
    head = _most(shorter, lambda low, high: old[low:high] == new[low:high])
    tail = _most(shorter - head, lambda low, high: old[was - high : was - low] == new[now - high : now - low])
    return head, tail


def _most(limit: int, is_same: Callable[[int, int], bool]) -> int:
    """How many things, up to a limit, are the same from the first on; what is asked is whether those between two are.

    Halving compares slices, which is done without a step of Python for each of thousands of things.
    """
    if is_same(0, limit):
        return limit
    low, high = 0, limit
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_same(low, middle) else (low, middle)
    return low


def differing(old: Sequence[T], new: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """What stands in one sequence between the ends that it shares with another, and what stands there in the other."""
    head, tail = shared_ends(old, new)
    return old[head : len(old) - tail], new[head : len(new) - tail]

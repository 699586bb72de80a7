"""Anchors on revisions whose truth is known: how many passages are found rightly, and how few wrongly."""

from collections import Counter
from collections.abc import Iterable

import pytest

from briefing.domain.anchor import Anchor, Found, Match
from briefing.domain.locating import locate, locate_all
from tests.fuzz.revisions import Case, Revision, revision

SIZES = (20, 60, 150, 600)  # sentences of an article
ALIKE = 0.75  # part of two passages together that both must cover to be the same place


def _anchor(case: Case) -> Anchor:
    return Anchor(case.start, case.end, case.exact, case.prefix, case.suffix)


def _verdict(case: Case, match: Match) -> str:
    if match.start is None or match.end is None:
        return "right" if case.low is None else "lost"
    if case.low is None or case.high is None:
        return "wrong"
    shared = min(match.end, case.high) - max(match.start, case.low)
    return "right" if shared >= ALIKE * (max(match.end, case.high) - min(match.start, case.low)) else "wrong"


def _revisions(seeds: Iterable[int]) -> Iterable[Revision]:
    return (revision(seed, SIZES[seed % len(SIZES)], quotes=40) for seed in seeds)


def _rates(verdicts: Counter[tuple[str, str]]) -> tuple[float, float, float]:
    """Right of all, right of those in edited words, wrong of all."""
    count = sum(verdicts.values())
    right = sum(number for (_, verdict), number in verdicts.items() if verdict == "right")
    wrong = sum(number for (_, verdict), number in verdicts.items() if verdict == "wrong")
    edited = sum(number for (kind, _), number in verdicts.items() if kind == "edited")
    return right / count, verdicts["edited", "right"] / edited, wrong / count


def test_passages_of_edited_articles_are_found_rightly_or_given_up_each_alone() -> None:
    verdicts = Counter(
        (case.kind, _verdict(case, locate(one.new, _anchor(case))))
        for one in _revisions(range(40))
        for case in one.cases
    )
    right, edited, wrong = _rates(verdicts)
    assert right >= 0.98, verdicts
    assert edited >= 0.92, verdicts
    assert wrong <= 0.02, verdicts


@pytest.mark.long
def test_five_thousand_passages_of_edited_articles_keep_to_the_three_rates() -> None:
    verdicts: Counter[tuple[str, str]] = Counter()
    for one in _revisions(range(130)):
        matches = locate_all(one.new, [_anchor(case) for case in one.cases])
        verdicts.update((case.kind, _verdict(case, match)) for case, match in zip(one.cases, matches, strict=True))
    right, edited, wrong = _rates(verdicts)
    assert sum(verdicts.values()) > 5_000
    assert right >= 0.98, verdicts
    assert edited >= 0.92, verdicts
    assert wrong <= 0.015, verdicts


def test_the_way_a_passage_was_found_is_told_honestly() -> None:
    for one in _revisions(range(3)):
        for case, match in zip(one.cases, locate_all(one.new, [_anchor(c) for c in one.cases]), strict=True):
            words = None if match.start is None else one.new[match.start : match.end]
            if match.found is Found.EXACT:
                assert (words, match.start) == (case.exact, case.start)
            elif match.found is Found.MOVED:
                assert words == case.exact
            elif match.found is Found.CHANGED:
                assert words
                assert words != case.exact
            else:
                assert words is None

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.anchor import Found, describe
from briefing.domain.note import Excerpt
from briefing.domain.source import Kind, Source
from briefing.ui.highlights import Highlights
from tests.articles import article

_LONG = replace(article(*("word " * 60 for _ in range(20))), id="S1")
_RANGES = st.lists(st.tuples(st.integers(0, 5900), st.one_of(st.integers(1, 400), st.integers(1, 6000))), max_size=25)


def _excerpts(source: Source, ranges: list[tuple[int, int]]) -> tuple[Excerpt, ...]:
    ends = [(start, min(start + length, len(source.text))) for start, length in ranges]
    return tuple(Excerpt(f"x{n}", "S1", None, describe(source.text, *bounds)) for n, bounds in enumerate(ends, 1))


@given(_RANGES, _RANGES, st.integers(0, 6000), st.integers(1, 700))
def test_what_is_in_sight_is_found_after_any_change(
    before: list[tuple[int, int]], after: list[tuple[int, int]], start: int, length: int
) -> None:
    highlights = Highlights(_LONG)
    kept = _excerpts(_LONG, before)
    highlights.show(kept)
    changed = (*kept[::2], *_excerpts(_LONG, after))
    changed = tuple({excerpt.id: excerpt for excerpt in changed}.values())
    highlights.show(changed)
    found = highlights.between(start, start + length)
    assert {e.id for e in found} == {e.id for e in changed if e.start < start + length and e.end > start}
    assert [e.start for e in found] == sorted(e.start for e in found)


@given(_RANGES, st.lists(st.tuples(st.integers(0, 6000), st.integers(1, 700)), min_size=1, max_size=5))
def test_looking_first_at_one_page_and_then_at_others_finds_the_same(
    ranges: list[tuple[int, int]], looks: list[tuple[int, int]]
) -> None:
    source = replace(article("word " * 60_000), id="S1")
    excerpts = _excerpts(source, [(start * 50, length) for start, length in ranges])
    highlights = Highlights(source)
    highlights.show(excerpts)
    for first, length in looks:
        start, end = first * 50, first * 50 + length
        found = highlights.between(start, end)
        assert {e.id for e in found} == {e.id for e in excerpts if e.start < end and e.end > start}


def test_what_is_taken_back_and_filed_again_is_found() -> None:
    highlights = Highlights(_LONG)
    for excerpts in (_excerpts(_LONG, [(0, 9)]), (), _excerpts(_LONG, [(50, 9), (5000, 9)]), ()):
        highlights.show(excerpts)
        assert highlights.between(0, 6000) == list(excerpts)


@given(_RANGES)
def test_bars_that_overlap_stand_in_different_lanes(ranges: list[tuple[int, int]]) -> None:
    excerpts = _excerpts(_LONG, ranges)
    highlights = Highlights(_LONG)
    highlights.show(excerpts)
    lanes = {e.id: highlights.lane(e) for e in excerpts}
    for one in excerpts:
        for other in excerpts:
            if one is not other and one.start < other.end and other.start < one.end:
                assert lanes[one.id] != lanes[other.id]


def test_a_lane_is_used_again_as_soon_as_it_is_free() -> None:
    highlights = Highlights(_LONG)
    excerpts = _excerpts(_LONG, [(0, 50), (10, 20), (900, 50)])
    highlights.show(excerpts)
    assert [highlights.lane(e) for e in excerpts] == [0, 1, 0]


def test_the_innermost_excerpt_comes_first_and_one_that_ends_here_last() -> None:
    highlights = Highlights(_LONG)
    highlights.show(_excerpts(_LONG, [(0, 100), (40, 20), (10, 40)]))
    assert [e.id for e in highlights.at(50)] == ["x2", "x1", "x3"]


def test_excerpts_of_other_sources_and_lost_ones_are_not_shown() -> None:
    mine, other, lost = _excerpts(_LONG, [(0, 9), (0, 9), (0, 9)])
    highlights = Highlights(_LONG)
    highlights.show((mine, replace(other, source="S2"), replace(lost, found=Found.LOST)))
    assert [e.id for e in highlights.between(0, 100)] == ["x1"]


def test_nothing_has_changed_if_only_another_source_has() -> None:
    mine, other = _excerpts(_LONG, [(0, 9), (0, 9)])
    highlights = Highlights(_LONG)
    assert highlights.show((mine,))
    assert not highlights.show((mine, replace(other, source="S2")))


@given(_RANGES, _RANGES)
def test_the_share_that_is_filed_follows_every_change(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    highlights = Highlights(_LONG)
    kept = _excerpts(_LONG, before)
    highlights.show(kept)
    assert 0 <= highlights.share <= 1
    changed = (*kept[::2], *(replace(e, id=f"y{e.id}") for e in _excerpts(_LONG, after)))
    highlights.show(changed)
    filed = {at for e in changed for at in range(e.start, e.end)}
    body = {at for passage in _LONG.passages for at in range(passage.start, passage.end)}
    assert highlights.share == pytest.approx(len(filed & body) / len(body))


def test_noise_is_no_part_of_the_share() -> None:
    noisy = replace(_LONG, passages=(*_LONG.passages[:-1], replace(_LONG.passages[-1], kind=Kind.NOISE)))
    highlights = Highlights(noisy)
    assert highlights.share == 0
    last = noisy.passages[-2].end
    highlights.show(_excerpts(noisy, [(0, last)]))
    assert highlights.share == 1
    assert Highlights(replace(_LONG, text="", passages=())).share == 0

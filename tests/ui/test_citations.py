"""What chips say follows the note, and after a change only what changed is looked at."""

from collections.abc import Callable

import pytest

from briefing.domain.edits import (
    add_source,
    mark_passage,
    move_excerpt,
    remove_excerpt,
    shift_excerpt,
)
from briefing.domain.note import Note
from briefing.domain.source import Kind
from briefing.ui.citations import MISSING, citations, renewed
from tests.ui.notes import article, bare_note, filed


def three() -> Note:
    return filed(filed(filed(bare_note(), 1, "agenda"), 2, "energy"), 3, "energy")


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (lambda n: filed(n, 1, "risks"), set()),
        (lambda n: remove_excerpt(n, "x2"), set()),
        (lambda n: move_excerpt(n, "x2", "risks"), {"x2"}),
        (lambda n: shift_excerpt(n, "x1", 4, 20), {"x1"}),
        (lambda n: remove_excerpt(filed(n, 3, None), "x1"), set()),
    ],
)
def test_a_change_of_excerpts_gives_what_a_new_look_would(edit: Callable[[Note], Note], changed: set[str]) -> None:
    before = three()
    after = edit(before)
    known, ids = renewed(citations(before), before, after)
    assert known == citations(after)
    assert ids == changed


@pytest.mark.parametrize("edit", [lambda n: mark_passage(n, "S1", 0, Kind.NOISE), lambda n: add_source(n, article())])
def test_a_change_of_sources_may_change_every_chip(edit: Callable[[Note], Note]) -> None:
    before = three()
    known, ids = renewed(citations(before), before, edit(before))
    assert known == citations(edit(before))
    assert ids == {"x1", "x2", "x3"}


def test_the_tally_of_a_section_counts_excerpts_and_sources() -> None:
    tally = citations(three()).tally("energy")
    assert (tally.excerpts, tally.sources) == (2, 1)


def test_a_chip_whose_excerpt_is_gone_shows_a_question_mark() -> None:
    known = citations(three())
    assert known.label("x9") == MISSING
    assert known.section_index("x9") is None
    assert known.source_of("x9") is None

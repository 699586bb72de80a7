"""What a drop on a section does to the note, told by its blocks before and after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.errors import WrongUse
from briefing.domain.note import Note
from briefing.ui.mime import DraggedBlocks, DraggedRange
from briefing.ui.section_drops import dropped, move_blocks
from tests.ui.notes import bare_note, filed, written


def texts(note: Note, key: str) -> list[str]:
    return [b.text for b in note.section(key).blocks]


def lettered() -> Note:
    return written(written(bare_note(), "agenda", *"abcdef"), "energy", *"xyz")


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 6))
def test_blocks_moved_within_a_section_stand_together_in_their_order(one: int, other: int, to: int) -> None:
    first, last = sorted((one, other))
    letters = list("abcdef")
    moved = letters[first : last + 1]
    before = [x for x in letters[:to] if x not in moved]
    behind = [x for x in letters[to:] if x not in moved]
    after = move_blocks(lettered(), DraggedBlocks("agenda", first, last), "agenda", to)
    assert texts(after, "agenda") == before + moved + behind


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 3))
def test_blocks_moved_to_another_section_stand_together_there(one: int, other: int, to: int) -> None:
    first, last = sorted((one, other))
    letters = list("abcdef")
    after = move_blocks(lettered(), DraggedBlocks("agenda", first, last), "energy", to)
    assert texts(after, "agenda") == letters[:first] + letters[last + 1 :]
    assert texts(after, "energy") == [*"xyz"[:to], *letters[first : last + 1], *"xyz"[to:]]


def test_blocks_that_are_not_there_are_not_moved() -> None:
    with pytest.raises(WrongUse):
        move_blocks(lettered(), DraggedBlocks("agenda", 4, 6), "energy", 0)


def test_a_dropped_selection_is_filed_with_its_quote_at_the_place_of_the_drop() -> None:
    note = lettered()
    step = dropped(DraggedRange("S1", 0, 29), note, "energy", 1)
    assert step is not None
    after = step.edit(note)
    assert step.label == "File excerpt in Energy"
    assert texts(after, "energy") == ["x", "The ministers meet on Monday.", "y", "z"]
    assert after.excerpt("x1").section == "energy"


def test_a_dropped_excerpt_moves_and_one_at_home_stays() -> None:
    note = filed(lettered(), 2, "agenda")
    step = dropped("x1", note, "energy")
    assert step is not None
    assert texts(step.edit(note), "energy") == ["x", "y", "z", "Prices rise by a tenth."]
    assert step.label == "Move to Energy"
    assert dropped("x1", note, "agenda") is None

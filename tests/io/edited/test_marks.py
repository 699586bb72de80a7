"""Markdown that comes back: untouched, edited by hand, rewrapped."""

import pytest

from briefing.domain.document import compose
from briefing.domain.errors import BriefingError
from briefing.domain.note import Citation, Note, Style, Words
from briefing.domain.readback import Kind, ReadBack, accept, read_back
from briefing.io.edited.marks import read_marks
from briefing.io.writers.markdown import write
from tests.notes import typed, whole_note
from tests.random_notes import random_note


def _read(note: Note, text: str) -> ReadBack:
    sent = compose(note)
    return read_back(sent, read_marks(text.encode(), sent))


def _written(note: Note) -> str:
    return write(compose(note)).decode()


def test_an_untouched_note_proposes_nothing() -> None:
    assert _read(whole_note(), _written(whole_note())) == ReadBack(())


@pytest.mark.parametrize("seed", range(20))
def test_an_untouched_random_note_loses_no_word(seed: int) -> None:
    note = random_note(seed)
    for proposal in _read(note, _written(note)).proposals:
        assert proposal.before is not None
        assert proposal.after is not None
        assert proposal.before.text.split() == proposal.after.text.split()
        assert proposal.before.citations == proposal.after.citations


def test_typed_marks_are_text_and_real_ones_citations() -> None:
    assert _read(typed("[^s1p3] and [^x]: y"), _written(typed("[^s1p3] and [^x]: y"))).proposals == ()


def test_edits_by_hand_are_proposed_and_accepted() -> None:
    note = whole_note()
    text = _written(note)
    text = text.replace("Two sessions and a **joint statement**[^s1p3]", "Three sessions,\nand a _draft_[^s1p3][^new]")
    text = text.replace("- A signature", "A line of the editor.\n\n- A signature") + "\n[^new]: A note of the editor.\n"
    changed, added = _read(note, text).proposals
    assert changed.kind is Kind.CHANGED
    assert changed.after is not None
    assert changed.after.runs == (
        *(Words("Three sessions, and a "), Words("draft", italic=True), Citation("x3")),
        Words(" [A note of the editor.]"),
    )
    assert (added.kind, added.is_uncited) == (Kind.ADDED, True)
    after = accept(note, (changed, added)).section("agenda").blocks
    assert [b.text for b in after][:3] == [changed.after.text, "What each side wants", "A line of the editor."]
    assert after[3].style is Style.BULLET


def test_a_section_of_another_note_is_shown() -> None:
    found = _read(
        whole_note(), _written(whole_note()).replace("## Sources", "## Elsewhere\n\nPasted in.\n\n## Sources")
    )
    assert [edited.block.text for edited in found.unplaced] == ["Pasted in."]


def test_a_file_that_is_no_text_is_one_sentence() -> None:
    sent = compose(whole_note())
    with pytest.raises(BriefingError, match="not UTF-8"):
        read_marks(b"\xff\xfe\x00", sent)

from dataclasses import replace

from briefing.domain.anchor import Found
from briefing.domain.note import Citation, Note
from briefing.domain.soundness import mend, unsound
from briefing.domain.source import Kind, Passage
from tests.builders import draw, note

SOUND = note("S1: The pact was signed.\n# energy\n> @S1:4-8\nown words @x1")


def test_a_note_made_by_edits_is_sound_and_mending_it_changes_nothing() -> None:
    assert list(unsound(SOUND)) == []
    assert mend(SOUND) == SOUND


def _mended(broken: Note) -> Note:
    assert list(unsound(broken))
    mended = mend(broken)
    assert list(unsound(mended)) == []
    return mended


def test_a_citation_of_nothing_goes_and_the_words_stay() -> None:
    assert draw(_mended(replace(SOUND, excerpts=()))).endswith("# energy\n> pact\nown words")


def test_an_excerpt_at_the_wrong_place_is_found_again_or_lost_with_its_words() -> None:
    moved = replace(SOUND.excerpts[0], anchor=replace(SOUND.excerpts[0].anchor, start=0, end=4))
    assert _mended(replace(SOUND, excerpts=(moved,))).excerpts[0].found is Found.MOVED
    gone = replace(moved, anchor=replace(moved.anchor, exact="treaty"))
    lost = _mended(replace(SOUND, excerpts=(gone,))).excerpts[0]
    assert (lost.found, lost.quote) == (Found.LOST, "treaty")


def test_an_excerpt_under_an_unknown_section_is_unsorted() -> None:
    stray = replace(SOUND.excerpts[0], section="sport")
    assert _mended(replace(SOUND, excerpts=(stray,))).excerpts[0].section is None


def test_an_excerpt_of_an_unknown_source_goes() -> None:
    assert _mended(replace(SOUND, sources=())).excerpts == ()


def test_passages_that_lie_over_each_other_become_lines() -> None:
    crossed = (Passage(Kind.PARAGRAPH, 0, 10), Passage(Kind.PARAGRAPH, 5, 20))
    mended = _mended(replace(SOUND, sources=(replace(SOUND.sources[0], passages=crossed),)))
    assert mended.sources[0].passages == SOUND.sources[0].passages


def test_what_is_there_twice_is_kept_once_and_numbers_are_raised() -> None:
    doubled = replace(SOUND, sections=SOUND.sections * 2, excerpts=SOUND.excerpts * 2, last_excerpt=0)
    assert _mended(doubled) == SOUND


def test_a_citation_block_keeps_what_is_known() -> None:
    block = replace(SOUND.sections[0].blocks[1], runs=(*SOUND.sections[0].blocks[1].runs, Citation("x7")))
    section = replace(SOUND.sections[0], blocks=(SOUND.sections[0].blocks[0], block))
    assert _mended(replace(SOUND, sections=(section,))) == SOUND

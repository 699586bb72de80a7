from dataclasses import replace

import pytest

from briefing.domain import edits
from briefing.domain.errors import WrongUse
from briefing.domain.note import Block, Citation, Status, Style, Words
from briefing.domain.source import Kind
from tests.builders import draw, note, source

ARTICLE = "S1: The pact was signed.\n  : It was kept.\n"
FILED = ARTICLE + "# energy\n> @S1:4-8\nown words @x1\n# risks"


def test_filing_puts_a_quote_block_at_the_end_and_drops_blank_ones_there() -> None:
    blank = note(ARTICLE + "# energy\nown words\n")
    blank = edits.write_body(blank, "energy", (*blank.section("energy").blocks, Block(), Block(Style.BULLET)))
    filed = edits.file_excerpt(blank, "S1", 4, 8, "energy", "Hm.")
    assert draw(filed) == ARTICLE + "x1 S1 4-8 energy exact / Hm.\n# energy\nown words\n> pact @x1"


def test_a_passage_over_two_paragraphs_reads_in_two_lines_without_the_noise_between() -> None:
    article = note("S1: The pact.\n  : Join us!\n  : It was kept.\n# energy")
    folded = edits.mark_passage(article, "S1", 1, Kind.NOISE)
    filed = edits.file_excerpt(folded, "S1", 0, len(folded.sources[0].text), "energy")
    assert filed.section("energy").blocks[0].text == "The pact.\nIt was kept."
    assert filed.excerpts[0].quote == folded.sources[0].text


def test_ids_are_never_given_twice() -> None:
    again = edits.file_excerpt(edits.remove_excerpt(note(FILED), "x1"), "S1", 4, 8, None)
    assert [e.id for e in again.excerpts] == ["x2"]


def test_an_unsorted_excerpt_has_no_block() -> None:
    filed = edits.file_excerpt(note(ARTICLE + "# energy"), "S1", 4, 8, None)
    assert draw(filed) == ARTICLE + "x1 S1 4-8 - exact\n# energy"


def test_a_quote_block_follows_its_excerpt() -> None:
    assert draw(edits.shift_excerpt(note(FILED), "x1", 0, 8)).endswith(
        "# energy\n> The pact @x1\nown words @x1\n# risks"
    )


def test_words_of_the_analyst_do_not_follow() -> None:
    edited = note(ARTICLE + "# energy\n> @S1:4-8\n> a “pact” @x1")
    shifted = edits.shift_excerpt(edited, "x1", 0, 8)
    assert draw(shifted).endswith("> The pact @x1\n> a “pact” @x1")


def test_moving_an_excerpt_takes_its_quote_block_and_leaves_own_words() -> None:
    moved = edits.move_excerpt(note(FILED), "x1", "risks")
    assert draw(moved) == ARTICLE + "x1 S1 4-8 risks exact\n# energy\nown words @x1\n# risks\n> pact @x1"
    assert draw(edits.move_excerpt(moved, "x1", None)).endswith("# energy\nown words @x1\n# risks")


def test_removing_an_excerpt_takes_its_quote_block_and_every_citation() -> None:
    assert draw(edits.remove_excerpt(note(FILED), "x1")) == ARTICLE + "# energy\nown words\n# risks"


def test_citations_of_what_is_not_there_are_dropped() -> None:
    body = [Block(Style.BULLET, (Words("a"), Citation("x9"), Words("b"), Citation("x1")))]
    written = edits.write_body(note(FILED), "risks", body)
    assert draw(written).endswith("# risks\n- ab @x1")


@pytest.mark.parametrize(
    ("move", "order"),
    [((0, 3), "bca"), ((0, 2), "bac"), ((0, 1), "abc"), ((0, 0), "abc"), ((2, 0), "cab"), ((1, 3), "acb")],
)
def test_a_block_moves_before_what_stood_at_the_index(move: tuple[int, int], order: str) -> None:
    three = note("# energy\na\nb\nc")
    moved = edits.move_block(three, "energy", move[0], "energy", move[1])
    assert [b.text for b in moved.section("energy").blocks] == list(order)


def test_a_block_moves_to_another_section() -> None:
    assert draw(edits.move_block(note("# energy\na\nb\n# risks\nc"), "energy", 0, "risks", 1)) == (
        "# energy\nb\n# risks\nc\na"
    )


def test_parts_that_an_edit_does_not_touch_stay_the_same_objects() -> None:
    before = note(FILED)
    after = edits.write_body(before, "risks", [Block(Style.PARAGRAPH, (Words("new"),))])
    assert after.section("energy") is before.section("energy")
    assert after.sources is before.sources
    assert after.excerpts is before.excerpts


def test_an_edit_that_changes_nothing_gives_the_same_note() -> None:
    same = note(FILED)
    assert edits.retitle(same, "") is same
    assert edits.set_front(same, replace(same.front)) is same
    assert edits.set_marking(same, "") is same
    assert edits.set_status(same, "energy", Status.TODO) is same
    assert edits.write_body(same, "energy", same.section("energy").blocks) is same
    assert edits.shift_excerpt(same, "x1", 4, 8) is same
    assert edits.move_excerpt(same, "x1", "energy") is same
    assert edits.mark_passage(same, "S1", 0, Kind.PARAGRAPH) is same
    assert edits.edit_record(same, "S1", same.sources[0].record) is same


@pytest.mark.parametrize("bounds", [(-1, 4), (4, 4), (8, 4), (0, 9999)])
def test_bounds_outside_the_source_are_wrong_use(bounds: tuple[int, int]) -> None:
    with pytest.raises(WrongUse, match="There is no passage"):
        edits.file_excerpt(note(FILED), "S1", *bounds, "energy")
    with pytest.raises(WrongUse, match="There is no passage"):
        edits.shift_excerpt(note(FILED), "x1", *bounds)


def test_an_unknown_section_is_named_with_the_known_ones() -> None:
    with pytest.raises(WrongUse, match="no section “sport”; its sections are: energy, risks"):
        edits.file_excerpt(note(FILED), "S1", 0, 3, "sport")


def test_a_source_gets_the_next_id() -> None:
    two = edits.add_source(note(FILED), source("More."))
    assert [s.id for s in two.sources] == ["S1", "S2"]

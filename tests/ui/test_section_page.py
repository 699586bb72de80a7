from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing.domain.note import Block, Section, Style, Words
from briefing.ui.section_body import FIRST, MANY
from briefing.ui.section_look import Look
from briefing.ui.section_page import SectionPage
from briefing.ui.section_text import read
from briefing.ui.theme import current
from tests.ui.notes import Pane, bare_note, typed, written
from tests.ui.parts import part
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")

LINES = [f"Paragraph {number} of a long section." for number in range(3 * MANY)]
BLOCKS = tuple(Block(Style.PARAGRAPH, (Words(line),)) for line in LINES)


def _page(blocks: tuple[Block, ...] = BLOCKS) -> SectionPage:
    page = SectionPage(Section("energy", "Energy"), Look(current()))
    page.show_blocks(blocks)
    return page


def _filled(page: SectionPage) -> int:
    assert read(page.page) == list(page.body.shown[: page.body.filled])
    return page.body.filled


def test_of_many_blocks_only_the_first_are_made_into_text() -> None:
    page = _page()
    assert _filled(page) == FIRST
    assert page.body.blocks == BLOCKS
    assert _filled(_page(BLOCKS[:MANY])) == MANY


@pytest.mark.parametrize("ask", [SectionPage.document, SectionPage.textCursor, lambda page: page.rect_of_block(599)])
def test_who_asks_for_all_blocks_gets_them(ask: Callable[[SectionPage], object]) -> None:
    page = _page()
    ask(page)
    assert _filled(page) == len(BLOCKS)


def test_what_is_filed_behind_what_is_there_is_not_made_into_text() -> None:
    page = _page()
    before = page.page.revision()
    page.show_blocks((*BLOCKS, BLOCKS[0]))
    assert page.page.revision() == before
    assert page.body.blocks[-1] is BLOCKS[0]
    page.document()
    assert _filled(page) == len(BLOCKS) + 1


def test_the_caret_goes_where_it_was_put_once_its_block_is_there() -> None:
    page = _page()
    page.go_to_edge(at_start=False)
    assert page.textCursor().atEnd()
    page = _page()
    page.put_caret(500, 9)
    assert (page.textCursor().blockNumber(), page.textCursor().positionInBlock()) == (500, 9)
    page = _page()
    page.put_caret(2, 3)
    assert (page.textCursor().blockNumber(), page.textCursor().positionInBlock()) == (2, 3)


CHANGES = st.lists(
    st.tuples(st.integers(0, 700), st.integers(0, 300), st.integers(0, 300), st.integers(0, 700)), max_size=6
)


@settings(max_examples=40, deadline=None)
@given(CHANGES)
def test_whatever_comes_and_goes_the_text_is_the_beginning_of_the_section(
    changes: list[tuple[int, int, int, int]],
) -> None:
    page = _page()
    blocks = BLOCKS
    for at, gone, come, height in changes:
        fresh = tuple(Block(Style.BULLET, (Words(f"{at} {number}"),)) for number in range(come))
        blocks = (*blocks[:at], *fresh, *blocks[at + gone :])
        page.show_blocks(blocks)
        assert page.body.blocks == blocks
        assert 1 <= _filled(page) <= max(1, len(blocks))
        page.fill(height)
        _filled(page)
    assert read(page.document()) == list(page.body.shown)


def test_what_comes_in_sight_is_there_and_what_is_at_hand_stays_in_place() -> None:
    note = written(written(bare_note(), "agenda", *LINES), "energy", *LINES)
    pane = Pane(note).pane
    upper, lower = pane.editor("agenda"), pane.editor("energy")
    assert not upper.body.is_whole
    bar, card = pane.verticalScrollBar(), part(pane, QWidget, "card-energy")
    bar.setValue(card.y() - 300)
    until(lambda: upper.body.is_whole)
    assert card.y() - bar.value() == pytest.approx(300, abs=2)
    assert not lower.body.is_whole
    bar.setValue(bar.maximum())
    until(lambda: lower.body.is_whole)


def test_a_long_section_is_written_in_where_it_is_clicked() -> None:
    shown = Pane(written(bare_note(), "agenda", *LINES))
    editor = shown.pane.editor("agenda")
    assert not editor.body.is_whole
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.rect_of_block(1).center())
    assert editor.body.is_whole
    QTest.keyClicks(editor, "x")
    assert "x" in shown.blocks("agenda")[1].text
    assert len(shown.blocks("agenda")) == len(LINES)


def test_going_to_a_long_section_puts_the_caret_at_its_end_without_a_detour() -> None:
    shown = Pane(written(bare_note(), "agenda", *(line * 9 for line in LINES)))  # the first of them fill two pages
    editor = shown.pane.editor("agenda")
    told: list[object] = []
    editor.caret_moved.connect(told.append)
    editor.go_to_edge(at_start=False)
    shown.pane.go_to_section("agenda")
    assert editor.body.is_whole
    assert editor.textCursor().atEnd()
    assert len(told) <= 1


def test_undo_far_out_of_sight_is_shown_when_that_is_looked_at() -> None:
    shown = Pane(written(bare_note(), "agenda", *LINES))
    shown.desk.do("Write", lambda note: written(note, "agenda", *LINES, "One more."))
    shown.desk.undo()
    editor = shown.pane.editor("agenda")
    assert not editor.body.is_whole
    assert editor.body.blocks == BLOCKS
    assert editor.textCursor().blockNumber() == len(LINES) - 1


def test_a_section_is_as_tall_as_its_guidance_only_while_that_is_shown() -> None:
    section = replace(bare_note().sections[0], guidance="A word on what belongs here. " * 12)
    shown = Pane(replace(bare_note(), sections=(section,)))
    editor = shown.editor(section.key)
    with_guidance = editor.height()
    typed(editor, "G")
    assert editor.height() < with_guidance
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.height() == with_guidance
    shown.desk.do("Write", lambda note: written(note, section.key, "G"))
    editor.go_to_edge(at_start=False)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.height() == with_guidance

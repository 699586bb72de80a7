"""Where undo and redo leave the caret: at the words that came or went."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.domain.note import Block, Style, Words, block
from briefing.ui.section_change import changed_spot
from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_text import cells, units
from tests.ui.notes import Pane, at, bare_note, typed, written


def caret(editor: SectionEditor) -> tuple[int, int]:
    cursor = editor.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


@pytest.mark.usefixtures("qapp")
def test_undo_and_redo_of_typing_put_the_caret_where_it_was_typed() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short.", "Oil is not.", "Coal is."))
    editor = shown.editor("energy")
    at(editor, 1, 3)
    typed(editor, "y and gas")
    editor.go_to_edge(at_start=False)
    shown.desk.undo()
    assert caret(editor) == (1, 3)
    editor.go_to_edge(at_start=True)
    shown.desk.redo()
    assert caret(editor) == (1, 12)


@pytest.mark.usefixtures("qapp")
def test_undo_of_enter_puts_the_caret_where_the_block_was_parted() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short.", "Oil is not."))
    editor = shown.editor("energy")
    at(editor, 0, 3)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.go_to_edge(at_start=False)
    shown.desk.undo()
    assert caret(editor) == (0, 3)
    shown.desk.redo()
    assert caret(editor) == (1, 0)


@pytest.mark.usefixtures("qapp")
def test_the_focus_follows_undo_from_one_section_into_another() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short."))
    energy = shown.editor("energy")
    at(energy, 0, 3)
    typed(energy, "oline")
    shown.editor("risks")
    shown.desk.undo()
    assert energy.hasFocus()
    assert caret(energy) == (0, 3)


@pytest.mark.usefixtures("qapp")
def test_undo_takes_no_focus_from_outside_of_the_sections() -> None:
    shown = Pane(bare_note())
    typed(shown.editor("energy"), "Gas")
    shown.pane.go_to_front()
    shown.desk.undo()
    assert not shown.pane.editor("energy").hasFocus()


@pytest.mark.usefixtures("qapp")
def test_undo_of_a_style_leaves_the_caret() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short."))
    editor = shown.editor("energy")
    at(editor, 0, 3)
    editor.turn_into(Style.QUOTE)
    shown.desk.undo()
    assert caret(editor) == (0, 3)


BLOCKS = st.lists(
    st.builds(lambda style, text: block(style, [Words(text)]), st.sampled_from(Style), st.text("ab😀", max_size=4)),
    max_size=4,
)


@given(BLOCKS, BLOCKS)
def test_the_place_of_a_change_is_always_a_place_in_what_is_shown(before: list[Block], after: list[Block]) -> None:
    spot = changed_spot(before, after)
    if spot is None:
        assert [b.text for b in before or [Block()]] == [b.text for b in after or [Block()]]
        return
    number, offset = spot
    shown = after or [Block()]
    assert 0 <= number < len(shown)
    assert 0 <= offset <= units(list(cells(shown[number])))

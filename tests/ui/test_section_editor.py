"""Writing in a section as in any word processor, with every step in the one history of the desk."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing.domain.edits import file_excerpt, retitle
from briefing.domain.note import Style, Words, block
from tests.ui.notes import Pane, at, bare_note, filed, typed, written

pytestmark = pytest.mark.usefixtures("qapp")

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def test_what_is_typed_stands_in_the_note() -> None:
    shown = Pane(bare_note())
    typed(shown.editor("energy"), "Gas is short.\nOil is not.")
    assert shown.texts("energy") == ["paragraph: Gas is short.", "paragraph: Oil is not."]
    assert shown.desk.undo_label == "Type in Energy"
    assert shown.agrees()


def test_typing_without_a_pause_is_one_step_and_a_pause_begins_another() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    typed(editor, "Gas")
    shown.now = 10.0
    typed(editor, " and oil")
    shown.desk.undo()
    assert shown.texts("energy") == ["paragraph: Gas"]
    shown.desk.undo()
    assert shown.blocks("energy") == ()
    shown.desk.redo()
    shown.desk.redo()
    assert shown.texts("energy") == ["paragraph: Gas and oil"]
    assert shown.agrees()


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("- ", "bullet"), ("* ", "bullet"), ("1. ", "number"), ("1) ", "number"), ("> ", "quote"), ("## ", "heading")],
)
def test_a_mark_at_the_start_of_a_line_gives_the_style(mark: str, expected: str) -> None:
    shown = Pane(bare_note())
    typed(shown.editor("energy"), f"{mark}Gas")
    assert shown.texts("energy") == [f"{expected}: Gas"]
    assert shown.agrees()


def test_undo_after_a_mark_gives_the_mark_back_as_it_was_typed() -> None:
    shown = Pane(bare_note())
    typed(shown.editor("energy"), "- ")
    shown.desk.undo()
    assert shown.texts("energy") == ["paragraph: - "]


@pytest.mark.parametrize("text", ["a - b", "2. Gas", "-Gas", "Gas > oil "])
def test_what_only_resembles_a_mark_stays_text(text: str) -> None:
    shown = Pane(bare_note())
    typed(shown.editor("energy"), text)
    assert shown.texts("energy") == [f"paragraph: {text}"]


def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_item() -> None:
    shown = Pane(bare_note())
    typed(shown.editor("energy"), "- Gas\nOil\n\nDone")
    assert shown.texts("energy") == ["bullet: Gas", "bullet: Oil", "paragraph: Done"]


def test_tab_and_backtab_move_items_between_levels() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    typed(editor, "1. Gas\n")
    QTest.keyClick(editor, Key.Key_Tab)
    typed(editor, "Pipes\n")
    QTest.keyClick(editor, Key.Key_Tab)
    QTest.keyClick(editor, Key.Key_Tab)  # no deeper than one level below the item before
    typed(editor, "Valves")
    assert shown.texts("energy") == ["number: Gas", "number1: Pipes", "number2: Valves"]
    QTest.keyClick(editor, Key.Key_Backtab, SHIFT)
    assert shown.texts("energy")[-1] == "number1: Valves"
    assert shown.agrees()


@pytest.mark.parametrize(("style", "mark"), [("quote", "> "), ("heading", "## ")])
def test_enter_after_a_quote_or_heading_gives_a_paragraph(style: str, mark: str) -> None:
    shown = Pane(bare_note())
    typed(shown.editor("energy"), f"{mark}Gas\nMore")
    assert shown.texts("energy") == [f"{style}: Gas", "paragraph: More"]


def test_enter_at_the_start_of_a_heading_makes_room_above_it() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    typed(editor, "## Gas")
    at(editor, 0)
    typed(editor, "\n")
    assert shown.texts("energy") == ["paragraph: ", "heading: Gas"]


@pytest.mark.parametrize("mark", ["- ", "1. ", "> ", "## "])
def test_backspace_at_the_start_of_an_item_makes_it_a_paragraph(mark: str) -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    typed(editor, f"{mark}Gas")
    at(editor, 0)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert shown.texts("energy") == ["paragraph: Gas"]
    assert shown.desk.undo_label == "Turn into paragraph"


def test_shift_enter_is_a_line_break_inside_the_block() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    typed(editor, "Gas")
    QTest.keyClick(editor, Key.Key_Return, SHIFT)
    typed(editor, "Oil")
    assert shown.texts("energy") == ["paragraph: Gas\nOil"]


def test_a_no_break_space_that_stands_in_a_block_survives_typing_beside_it() -> None:
    shown = Pane(written(bare_note(), "energy", "15\u00a0per cent\u202fof"))
    editor = shown.editor("energy")
    editor.go_to_edge(at_start=False)
    typed(editor, " all")
    assert shown.texts("energy") == ["paragraph: 15\u00a0per cent\u202fof all"]


def test_bold_and_italic_of_a_selection_and_of_what_is_typed_next() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short."))
    editor = shown.editor("energy")
    editor.select(0, 3)
    QTest.keyClick(editor, Key.Key_B, CTRL)
    assert shown.blocks("energy")[0].runs == (Words("Gas", bold=True), Words(" is short."))
    assert shown.desk.undo_label == "Bold"
    QTest.keyClick(editor, Key.Key_B, CTRL)
    assert shown.blocks("energy")[0].runs == (Words("Gas is short."),)
    editor.go_to_edge(at_start=False)
    QTest.keyClick(editor, Key.Key_I, CTRL)
    typed(editor, " Now")
    QTest.keyClick(editor, Key.Key_I, CTRL)
    typed(editor, "!")
    assert shown.blocks("energy")[0].runs == (Words("Gas is short."), Words(" Now", italic=True), Words("!"))


def test_a_heading_is_heavy_without_its_words_being_bold() -> None:
    shown = Pane(bare_note())
    typed(shown.editor("energy"), "## Gas")
    assert shown.blocks("energy")[0] == block(Style.HEADING, [Words("Gas")])


def test_undo_and_redo_keys_are_left_to_the_window() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    typed(editor, "Gas")
    heard: list[int] = []
    shown.pane.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert shown.texts("energy") == ["paragraph: Gas"]
    assert heard[-1] == Key.Key_Z


def test_a_change_from_elsewhere_leaves_the_caret_where_it_was() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short.", "Oil is not."))
    editor = shown.editor("energy")
    at(editor, 1, 4)
    passage = shown.desk.note.sources[0].passages[0]
    shown.desk.do("File", lambda note: file_excerpt(note, "S1", passage.start, passage.end, "energy"))
    assert (editor.textCursor().blockNumber(), editor.textCursor().positionInBlock()) == (1, 4)
    shown.desk.do("Write", lambda note: written(note, "energy", "New", *shown.blocks("energy")))
    assert (editor.textCursor().blockNumber(), editor.textCursor().positionInBlock()) == (2, 4)
    shown.desk.do("Write", lambda note: written(note, "energy", *shown.blocks("energy")[1:]))
    assert (editor.textCursor().blockNumber(), editor.textCursor().positionInBlock()) == (1, 4)
    assert shown.agrees()


def test_joining_blocks_of_different_styles_leaves_no_trace_of_the_other() -> None:
    heading = block(Style.HEADING, [Words("Gas")])
    shown = Pane(written(bare_note(), "energy", "Oil", heading))
    editor = shown.editor("energy")
    editor.go_to_edge(at_start=True)
    QTest.keyClick(editor, Key.Key_End)
    QTest.keyClick(editor, Key.Key_Delete)
    assert shown.texts("energy") == ["paragraph: OilGas"]
    size = editor.document().firstBlock().begin().fragment().charFormat().fontPointSize()
    assert size == 0


def test_typing_behind_a_link_does_not_make_it_longer() -> None:
    link = block(Style.PARAGRAPH, [Words("here", link="https://example.org")])
    shown = Pane(written(bare_note(), "energy", link))
    editor = shown.editor("energy")
    editor.go_to_edge(at_start=False)
    typed(editor, " now")
    assert shown.blocks("energy")[0].runs == (Words("here", link="https://example.org"), Words(" now"))
    at(editor, 0, 2)
    typed(editor, "x")
    assert shown.blocks("energy")[0].runs[0] == Words("hexre", link="https://example.org")


def test_double_click_and_ctrl_enter_go_to_the_passage() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    editor = shown.editor("energy")
    gone: list[str] = []
    shown.pane.excerpt_activated.connect(gone.append)
    middle = editor.rect_of("x1")
    assert middle is not None
    point = editor.viewport().mapFrom(editor, QPoint(middle.left() + 60, middle.top() + 8))
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    QTest.keyClick(editor, Key.Key_Return, CTRL)
    assert gone == ["x1", "x1"]
    assert shown.texts("energy") == ["quote: The ministers meet on Monday."]


def test_other_edits_do_not_touch_the_text_or_the_step_of_typing() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    typed(editor, "Gas")
    seen: list[int] = []
    editor.document().contentsChanged.connect(lambda: seen.append(1))
    shown.desk.do("Title", lambda note: retitle(note, "New"))
    assert seen == []


def test_page_keys_are_left_to_the_page_and_enter_over_a_selection_parts_the_block() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short."))
    editor = shown.editor("energy")
    editor.select(3, 6)
    QTest.keyClick(editor, Key.Key_PageDown)
    assert editor.textCursor().hasSelection()
    QTest.keyClick(editor, Key.Key_Return)
    assert shown.texts("energy") == ["paragraph: Gas", "paragraph:  short."]
    assert shown.agrees()


def test_a_link_does_not_take_the_space_behind_its_words_along() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short."))
    editor = shown.editor("energy")
    editor.select(0, 4)
    editor.set_link("https://example.org")
    assert shown.blocks("energy")[0].runs == (Words("Gas", link="https://example.org"), Words(" is short."))


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_own_words_and_a_quotation_are_not_made_one_by_deleting_what_is_between_them(held: Qt.KeyboardModifier) -> None:
    quote = filed(bare_note(), 1, "energy").section("energy").blocks[0]
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", "Before.", quote, "After."))
    editor, before = shown.editor("energy"), shown.blocks("energy")
    at(editor, 2)
    QTest.keyClick(editor, Qt.Key.Key_Backspace, held)
    assert (shown.blocks("energy"), editor.caret_place()) == (before, (1, len(quote.text) + 1))
    QTest.keyClick(editor, Qt.Key.Key_Delete, held)
    assert (shown.blocks("energy"), editor.caret_place()) == (before, (2, 0))
    at(editor, 0, len("Before."))
    QTest.keyClick(editor, Qt.Key.Key_Delete, held)
    assert (shown.blocks("energy"), editor.caret_place()) == (before, (1, 0))


@pytest.mark.parametrize(
    ("place", "key"),
    [((0, 0), Qt.Key.Key_Delete), ((2, 0), Qt.Key.Key_Backspace), ((1, 30), Qt.Key.Key_Delete)],
)
def test_an_empty_paragraph_beside_a_quotation_is_deleted_and_the_quotation_stays_one(
    place: tuple[int, int], key: Qt.Key
) -> None:
    quote = filed(bare_note(), 1, "energy").section("energy").blocks[0]
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", "", quote, ""))
    editor = shown.editor("energy")
    at(editor, *place)
    QTest.keyClick(editor, key)
    assert quote in shown.blocks("energy")
    assert len(shown.blocks("energy")) == 2

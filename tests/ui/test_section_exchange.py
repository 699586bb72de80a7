"""What is copied, pasted, composed and dragged in a section, with every step in the one history of the desk."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.domain.edits import remove_excerpt
from briefing.domain.note import Block, Citation, Style, Words, block
from briefing.domain.versions import new_version
from briefing.ui.mime import DraggedRange, sign, write_range
from tests.ui.notes import PARAGRAPHS, Pane, article, at, bare_note, filed, typed, written

pytestmark = pytest.mark.usefixtures("qapp")

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """What a test puts on the clipboard does not outlive it: Qt would look for it when Python is gone."""
    yield
    QGuiApplication.clipboard().clear()


def test_a_chip_is_typed_around_copied_deleted_and_pasted() -> None:
    shown = Pane(filed(bare_note(), 1, "agenda"))
    editor = shown.editor("energy")
    typed(editor, "Gas ")
    editor.insert_citation("x1")
    assert shown.desk.undo_label == "Cite in Energy"
    typed(editor, ".")
    assert shown.blocks("energy")[0].runs == (Words("Gas "), Citation("x1"), Words("."))
    at(editor, 0, 4)
    QTest.keyClick(editor, Key.Key_Right, SHIFT)
    QTest.keyClick(editor, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().strip() == "[S1 p1]"
    QTest.keyClick(editor, Key.Key_Delete)
    assert shown.blocks("energy")[0].runs == (Words("Gas ."),)
    other = shown.editor("risks")
    QTest.keyClick(other, Key.Key_V, CTRL)
    QTest.keyClick(other, Key.Key_V, CTRL)
    assert shown.blocks("risks")[0].runs == (Citation("x1"), Citation("x1"))
    QTest.keyClick(other, Key.Key_Backspace)
    assert shown.blocks("risks")[0].runs == (Citation("x1"),)
    assert shown.agrees()


def test_a_chip_of_another_note_is_left_behind_when_pasting() -> None:
    shown = Pane(filed(bare_note(), 1, "agenda"))
    source = shown.editor("agenda")
    source.selectAll()
    source.copy()
    other = Pane(replace(bare_note(), id="n2"))
    QTest.keyClick(other.editor("energy"), Key.Key_V, CTRL)
    assert [b.citations for b in other.blocks("energy")] == [()]
    assert other.texts("energy") == ["quote: The ministers meet on Monday."]


def test_whole_blocks_keep_their_style_when_copied_and_parts_do_not() -> None:
    quote = block(Style.QUOTE, [Words("Gas is short.")])
    bullet = block(Style.BULLET, [Words("Oil is not.")], 1)
    shown = Pane(written(bare_note(), "energy", quote, bullet))
    editor = shown.editor("energy")
    editor.selectAll()
    editor.copy()
    QTest.keyClick(shown.editor("risks"), Key.Key_V, CTRL)
    assert shown.blocks("risks") == (quote, bullet)
    editor.select(0, 3)
    editor.copy()
    QTest.keyClick(shown.editor("agenda"), Key.Key_V, CTRL)
    assert shown.texts("agenda") == ["paragraph: Gas"]


def test_pasting_over_a_selection_in_the_middle_keeps_both_ends() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is very short."))
    data = QMimeData()
    data.setHtml("<p>not</p><ul><li>one<li><b>two</b></ul>")
    QGuiApplication.clipboard().setMimeData(data)
    editor = shown.editor("energy")
    editor.select(7, 11)
    QTest.keyClick(editor, Key.Key_V, CTRL)
    assert shown.texts("energy") == ["paragraph: Gas is not", "bullet: one", "bullet: two short."]
    assert shown.desk.undo_label == "Paste in Energy"
    shown.desk.undo()
    assert shown.texts("energy") == ["paragraph: Gas is very short."]
    assert shown.agrees()


def test_plain_paste_brings_words_alone() -> None:
    shown = Pane(bare_note())
    data = QMimeData()
    data.setHtml("<p><b>Gas</b></p>")
    data.setText("Gas\r\n\r\nOil")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(shown.editor("energy"), Key.Key_V, CTRL | SHIFT)
    assert shown.blocks("energy") == (Block(runs=(Words("Gas"),)), Block(runs=(Words("Oil"),)))


def test_composed_text_is_committed_as_one_step_and_not_before() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    for preedit in ("に", "にほ", "にほん"):
        QApplication.sendEvent(editor, QInputMethodEvent(preedit, []))
    assert shown.blocks("energy") == ()
    assert not shown.desk.is_dirty
    commit = QInputMethodEvent("", [])
    commit.setCommitString("日本")
    QApplication.sendEvent(editor, commit)
    assert shown.texts("energy") == ["paragraph: 日本"]
    shown.desk.undo()
    assert shown.blocks("energy") == ()
    assert shown.agrees()


def test_turning_a_quote_into_a_bullet_keeps_its_chip_and_is_a_named_step() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    editor = shown.editor("energy")
    editor.turn_into(Style.BULLET)
    assert shown.texts("energy") == ["bullet: The ministers meet on Monday."]
    assert shown.blocks("energy")[0].citations == ("x1",)
    assert shown.desk.undo_label == "Turn into bullet"
    editor.turn_into(Style.BULLET)
    assert shown.texts("energy") == ["paragraph: The ministers meet on Monday."]


def test_removing_an_excerpt_takes_its_chip_out_of_the_text() -> None:
    note = filed(bare_note(), 1, "agenda")
    cited = block(Style.PARAGRAPH, [Words("See "), Citation("x1"), Words(" there.")])
    shown = Pane(written(note, "energy", cited))
    shown.desk.do("Remove", lambda n: remove_excerpt(n, "x1"))
    assert shown.texts("energy") == ["paragraph: See  there."]
    assert shown.agrees()
    shown.desk.undo()
    assert shown.blocks("energy") == (cited,)
    assert shown.agrees()


def test_select_all_and_delete_leaves_a_section_without_blocks() -> None:
    shown = Pane(written(bare_note(), "energy", block(Style.BULLET, [Words("Gas")]), "Oil"))
    editor = shown.editor("energy")
    editor.selectAll()
    QTest.keyClick(editor, Key.Key_Delete)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert shown.blocks("energy") == ()


def test_words_dragged_or_cut_leave_blocks_that_agree_with_the_desk() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short.", "Oil is not."))
    editor = shown.editor("energy")
    editor.select(4, 17)
    QTest.keyClick(editor, Key.Key_X, CTRL)
    assert shown.texts("energy") == ["paragraph: Gas  is not."]
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Key.Key_V, CTRL)
    assert shown.texts("energy") == ["paragraph: Gas  is not.is short.", "paragraph: Oil"]
    assert shown.agrees()


def test_words_moved_from_one_section_to_another_are_one_step() -> None:
    shown = Pane(written(written(bare_note(), "agenda", "Gas is short."), "energy", "Oil is not."))
    giver, taker = shown.editor("agenda"), shown.pane.editor("energy")
    giver.select(3, 12)
    place = taker.textCursor()
    place.setPosition(3)
    taker.take_from(giver, giver.createMimeDataFromSelection(), place)
    assert shown.texts("agenda") == ["paragraph: Gas."]
    assert shown.texts("energy") == ["paragraph: Oil is short is not."]
    assert shown.desk.undo_label == "Move to Energy"
    shown.desk.undo()
    assert shown.texts("agenda") == ["paragraph: Gas is short."]
    assert shown.texts("energy") == ["paragraph: Oil is not."]
    assert shown.agrees()


def test_filing_while_someone_composes_keeps_what_is_composed() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    editor = shown.editor("energy")
    editor.go_to_edge(at_start=False)
    QApplication.sendEvent(editor, QInputMethodEvent("にほ", []))
    shown.desk.do("File", lambda note: filed(note, 2, "energy"))
    commit = QInputMethodEvent("", [])
    commit.setCommitString("日本")
    QApplication.sendEvent(editor, commit)
    quotes = [f"quote: {words}" for words in PARAGRAPHS[:2]]
    assert shown.texts("energy") == [quotes[0], "paragraph: 日本", quotes[1]]
    replaced = QInputMethodEvent("", [])
    replaced.setCommitString("é", -2, 2)  # an input method may take back what it wrote before
    QApplication.sendEvent(editor, replaced)
    assert shown.texts("energy") == [quotes[0], "paragraph: é", quotes[1]]
    assert shown.agrees()


def _copy_passage(note_id: str = "n1") -> None:
    """The second paragraph of the article on the clipboard, as it is copied there."""
    data = QMimeData()
    start = len(PARAGRAPHS[0]) + 2
    write_range(data, DraggedRange("S1", start, start + len(PARAGRAPHS[1])), PARAGRAPHS[1])
    sign(data, note_id)
    QGuiApplication.clipboard().setMimeData(data)


def test_a_passage_copied_in_the_article_is_pasted_as_a_quotation_in_one_step() -> None:
    shown = Pane(bare_note())
    _copy_passage()
    QTest.keyClick(shown.editor("energy"), Key.Key_V, CTRL)
    assert shown.blocks("energy") == (block(Style.QUOTE, [Words(PARAGRAPHS[1]), Citation("x1")]),)
    assert [(e.quote, e.section) for e in shown.desk.note.excerpts] == [(PARAGRAPHS[1], "energy")]
    assert shown.agrees()
    shown.desk.undo()
    assert shown.desk.note == bare_note()


def test_a_passage_pasted_into_words_is_cited_behind_its_words_and_filed_once() -> None:
    shown = Pane(written(bare_note(), "energy", "So: indeed."))
    editor = shown.editor("energy")
    _copy_passage()
    at(editor, 0, 4)
    QTest.keyClick(editor, Key.Key_V, CTRL)
    QTest.keyClick(editor, Key.Key_V, CTRL)
    assert shown.texts("energy") == [f"paragraph: So: {PARAGRAPHS[1]}{PARAGRAPHS[1]}indeed."]
    assert shown.blocks("energy")[0].citations == ("x1", "x1")
    assert len(shown.desk.note.excerpts) == 1


def test_a_passage_pasted_in_a_quotation_stands_behind_it() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    editor = shown.editor("energy")
    _copy_passage()
    at(editor, 0, 5)
    QTest.keyClick(editor, Key.Key_V, CTRL)
    assert shown.texts("energy") == [f"quote: {words}" for words in PARAGRAPHS[:2]]
    assert shown.agrees()


def test_a_passage_of_another_note_is_pasted_as_words() -> None:
    shown = Pane(bare_note())
    _copy_passage("n2")
    QTest.keyClick(shown.editor("energy"), Key.Key_V, CTRL)
    assert shown.texts("energy") == [f"paragraph: {PARAGRAPHS[1]}"]
    assert shown.desk.note.excerpts == ()


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_passage_that_reads_otherwise_by_now_is_pasted_as_the_words_that_were_copied(is_gone: bool) -> None:  # noqa: FBT001
    shown = Pane(bare_note())
    _copy_passage()
    newer = replace(article(), text="x" * len(article().text))
    shown.desk.do("Edit", lambda n: replace(n, sources=()) if is_gone else new_version(n, "S1", newer))
    QTest.keyClick(shown.editor("energy"), Key.Key_V, CTRL)
    assert shown.texts("energy") == [f"paragraph: {PARAGRAPHS[1]}"]
    assert shown.desk.note.excerpts == ()

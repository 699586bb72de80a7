"""Words that are moved leave no double space behind and lack none where they come to stand."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from briefing.domain.note import Citation, Words
from briefing.ui.section_editor import SectionEditor
from tests.ui.notes import Pane, bare_note, filed, written

pytestmark = pytest.mark.usefixtures("qapp")

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """What a test puts on the clipboard does not outlive it."""
    yield
    QGuiApplication.clipboard().clear()


def marked(text: str) -> tuple[Pane, SectionEditor]:
    """A pane with a text in Energy; what stands between two bars is selected."""
    before, inside, after = text.split("|")
    shown = Pane(written(bare_note(), "energy", before + inside + after))
    editor = shown.editor("energy")
    editor.select(len(before), len(before + inside))
    return shown, editor


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Gas |is| short.", "Gas short."),
        ("|Gas| is short.", "is short."),
        ("Gas is |short|.", "Gas is."),
        ("Gas is |short|", "Gas is"),
        ("Gas (|it| is) short", "Gas (is) short"),
        ("Gas| is| short.", "Gas short."),
        ("G|a|s is short.", "Gs is short."),
        ("Gas |is |short.", "Gas short."),
        ("|Gas is short.|", ""),
        ("日本|の|経済", "日本経済"),
    ],
)
def test_words_that_are_cut_leave_one_space_where_two_would_stand(text: str, left: str) -> None:
    shown, editor = marked(text)
    before = shown.desk.note
    QTest.keyClick(editor, Key.Key_X, CTRL)
    assert "".join(b.text for b in shown.blocks("energy")) == left
    assert shown.desk.undo_label == "Cut in Energy"
    shown.desk.undo()
    assert shown.desk.note == before
    assert shown.agrees()


@pytest.mark.parametrize(
    ("text", "into", "expected"),
    [
        ("|now| Gas", "Oil| is", "Oil now is"),
        ("|now| Gas", "Oil |is", "Oil now is"),
        ("|now| Gas", "|Oil is", "now Oil is"),
        ("|now| Gas", "Oil is|.", "Oil is now."),
        ("|now| Gas", "Oil is.|", "Oil is. now"),
        ("|now| Gas", "Oil (|is)", "Oil (now is)"),
        ("|now| Gas", "O|il", "Onowil"),
        ("|no|w Gas", "Oil| is", "Oilno is"),
        ("|now| Gas", "日本|の", "日本nowの"),
    ],
)
def test_words_that_are_pasted_have_the_spaces_they_need(text: str, into: str, expected: str) -> None:
    shown, editor = marked(text)
    QTest.keyClick(editor, Key.Key_C, CTRL)
    before, after = into.split("|")
    shown.desk.do("Write", lambda note: written(note, "risks", before + after))
    taker = shown.editor("risks")
    taker.select(len(before), len(before))
    QTest.keyClick(taker, Key.Key_V, CTRL)
    assert shown.texts("risks") == [f"paragraph: {expected}"]
    assert shown.agrees()


def test_words_from_other_programs_are_pasted_as_they_are() -> None:
    shown, editor = marked("Gas|| is")
    data = QMimeData()
    data.setText("es")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(editor, Key.Key_V, CTRL)
    assert shown.texts("energy") == ["paragraph: Gases is"]


def test_a_chip_behind_words_is_no_word_they_want_a_space_before() -> None:
    shown, editor = marked("|now| Gas")
    shown.desk.do("File", lambda note: filed(note, 1, "risks"))
    QTest.keyClick(editor, Key.Key_C, CTRL)
    taker = shown.editor("risks")
    taker.go_to_edge(at_start=True)
    QTest.keyClick(taker, Key.Key_V, CTRL)
    assert shown.blocks("risks")[0].runs == (Words("now The ministers meet on Monday."), Citation("x1"))


def dropped(editor: SectionEditor, offset: int, giver: SectionEditor) -> None:
    """Drop what is selected in an editor at an offset, as a drag that moves does."""
    place = QTextCursor(editor.document())
    place.setPosition(offset)
    editor.take_from(giver, giver.createMimeDataFromSelection(), place)


def test_words_dragged_within_their_section_are_one_step() -> None:
    shown, editor = marked("Gas |is| short.")
    before = shown.desk.note
    dropped(editor, len("Gas is short"), editor)
    assert shown.texts("energy") == ["paragraph: Gas short is."]
    assert shown.desk.undo_label == "Move in Energy"
    shown.desk.undo()
    assert shown.desk.note == before
    assert shown.agrees()


def test_words_dropped_upon_themselves_stay() -> None:
    shown, editor = marked("Gas |is| short.")
    before = shown.desk.note
    dropped(editor, 5, editor)
    assert shown.desk.note is before


def test_words_that_are_copied_by_dragging_stay_where_they_were() -> None:
    shown, editor = marked("Gas |is| short.")
    data = editor.createMimeDataFromSelection()
    end = editor.textCursor()
    end.setPosition(len("Gas is short"))
    spot = QPointF(editor.cursorRect(end).center())
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    editor.dropEvent(QDropEvent(spot, copy, data, left, CTRL))
    assert shown.texts("energy") == ["paragraph: Gas is short is."]
    assert shown.desk.undo_label == "Drop in Energy"


def test_words_dragged_from_another_window_are_copied_whatever_it_proposes() -> None:
    shown, editor = marked("Gas || is")
    data = QMimeData()
    data.setText("oil ")
    spot = QPointF(editor.cursorRect().center())
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(spot, both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    editor.dropEvent(event)
    assert (event.dropAction(), event.isAccepted()) == (Qt.DropAction.CopyAction, True)
    assert shown.texts("energy") == ["paragraph: Gas oil  is"]


SENTENCES = st.lists(st.sampled_from(["gas", "oil", "a", "Öl", "10", "don't"]), min_size=3, max_size=7)


@settings(max_examples=20)
@given(SENTENCES, st.data())
def test_moving_a_word_of_a_sentence_leaves_its_words_with_one_space_between(
    words: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    to = data.draw(st.integers(0, len(words) - 1))
    rest = [*words[:at], *words[at + 1 :]]
    start = len(" ".join([*words[:at], ""]))
    shown = Pane(written(bare_note(), "energy", " ".join(words)))
    editor = shown.editor("energy")
    editor.select(start, start + len(words[at]))
    QTest.keyClick(editor, Key.Key_X, CTRL)
    assert shown.texts("energy") == ["paragraph: " + " ".join(rest)]
    place = len(" ".join([*rest[:to], ""]))
    editor.select(place, place)
    QTest.keyClick(editor, Key.Key_V, CTRL)
    assert shown.texts("energy") == ["paragraph: " + " ".join([*rest[:to], words[at], *rest[to:]])]

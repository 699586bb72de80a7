"""Commenting on an excerpt loses no word, however the box is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from briefing.app.desk import Desk
from briefing.domain.edits import comment_excerpt, remove_excerpt
from briefing.ui.comment_box import CommentBox
from briefing.ui.window import Window
from tests.ui.notes import bare_note, filed
from tests.waiting import until


@pytest.fixture
def desk(window: Window) -> Desk:
    desk = Desk(filed(bare_note(), 1, "energy"))
    window.open_desk(desk)
    return desk


def opened(window: Window, excerpts: tuple[str, ...] = ("x1",)) -> tuple[CommentBox, QPlainTextEdit]:
    assert window.workspace is not None
    window.workspace.comment_wanted.emit(excerpts)
    box = window.workspace.findChildren(CommentBox)[-1]
    field = box.findChild(QPlainTextEdit, "comment_words")
    assert field is not None
    return box, field


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)],
)
def test_what_is_typed_is_kept_however_the_box_is_left(
    window: Window, desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    box, field = opened(window)
    assert not box.isModal()
    QTest.keyClicks(field, "Who says so?")
    assert desk.note.excerpt("x1").comment == "Who says so?"
    QTest.keyClick(field, key, modifier)
    until(lambda: not window.workspace or not window.workspace.findChildren(CommentBox))
    assert desk.note.excerpt("x1").comment == "Who says so?"
    assert desk.undo_label == "Comment on excerpt"
    _, again = opened(window)
    QTest.keyClicks(again, " Really?")
    desk.undo()
    assert desk.note.excerpt("x1").comment == "Who says so?"


def test_the_box_follows_undo_and_what_others_write(window: Window, desk: Desk) -> None:
    box, field = opened(window)
    QTest.keyClicks(field, "Who?")
    desk.seal()
    desk.do("Comment", lambda note: comment_excerpt(note, "x1", "They."))
    assert field.toPlainText() == "They."
    desk.undo()
    assert field.toPlainText() == "Who?"
    assert desk.redo_label == "Comment"
    box.close()


def test_a_no_break_space_in_a_comment_survives_writing_on(window: Window, desk: Desk) -> None:
    desk.do("Comment", lambda note: comment_excerpt(note, "x1", "15\u00a0per cent"))
    box, field = opened(window)
    QTest.keyClicks(field, "!")
    assert desk.note.excerpt("x1").comment == "15\u00a0per cent!"
    box.close()


def test_the_box_goes_with_its_excerpt(window: Window, desk: Desk) -> None:
    box, _ = opened(window)
    desk.do("Remove", lambda note: remove_excerpt(note, "x1"))
    assert not box.isVisible()


def test_another_excerpt_takes_the_place_of_the_first(window: Window, desk: Desk) -> None:
    first, field = opened(window)
    QTest.keyClicks(field, "One")
    second, again = opened(window)
    assert not first.isVisible()
    assert again.toPlainText() == "One"
    second.close()
    assert desk.note.excerpt("x1").comment == "One"


def test_a_comment_on_several_excerpts_is_one_step_and_shows_what_they_share(window: Window) -> None:
    note = comment_excerpt(filed(filed(bare_note(), 1, "energy"), 2, "risks"), "x1", "Old.")
    desk = Desk(note)
    window.open_desk(desk)
    _, field = opened(window, ("x1", "x2"))
    assert field.toPlainText() == ""
    QTest.keyClicks(field, "Check.")
    assert [e.comment for e in desk.note.excerpts] == ["Check.", "Check."]
    assert desk.undo_label == "Comment on excerpts"
    desk.undo()
    assert desk.note == note
    assert field.toPlainText() == ""
    desk.redo()
    assert field.toPlainText() == "Check."

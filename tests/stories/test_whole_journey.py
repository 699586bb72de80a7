"""The main job, whole, in real widgets with keys and mouse: from the bundled article to Word and Markdown."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QTextEdit, QWidget

from briefing.app.desk import Desk
from briefing.domain.note import Note, Style
from briefing.ui.article_pane import ArticlePane
from briefing.ui.window import Window
from tests.waiting import until

KEY = {str(n): getattr(Qt.Key, f"Key_{n}") for n in range(10)}


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk


def article_of(window: Window) -> ArticlePane:
    assert window.article is not None
    return window.article


def view_of(window: Window) -> QTextEdit:
    view = article_of(window).findChild(QTextEdit)
    assert view is not None
    return view


def has_focus(pane: QWidget | None) -> bool:
    focus = QApplication.focusWidget()
    return pane is not None and focus is not None and pane.isAncestorOf(focus)


def begin_on_sample(window: Window) -> Note:
    window.frame.perform("sample")
    until(lambda: window.desk is not None)
    return desk_of(window).note


def select_words(window: Window, words: str) -> None:
    """Select words of the article with the keyboard, as an analyst does."""
    view = view_of(window)
    found = view.document().find(words)
    assert not found.isNull(), words
    start = QTextCursor(view.document())
    start.setPosition(found.selectionStart())
    view.setTextCursor(start)
    for _ in words:
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def passages_of(note: Note) -> list[str]:
    source = note.sources[0]
    numbered = [p for p, number in zip(source.passages, source.numbers, strict=True) if number]
    return [source.text[p.start : p.end] for p in numbered]


def file_three_passages(window: Window, passages: list[str]) -> None:
    for key, passage in zip("126", passages[:3], strict=True):
        words = passage[:40].rsplit(" ", 1)[0]
        select_words(window, words)
        QTest.keyClick(view_of(window), KEY[key])
        section = desk_of(window).note.sections[int(key) - 1]
        assert section.blocks[-1].style is Style.QUOTE
        assert section.blocks[-1].text == words


def file_unsorted_and_again(window: Window, passages: list[str]) -> None:
    select_words(window, passages[3][:20].rsplit(" ", 1)[0])
    QTest.keyClick(view_of(window), Qt.Key.Key_0)
    assert desk_of(window).note.excerpts[-1].section is None
    select_words(window, passages[4][:20].rsplit(" ", 1)[0])
    QTest.keyClick(view_of(window), Qt.Key.Key_Q)
    assert desk_of(window).note.excerpts[-1].section == desk_of(window).note.sections[5].key


def write_own_words(window: Window) -> None:
    QTest.keyClick(window.frame, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    until(lambda: has_focus(window.note_pane))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Own words.")
    assert "Own words." in [block.text for block in desk_of(window).note.sections[1].blocks]


def undo_and_redo_everything(window: Window, blank: Note) -> None:
    written = desk_of(window).note
    while desk_of(window).undo_label:
        window.frame.perform("undo")
    assert desk_of(window).note == blank
    while desk_of(window).redo_label:
        window.frame.perform("redo")
    assert desk_of(window).note == written


def save_close_and_reopen(window: Window, path: Path) -> None:
    written = desk_of(window).note
    window.frame.perform("save")
    until(lambda: path.exists() and not desk_of(window).is_dirty)
    window.frame.perform("close")
    assert window.desk is None
    window.files.open_path(path)
    until(lambda: window.desk is not None)
    assert desk_of(window).note == written


def export_by(window: Window, suffix: str) -> None:
    """Choose the first recipe of a format in the dialog, with the keyboard."""
    window.frame.perform("export")
    recipes = window.frame.findChild(QListWidget, "export_recipes")
    assert recipes is not None
    rows = [recipes.item(row).text() for row in range(recipes.count())]
    recipes.setCurrentRow(next(at for at, row in enumerate(rows) if row.endswith(f".{suffix}")))
    QTest.keyClick(recipes, Qt.Key.Key_Return)


def test_an_article_becomes_a_note_that_is_filed_written_undone_saved_reopened_and_sent_out(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen[-1]), ""))
    blank = begin_on_sample(window)
    file_three_passages(window, passages_of(blank))
    file_unsorted_and_again(window, passages_of(blank))
    write_own_words(window)
    undo_and_redo_everything(window, blank)
    chosen.append(tmp_path / "summit.brief")
    save_close_and_reopen(window, chosen[-1])
    for suffix in ("docx", "md"):
        chosen.append(tmp_path / f"summit.{suffix}")
        export_by(window, suffix)
        until(chosen[-1].exists)
    assert "Own words." in (tmp_path / "summit.md").read_text("utf-8")
    with ZipFile(tmp_path / "summit.docx") as package:
        assert "Own words." in package.read("word/document.xml").decode()
        assert "word/footnotes.xml" in package.namelist()


@pytest.mark.parametrize(
    ("template", "suggested"),
    [("default", "For the desk"), ("ministerial", "Submission"), ("assessment", "Assessment")],
)
def test_a_first_export_suggests_the_recipe_that_is_made_for_the_template(
    window: Window, template: str, suggested: str
) -> None:
    window.open_desk(Desk(Note("n1", template=template)))
    window.frame.perform("export")
    recipes = window.frame.findChild(QListWidget, "export_recipes")
    assert recipes is not None
    assert recipes.currentItem().text().startswith(suggested)


def test_enter_goes_from_a_highlight_to_its_quote_block_and_back(window: Window) -> None:
    note = begin_on_sample(window)
    select_words(window, passages_of(note)[0][:20].rsplit(" ", 1)[0])
    QTest.keyClick(view_of(window), Qt.Key.Key_1)
    view = view_of(window)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)
    until(lambda: has_focus(window.note_pane))
    window.frame.perform("jump_back")
    until(lambda: has_focus(window.article))


def test_the_panes_have_the_shares_again_that_they_were_given(window: Window) -> None:
    begin_on_sample(window)
    workspace = window.workspace
    assert workspace is not None
    until(lambda: sum(workspace.across.sizes()) > 1000)
    workspace.across.setSizes([500, 780])
    workspace.across.splitterMoved.emit(500, 1)
    window.close_note()
    begin_on_sample(window)
    window.frame.resize(1600, 900)
    again = window.workspace
    assert again is not None
    until(lambda: sum(again.across.sizes()) > 1500)
    left, right = again.across.sizes()
    assert abs(left / (left + right) - 500 / 1280) < 0.02

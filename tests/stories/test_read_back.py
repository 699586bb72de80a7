"""A document goes out, is edited in another program, and its changes come back one by one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListWidget, QPushButton

from briefing.app.desk import Desk
from briefing.app.export import export
from briefing.app.notes import new_note
from briefing.app.opening import default_template, sample_article
from briefing.domain.edits import file_excerpt, write_body
from briefing.domain.note import Block, Note, Style, Words
from briefing.ui.read_back_dialog import ReadBackDialog
from briefing.ui.window import Window
from tests.waiting import until


def written() -> Note:
    note = file_excerpt(new_note(default_template(), [sample_article()]), "S1", 600, 700, "energy")
    return write_body(note, "risks", (Block(Style.PARAGRAPH, (Words("The talks may fail."),)),))


def read_back(window: Window, path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadBackDialog:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.frame.perform("read_back")
    until(lambda: window.frame.findChild(ReadBackDialog) is not None)
    dialog = window.frame.findChild(ReadBackDialog)
    assert dialog is not None
    return dialog


def test_a_change_made_elsewhere_is_taken_only_when_it_is_ticked_and_undone_in_one_step(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written()
    window.open_desk(Desk(before))
    path = tmp_path / "edited.md"
    export(before, path)
    words = path.read_text("utf-8")
    path.write_text(words.replace("The talks may fail.", "The talks may well fail."), "utf-8")
    dialog = read_back(window, path, monkeypatch)
    listed = dialog.findChild(QListWidget, "read_back_list")
    accept = dialog.findChild(QPushButton, "read_back_accept")
    assert listed is not None
    assert accept is not None
    assert listed.count() == 1
    assert not accept.isEnabled()
    assert window.desk is not None
    assert window.desk.note is before
    listed.item(0).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert window.desk.note.section("risks").blocks[0].text == "The talks may well fail."
    assert window.desk.note.section("energy") == before.section("energy")
    window.frame.perform("undo")
    assert window.desk.note == before


def test_an_unchanged_document_proposes_nothing(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = written()
    window.open_desk(Desk(note))
    path = tmp_path / "sent.docx"
    export(note, path)
    dialog = read_back(window, path, monkeypatch)
    listed = dialog.findChild(QListWidget, "read_back_list")
    assert listed is not None
    assert listed.count() == 0
    dialog.reject()

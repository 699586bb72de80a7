"""What was sent out stays known, and can be compared and written again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QListWidget, QPushButton, QTextBrowser

from briefing.app.desk import Desk
from briefing.app.editions import editions
from briefing.app.notes import new_note
from briefing.app.opening import default_template, open_desk
from briefing.domain.edits import retitle, write_body
from briefing.domain.note import Block, Style, Words
from briefing.ui.editions_dialog import EditionsDialog
from briefing.ui.window import Window
from tests.waiting import until


def test_an_export_is_recorded_compared_with_what_the_note_became_and_written_again_to_the_same_bytes(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [tmp_path / "note.brief"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen[-1]), ""))
    note = write_body(
        retitle(new_note(default_template()), "Pact"), "risks", (Block(Style.BULLET, (Words("It may fail."),)),)
    )
    window.open_desk(Desk(note))
    window.frame.perform("save")
    until(chosen[0].exists)
    chosen.append(tmp_path / "sent.md")
    window.frame.perform("export")
    recipes = window.frame.findChild(QListWidget, "export_recipes")
    assert recipes is not None
    rows = [recipes.item(row).text() for row in range(recipes.count())]
    recipes.setCurrentRow(next(at for at, row in enumerate(rows) if row.endswith(".md")))
    record = window.frame.findChild(QCheckBox, "export_record")
    assert record is not None
    assert not record.isChecked()  # the recipe is not for what goes out
    record.setChecked(True)
    QTest.keyClick(recipes, Qt.Key.Key_Return)
    desk = window.desk
    assert desk is not None
    until(lambda: chosen[1].exists() and bool(editions(desk)) and not desk.is_dirty)
    assert len(editions(open_desk(chosen[0]))) == 1
    desk.do("Retitle", lambda n: retitle(n, "Pact revised"))
    window.frame.perform("editions")
    dialog = window.frame.findChild(EditionsDialog)
    assert dialog is not None
    words, again = dialog.findChild(QTextBrowser, "editions_words"), dialog.findChild(QPushButton, "editions_again")
    assert words is not None
    assert again is not None
    assert "revised" in words.toPlainText()
    chosen.append(tmp_path / "again.md")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    until(chosen[2].exists)
    assert chosen[2].read_bytes() == chosen[1].read_bytes()
    dialog.reject()

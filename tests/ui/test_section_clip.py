"""A section is copied as it would be printed, and the program ends well after it."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from briefing.ui.section_menu import section_menu
from tests.ui.notes import Pane, bare_note, filed

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from tests.ui.notes import Pane, bare_note, filed
shown = Pane(filed(bare_note(), 1, "energy"))
shown.editor("energy")
shown.pane.copy_section()
print(application.clipboard().mimeData().hasHtml())
"""


@pytest.mark.usefixtures("qapp")
def test_a_section_is_copied_with_its_footnotes_as_notes() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    shown.editor("energy")
    told: list[str] = []
    shown.pane.notice.connect(told.append)
    shown.pane.copy_section()
    data = QGuiApplication.clipboard().mimeData()
    assert "<blockquote" in data.html()
    assert "<hr>" in data.html()
    lines = data.text().splitlines()
    assert lines[0] == "Energy"
    assert lines[2] == "The ministers meet on Monday.[1]"
    assert lines[4].startswith("[1] ")
    assert "An article" in lines[4]
    assert told == ["“Energy” is copied with its notes."]


@pytest.mark.usefixtures("qapp")
def test_nothing_is_copied_from_an_empty_section() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    QGuiApplication.clipboard().setText("before")
    told: list[str] = []
    shown.pane.notice.connect(told.append)
    shown.pane.copy_section()
    assert QGuiApplication.clipboard().text() == "before"
    assert told == ["Nothing stands in “Energy” yet."]
    menu = section_menu(editor, [])
    copying = next(a for a in menu.actions() if a.text().startswith("Copy section with its notes"))
    assert not copying.isEnabled()
    menu.close()


def test_the_program_ends_well_with_a_section_on_the_clipboard() -> None:
    run = [sys.executable, "-c", SCRIPT]
    ended = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "True\n"), ended.stderr


@pytest.mark.usefixtures("qapp")
def test_a_source_is_named_in_full_though_a_section_before_cites_it_too() -> None:
    shown = Pane(filed(filed(bare_note(), 1, "agenda"), 2, "energy"))
    shown.editor("energy")
    shown.pane.copy_section()
    copied = QGuiApplication.clipboard().mimeData().text()
    alone = Pane(filed(bare_note(), 2, "energy"))
    alone.editor("energy")
    alone.pane.copy_section()
    assert copied == QGuiApplication.clipboard().mimeData().text()

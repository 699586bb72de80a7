"""What happens when the program comes to grief: the work is found again, and nothing of it is told to anybody."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMessageBox, QPushButton, QWidget

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template, open_desk, write_note
from briefing.domain.edits import retitle
from briefing.ui import application
from briefing.ui.window import Window
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[2]
KILLED = """
import os, sys
from pathlib import Path
from briefing.ui import application
from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template, open_desk, write_note
from briefing.domain.edits import retitle
application.make()
frame = application.open_frame()
window = frame.commands
note = os.environ["BRIEFING_NOTE"]
window.open_desk(open_desk(Path(note)) if note else Desk(new_note(default_template())))
window.desk.do("Retitle", lambda note: retitle(note, "Written before the crash"))
window.keeping.flush()
os._exit(9)
"""


def crash_elsewhere(state: Path, note: str = "") -> None:
    environment = {
        "BRIEFING_NOTE": note,
        "XDG_STATE_HOME": str(state),
        "XDG_CONFIG_HOME": str(state),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env=environment, check=False, capture_output=True)
    assert done.returncode == 9, done.stderr


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert found is not None
    return found


@pytest.fixture
def after_crash(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    crash_elsewhere(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    frame = application.open_frame()
    assert qapp
    window = frame.commands
    assert isinstance(window, Window)
    return window


def test_work_that_a_crash_left_behind_is_taken_up_and_undoable(after_crash: Window, tmp_path: Path) -> None:
    frame = after_crash.frame
    QTest.mouseClick(button(frame, "recovery_take"), Qt.MouseButton.LeftButton)
    assert after_crash.desk is not None
    assert after_crash.desk.note.title == "Written before the crash"
    assert after_crash.desk.is_dirty
    frame.perform("undo")
    assert after_crash.desk.note.title == ""
    after_crash.desk.mark_saved(after_crash.desk.note, tmp_path / "x.brief")
    frame.close()
    assert not list((tmp_path / "briefing" / "recovery").glob("*"))


def test_work_that_is_not_wanted_is_discarded_after_a_question(
    after_crash: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, words: str) -> QMessageBox.StandardButton:
        asked.append(words)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", answer)
    QTest.mouseClick(button(after_crash.frame, "recovery_drop"), Qt.MouseButton.LeftButton)
    after_crash.frame.close()
    assert ["Written before the crash" in words for words in asked] == [True]
    assert not list((tmp_path / "briefing" / "recovery").glob("*"))


def test_an_unexpected_error_keeps_the_work_and_reports_no_word_of_it(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.informativeText()))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    application.watch()
    window.open_desk(Desk(new_note(default_template())))
    assert window.desk is not None
    window.desk.do("Retitle", lambda note: retitle(note, "Secret title"))
    with pytest.raises(KeyError) as caught:
        dict[str, str]()[window.desk.note.title]
    sys.excepthook(caught.type, caught.value, caught.tb)
    (report,) = (tmp_path / "state" / "briefing" / "reports").glob("*.txt")
    words = report.read_text("utf-8")
    assert "KeyError" in words
    assert "Secret" not in words
    assert str(report) in told[0]
    assert list((tmp_path / "state" / "briefing" / "recovery").glob("*"))
    assert "Secret" not in capsys.readouterr().err


def test_a_file_that_another_program_changed_is_shown_with_its_differences(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "note.brief"
    first = write_note(retitle(new_note(default_template()), "First"), path, None)
    window.files.open_path(path)
    until(lambda: window.desk is not None)
    write_note(retitle(first.note, "Changed elsewhere"), path, first.stamp)
    assert window.desk is not None
    window.desk.do("Retitle", lambda note: retitle(note, "Mine"))
    window.frame.perform("save")
    until(lambda: window.frame.findChild(QListWidget, "conflict_differences") is not None)
    listed = window.frame.findChild(QListWidget, "conflict_differences")
    assert listed is not None
    assert any("Mine" in listed.item(row).text() for row in range(listed.count()))
    assert window.desk.is_dirty
    QTest.mouseClick(button(window.frame, "conflict_replace"), Qt.MouseButton.LeftButton)
    until(lambda: window.desk is not None and not window.desk.is_dirty)
    assert open_desk(path).note.title == "Mine"


def test_a_note_that_is_opened_tells_of_the_work_a_crash_left_of_it(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.brief"
    write_note(new_note(default_template()), path, None)
    crash_elsewhere(tmp_path / "state", str(path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    window.open_desk(open_desk(path))
    until(lambda: "Unsaved work on this note was found." in told(window))
    assert window.desk is not None
    assert window.desk.note.title == ""
    button(window.frame, "notice_offer").click()
    until(lambda: window.desk is not None and window.desk.note.title == "Written before the crash")
    assert window.desk.path == path
    window.frame.perform("undo")
    assert window.desk.note.title == ""
    assert len(list((tmp_path / "state" / "briefing" / "recovery").glob("*.journal"))) == 1


def told(window: Window) -> str:
    return " ".join(label.text() for label in window.frame.notice.findChildren(QLabel))

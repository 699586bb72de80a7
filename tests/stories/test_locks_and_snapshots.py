"""A note that is open elsewhere, and the note as it was before."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from briefing.app.notes import new_note
from briefing.app.opening import default_template, write_note
from briefing.app.snapshots import snapshots
from briefing.domain.edits import retitle
from briefing.io.lock import Lock
from briefing.ui.frame import Frame
from briefing.ui.lock_dialog import LockDialog
from briefing.ui.snapshots_dialog import SnapshotsDialog
from briefing.ui.window import Window
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[2]
HOLD = "import sys; from pathlib import Path; from briefing.io.lock import Lock\n"
HOLD += "Lock(Path(sys.argv[1])).take(); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.brief"
    write_note(retitle(new_note(default_template()), "First"), path, None)
    return path


@pytest.fixture
def held(note: Path) -> Iterator[Path]:
    """The note is open in another process."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", HOLD, str(note)], cwd=ROOT, stdin=pipe, stdout=pipe) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        yield note
        other.kill()


def press(parent: QWidget, name: str) -> None:
    found = parent.findChild(QPushButton, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def dialog_of(window: Window) -> LockDialog:
    until(lambda: window.frame.findChild(LockDialog) is not None)
    dialog = window.frame.findChild(LockDialog)
    assert dialog is not None
    return dialog


def test_a_note_that_is_open_elsewhere_says_by_whom_and_opens_to_be_read(window: Window, held: Path) -> None:
    window.open_path(held)
    dialog = dialog_of(window)
    words = dialog.findChild(QLabel, "locked_words")
    assert words is not None
    assert "note.brief" in words.text()
    assert window.desk is None
    press(dialog, "locked_read")
    until(lambda: window.desk is not None)
    assert window.desk is not None
    assert window.desk.note.title == "First"
    assert window.desk.path is None
    told = window.frame.findChild(QLabel, "notice_words")
    assert told is not None
    assert told.text().startswith("Opened to read")


def test_a_note_is_taken_over_knowingly_and_given_back_when_it_is_closed(window: Window, held: Path) -> None:
    window.open_path(held)
    press(dialog_of(window), "locked_take")
    until(lambda: window.desk is not None)
    holder = Lock(held).holder()
    assert holder is not None
    assert holder.owner.is_here
    window.close_note()
    assert Lock(held).holder() is None


def test_a_note_that_was_taken_over_is_saved_as_a_copy_only(window: Window, note: Path) -> None:
    window.open_path(note)
    until(lambda: window.desk is not None)
    desk = window.desk
    assert desk is not None
    before = note.read_bytes()
    desk.do("Retitle", lambda n: retitle(n, "Mine"))
    Lock(note).take(is_forced=True)
    window.frame.perform("save")
    assert window.frame.notice.isVisible()
    assert "copy" in window.frame.notice.accessibleDescription()
    assert desk.is_dirty
    assert note.read_bytes() == before


def test_a_note_opened_twice_is_shown_in_the_window_that_has_it(window: Window, note: Path) -> None:
    window.open_path(note)
    until(lambda: window.desk is not None)
    desk = window.desk
    window.open_path(note)
    QTest.qWait(50)
    assert window.desk is desk
    assert sum(isinstance(w, Frame) and w.isVisible() for w in QApplication.topLevelWidgets()) == 1


def test_a_snapshot_is_taken_by_name_and_restored_as_one_step(window: Window, note: Path) -> None:
    window.open_path(note)
    until(lambda: window.desk is not None)
    desk = window.desk
    assert desk is not None
    desk.do("Retitle", lambda n: retitle(n, "Second"))
    window.frame.perform("save")
    until(lambda: not window.frame.isWindowModified())
    window.show_snapshots()
    dialog = window.frame.findChild(SnapshotsDialog)
    assert dialog is not None
    name, listed = dialog.findChild(QLineEdit, "snapshots_name"), dialog.findChild(QListWidget, "snapshots_list")
    assert name is not None
    assert listed is not None
    QTest.keyClicks(name, "Before lunch")
    press(dialog, "snapshots_take")
    assert [s.name for s in snapshots(desk)] == ["", "Before lunch"]
    assert window.frame.isWindowModified()
    assert window.frame.status.saved.text() == "changed"
    listed.setCurrentRow(1)
    press(dialog, "snapshots_restore")
    assert desk.note.title == "First"
    desk.undo()
    assert desk.note.title == "Second"
    window.frame.perform("save")
    until(lambda: not desk.is_dirty)
    window.close_note()
    window.open_path(note)
    until(lambda: window.desk is not None)
    assert window.desk is not None
    assert "Before lunch" in [s.name for s in snapshots(window.desk)]
    dialog.close()


def test_a_save_that_fails_says_why_and_where_the_changes_are(
    window: Window, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(note)
    until(lambda: window.desk is not None)
    desk = window.desk
    assert desk is not None
    desk.do("Retitle", lambda n: retitle(n, "Mine"))
    monkeypatch.setattr(desk, "path", note.parent / "gone" / "note.brief")
    window.frame.perform("save")
    until(window.frame.notice.isVisible)
    words = window.frame.notice.accessibleDescription()
    assert "is not there" in words
    assert "recovery" in words
    assert desk.is_dirty

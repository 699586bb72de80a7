"""What can happen to a note's file while it is open: the note stays whole, and one sentence says what is wrong."""

import os
import shutil
import time
from pathlib import Path

import pytest

from briefing.app.desk import Desk
from briefing.app.opening import open_desk, write_note
from briefing.domain import edits
from briefing.domain.errors import BriefingError, FileChanged
from briefing.io.lock import Lock
from briefing.io.store import load, save
from tests.builders import note

DRAWING = "= Pact\nS1: The pact was signed.\n# energy\n> @S1:4-8"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "notes"
    folder.mkdir()
    save(note(DRAWING), folder / "pact.brief")
    desk = open_desk(folder / "pact.brief")
    desk.do("Title", lambda n: edits.retitle(n, "New"))
    return desk


def _save(desk: Desk) -> None:
    assert desk.path is not None
    saved = write_note(desk.note, desk.path, desk.stamp)
    desk.mark_saved(saved.note, saved.path, saved.stamp)


def _path(desk: Desk) -> Path:
    assert desk.path is not None
    return desk.path


def test_the_folder_was_removed(desk: Desk, tmp_path: Path) -> None:
    shutil.rmtree(_path(desk).parent)
    with pytest.raises(BriefingError, match="is not there; make it first or choose another"):
        _save(desk)
    assert desk.is_dirty
    copy = write_note(desk.note, tmp_path / "copy.brief", desk.stamp)
    assert load(copy.path).note == desk.note


def test_the_file_was_removed(desk: Desk) -> None:
    _path(desk).unlink()
    _save(desk)
    assert load(_path(desk)).note == desk.note
    assert not desk.is_dirty


def test_a_folder_has_taken_the_place_of_the_file(desk: Desk) -> None:
    _path(desk).unlink()
    _path(desk).mkdir()
    with pytest.raises(BriefingError, match="pact"):
        _save(desk)
    assert desk.is_dirty


def test_another_program_replaced_the_file(desk: Desk, tmp_path: Path) -> None:
    _path(desk).write_bytes(b"something else entirely")
    with pytest.raises(FileChanged):
        _save(desk)
    assert _path(desk).read_bytes() == b"something else entirely"
    assert load(write_note(desk.note, tmp_path / "copy.brief", desk.stamp).path).note == desk.note


def test_the_clock_was_turned_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    future = time.time() + 86_400
    os.utime(_path(desk), (future, future))
    again = open_desk(_path(desk))
    again.do("Title", lambda n: edits.retitle(n, "Newer"))
    _save(again)
    assert load(_path(desk)).note.title == "Newer"
    lock = Lock(_path(desk))
    lock.take()
    monkeypatch.setattr(time, "time", lambda: future - 10 * 86_400)
    holder = lock.holder()
    assert holder is not None
    assert not holder.is_stale
    lock.release()


def test_a_damaged_note_is_never_saved_over_itself(desk: Desk) -> None:
    _save(desk)
    data = bytearray(_path(desk).read_bytes())
    at = data.index(b"sources/S1/original")
    at = data.index(b"The pact", at) if b"The pact" in data[at:] else at + 40
    data[at] ^= 1
    _path(desk).write_bytes(data)
    damaged = open_desk(_path(desk))
    assert damaged.damage
    damaged.do("Title", lambda n: edits.retitle(n, "Mended"))
    with pytest.raises(BriefingError, match="is damaged and was left as it is"):
        _save(damaged)
    assert _path(desk).read_bytes() == bytes(data)

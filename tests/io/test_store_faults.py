import errno
import os
from pathlib import Path

import pytest

from briefing.domain import edits
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.io import atomic
from briefing.io.stamp import Stamp
from briefing.io.store import load, save
from tests.builders import note, source
from tests.unsafe_disk import FailingOs, RecordingOs, after_power_cuts

OLD = note("= Old\nS1: The pact was signed.\n# energy\n> @S1:4-8")
NEW = edits.add_source(edits.retitle(OLD, "New"), source("A second article."))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pact.brief"


def _opened(path: Path) -> tuple[Note, Stamp]:
    """The old note as it is read, with the new title and article on top: what did not change is copied."""
    save(OLD, path)
    loaded = load(path)
    return edits.add_source(edits.retitle(loaded.note, "New"), source("A second article.")), loaded.stamp


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_whichever_call_fails_the_file_is_the_old_note_or_the_new_one(
    error: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = set()
    for number in range(1, 200):
        path.unlink(missing_ok=True)
        changed, stamp = _opened(path)
        failing = FailingOs(number, error)
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", failing)
            try:
                save(changed, path, stamp)
                is_saved = True
            except BriefingError:
                is_saved = False
        assert load(path).note == (NEW if is_saved else OLD)
        assert [name.name for name in path.parent.iterdir()] == [path.name]
        if not failing.failed:
            break
        failed.add(failing.failed)
    assert failed >= {"open", "write", "fsync", "close", "replace"}


def test_a_failed_save_can_be_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed, stamp = _opened(path)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "os", FailingOs(4))
        with pytest.raises(BriefingError, match="no room left"):
            save(changed, path, stamp)
    save(changed, path, stamp)
    assert load(path).note == NEW


def _survivors(path: Path, monkeypatch: pytest.MonkeyPatch, skip: tuple[str, ...] = ()) -> set[str]:
    """What is found after power cuts at every moment of a save, and after its end."""
    changed, stamp = _opened(path)
    before = path.read_bytes()
    disk = RecordingOs(skip=skip)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "os", disk)
        save(changed, path, stamp)
    after = path.read_bytes()
    known = {before: "old", after: "new"}
    end = len(disk.log)
    states = after_power_cuts(disk.log, str(path), before)
    found = {(done == end, known.get(content or b"", "neither")) for done, content in states}
    return {f"{'at the end' if is_end else 'before'}: {state}" for is_end, state in found}


def test_whenever_the_power_goes_the_file_is_the_old_note_or_the_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _survivors(path, monkeypatch) == {"before: old", "before: new", "at the end: new"}


def test_without_forcing_data_to_disk_the_note_would_be_lost(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "at the end: neither" in _survivors(path, monkeypatch, skip=("fsync",))


def test_files_that_a_kill_left_half_written_are_swept_when_they_are_old(path: Path) -> None:
    save(OLD, path)
    for name, age in (("old", 10_000), ("young", 10)):
        left = path.with_name(f"{atomic.PREFIX}{name}{atomic.SUFFIX}")
        left.write_bytes(b"half")
        os.utime(left, (left.stat().st_mtime - age,) * 2)
    loaded = load(path)
    save(loaded.note, path, loaded.stamp)
    assert sorted(name.name for name in path.parent.iterdir()) == [f"{atomic.PREFIX}young{atomic.SUFFIX}", path.name]

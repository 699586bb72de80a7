import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.app import recovery as recovery_module
from briefing.app.desk import Desk
from briefing.app.opening import open_desk, write_note
from briefing.app.recovered import recoverable
from briefing.app.recovery import WAIT, Recovery
from briefing.domain import edits
from briefing.domain.errors import FileChanged
from briefing.domain.note import Note, Style, Words, block
from briefing.io import journal, process
from briefing.io.journal import Beginning
from briefing.io.secret import Sealed, Secret, WrongPassphrase, make_secret
from briefing.io.store import load, save
from tests.builders import note, source

DRAWING = "= Pact\nS1: The pact was signed.\n# energy\n> @S1:4-8\n# risks"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let the program that wrote the copies be gone."""
    return lambda: monkeypatch.setattr(process, "_began", lambda _: "another start")


@pytest.fixture
def saved(tmp_path: Path) -> Desk:
    path = tmp_path / "pact.brief"
    save(note(DRAWING), path)
    return open_desk(path)


def _write(desk: Desk, words: str) -> None:
    def edit(before: Note) -> Note:
        return edits.write_body(before, "risks", [*before.section("risks").blocks, block(Style.BULLET, [Words(words)])])

    desk.do(f"Write {words}", edit)


def _until(condition: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait for another thread; a machine under load may take long, so this is no measurement."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        threading.Event().wait(0.02)


def test_nothing_is_written_before_the_first_change(saved: Desk, folder: Path) -> None:
    Recovery(saved, folder).close()
    assert not folder.exists()


def test_a_change_comes_to_disk_by_itself(saved: Desk, folder: Path) -> None:
    assert WAIT < 2
    recovery = Recovery(saved, folder)
    _write(saved, "one")
    _until(lambda: any(_words(path) == "one" for path in folder.glob("*.journal")))
    recovery.close()


@pytest.fixture
def made_ready(monkeypatch: pytest.MonkeyPatch) -> list[Beginning]:
    """What was encoded beforehand, without waiting for a pause."""
    made: list[Beginning] = []

    class Seen(Beginning):
        def __init__(self, note: Note | None, known: Iterable[tuple[object, str]], secret: Secret | None) -> None:
            super().__init__(note, known, secret)
            made.append(self)

    monkeypatch.setattr(recovery_module, "Beginning", Seen)
    monkeypatch.setattr(recovery_module, "WAIT", 0.0)
    return made


def test_a_note_that_was_made_ready_while_it_was_read_comes_to_disk_whole(
    saved: Desk, folder: Path, made_ready: list[Beginning]
) -> None:
    kept = Recovery(saved, folder)
    _until(lambda: made_ready)
    _write(saved, "one")
    kept.flush()
    (path,) = folder.glob("*.journal")
    assert journal.read_history(path, lambda _: None).note == saved.note
    assert [beginning.note for beginning in made_ready] == [saved.history.first]
    kept.close()


def test_what_was_made_ready_before_the_note_was_protected_is_not_written(
    saved: Desk, folder: Path, made_ready: list[Beginning]
) -> None:
    kept = Recovery(saved, folder)
    _until(lambda: made_ready)
    stamp = save(saved.note, saved.path or Path(), saved.stamp, secret=make_secret("open", cost=4))
    saved.mark_saved(saved.note, saved.path or Path(), stamp)
    _write(saved, "confidential words")
    kept.flush()
    (path,) = folder.glob("*.journal")
    assert journal.read_told(path).is_sealed
    assert journal.read_history(path, lambda _: None, "open").note == saved.note
    assert b"pact" not in path.read_bytes()
    kept.close()


def _words(path: Path) -> str:
    try:
        return journal.read_history(path, lambda _: None).note.section("risks").blocks[-1].text
    except Exception:  # noqa: BLE001  # not yet whole
        return ""


def test_a_closed_note_leaves_no_copy(saved: Desk, folder: Path) -> None:
    recovery = Recovery(saved, folder)
    _write(saved, "one")
    recovery.flush()
    recovery.close()
    assert list(folder.iterdir()) == []


def test_a_copy_of_a_program_that_is_still_there_is_not_offered(saved: Desk, folder: Path) -> None:
    recovery = Recovery(saved, folder)
    _write(saved, "one")
    recovery.flush()
    assert recoverable(folder) == ()
    recovery.close()


def test_after_a_crash_the_note_is_offered_with_what_differs(
    saved: Desk, folder: Path, gone: Callable[[], None]
) -> None:
    recovery = Recovery(saved, folder)
    _write(saved, "one word")
    recovery.close(is_kept=True)
    gone()
    (copy,) = recoverable(folder)
    assert (copy.title, copy.path) == ("Pact", saved.path)
    assert copy.differences == ("Risks: 2 words added.",)


def test_a_recovered_note_is_unsaved_and_its_steps_can_be_undone(
    saved: Desk, folder: Path, gone: Callable[[], None]
) -> None:
    recovery = Recovery(saved, folder)
    _write(saved, "one")
    _write(saved, "two")
    recovery.close(is_kept=True)
    before = load(saved.path or Path()).note
    gone()
    (copy,) = recoverable(folder)
    taken = copy.take()
    assert taken.note == saved.note
    assert taken.is_dirty
    assert load(saved.path or Path()).note == before
    taken.undo()
    assert (taken.undo_label, taken.redo_label) == ("Write one", "Write two")
    taken.undo()
    assert taken.note == before
    assert not taken.is_dirty


def test_a_recovered_note_is_saved_over_its_own_file_only_while_that_is_unchanged(
    saved: Desk, folder: Path, gone: Callable[[], None]
) -> None:
    recovery = Recovery(saved, folder)
    _write(saved, "one")
    recovery.close(is_kept=True)
    gone()
    taken = recoverable(folder)[0].take()
    path = saved.path or Path()
    other = open_desk(path)
    write_note(edits.retitle(other.note, "Theirs"), path, other.stamp)
    with pytest.raises(FileChanged):
        write_note(taken.note, path, taken.stamp)
    late = recoverable(folder)[0].take()
    assert (late.path, late.stamp, late.is_dirty) == (None, None, True)


def test_undo_survives_saving_and_a_crash(saved: Desk, folder: Path, gone: Callable[[], None]) -> None:
    recovery = Recovery(saved, folder)
    _write(saved, "one")
    done = write_note(saved.note, saved.path or Path(), saved.stamp)
    saved.mark_saved(done.note, done.path, done.stamp)
    recovery.note_saved()
    _write(saved, "two")
    recovery.close(is_kept=True)
    gone()
    taken = recoverable(folder)[0].take()
    taken.undo()
    assert not taken.is_dirty
    taken.undo()
    assert taken.note.section("risks").blocks == ()


def test_a_copy_without_anything_unsaved_is_not_offered_and_goes(
    saved: Desk, folder: Path, gone: Callable[[], None]
) -> None:
    recovery = Recovery(saved, folder)
    _write(saved, "one")
    saved.undo()
    recovery.close(is_kept=True)
    gone()
    assert recoverable(folder) == ()
    assert list(folder.iterdir()) == []


def test_a_note_that_was_never_saved_is_recovered_with_its_originals(folder: Path, gone: Callable[[], None]) -> None:
    desk = Desk(note("# risks"))
    recovery = Recovery(desk, folder)
    desk.do("Add", lambda n: edits.add_source(n, source("An article.")))
    recovery.close(is_kept=True)
    gone()
    (copy,) = recoverable(folder)
    assert copy.differences == ("The note was never saved.",)
    assert copy.take().note == desk.note
    copy.dismiss()
    assert recoverable(folder) == ()


def test_originals_in_the_file_are_not_copied_and_come_back_from_it(
    tmp_path: Path, folder: Path, gone: Callable[[], None]
) -> None:
    path = tmp_path / "large.brief"
    original = os.urandom(2_000_000)
    large = edits.add_source(note("# risks"), source("An article."))
    large = replace(large, sources=(replace(large.sources[0], original=original),))
    save(large, path)
    desk = open_desk(path)
    recovery = Recovery(desk, folder)
    _write(desk, "one")
    recovery.flush()
    assert sum(file.stat().st_size for file in folder.iterdir()) < 300_000
    recovery.close(is_kept=True)
    gone()
    assert recoverable(folder)[0].take().note.sources[0].original == original


def test_the_copy_of_a_protected_note_is_sealed(tmp_path: Path, folder: Path, gone: Callable[[], None]) -> None:
    path = tmp_path / "pact.brief"
    save(note(DRAWING), path, secret=make_secret("open", cost=4))
    desk = open_desk(path, "open")
    recovery = Recovery(desk, folder)
    _write(desk, "confidential words")
    recovery.close(is_kept=True)
    gone()
    (copy,) = recoverable(folder)
    assert copy.is_sealed
    assert copy.title == "pact"
    assert copy.differences == ("The note is protected by a passphrase.",)
    with pytest.raises(Sealed):
        copy.take()
    with pytest.raises(WrongPassphrase):
        copy.unlocked("close").take()
    taken = copy.unlocked("open").take()
    assert taken.note == desk.note
    write_note(taken.note, path, taken.stamp)
    assert load(path, "open").note == desk.note


def test_protecting_a_note_removes_the_open_copy(saved: Desk, folder: Path) -> None:
    recovery = Recovery(saved, folder)
    _write(saved, "confidential words")
    recovery.flush()
    secret = make_secret("open", cost=4)
    stamp = save(saved.note, saved.path or Path(), saved.stamp, secret=secret)
    saved.mark_saved(saved.note, saved.path or Path(), stamp)
    recovery.flush()
    assert [journal.read_told(path).is_sealed for path in folder.glob("*.journal")] == [True]
    recovery.close()


def test_a_folder_that_cannot_be_written_is_told_once_and_the_note_goes_on(saved: Desk, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    told: list[str] = []
    recovery = Recovery(saved, blocked, told.append)
    for words in ("one", "two"):
        _write(saved, words)
        with pytest.raises(Exception, match="No recovery copy can be kept"):
            recovery.flush()
    recovery.close()
    assert len(told) == 1
    assert "blocked" in told[0]
    assert saved.note.section("risks").blocks[-1].text == "two"


SCRIPT = """
import os, sys
from pathlib import Path
from briefing.app.opening import open_desk
from briefing.app.recovery import Recovery
from briefing.domain import edits
desk = open_desk(Path(sys.argv[1]))
recovery = Recovery(desk, Path(sys.argv[2]))
desk.do("Title", lambda note: edits.retitle(note, "Typed before the crash"))
recovery.flush()
os._exit(9)
"""


def test_what_a_killed_process_had_typed_is_offered(saved: Desk, folder: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", SCRIPT, str(saved.path), str(folder)]
    assert subprocess.run(command, cwd=root, check=False).returncode == 9
    (copy,) = recoverable(folder)
    assert copy.take().note.title == "Typed before the crash"

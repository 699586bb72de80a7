import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from briefing.io.lock import SILENT, Lock, Locked, locked
from briefing.io.process import Owner, me

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pact.brief"


def _held_by(path: Path, owner: Owner, seen: float) -> Lock:
    lock = Lock(path)
    plain = {"owner": asdict(owner), "since": seen, "seen": seen, "token": "theirs"}
    lock.path.write_text(json.dumps(plain))
    os.utime(lock.path, (seen, seen))
    return lock


def test_a_note_that_is_open_is_refused_with_name_machine_time_and_process(path: Path) -> None:
    first = Lock(path)
    first.take()
    with pytest.raises(
        Locked, match=r"“pact\.brief” is open for .+ since \d{4}-\d\d-\d\d \d\d:\d\d \(process \d+\)"
    ) as caught:
        Lock(path).take()
    assert caught.value.holder.owner == me()
    first.release()
    assert list(path.parent.iterdir()) == []
    Lock(path).take()


def test_a_lock_can_be_taken_over_knowingly_and_the_first_holder_notices(path: Path) -> None:
    first, second = Lock(path), Lock(path)
    first.take()
    second.take(is_forced=True)
    assert second.is_held
    assert not first.is_held
    assert not first.renew()
    first.release()
    assert second.is_held
    assert [name.name for name in path.parent.iterdir()] == [second.path.name]


def test_the_lock_of_a_process_that_is_gone_is_stale(path: Path) -> None:
    script = f"from pathlib import Path; from briefing.io.lock import Lock; Lock(Path({str(path)!r})).take()"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
    holder = Lock(path).holder()
    assert holder is not None
    assert holder.is_stale
    Lock(path).take()


def test_a_process_number_that_is_used_again_is_told_apart(path: Path) -> None:
    lock = _held_by(path, replace(me(), began="before the last start"), time.time())
    lock.take()
    assert lock.is_held


def test_another_machine_is_believed_until_it_has_been_silent_for_long(path: Path) -> None:
    far = Owner("ana", "far-away", 1, "")
    lock = _held_by(path, far, time.time() - SILENT / 2)
    with pytest.raises(Locked, match="open for ana on far-away"):
        lock.take()
    _held_by(path, far, time.time() - SILENT - 5).take()
    holder = Lock(path).holder()
    assert holder is not None
    assert holder.owner == me()


def test_a_sign_of_life_is_seen(path: Path) -> None:
    lock = Lock(path)
    lock.take()
    os.utime(lock.path, (1.0, 1.0))
    assert lock.renew()
    assert lock.path.stat().st_mtime > time.time() - 60


def test_a_lock_that_is_just_being_written_is_a_lock(path: Path) -> None:
    Lock(path).path.touch()
    with pytest.raises(Locked, match="somebody"):
        Lock(path).take()


def test_a_folder_that_may_not_be_written_is_no_reason_not_to_open(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "away" / "pact.brief")
    lock.take()
    assert not lock.is_held
    lock.release()


def test_of_two_names_of_one_file_both_are_locked(path: Path) -> None:
    path.write_bytes(b"")
    link = path.with_name("link.brief")
    link.symlink_to(path)
    Lock(path).take()
    with pytest.raises(Locked):
        Lock(link).take()


def test_a_lock_is_released_whatever_happens(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(path):
        raise ZeroDivisionError
    assert list(path.parent.iterdir()) == []


RACE = """
import sys, time
from pathlib import Path
from briefing.io.lock import Lock, Locked
lock = Lock(Path(sys.argv[1]))
sys.stdin.readline()
try:
    lock.take()
    print("held", flush=True)
except Locked:
    print("refused", flush=True)
sys.stdin.readline()
"""


def test_of_many_that_take_a_stale_lock_at_once_one_has_it(path: Path) -> None:
    _held_by(path, replace(me(), began="gone"), time.time())
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("\n")
        racer.stdin.flush()
    said = [racer.stdout.readline().strip() for racer in racers if racer.stdout is not None]
    for racer in racers:
        racer.communicate("\n")
    assert sorted(said) == ["held", "refused", "refused", "refused"]

import errno
import os
import stat
from pathlib import Path

import pytest

from briefing.domain.errors import BriefingError
from briefing.io.atomic import write_bytes


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_bytes(tmp_path / "note", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["note"]
    assert (tmp_path / "note").read_bytes() == b"new"


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    write_bytes(tmp_path / "note", b"new")
    assert stat.S_IMODE((tmp_path / "note").stat().st_mode) == 0o600


def test_the_permissions_of_a_replaced_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"old")
    path.chmod(0o664)
    write_bytes(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can give files away")
def test_the_owner_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"old")
    os.chown(path, 4242, 4343)
    write_bytes(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (4242, 4343)


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "close"])
def test_when_a_step_fails_the_old_file_stays_and_nothing_is_left_beside_it(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"old")
    real = getattr(os, call)
    calls = 0

    def full(*args: object) -> object:
        nonlocal calls
        calls += 1
        if call == "close" and calls == 1:  # the first one only tries whether the file may be written
            return real(*args)
        if call == "close":
            real(*args)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(BriefingError, match="no room left on the disk"):
            write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["note"]


def test_the_last_moment_to_refuse_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"old")

    def refuse() -> None:
        raise BriefingError("No.")

    with pytest.raises(BriefingError, match="No"):
        write_bytes(path, b"new", before=refuse)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["note"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="away” is not there"):
        write_bytes(tmp_path / "away" / "note", b"new")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="is a folder"):
        write_bytes(tmp_path, b"new")


def test_a_circle_of_links_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(BriefingError, match="circle"):
        write_bytes(tmp_path / "a", b"new")

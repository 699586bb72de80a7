"""Atomic writing: a file is written whole beside its place, forced to disk, and renamed over what was there.

Whatever fails, and wherever the power goes, what is found afterwards is the old file or the new one.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import BinaryIO

from briefing.domain.errors import BriefingError
from briefing.io.plain import sentence

PREFIX = ".briefing-"  # of files being written
SUFFIX = ".tmp"
_OLD = 3600.0  # seconds
_PIECE = 1 << 20  # bytes copied at a time
PRIVATE = 0o600  # a new file is its owner's alone


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes of an open file, copied without being looked at."""

    file: BinaryIO
    offset: int
    length: int

    def __len__(self) -> int:
        return self.length


Chunk = bytes | Span


def write_bytes(path: Path, data: bytes, *, before: Callable[[], None] | None = None) -> os.stat_result:
    """Write a file whole or not at all and give its state; BriefingError says in one sentence why it was not.

    `before` is called when everything is on disk but the name, the last moment to refuse by raising.
    """
    return write_chunks(path, (data,), before=before)


def write_chunks(path: Path, chunks: Iterable[Chunk], *, before: Callable[[], None] | None = None) -> os.stat_result:
    """Write a file from pieces, whole or not at all; as `write_bytes`."""
    try:
        target = path.resolve()  # a link keeps pointing to the file that is replaced
        if target.is_symlink():
            raise BriefingError(f"“{path}” is a link that leads in a circle.")
        if target.is_dir():
            raise BriefingError(f"“{path}” is a folder; give a file name.")
        if not target.parent.is_dir():
            raise BriefingError(f"The folder “{target.parent}” is not there; make it first or choose another.")
        return _write(target, chunks, before)
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links, before Python 3.13
        reason = sentence(error, path) if isinstance(error, OSError) else f"“{path}” is a link that leads in a circle."
        raise BriefingError(reason) from error


def _write(target: Path, chunks: Iterable[Chunk], before: Callable[[], None] | None) -> os.stat_result:
    beside = target.parent / f"{PREFIX}{os.urandom(8).hex()}{SUFFIX}"
    before_it = _state(target)
    try:
        state = _fill(beside, chunks, before_it)
        if before is not None:
            before()
        os.replace(beside, target)  # noqa: PTH105  # the calls of this file are those that tests let fail
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108
        raise
    _sync_folder(target.parent)
    _sweep(target.parent)
    return state


def _sweep(folder: Path) -> None:
    """Delete what a program that was killed while writing has left here, once nobody can be writing it any more."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX) and entry.stat().st_mtime < time() - _OLD:
                os.unlink(entry.path)  # noqa: PTH108


def _state(target: Path) -> os.stat_result | None:
    """The state of the file that is replaced; one that may not be written is not replaced either."""
    if not target.exists():
        return None
    os.close(os.open(target, os.O_WRONLY))
    return target.stat()


def _fill(beside: Path, chunks: Iterable[Chunk], old: os.stat_result | None) -> os.stat_result:
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE)
    try:
        for chunk in chunks:
            if isinstance(chunk, Span):
                _copy(chunk, handle)
            else:
                _put(handle, chunk)
        if old is not None:
            _take_over(handle, old)
        os.fsync(handle)
        return os.fstat(handle)
    finally:
        os.close(handle)


def _take_over(handle: int, old: os.stat_result) -> None:
    """Give a file the owner, as far as that is allowed, and the permissions of the one it replaces."""
    if not hasattr(os, "fchmod"):
        return
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(PermissionError):
            os.fchown(handle, old.st_uid, old.st_gid)
    mode = stat.S_IMODE(old.st_mode)
    if mode != PRIVATE:
        os.fchmod(handle, mode)


def _put(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _copy(span: Span, handle: int) -> None:
    """Copy a span of one file to the end of another, within the system where that can be done."""
    at, end = span.offset, span.offset + span.length
    while at < end:
        done = _copied(span.file.fileno(), handle, at, end - at)
        if not done:
            break
        at += done
    while at < end:
        span.file.seek(at)
        data = span.file.read(min(_PIECE, end - at))
        if not data:
            raise OSError(errno.EIO, "the file that is copied from is shorter than it was")
        _put(handle, data)
        at += len(data)


def _copied(old: int, new: int, at: int, length: int) -> int:
    """How many bytes the system copied by itself; 0 if it cannot."""
    if not hasattr(os, "copy_file_range"):
        return 0
    try:
        return os.copy_file_range(old, new, length, at)
    except OSError as error:
        if error.errno in (errno.EXDEV, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EBADF):
            return 0
        raise


def _sync_folder(folder: Path) -> None:
    """Force the new name to disk, where the system can; the file is in place already, so a refusal is no failure."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""A stamp: which file was read or written, so that it is known later whether another program has changed it."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from briefing.domain.errors import FileChanged
from briefing.io import container, secret
from briefing.io.container import Damaged, Member, Packed
from briefing.io.secret import Secret

_BEGIN = 100  # bytes that say what a file is
_COARSE = 2_000_000_000  # nanoseconds: the coarsest clock of a file system; younger files are compared by content


class Kept(NamedTuple):
    """A value that stands in a file as it is: the value itself, its SHA-256, and where its packed bytes are."""

    value: object
    sha256: str
    member: Member


@dataclass(frozen=True)
class Stamp:
    """A note file as it was when it was read or written, and what of it need not be packed again."""

    path: Path
    size: int
    changed: int  # nanoseconds since 1970
    inode: int
    fingerprint: int
    taken: int  # nanoseconds since 1970
    kept: Mapping[int, Kept] = field(default_factory=dict, repr=False)  # by the identity of the value
    extras: tuple[Packed, ...] = field(default=(), repr=False)  # members that are not ours
    damage: tuple[str, ...] = ()
    secret: Secret | None = field(default=None, repr=False)  # of a file that is sealed

    def find(self, value: object) -> Kept | None:
        """Where a value stands in the file, if this very value was read from it or written to it."""
        kept = self.kept.get(id(value))
        return kept if kept is not None and kept.value is value else None

    @property
    def is_current(self) -> bool:
        """Whether the file on disk is still the one that was stamped; False too if it is gone."""
        try:
            found = self.path.stat()
            if (found.st_size, found.st_mtime_ns, found.st_ino) == (self.size, self.changed, self.inode):
                if self.changed < self.taken - _COARSE:
                    return True
            elif found.st_size != self.size:
                return False
            with self.path.open("rb") as file:
                return fingerprint_of_file(file) == self.fingerprint
        except (OSError, Damaged):
            return False


def fingerprint_of_file(file: BinaryIO) -> int:
    """The fingerprint of a note file, sealed or not; Damaged if it is neither."""
    begin = file.read(_BEGIN)
    return secret.fingerprint(file) if secret.is_sealed(begin) else container.fingerprint(file)


def stamp_of(path: Path, found: os.stat_result, fingerprint: int) -> Stamp:
    """The stamp of a file that has just been read or written."""
    return Stamp(path, found.st_size, found.st_mtime_ns, found.st_ino, fingerprint, time.time_ns())


def open_stamped(stamp: Stamp) -> BinaryIO | None:
    """The stamped file, opened to be copied from; None if it is sealed or not there any more as it was."""
    if stamp.secret is not None or not stamp.is_current:
        return None
    try:
        file = stamp.path.open("rb")
    except OSError:
        return None
    found = os.fstat(file.fileno())
    if (found.st_size, found.st_mtime_ns) == (stamp.size, stamp.changed):
        return file
    file.close()
    return None


def refuse_if_changed(stamp: Stamp) -> None:
    """Raise FileChanged, saying when and by whom, unless the file is still as stamped or gone altogether."""
    if stamp.is_current:
        return
    try:
        found = stamp.path.stat()
    except FileNotFoundError:
        return  # nothing would be written over
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(found.st_mtime))
    raise FileChanged(
        f"“{stamp.path.name}” was changed by {_who(found)} at {when}, after it was opened here; nothing was written. "
        "Save a copy under another name, or open the file again."
    )


def _who(found: os.stat_result) -> str:
    if not hasattr(os, "getuid") or found.st_uid == os.getuid():
        return "another program"
    try:
        import pwd  # noqa: PLC0415  # not on Windows

        return pwd.getpwuid(found.st_uid).pw_name
    except (ImportError, KeyError):
        return "another user"

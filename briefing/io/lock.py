"""Locks: an open note is marked by a file beside it, with the name, machine and process of whoever has it open.

A lock is stale when its process on this machine is gone, or when one of another machine was not renewed for some time.
The lock is advice between people: what protects the file itself is that a save refuses to write over a change.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from briefing.domain.errors import BriefingError
from briefing.io.process import Owner, me

RENEW = 60.0  # seconds between two signs of life
SILENT = 600.0  # seconds without one after which a lock of another machine is stale
_LARGEST = 10_000  # bytes
_TRIES = 5
_READABLE = 0o644  # others must be able to see who it is


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever has a note open, since when, and when they last gave a sign of life (seconds since 1970)."""

    owner: Owner
    since: float
    seen: float
    token: str

    @property
    def is_stale(self) -> bool:
        """Whether whoever held the note is gone without saying so."""
        is_alive = self.owner.is_alive
        return time.time() - self.seen > SILENT if is_alive is None else not is_alive


class Locked(BriefingError):
    """The note is open elsewhere; `holder` says where."""

    def __init__(self, path: Path, holder: Holder) -> None:
        since, owner = time.strftime("%Y-%m-%d %H:%M", time.localtime(holder.since)), holder.owner
        where = "in another window of this machine" if owner.is_here else f"on {owner.machine}"
        super().__init__(
            f"“{path.name}” is open for {owner.name} {where} since {since} (process {owner.process}); "
            "close it there first, or work on a copy."
        )
        self.holder = holder


class Lock:
    """The mark beside a note while it is open."""

    def __init__(self, note: Path) -> None:
        target = note.resolve()
        self.note = note
        self.path = target.with_name(f".~lock.{target.name}#")
        self._token = ""

    @property
    def is_held(self) -> bool:
        """Whether the note is marked as ours; another program may have taken it over meanwhile."""
        holder = self.holder() if self._token else None
        return holder is not None and holder.token == self._token

    def holder(self) -> Holder | None:
        """Whoever has the note open, None if nobody has."""
        try:
            with self.path.open("rb") as file:
                data, seen = file.read(_LARGEST), os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        try:
            plain = json.loads(data)
            owner = Owner(**plain["owner"])
            return Holder(owner, float(plain["since"]), max(seen, float(plain["seen"])), str(plain["token"]))
        except (ValueError, TypeError, KeyError):
            # Just being written, or of another program: held by somebody unknown until it has been silent for long.
            return _somebody(seen)

    def take(self, *, is_forced: bool = False) -> None:
        """Mark the note as ours; Locked if somebody else has it, unless they are gone or it is taken knowingly.

        In a folder that may not be written nothing is marked: nothing can be saved there either.
        """
        for _ in range(_TRIES):
            holder = self.holder()
            if holder is not None and not (is_forced or holder.is_stale):
                break
            try:
                if holder is None or self._move_away(holder):
                    self._put()
                    return
            except FileExistsError:
                continue  # another was quicker: look who it is
            except OSError:
                self._token = ""
                return
        raise Locked(self.note, holder or _somebody(time.time()))

    def renew(self) -> bool:
        """Give a sign of life; False if the note is not ours any more."""
        if not self.is_held:
            return False
        with suppress(OSError):
            os.utime(self.path)
        return True

    def release(self) -> None:
        """Take the mark away, if it is ours."""
        if self.is_held:
            with suppress(OSError):
                self.path.unlink()
        self._token = ""

    def _put(self) -> None:
        self._token, now = os.urandom(8).hex(), time.time()
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _READABLE)
        try:
            plain = {"owner": asdict(me()), "since": now, "seen": now, "token": self._token}
            os.write(handle, json.dumps(plain).encode())
        finally:
            os.close(handle)

    def _move_away(self, stale: Holder) -> bool:
        """Remove exactly this lock; False if another took its place meanwhile. Of several that try, one succeeds."""
        aside = self.path.with_name(f"{self.path.name}.{os.urandom(4).hex()}")
        try:
            self.path.rename(aside)
        except FileNotFoundError:
            return True
        moved = Lock(self.note)
        moved.path = aside
        found = moved.holder()
        is_it = found is not None and found.token == stale.token
        if not is_it:
            with suppress(OSError):
                os.link(aside, self.path)
        aside.unlink(missing_ok=True)
        return is_it


def _somebody(seen: float) -> Holder:
    return Holder(Owner("somebody", "another machine", 0, ""), seen, seen, "")


@contextmanager
def locked(note: Path) -> Iterator[None]:
    """Have a note marked as ours while something is done to it; Locked if somebody else has it."""
    lock = Lock(note)
    lock.take()
    try:
        yield
    finally:
        lock.release()

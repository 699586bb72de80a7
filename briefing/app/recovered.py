"""Recovered notes: what a program that ended without closing its notes has left behind, offered to be taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from time import time

from briefing.app.desk import Desk
from briefing.app.recovery import FOLDER
from briefing.domain.differences import differences
from briefing.domain.errors import BriefingError
from briefing.domain.history import History
from briefing.io import journal, store
from briefing.io.journal import Told
from briefing.io.places import state_folder
from briefing.io.store import Loaded

OTHER_MACHINE = 86_400.0  # seconds after which a copy that another machine wrote is offered here


@dataclass(frozen=True)
class Recovered:
    """A recovery copy: of which note, when it was written last, and what is in it beyond the note's file."""

    journal: Path
    told: Told
    passphrase: str | None = field(default=None, repr=False)

    @property
    def title(self) -> str:
        """The title of the note; of a protected one, the name of its file."""
        return self.told.title or (self.path.stem if self.path is not None else "")

    @property
    def is_sealed(self) -> bool:
        """Whether a passphrase is needed to see what is in it; `unlocked` takes it."""
        return self.told.is_sealed and self.passphrase is None

    def unlocked(self, passphrase: str) -> "Recovered":
        """The same copy with its passphrase; whether it is the right one shows when the copy is read."""
        return replace(self, passphrase=passphrase)

    @property
    def path(self) -> Path | None:
        """The file of the note, None if it was never saved."""
        return Path(self.told.path) if self.told.path else None

    @property
    def changed(self) -> float:
        """When it was written last, in seconds since 1970."""
        return self.told.changed

    @cached_property
    def history(self) -> History:
        """The note with its steps; BriefingError if the copy cannot be read."""
        return journal.read_history(self.journal, self._originals.get, self.passphrase)

    @cached_property
    def differences(self) -> tuple[str, ...]:
        """What the copy has beyond the note's file as it is now, in sentences."""
        if self.is_sealed:
            return ("The note is protected by a passphrase.",)
        if self._file is None:
            return ("The note was never saved.",) if self.path is None else ("The file of the note cannot be read.",)
        return differences(self._file.note, self.history.note)

    def take(self) -> Desk:
        """A desk with the recovered note, its steps undoable, unsaved; the copy stays until `dismiss`.

        Saving it over a file that changed since is refused like any other such save.
        """
        history = self.history
        stamp = self._file.stamp if self._file is not None else None
        is_same_file = stamp is not None and stamp.fingerprint == self.told.fingerprint
        path = self.path if is_same_file else None
        if not is_same_file:
            history = History(history.note, history.done, history.undone, None)
        return Desk(history.note, path, stamp=stamp if is_same_file else None, history=history)

    def dismiss(self) -> None:
        """Delete the copy."""
        journal.remove(self.journal)

    @cached_property
    def _file(self) -> Loaded | None:
        """The note's file as it is now, None if it cannot be read."""
        try:
            return store.load(self.path, self.passphrase) if self.path is not None else None
        except BriefingError:
            return None

    @cached_property
    def _originals(self) -> Mapping[str, bytes]:
        if self._file is None:
            return {}
        return {sha256(s.original).hexdigest(): s.original for s in self._file.note.sources if s.original}


def recoverable(folder: Path | None = None, clock: Callable[[], float] = time) -> tuple[Recovered, ...]:
    """Recovery copies whose program is gone, the latest first; those without anything unsaved are deleted."""
    place = folder or state_folder(FOLDER)
    found = []
    for path in place.glob(f"*{journal.SUFFIX}"):
        try:
            told = journal.read_told(path)
        except BriefingError:
            continue  # half made when the program ended, or not ours: there is nothing to offer
        if _is_in_use(told, clock()):
            continue
        if told.at == told.saved:
            journal.remove(path)
        else:
            found.append(Recovered(path, told))
    return tuple(sorted(found, key=lambda copy: -copy.changed))


def _is_in_use(told: Told, now: float) -> bool:
    """Whether the program that writes a copy is still there, as far as this machine can know."""
    is_alive = told.owner.is_alive
    return is_alive if is_alive is not None else now - told.changed < OTHER_MACHINE

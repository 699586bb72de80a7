"""Recovery: every change of an open note is on disk in the state folder within two seconds.

Notes are frozen values, so a thread of its own writes them while the analyst types on. What a crash leaves behind is
found at the next start (`briefing.app.recovered`).
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from secrets import token_hex
from threading import Condition, Lock, Thread
from time import time

from briefing.app.change import Change
from briefing.app.desk import Desk
from briefing.domain.errors import BriefingError
from briefing.domain.history import History
from briefing.io.journal import SUFFIX, Beginning, Journal
from briefing.io.places import state_folder
from briefing.io.plain import sentence
from briefing.io.secret import Secret
from briefing.io.stamp import Stamp

WAIT = 0.8  # seconds between a change and its writing; what is typed in between is written with it
FOLDER = "recovery"


@dataclass(frozen=True, slots=True)
class Moment:
    """The desk at one moment; later ones have higher numbers."""

    number: int
    history: History
    path: Path | None
    stamp: Stamp | None


class Recovery:
    """Follows a desk on disk until it is closed; before the first change much is made ready, but nothing written."""

    def __init__(
        self,
        desk: Desk,
        folder: Path | None = None,
        trouble: Callable[[str], None] | None = None,
    ) -> None:
        """`trouble` is told, from another thread, why the copy cannot be written."""
        self.problem = ""  # why the last change is not on disk, in a sentence
        self._desk = desk
        self._path = (folder or state_folder(FOLDER)) / f"{token_hex(8)}{SUFFIX}"
        self._trouble = trouble
        self._journal: Journal | None = None
        self._beginning: Beginning | None = None
        self._ready = Condition()  # guards what is waiting
        self._writing = Lock()  # guards the journal
        self._waiting: Moment | None = None
        self._numbers = count(1)
        self._written = 0  # number of the moment that was written last
        self._is_closed = False
        self._thread = Thread(target=self._work, name="recovery", daemon=True)
        desk.watch(self._changed)
        self._thread.start()

    def note_saved(self) -> None:
        """Take note that the desk was saved, so that the copy says which step is in the file."""
        if self._journal is not None:
            self._hand_over()

    def flush(self) -> None:
        """Have everything on disk when this returns; BriefingError says why it is not."""
        with self._ready:
            self._waiting = None
        self._write(self._moment())
        if self.problem:
            raise BriefingError(self.problem)

    def close(self, *, is_kept: bool = False) -> None:
        """Stop following. The copy is deleted, for the note is saved or was given up, unless it is to be kept."""
        with suppress(ValueError):
            self._desk.unwatch(self._changed)
        with self._ready:
            self._is_closed = True
            self._ready.notify()
        self._thread.join()
        with self._writing:
            if self._journal is not None:
                self._journal.close() if is_kept else self._journal.remove()
                self._journal = None

    def _changed(self, _: Change) -> None:
        self._hand_over()

    def _hand_over(self) -> None:
        """Leave the moment for the thread; this is all that the thread of the desk ever waits for."""
        with self._ready:
            is_first = self._waiting is None
            self._waiting = self._moment()
            if is_first:
                self._ready.notify()

    def _moment(self) -> Moment:
        return Moment(next(self._numbers), self._desk.history, self._desk.path, self._desk.stamp)

    def _work(self) -> None:
        self._make_ready()
        while True:
            with self._ready:
                self._ready.wait_for(lambda: self._waiting is not None or self._is_closed)
                self._ready.wait_for(lambda: self._is_closed, timeout=WAIT)
                moment, self._waiting = self._waiting, None
            if moment is not None:
                self._write(moment)
            if self._is_closed:
                return

    def _make_ready(self) -> None:
        """Encode the note that was opened while the analyst reads: beside the first changes it would hold them up."""
        moment = self._moment()
        with self._ready:
            if self._ready.wait_for(lambda: self._waiting is not None or self._is_closed, timeout=WAIT):
                return
        beginning = Beginning(moment.history.first, _known(moment.stamp), _secret(moment.stamp))
        with self._writing:
            if self._journal is None:  # else it was written without waiting for this
                self._beginning = beginning

    def _write(self, moment: Moment) -> None:
        with self._writing:
            if moment.number <= self._written:
                return  # a later one is on disk already
            try:
                fingerprint = moment.stamp.fingerprint if moment.stamp is not None else 0
                self._journal_of(moment).write(moment.history, moment.path, fingerprint, time())
            except OSError as error:
                self._fail(sentence(error, self._path.parent))
            except sqlite3.Error as error:
                self._fail(f"“{self._path}” could not be written ({error}).")
            else:
                self.problem, self._written = "", moment.number

    def _journal_of(self, moment: Moment) -> Journal:
        """The journal, begun anew when the passphrase is another: a protected note leaves no open copy."""
        secret = _secret(moment.stamp)
        if self._journal is not None and self._journal.secret != secret:
            self._journal.remove()
            self._journal = None
        if self._journal is None:
            beginning, self._beginning = self._beginning, None
            if beginning is None or beginning.secret != secret:
                beginning = Beginning(None, _known(moment.stamp), secret)
            self._journal = Journal(self._path, beginning)
        return self._journal

    def _fail(self, reason: str) -> None:
        """Tell it once; the next change tries again, with a new file."""
        is_news = not self.problem
        self.problem = f"No recovery copy can be kept: {reason} Save the note often."
        if self._journal is not None:
            with suppress(sqlite3.Error):
                self._journal.close()
            self._journal = None
            self._path = self._path.with_name(f"{token_hex(8)}{SUFFIX}")
        if is_news and self._trouble is not None:
            self._trouble(self.problem)


def _secret(stamp: Stamp | None) -> Secret | None:
    return stamp.secret if stamp is not None else None


def _known(stamp: Stamp | None) -> list[tuple[object, str]]:
    """Originals that the note's file holds: they need no copy. Texts are copied, for the file may change."""
    if stamp is None:
        return []
    return [(kept.value, kept.sha256) for kept in stamp.kept.values() if isinstance(kept.value, bytes)]

"""The desk: the open note with its history, which the window and the command line both drive.

Single-threaded by rule: slow work is done elsewhere and its result comes back as one call.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from briefing.app.change import Change
from briefing.domain.history import History
from briefing.domain.note import Note
from briefing.domain.snapshot import Snapshot
from briefing.io.stamp import Stamp

Edit = Callable[[Note], Note]
Watcher = Callable[[Change], None]


class Desk:
    """A note being worked on, where it is saved, and who watches it."""

    def __init__(
        self,
        note: Note,
        path: Path | None = None,
        clock: Callable[[], float] = monotonic,
        *,
        stamp: Stamp | None = None,
        damage: tuple[str, ...] = (),
        history: History | None = None,
    ) -> None:
        self.path = path
        self.stamp = stamp  # of the file that was read or last written
        self.damage = damage  # what could not be read, in sentences
        self.snapshots: tuple[Snapshot, ...] | None = None  # None: those in the file, not yet looked at
        self.has_news = False  # something beside the note is to be written: a named snapshot, an edition
        self._history = history or History(note, saved=note)
        self._watchers: list[Watcher] = []
        self._clock = clock

    @property
    def note(self) -> Note:
        """The note as it is now."""
        return self._history.note

    @property
    def history(self) -> History:
        """The note with all its steps, as one value."""
        return self._history

    @property
    def is_dirty(self) -> bool:
        """Whether the note, or what is kept beside it, differs from what was last saved."""
        return self.has_news or self._history.is_dirty

    @property
    def undo_label(self) -> str:
        """Name of the step that undo would take back, empty if there is none."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str:
        """Name of the step that redo would bring again, empty if there is none."""
        return self._history.redo_label

    def do(self, label: str, edit: Edit, *, merge: tuple[str, ...] = (), origin: object = None) -> None:
        """Make an edit as one named step; an edit that raises changes nothing.

        Edits with the same `merge` key within half a second are one step.
        """
        after = edit(self.note)
        self._turn(self._history.commit(label, after, merge, self._clock()), origin, label)

    def undo(self) -> None:
        """Take the last step back."""
        self._turn(self._history.undo(), None, self.undo_label, is_replayed=True)

    def redo(self) -> None:
        """Bring the last undone step again."""
        self._turn(self._history.redo(), None, self.redo_label, is_replayed=True)

    def seal(self) -> None:
        """End the current step, so that further typing begins a new one."""
        self._history = self._history.seal()

    def mark_saved(self, note: Note, path: Path, stamp: Stamp | None = None) -> None:
        """Remember which note was written, where, and the stamp of the file."""
        self.path = path
        self.stamp = stamp
        self.has_news = False
        self._history = self._history.mark_saved(note)

    def watch(self, watcher: Watcher) -> None:
        """Tell a callable of every change from now on."""
        self._watchers.append(watcher)

    def unwatch(self, watcher: Watcher) -> None:
        """Stop telling a callable."""
        self._watchers.remove(watcher)

    def _turn(self, history: History, origin: object, label: str, *, is_replayed: bool = False) -> None:
        before = self.note
        self._history = history
        if history.note is not before:
            change = Change(before, history.note, origin, label, is_replayed)
            for watcher in tuple(self._watchers):
                watcher(change)

"""History: the earlier and later values of a note, with the names of the steps between them."""

from dataclasses import dataclass, field, replace

from briefing.domain.note import Note

LIMIT = 2000  # steps kept
JOIN_WITHIN = 0.5  # seconds between edits of one merge key that become one step


@dataclass(frozen=True, slots=True)
class Step:
    """One edit: what it is called and the note before it."""

    label: str
    before: Note
    merge: tuple[str, ...] = ()
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class History:
    """The note as it is now, the steps that led here, and those that were undone; a value itself."""

    note: Note
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()  # here `before` is the note after the step
    saved: Note | None = field(default=None, repr=False)
    is_sealed: bool = True

    @property
    def is_dirty(self) -> bool:
        """Whether the note differs from the one last saved; undoing back to it is clean again."""
        return self.note is not self.saved and self.note != self.saved

    @property
    def first(self) -> Note:
        """The note as it was before the oldest step that is kept."""
        return self.done[0].before if self.done else self.note

    @property
    def undo_label(self) -> str:
        """Name of the step that undo would take back, empty if there is none."""
        return self.done[-1].label if self.done else ""

    @property
    def redo_label(self) -> str:
        """Name of the step that redo would bring again, empty if there is none."""
        return self.undone[-1].label if self.undone else ""

    def commit(self, label: str, note: Note, merge: tuple[str, ...] = (), at: float = 0.0) -> "History":
        """Take a step to a new note; steps of one merge key within half a second (`at`, seconds) join."""
        if note is self.note:
            return self
        last = self.done[-1] if self.done else None
        joins = (
            last is not None and merge and not self.is_sealed and last.merge == merge and at - last.at <= JOIN_WITHIN
        )
        if last is not None and joins:
            done = (*self.done[:-1], replace(last, at=at))
        else:
            done = (*self.done[-LIMIT + 1 :], Step(label, self.note, merge, at))
        return replace(self, note=note, done=done, undone=(), is_sealed=False)

    def undo(self) -> "History":
        """Take the last step back; the same history if there is none."""
        if not self.done:
            return self
        last = self.done[-1]
        undone = (*self.undone, replace(last, before=self.note))
        return replace(self, note=last.before, done=self.done[:-1], undone=undone, is_sealed=True)

    def redo(self) -> "History":
        """Bring the last undone step again; the same history if there is none."""
        if not self.undone:
            return self
        last = self.undone[-1]
        done = (*self.done, replace(last, before=self.note))
        return replace(self, note=last.before, done=done, undone=self.undone[:-1], is_sealed=True)

    def seal(self) -> "History":
        """End the current step: the next edit begins a new one, whatever its merge key."""
        return replace(self, is_sealed=True)

    def mark_saved(self, note: Note) -> "History":
        """Remember which note is on disk."""
        return replace(self, saved=note, is_sealed=True)

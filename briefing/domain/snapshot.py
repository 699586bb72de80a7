"""Snapshots: the note as it was at a moment, named by the analyst or taken by the program before something risky."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.domain.note import Note

RECENT = 10  # automatic snapshots that are kept whatever their day
DAYS = 30  # days of which the last automatic snapshot is kept


class Reason(StrEnum):
    """Why a snapshot was taken."""

    NAMED = "named"
    OPENING = "opening"
    READ_BACK = "before a read-back"
    TEMPLATE = "before a template change"
    VERSION = "before a new source version"
    RESTORE = "before a restore"
    EDITION = "sent out"


@dataclass(frozen=True, slots=True)
class Sent:
    """How a note went out: the text of its recipe, the format (a suffix), and the name and SHA-256 of the file."""

    recipe: str
    suffix: str
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A note at a moment (`at`: ISO 8601 with zone); `name` is the analyst's, empty for automatic ones.

    An edition, the note as it was sent out, also says how.
    """

    note: Note
    at: str
    name: str = ""
    reason: Reason = Reason.NAMED
    sent: Sent | None = None

    @property
    def is_automatic(self) -> bool:
        """Whether the program took it by itself; such ones go in time."""
        return self.reason not in (Reason.NAMED, Reason.EDITION)


def taken(snapshots: Iterable[Snapshot], new: Snapshot) -> tuple[Snapshot, ...]:
    """The snapshots with a new one; an automatic one is left out when nothing changed since the last."""
    before = tuple(snapshots)
    if new.is_automatic and before and before[-1].note == new.note:
        return before
    return thinned((*before, new))


def thinned(snapshots: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """All named snapshots, the latest automatic ones, and the last automatic one of each of the latest days."""
    every = tuple(snapshots)
    automatic = [snapshot for snapshot in every if snapshot.is_automatic]
    last_of_day = {snapshot.at[:10]: snapshot for snapshot in automatic}
    days = sorted(last_of_day)[-DAYS:]
    kept = {id(snapshot) for snapshot in (*automatic[-RECENT:], *(last_of_day[day] for day in days))}
    return tuple(snapshot for snapshot in every if not snapshot.is_automatic or id(snapshot) in kept)


def restored(note: Note, snapshot: Snapshot) -> Note:
    """The note as it was in a snapshot; numbers given since are still not given again."""
    then = snapshot.note
    return replace(
        then,
        last_source=max(note.last_source, then.last_source),
        last_excerpt=max(note.last_excerpt, then.last_excerpt),
    )

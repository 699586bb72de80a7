"""Taking, listing and restoring snapshots of the note on the desk; they are written when the note is saved."""

from datetime import UTC, datetime

from briefing.app.desk import Desk
from briefing.domain.snapshot import Reason, Snapshot, restored, taken
from briefing.io import store


def snapshots(desk: Desk) -> tuple[Snapshot, ...]:
    """All snapshots of the note, the oldest first; BriefingError if those in its file cannot be read."""
    if desk.snapshots is None:
        desk.snapshots = store.read_snapshots(desk.stamp) if desk.stamp is not None else ()
    return desk.snapshots


def take(desk: Desk, name: str = "", reason: Reason = Reason.NAMED, now: datetime | None = None) -> None:
    """Keep the note as it is now, under the analyst's name or for a reason of the program's."""
    at = (now or datetime.now(UTC)).astimezone().isoformat(timespec="seconds")
    desk.snapshots = taken(snapshots(desk), Snapshot(desk.note, at, name, reason))
    desk.has_news |= reason is Reason.NAMED


def restore(desk: Desk, snapshot: Snapshot, label: str = "Restore snapshot") -> None:
    """Make the note what it was in a snapshot, as one step that can be undone; the present state is kept as well."""
    take(desk, reason=Reason.RESTORE)
    desk.do(label, lambda note: restored(note, snapshot))

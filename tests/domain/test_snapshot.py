from briefing.domain import edits
from briefing.domain.note import Note
from briefing.domain.snapshot import RECENT, Reason, Snapshot, restored, taken
from tests.builders import note

EMPTY: tuple[Snapshot, ...] = ()


def _automatic(title: str, day: int, reason: Reason = Reason.OPENING) -> Snapshot:
    return Snapshot(Note("n", title), f"2026-03-{day:02}T12:00:00+00:00", "", reason)


def test_an_automatic_snapshot_of_what_is_kept_already_is_left_out() -> None:
    once = taken(EMPTY, _automatic("a", 1))
    assert taken(once, _automatic("a", 2)) == once
    assert len(taken(once, _automatic("b", 2))) == 2


def test_named_snapshots_are_never_thinned() -> None:
    kept = EMPTY
    for number in range(100):
        kept = taken(kept, Snapshot(Note("n", str(number)), "2026-03-01T12:00:00+00:00", f"Name {number}"))
    assert len(kept) == 100


def test_of_automatic_ones_the_latest_and_the_last_of_each_day_stay() -> None:
    kept = EMPTY
    for day in range(1, 29):
        for number in range(20):
            kept = taken(kept, _automatic(f"{day}.{number}", day))
    assert [s.note.title for s in kept[-RECENT:]] == [f"28.{n}" for n in range(10, 20)]
    assert [s.note.title for s in kept[:27]] == [f"{day}.19" for day in range(1, 28)]
    assert len(kept) == 27 + RECENT


def test_numbers_given_since_a_snapshot_are_not_given_again() -> None:
    before = note("S1: The pact.\n# energy\n> @S1:4-8")
    later = edits.file_excerpt(before, "S1", 0, 3, "energy")
    again = edits.file_excerpt(restored(later, Snapshot(before, "now")), "S1", 0, 3, "energy")
    assert [e.id for e in again.excerpts] == ["x1", "x3"]

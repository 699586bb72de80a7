import zipfile
from pathlib import Path

import pytest

from briefing.app.desk import Desk
from briefing.app.opening import open_desk, write_note
from briefing.app.snapshots import restore, snapshots, take
from briefing.domain import edits
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note, Style, Words, block
from briefing.domain.snapshot import Reason
from tests.builders import note, source

DRAWING = "= Pact\nS1: The pact was signed.\n# energy\n> @S1:4-8\n# risks"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(note(DRAWING), tmp_path / "pact.brief")


def _save(desk: Desk) -> Desk:
    assert desk.path is not None
    saved = write_note(desk.note, desk.path, desk.stamp, snapshots=desk.snapshots)
    desk.mark_saved(saved.note, saved.path, saved.stamp)
    return open_desk(desk.path)


def _write(desk: Desk, words: str) -> None:
    body = [block(Style.PARAGRAPH, [Words(words)])]
    desk.do("Write", lambda n: edits.write_body(n, "risks", (*n.section("risks").blocks, *body)))


def test_snapshots_live_in_the_file_of_the_note(desk: Desk) -> None:
    first = desk.note
    take(desk, "First")
    _write(desk, "one")
    take(desk, "Second")
    second = desk.note
    _write(desk, "two")
    opened = _save(desk)
    assert [(s.name, s.note) for s in snapshots(opened)] == [("First", first), ("Second", second)]
    assert opened.note == desk.note


def test_saving_without_looking_at_them_keeps_them(desk: Desk) -> None:
    take(desk, "First")
    opened = _save(desk)
    _write(opened, "one")
    assert opened.snapshots is None
    again = _save(opened)
    assert [s.name for s in snapshots(again)] == ["First"]


def test_a_snapshot_is_restored_in_one_step_that_can_be_undone(desk: Desk) -> None:
    take(desk, "First")
    _write(desk, "one")
    later = desk.note
    restore(desk, snapshots(desk)[0])
    assert desk.note.section("risks").blocks == ()
    assert [(s.reason, s.note) for s in snapshots(desk)][1] == (Reason.RESTORE, later)
    desk.undo()
    assert desk.note is later


def test_a_source_that_the_note_lost_is_kept_for_its_snapshot(desk: Desk) -> None:
    desk.do("Add", lambda n: edits.add_source(n, source("A second article.")))
    take(desk, "Two sources")
    both = desk.note
    desk.undo()
    opened = _save(desk)
    assert snapshots(opened)[0].note == both
    again = _save(opened)
    assert snapshots(again)[0].note == both


def test_texts_that_the_note_has_are_not_held_twice(desk: Desk) -> None:
    take(desk, "First")
    opened = _save(desk)
    take(opened, "Second")
    _save(opened)
    with zipfile.ZipFile(desk.path or Path()) as file:
        assert not [name for name in file.namelist() if name.startswith("snapshots/")]


def test_a_hundred_snapshots_of_a_long_note_add_less_than_200_kilobytes(desk: Desk) -> None:
    text = " ".join(f"word{number % 977} and {number * 7919 % 1009}" for number in range(700))
    for key in ("energy", "risks"):
        paragraphs = [block(Style.PARAGRAPH, [Words(text[at : at + 400])]) for at in range(0, len(text), 400)]
        desk.do("Write", lambda n, k=key, p=paragraphs: edits.write_body(n, k, p))  # type: ignore[misc]
    _save(desk)
    assert desk.path is not None
    before = desk.path.stat().st_size
    for number in range(100):
        _write(desk, f"Paragraph {number} with some words of its own, {number * 7919 % 1009} of them.")
        take(desk, f"Snapshot {number}")
    opened = _save(desk)
    assert len(snapshots(opened)) == 100
    assert desk.path.stat().st_size - before < 200_000


def test_damaged_snapshots_are_said_and_the_note_opens(desk: Desk) -> None:
    take(desk, "First")
    _save(desk)
    assert desk.path is not None
    with zipfile.ZipFile(desk.path) as old:
        contents = {name: old.read(name) for name in old.namelist()} | {"snapshots.json": b'[{"at": 1}]'}
    with zipfile.ZipFile(desk.path, "w") as new:
        for name, content in contents.items():
            new.writestr(name, content)
    opened = open_desk(desk.path)
    assert opened.note == desk.note
    with pytest.raises(BriefingError, match="its snapshots are damaged"):
        snapshots(opened)
    assert isinstance(opened.note, Note)

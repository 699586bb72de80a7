from pathlib import Path

import pytest

from briefing.io.note_json import FORMAT
from briefing.io.store import load, read_snapshots, save
from tests.builders import draw

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "notes"


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_every_format_there_ever_was_is_still_read(number: int, tmp_path: Path) -> None:
    sample = SAMPLES / f"format-{number}.brief"
    loaded = load(sample)
    assert loaded.damage == ()
    assert draw(loaded.note) + "\n" == sample.with_suffix(".txt").read_text("utf-8")
    assert (loaded.note.marking, loaded.note.front.author) == ("TLP:AMBER", "An analyst")
    assert [version.id for version in loaded.note.sources[0].earlier] == ["S1v1"]
    assert [snapshot.name for snapshot in read_snapshots(loaded.stamp)] == ["First"]
    again = tmp_path / "again.brief"
    save(loaded.note, again, loaded.stamp)
    assert load(again).note == loaded.note

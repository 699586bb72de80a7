"""`briefing export --recipe`, `editions` and `diff`: the same record on the command line."""

import json
from pathlib import Path

import pytest

from briefing.__main__ import main
from briefing.domain import edits
from briefing.io.store import load, save
from tests.notes import whole_note


def test_what_is_sent_by_a_recipe_is_recorded_listed_compared_and_written_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note, out = tmp_path / "note.brief", tmp_path / "out.docx"
    save(whole_note(), note)
    assert main(["export", str(note), "--recipe", "assessment", "-o", str(out)]) == 0
    assert main(["export", str(note), "--recipe", "desk", "-o", str(tmp_path / "desk.docx")]) == 0
    assert main(["export", str(note), "--recipe", "assessment", "--unrecorded", "-o", str(tmp_path / "x.docx")]) == 0
    loaded = load(note)
    save(edits.retitle(loaded.note, "Another title"), note, loaded.stamp)
    capsys.readouterr()
    assert main(["editions", str(note), "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)["editions"]
    assert (listed["number"], listed["recipe"], listed["file"]) == (1, "Assessment", "out.docx")
    assert main(["diff", str(note), "1"]) == 0
    assert "[-Harbour summit: what to expect-] {+Another title+}" in capsys.readouterr().out
    again = tmp_path / "again.docx"
    assert main(["editions", str(note), "--again", "1", "-o", str(again)]) == 0
    assert again.read_bytes() == out.read_bytes()


def test_a_recipe_says_what_it_leaves_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = tmp_path / "note.brief"
    save(whole_note(), note)
    assert main(["export", str(note), "--recipe", "plain"]) == 0
    assert (tmp_path / "note.md").is_file()
    assert "left out: Excerpts filed nowhere (x6)" in capsys.readouterr().err
    assert main(["recipes", str(note)]) == 0
    assert "leaves out: Comments on excerpts (x3)" in capsys.readouterr().out

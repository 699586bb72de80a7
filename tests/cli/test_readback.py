"""`briefing readback`: proposals, and only what is accepted is made."""

import json
from pathlib import Path

import pytest

from briefing.__main__ import main
from briefing.io.store import load, save
from tests.notes import whole_note


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    note, edited = tmp_path / "note.brief", tmp_path / "edited.md"
    save(whole_note(), note)
    assert main(["export", str(note), "-o", str(edited)]) == 0
    text = edited.read_text("utf-8").replace("The statement is put off.", "The statement is delayed to spring.")
    edited.write_text(text.replace("    1. In steps,\n", ""), "utf-8")
    return note, edited


def test_proposals_are_told_and_nothing_is_made(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    note, edited = files
    before = note.read_bytes()
    assert main(["readback", str(note), str(edited), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    kinds = [(p["number"], p["kind"], p["section"], p["uncited"]) for p in told["proposals"]]
    assert kinds == [(1, "changed", "risks", True), (2, "removed", "risks", False)]
    assert note.read_bytes() == before


def test_what_is_accepted_is_made(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    note, edited = files
    assert main(["readback", str(note), str(edited), "--accept", "1"]) == 0
    assert "1. changed in risks (accepted, uncited)" in capsys.readouterr().out
    assert load(note).note.section("risks").blocks[0].text == "The statement is delayed to spring."
    assert len(load(note).note.section("risks").blocks) == len(whole_note().section("risks").blocks)


@pytest.mark.parametrize("words", ["9", "x", "0", "²"])
def test_a_wrong_number_is_wrong_use(words: str, files: tuple[Path, Path]) -> None:
    note, edited = files
    assert main(["readback", str(note), str(edited), "--accept", words]) == 2


def test_a_number_that_is_given_twice_is_made_once(files: tuple[Path, Path]) -> None:
    note, edited = files
    edited.write_text(edited.read_text("utf-8") + "\n## Risks\n\nA new line.\n", "utf-8")
    assert main(["readback", str(note), str(edited), "--accept", "3,3"]) == 0
    assert [b.text for b in load(note).note.section("risks").blocks].count("A new line.") == 1

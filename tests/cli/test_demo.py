from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.app.demo import demo_note
from briefing.cli import main
from briefing.domain.findings import findings
from briefing.domain.note import Note
from briefing.io.store import load, save


def test_the_demonstration_makes_note_documents_and_picture(tmp_path: Path, run: Callable[..., str]) -> None:
    folder = tmp_path / "demo"
    said = run("demo", folder)
    names = ["summit.brief", "summit.docx", "summit.md", "summit.png"]
    assert said.split() == [str(folder / name) for name in names]
    assert load(folder / "summit.brief").note == demo_note()
    assert (folder / "summit.png").read_bytes().startswith(b"\x89PNG")
    assert "## Energy" in (folder / "summit.md").read_text("utf-8")


def test_every_section_of_the_demonstration_is_filled_and_nothing_is_found() -> None:
    assert findings(demo_note()) == ()


def test_a_picture_that_cannot_be_made_is_told_and_the_rest_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    assert main(["demo", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert told.err == "briefing: The picture of the window was not made: the window could not be started.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["summit.brief", "summit.docx", "summit.md"]


def test_a_demonstration_that_was_worked_on_is_not_written_over(tmp_path: Path, refused: Callable[..., str]) -> None:
    path = tmp_path / "summit.brief"
    save(Note("mine", title="Mine"), path)
    assert "was changed since it was made" in refused(1, "demo", tmp_path)
    assert load(path).note.title == "Mine"

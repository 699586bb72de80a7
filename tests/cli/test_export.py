"""`briefing export`: the same way out, without a window."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.__main__ import main
from briefing.io.store import save
from tests.notes import whole_note

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.brief"
    save(whole_note(), path)
    return path


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_a_note_is_written_out(suffix: str, note: Path) -> None:
    target = note.with_suffix(f".{suffix}")
    assert main(["export", str(note), "-o", str(target)]) == 0
    assert target.stat().st_size > 1000


def test_a_wrong_suffix_is_wrong_use(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(note), "-o", str(note.with_suffix(".odd"))]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_missing_note_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "none.brief"), "-o", str(tmp_path / "out.md")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_markdown_needs_no_heavy_library(note: Path) -> None:
    code = (
        "import sys; from briefing.__main__ import main; status = main(sys.argv[1:]);"
        "heavy = {'docx', 'lxml', 'typst', 'trafilatura', 'rapidfuzz', 'PySide6', 'platformdirs'} & set(sys.modules);"
        "sys.exit(f'{heavy}' if heavy else status)"
    )
    command = [sys.executable, "-c", code, "export", str(note), "-o", str(note.with_suffix(".md"))]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr == ""

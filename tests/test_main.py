import subprocess
import sys
from pathlib import Path

import pytest

from briefing.__main__ import main, missing_library


def test_a_part_of_qt_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    plugin = tmp_path / "libqxcb.so"
    assert missing_library(plugin) == ""
    plugin.write_text("no library")
    assert "libqxcb.so" in missing_library(plugin)


def test_without_a_display_the_window_refuses_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert capsys.readouterr().err.startswith("briefing: There is no display to open a window on;")


def test_a_display_that_nobody_is_behind_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":64242.0")
    assert main([]) == 1
    assert "There is no display" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    command = f"{sys.executable} -m briefing source resources/samples/summit.txt --json | head -c 5"
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout == '{"tit'
    assert done.stderr == ""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _rounds(count: int, folder: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.fuzz.killed", str(count), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_killed_program_loses_nothing_older_than_two_seconds(tmp_path: Path) -> None:
    _rounds(4, tmp_path)


@pytest.mark.long
def test_a_program_killed_a_thousand_times_loses_nothing_older_than_two_seconds(tmp_path: Path) -> None:
    _rounds(1000, tmp_path)

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli import main


def test_a_whole_note_is_said_to_be_whole(pact: Path, run: Callable[..., str]) -> None:
    assert run("verify", pact) == "pact.brief is whole: 1 source, 0 excerpts, 0 snapshots.\n"


def test_a_damaged_note_is_named_and_repaired(pact: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pact.write_bytes(pact.read_bytes()[:-40])
    assert main(["verify", str(pact), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["whole"] is False
    assert "the end of the file is missing" in told["damage"][0]
    out = pact.with_name("repaired.brief")
    assert main(["repair", str(pact), "-o", str(out)]) == 0
    assert main(["verify", str(out)]) == 0


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path, refused: Callable[..., str]) -> None:
    assert "is not there" in refused(1, "verify", tmp_path / "gone.brief")

import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.io.store import save
from tests.builders import note


def test_findings_make_the_exit_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "begun.brief"
    save(note("# agenda\n# energy\nown words"), path)
    assert main(["check", str(path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["findings"][0] == {
        "check": "empty",
        "message": "This section is empty.",
        "section": "agenda",
        "block": None,
        "excerpt": None,
    }


def test_a_note_in_which_nothing_is_written_has_none(pact: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pact)]) == 0
    assert capsys.readouterr().out == ""


def test_a_note_in_order_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "good.brief"
    save(note("S1: The pact was signed.\n# energy\n> @S1:4-8"), path)
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == ""

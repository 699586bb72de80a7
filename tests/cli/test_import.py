import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.io import store

ARTICLE = "A harbour and its tariff\n\nThe tariff rose in March.\n\nPilots had warned of it for months.\n"
TABLE = "quote,tags,comment\nThe tariff rose in March.,Economics,Check.\nNobody ever wrote this sentence here,,\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    assert main(["new", str(tmp_path / "article.txt"), "-o", str(tmp_path / "a.brief")]) == 0
    (tmp_path / "quotes.csv").write_text(TABLE, "utf-8")
    return tmp_path / "a.brief"


def test_excerpts_are_taken_over_saved_and_listed(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["import", str(note), str(note.parent / "quotes.csv")]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].split() == ["x1", "S1", "p1", "economics", "exact"]
    assert told[1] == "not found: “Nobody ever wrote this sentence here”"
    (excerpt,) = store.load(note).note.excerpts
    assert (excerpt.quote, excerpt.section, excerpt.comment) == (
        "The tariff rose in March.", "economics", "Check.",
    )  # fmt: skip


def test_json_tells_what_was_filed_what_was_there_and_what_is_lost(
    note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    arguments = ["import", str(note), str(note.parent / "quotes.csv"), "--map", "economics=energy", "--json"]
    lost = [{"quote": "Nobody ever wrote this sentence here", "source": ""}]
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out) == {"filed": ["x1"], "present": [], "lost": lost}
    assert store.load(note).note.excerpts[0].section == "energy"
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out) == {"filed": [], "present": ["x1"], "lost": lost}


@pytest.mark.parametrize(
    ("more", "status", "words"),
    [
        (["--map", "economics"], 2, "is not LABEL=KEY"),
        (["--section", "nowhere"], 2, "no section “nowhere”"),
        (["--source", "S9"], 2, "no source “S9”"),
    ],
)
def test_wrong_use_changes_nothing(
    note: Path, capsys: pytest.CaptureFixture[str], more: list[str], status: int, words: str
) -> None:
    before = note.read_bytes()
    assert main(["import", str(note), str(note.parent / "quotes.csv"), *more]) == status
    assert words in capsys.readouterr().err
    assert note.read_bytes() == before


def test_an_export_of_which_nothing_stands_in_the_sources_is_refused(
    note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (note.parent / "other.csv").write_text("quote\nQuite another article altogether\n", "utf-8")
    assert main(["import", str(note), str(note.parent / "other.csv")]) == 1
    assert "None of the 1 passages stands in the sources" in capsys.readouterr().err
    assert main(["import", str(note), str(note.parent / "none.csv")]) == 1

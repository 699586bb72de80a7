from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.io.lock import Lock

Shown = Callable[[Path], dict[str, Any]]


def test_a_snapshot_is_restored_and_the_present_is_kept(pact: Path, run: Callable[..., str], shown: Shown) -> None:
    run("snapshots", pact, "--take", "Empty")
    run("file", pact, "--section", "energy", "--quote", "energy pact")
    assert "“Empty”" in run("restore", pact, "1")
    assert shown(pact)["excerpts"] == []
    run("restore", pact, "2")
    assert [e["quote"] for e in shown(pact)["excerpts"]] == ["energy pact"]


def test_a_snapshot_can_be_written_to_another_file(pact: Path, run: Callable[..., str], shown: Shown) -> None:
    run("snapshots", pact, "--take", "Empty")
    run("file", pact, "--section", "energy", "--quote", "energy pact")
    before = pact.read_bytes()
    other = pact.with_name("other.brief")
    run("restore", pact, "1", "-o", other)
    assert shown(other)["excerpts"] == []
    assert pact.read_bytes() == before


def test_a_number_that_is_not_there_is_wrong_use(pact: Path, refused: Callable[..., str]) -> None:
    assert refused(2, "restore", pact, "3") == "The note has no snapshot 3; it has 0."


def test_a_note_that_is_open_elsewhere_is_not_touched(pact: Path, refused: Callable[..., str]) -> None:
    before = pact.read_bytes()
    Lock(pact).take()
    for command in (["restore", pact, "1"], ["snapshots", pact, "--take", "x"], ["add", pact, "x"]):
        assert "is open for" in refused(1, *command)
    assert pact.read_bytes() == before

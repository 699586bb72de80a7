import json
from collections.abc import Callable
from pathlib import Path


def test_a_snapshot_is_taken_listed_and_compared(pact: Path, run: Callable[..., str]) -> None:
    run("snapshots", pact, "--take", "Before filing")
    run("file", pact, "--section", "energy", "--quote", "energy pact")
    told = json.loads(run("snapshots", pact, "--json"))["snapshots"]
    assert [(s["number"], s["name"], s["reason"]) for s in told] == [(1, "Before filing", "named")]
    assert told[0]["differences"] == ["Energy: 2 words added.", "1 excerpt added."]
    assert "since: Energy: 2 words added." in run("snapshots", pact)

from collections.abc import Callable
from pathlib import Path
from typing import Any

FIELDS = {
    "sections": {"key", "title", "status", "blocks"},
    "sources": {"id", "title", "authors", "outlet", "published", "language", "address", "sha256", "characters"},
    "excerpts": {"id", "source", "section", "start", "end", "quote", "comment", "found"},
    "findings": {"check", "message", "section", "block", "excerpt"},
}


def test_show_json_has_the_fields_that_are_promised(
    pact: Path, run: Callable[..., str], shown: Callable[[Path], dict[str, Any]]
) -> None:
    run("file", pact, "--section", "energy", "--quote", "pact")
    told = shown(pact)
    assert {"format", "id", "title", "template", "marking", "front", *FIELDS} <= told.keys()
    for name, fields in FIELDS.items():
        assert fields <= told[name][0].keys()
    assert told["sources"][0]["characters"] > told["excerpts"][0]["end"] > told["excerpts"][0]["start"]


def test_show_reads_like_a_note(pact: Path, run: Callable[..., str]) -> None:
    run("file", pact, "--section", "energy", "--quote", "pact was signed", "--comment", "Check.")
    words = run("show", pact)
    assert words.startswith("Ministers Sign the Pact\n")
    assert "5 Energy  (energy, to do)\n  > pact was signed (S1 p1)\n" in words
    assert "x1  S1 p1  energy  “pact was signed”  — Check." in words
    assert "! agenda: This section is empty." in words

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def test_a_note_is_protected_used_and_opened_again(
    pact: Path,
    run: Callable[..., str],
    refused: Callable[..., str],
    shown: Callable[[Path], dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = pact.with_name("words.txt")
    words.write_text("correct horse\n")
    assert "is protected" in run("protect", pact, "--passphrase-file", words)
    assert "is protected by a passphrase; give it to open the note" in refused(1, "show", pact)
    monkeypatch.setenv("BRIEFING_PASSPHRASE", "wrong horse")
    assert "is not the passphrase of “pact.brief”" in refused(1, "show", pact)
    monkeypatch.setenv("BRIEFING_PASSPHRASE", "correct horse")
    run("file", pact, "--section", "energy", "--quote", "energy pact")
    run("export", pact, "-o", pact.with_name("out.md"))
    run("snapshots", pact, "--take", "First")
    assert "is whole" in run("verify", pact)
    run("protect", pact, "--remove")
    monkeypatch.delenv("BRIEFING_PASSPHRASE")
    assert len(shown(pact)["excerpts"]) == 1


def test_an_empty_passphrase_is_refused(pact: Path, refused: Callable[..., str]) -> None:
    empty = pact.with_name("empty.txt")
    empty.write_text("")
    before = pact.read_bytes()
    assert "protects nothing" in refused(1, "protect", pact, "--passphrase-file", empty)
    assert pact.read_bytes() == before

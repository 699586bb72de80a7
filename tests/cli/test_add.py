from collections.abc import Callable
from pathlib import Path
from typing import Any

Shown = Callable[[Path], dict[str, Any]]


def test_articles_are_added_with_the_next_ids(pact: Path, run: Callable[..., str], shown: Shown) -> None:
    second = pact.with_name("second.txt")
    second.write_text("Pact Rejected\n\nParliament rejected the pact on Tuesday.\n")
    assert run("add", pact, second) == "S2  Pact Rejected\n"
    assert [source["id"] for source in shown(pact)["sources"]] == ["S1", "S2"]


def test_all_are_added_or_none(pact: Path, refused: Callable[..., str], shown: Shown) -> None:
    second = pact.with_name("second.txt")
    second.write_text("Pact Rejected\n\nParliament rejected the pact on Tuesday.\n")
    refused(1, "add", pact, second, pact.with_name("gone.txt"))
    assert len(shown(pact)["sources"]) == 1


def test_an_article_that_is_there_already_is_refused(pact: Path, article: Path, refused: Callable[..., str]) -> None:
    before = pact.read_bytes()
    assert "is in the note already, as S1" in refused(1, "add", pact, article)
    assert pact.read_bytes() == before

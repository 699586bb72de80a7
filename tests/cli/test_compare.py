import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.io import store
from tests.cli.conftest import ARTICLE, Run


@pytest.fixture
def updated(pact: Path, run: Run) -> Path:
    for words in ("was signed in Bergen", "was never signed in Bergen"):
        pact.with_name("newer.txt").write_text(ARTICLE.replace("was signed in Oslo", words), "utf-8")
        run("add", pact, "--new-version-of", "S1", pact.with_name("newer.txt"))
    return pact


def test_the_last_change_is_shown_word_by_word(updated: Path, run: Run) -> None:
    told = run("compare", updated, "S1").splitlines()
    assert told[1:] == ["+ never"]
    assert told[0].endswith("The energy pact was")


def test_any_earlier_version_can_be_compared(updated: Path, run: Run) -> None:
    assert [line for line in run("compare", updated, "S1", "--version", "1").splitlines() if line[0] in "+-"] == [
        "+ never",
        "- Oslo",
        "+ Bergen",
    ]


def test_json_gives_positions_in_both_texts(updated: Path, run: Run) -> None:
    told = json.loads(run("compare", updated, "S1", "--version", "1", "--json"))
    source = store.load(updated).note.source("S1")
    assert (told["earlier"], told["later"]) == (1, 3)
    assert [source.earlier[0].text[slice(*change["old"])].strip() for change in told["changes"]] == ["", "Oslo"]
    assert [source.text[slice(*change["new"])].strip() for change in told["changes"]] == ["never", "Bergen"]


def test_a_source_without_earlier_versions_and_a_version_that_is_not_there_are_refused(
    pact: Path, updated: Path, refused: Callable[..., str]
) -> None:
    assert "earlier versions 1 to 2" in refused(2, "compare", updated, "S1", "--version", "3")
    assert "no source “S2”" in refused(2, "compare", pact, "S2")


def test_what_was_never_updated_has_nothing_to_compare(pact: Path, refused: Callable[..., str]) -> None:
    assert "S1 has no earlier version" in refused(1, "compare", pact, "S1")

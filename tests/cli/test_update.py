import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.io import store
from tests.cli.conftest import ARTICLE, Run

NEWER = ARTICLE.replace("signed in Oslo", "quietly signed in Oslo").replace(
    "“Nobody expects it to hold,” a diplomat said.", "Parliament votes in May."
)


@pytest.fixture
def filed(pact: Path, run: Run) -> Path:
    for quote in ("pact was signed in Oslo", "Nobody expects it to hold", "the ministry’s spokesman"):
        run("file", pact, "--section", "energy", "--quote", quote)
    pact.with_name("newer.txt").write_text(NEWER, "utf-8")
    return pact


def test_what_became_of_the_excerpts_is_listed_and_saved(filed: Path, run: Run) -> None:
    told = run("update", filed, "S1", filed.with_name("newer.txt")).splitlines()
    assert told == [
        "x1  changed  “pact was signed in Oslo” now reads “pact was quietly signed in Oslo”",
        "x2  lost     “Nobody expects it to hold”",
        "x3  moved",
    ]
    note = store.load(filed).note
    assert note.source("S1").text.startswith("Ministers Sign the Pact")
    assert "quietly" in note.source("S1").text
    assert "quietly" not in note.source("S1").earlier[0].text
    assert note.section("energy").blocks[0].text == "pact was quietly signed in Oslo"


def test_json_tells_each_excerpt_with_the_words_it_had(filed: Path, run: Run) -> None:
    told: dict[str, Any] = json.loads(run("update", filed, "S1", filed.with_name("newer.txt"), "--json"))
    assert told["source"] == "S1"
    assert [(e["id"], e["found"]) for e in told["excerpts"]] == [("x1", "changed"), ("x2", "lost"), ("x3", "moved")]
    assert told["excerpts"][0]["was"] == "pact was signed in Oslo"


def test_the_same_text_and_a_source_that_is_not_there_change_nothing(
    filed: Path, article: Path, refused: Callable[..., str]
) -> None:
    before = filed.read_bytes()
    assert "letter for letter" in refused(2, "update", filed, "S1", article)
    assert "no source “S9”" in refused(2, "update", filed, "S9", filed.with_name("newer.txt"))
    assert filed.read_bytes() == before

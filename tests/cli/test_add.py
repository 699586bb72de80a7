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


def test_nearly_the_same_article_is_refused_unless_both_are_wanted(
    pact: Path, article: Path, run: Callable[..., str], refused: Callable[..., str], shown: Shown
) -> None:
    edited = pact.with_name("edited.txt")
    edited.write_text(article.read_text("utf-8") + "\nThe text was corrected on Wednesday.\n", "utf-8")
    assert "is in the note already, as S1 (nearly the same text)" in refused(1, "add", pact, edited)
    run("add", "--keep-both", pact, edited)
    assert len(shown(pact)["sources"]) == 2


def test_a_newer_text_takes_the_place_of_the_older_one(
    pact: Path, article: Path, run: Callable[..., str], refused: Callable[..., str], shown: Shown
) -> None:
    edited = pact.with_name("edited.txt")
    edited.write_text(article.read_text("utf-8") + "\nThe text was corrected on Wednesday.\n", "utf-8")
    assert run("add", "--new-version-of", "S1", pact, edited).startswith("S1  ")
    assert [source["id"] for source in shown(pact)["sources"]] == ["S1"]
    assert "name only that" in refused(2, "add", "--new-version-of", "S1", pact, edited, article)


def test_what_became_of_the_excerpts_is_told_when_a_newer_text_takes_the_place(
    pact: Path, article: Path, run: Callable[..., str], refused: Callable[..., str]
) -> None:
    for quote in ("pact was signed in Oslo", "Nobody expects it to hold", "the ministry’s spokesman"):
        run("file", pact, "--section", "energy", "--quote", quote)
    newer = article.read_text("utf-8").replace("signed in Oslo", "quietly signed in Oslo")
    edited = pact.with_name("edited.txt")
    edited.write_text(
        newer.replace("“Nobody expects it to hold,” a diplomat said.", "Parliament votes in May."), "utf-8"
    )
    assert run("add", "--new-version-of", "S1", pact, edited).splitlines()[1:] == [
        "x1  changed  “pact was signed in Oslo” now reads “pact was quietly signed in Oslo”",
        "x2  lost     “Nobody expects it to hold”",
        "x3  moved",
    ]
    before = pact.read_bytes()
    assert "letter for letter" in refused(2, "add", "--new-version-of", "S1", pact, edited)
    assert pact.read_bytes() == before

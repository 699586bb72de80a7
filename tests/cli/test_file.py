from collections.abc import Callable
from pathlib import Path
from typing import Any

Shown = Callable[[Path], dict[str, Any]]


def test_a_quote_is_filed_with_its_quote_block(pact: Path, run: Callable[..., str], shown: Shown) -> None:
    said = run("file", pact, "--section", "energy", "--quote", "energy pact was signed", "--comment", "Check.")
    told = shown(pact)
    excerpt = told["excerpts"][0]
    assert said == f"x1  S1 p1  {excerpt['start']}-{excerpt['end']}  energy\n"
    assert (excerpt["quote"], excerpt["comment"], excerpt["found"]) == ("energy pact was signed", "Check.", "exact")
    energy = next(section for section in told["sections"] if section["key"] == "energy")
    assert energy["blocks"] == [{"style": "quote", "text": "energy pact was signed", "citations": ["x1"]}]


def test_white_space_and_typographic_quotes_may_differ(pact: Path, run: Callable[..., str], shown: Shown) -> None:
    run("file", pact, "--section", "energy", "--quote", "the  ministry's\nspokesman")
    run("file", pact, "--section", "risks", "--quote", '"Nobody expects it to hold,"')
    assert [e["quote"] for e in shown(pact)["excerpts"]] == ["the ministry’s spokesman", "“Nobody expects it to hold,”"]


def test_a_quote_that_does_not_stand_there_names_the_nearest_passage(pact: Path, refused: Callable[..., str]) -> None:
    before = pact.read_bytes()
    sentence = refused(1, "file", pact, "--section", "energy", "--quote", "energy pact was torn up in Oslo")
    assert "energy pact was signed in Oslo" in sentence
    assert pact.read_bytes() == before


def test_an_unknown_section_lists_those_there_are(pact: Path, refused: Callable[..., str]) -> None:
    sentence = refused(2, "file", pact, "--section", "sport", "--quote", "pact")
    assert sentence.startswith("The note has no section “sport”; its sections are: agenda, security")


def test_an_unknown_source_is_wrong_use(pact: Path, refused: Callable[..., str]) -> None:
    assert "no source “S9”" in refused(2, "file", pact, "--section", "energy", "--quote", "pact", "--source", "S9")


def test_all_sources_are_looked_in_unless_one_is_named(pact: Path, run: Callable[..., str], shown: Shown) -> None:
    second = pact.with_name("second.txt")
    second.write_text("Pact Rejected\n\nParliament rejected the pact on Tuesday.\n")
    run("add", pact, second)
    run("file", pact, "--section", "energy", "--quote", "Parliament rejected")
    run("file", pact, "--section", "unsorted", "--quote", "the pact", "--source", "S2")
    assert [(e["source"], e["section"]) for e in shown(pact)["excerpts"]] == [("S2", "energy"), ("S2", None)]

"""Words that a language knows, and those that the analyst has taught."""

from pathlib import Path

import pytest

from briefing.io import spelling
from briefing.io.spelling import learn, personal_words, speller


@pytest.mark.parametrize(
    "word",
    ["ministry", "Tariffs", "minister’s", "don't", "Tokyo", "defence", "programme", "centre", "organised", "labelled"],
)
def test_english_is_known_on_both_sides_of_the_atlantic(word: str) -> None:
    english = speller("en-GB")
    assert english
    assert english.knows(word)


@pytest.mark.parametrize("word", ["goverment", "signficant", "teh", "recieve", "minsitry"])
def test_slips_are_not_known(word: str) -> None:
    english = speller("en")
    assert english
    assert not english.knows(word)


def test_suggestions_have_the_case_of_what_was_typed() -> None:
    english = speller("en")
    assert english
    assert "Government" in english.suggestions("Goverment")
    assert "government" in english.suggestions("goverment")


def test_german_compounds_are_known_by_their_parts() -> None:
    german = speller("de")
    assert german
    assert german.knows("Energieversorgung")
    assert german.knows("Zölle")
    assert not german.knows("Enrgieversorgng")


def test_a_language_that_nothing_here_knows_has_no_speller() -> None:
    assert speller("tlh") is None


def test_words_are_taught_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "config_folder", lambda *parts: tmp_path.joinpath("new", *parts))
    assert personal_words() == frozenset()
    learn("Takaichi")
    learn("Brüssel")
    assert personal_words() == {"Takaichi", "Brüssel"}
    (tmp_path / "new" / "words.txt").write_bytes(b"\xff\xfe\x00")
    assert personal_words() == frozenset()

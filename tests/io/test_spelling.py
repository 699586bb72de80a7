"""Words that a language knows, and those that the analyst has taught."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from spellchecker import SpellChecker

from briefing.io import spelling
from briefing.io.spelling import learn, personal_words, speller
from briefing.io.wordlist import listed_counts

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


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


@pytest.mark.parametrize("language", ["lv", "ru"])
def test_a_list_decoded_piece_by_piece_is_the_list_of_the_library(language: str) -> None:
    whole = SpellChecker(language=language).word_frequency.dictionary
    assert dict(listed_counts(language)) == whole


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


PROSE = {
    "en": "The ministers discussed multilateral arrangements for the denuclearisation of the peninsula. Analysts "
    "expect the government to reprioritise its procurement programme; a spokesperson said the delegation’s mandate "
    "hadn’t changed. Prime Minister Takaichi co-signed the communiqué. Semiconductors, ransomware and chokepoints "
    "in supply chains were on the agenda, and whistleblowers testified before the centre-left parties’ lawmakers.",
    "de": "Die Außenministerinnen berieten über multilaterale Vereinbarungen zur Denuklearisierung der Halbinsel. "
    "Lieferketten, Gaskraftwerke und Frühwarnsysteme standen auf der Tagesordnung; Takaichi unterzeichnete eine "
    "Absichtserklärung. Der Nichtverbreitungsvertrag bleibt umstritten, und Hyperschallraketen beschäftigten den "
    "Untersuchungsausschuss. Vergeltungszölle treffen Autobauer und Rückversicherer.",
    "fr": "Les négociateurs ont examiné l’ordre du jour et la dénucléarisation de la péninsule. Aujourd’hui, l’Élysée "
    "s’est dit préoccupé ; quelqu’un d’autre l’aurait confirmé. Qu’adviendra-t-il de l’accord ? Des cyberattaques et "
    "des semi-conducteurs ont occupé la Première ministre Takaichi. Les casques bleus ont été redéployés, et "
    "l’électrification n’a pas été renégociée. L’œuvre est inachevée.",
}
SLIPS = {
    "en": "goverment occured begining untill definately agreeement negotations sanctoins tomorow Ministery succesful",
    "de": "Regirung Vorraussetzung Verhanldungen Aussschuss nähmlich Standart Haushallt Sanktionnen Minsterin",
    "fr": "gouvernment dévelopement négociatons réfférence malgrès acceuil langague sanctoins parlementare enquètte",
}


@pytest.mark.parametrize("language", PROSE)
def test_good_prose_of_the_field_is_not_marked(language: str) -> None:
    known = speller(language)
    assert known
    assert [
        word for word in dict.fromkeys(WORD.findall(PROSE[language])) if len(word) > 1 and not known.knows(word)
    ] == []


@pytest.mark.parametrize("language", SLIPS)
def test_slips_are_marked_though_they_look_like_forms_of_words(language: str) -> None:
    known = speller(language)
    assert known
    assert [word for word in SLIPS[language].split() if known.knows(word)] == []


def test_what_is_meant_is_offered_behind_the_french_article() -> None:
    french = speller("fr")
    assert french
    assert "l’accord" in french.suggestions("l’acord")


class Dictionary:
    """A dictionary as Enchant gives it."""

    def __init__(self, *words: str) -> None:
        self._words = words

    def check(self, word: str) -> bool:
        return word in self._words

    def suggest(self, word: str) -> list[str]:
        return [known for known in self._words if known[:2] == word[:2].lower()]


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system with dictionaries of its own."""
    known = {"en_US": Dictionary("labor", "ministry"), "en_GB": Dictionary("labour"), "de_DE": Dictionary("Haus")}
    enchant = SimpleNamespace(list_languages=lambda: list(known), Dict=known.__getitem__)
    monkeypatch.setitem(sys.modules, "enchant", enchant)
    speller.cache_clear()
    yield
    speller.cache_clear()


@pytest.mark.usefixtures("system")
def test_a_language_without_a_country_is_known_by_all_dictionaries_of_the_system() -> None:
    known = speller("en")
    assert known
    assert [known.knows(word) for word in ("labor", "labour", "ministery", "semiconductors")] == [
        True,
        True,
        False,
        True,
    ]


@pytest.mark.usefixtures("system")
def test_a_country_that_is_named_is_asked_alone_and_its_names_are_let_stand() -> None:
    known = speller("en-US")
    assert known
    asked = ("Labour", "Takaichi", "Minisstry", "takaichi")
    assert [word for word in asked if not known.knows(word)] == ["Minisstry", "takaichi"]

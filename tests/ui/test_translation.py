import ast
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.domain.edits import set_front
from briefing.io.resources import resource
from briefing.ui.frame import Frame
from briefing.ui.translation import LANGUAGES, language_of
from briefing.ui.window import Window
from briefing.ui.words import tr

ROOT = Path(__file__).resolve().parents[2]
OTHERS = [language for language in LANGUAGES if language != "en"]


def visible_words() -> set[str]:
    """Every text that the program shows: what is given to tr."""
    found = set()
    for path in (ROOT / "briefing").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                (first, *_) = node.args
                assert isinstance(first, ast.Constant)
                found.add(str(first.value))
    return found


def catalogue(language: str) -> dict[str, str]:
    return tomllib.loads(resource("i18n", f"{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_of_the_window_is_left_in_english(language: str) -> None:
    words, translated = visible_words(), catalogue(language)
    assert sorted(words - set(translated)) == [], "without a translation"
    assert sorted(set(translated) - words) == [], "translated, but shown nowhere"
    assert [text for text, other in translated.items() if not other.strip()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_in_what_its_text_does(language: str) -> None:
    fields = re.compile(r"\{\w*\}")
    for text, other in catalogue(language).items():
        assert sorted(fields.findall(text)) == sorted(fields.findall(other)), text
        assert text.count("…") == other.count("…"), text


@pytest.mark.usefixtures("german")
def test_the_window_speaks_the_language_that_was_chosen() -> None:
    frame = Frame(lambda _: pytest.fail("nothing was asked for"))
    menus = [action.text() for action in frame.menuBar().actions()]
    frame.deleteLater()
    assert menus == ["&Datei", "&Bearbeiten", "&Quelle", "&Vermerk", "&Ansicht", "&Hilfe"]
    assert tr("File under {section}", section="Energie") == "In Energie ablegen"


def test_a_language_that_is_not_there_is_english() -> None:
    assert language_of("fi") == "en"
    assert language_of("fr") == "fr"


@pytest.mark.parametrize("name", ["fr", "sentences.fr"])
def test_french_marks_never_begin_or_end_a_line_by_themselves(name: str) -> None:
    plain = re.compile(r" [;:!?%»]|« |\u202f|^[^…]* …$")
    assert [text for text in catalogue(name).values() if plain.search(text)] == []


@pytest.mark.usefixtures("german")
def test_a_step_that_is_undone_keeps_the_capital_of_a_german_noun(window: Window) -> None:
    window.frame.perform("new_blank")
    assert window.desk is not None
    window.desk.do(tr("Language of the note"), lambda note: set_front(note, replace(note.front, language="fr")))
    assert window.frame.actions_by_id["undo"].text() == "Rückgängig: Sprache des Vermerks"


def test_a_step_that_is_undone_reads_on_in_english(window: Window) -> None:
    window.frame.perform("new_blank")
    assert window.desk is not None
    window.desk.do("Language of the note", lambda note: set_front(note, replace(note.front, language="fr")))
    assert window.frame.actions_by_id["undo"].text() == "Undo language of the note"


COUNT = re.compile(r"\{(?:count|n|pages|paragraphs|words)\}")
ALIKE = {  # these are the same of one
    "{names} and {count} more",
    "and {count} more",
    "… and {count} more",
    "{count} can be filed",
    "{count} in the note already",
    "{count} not found in its articles",
    "Accept {count}",
    "Excerpts {count}",
    "Findings {count}",
    "{words} ({count})",
    "{words}: {names}",
    "More than {count} hits; the first ones are shown.",
    "1 paragraph, {words} words",
    "“{key}” is taken by “{words}”.",
    "Some letters seem to have been spoiled before the text came here: {words}",
}


def test_what_is_counted_has_words_for_one_as_for_several() -> None:
    words = visible_words()
    several = {text for text in words if COUNT.search(text)} - ALIKE
    ones = {text for text in words if re.search(r"\b1 ", text)}
    assert len(several) == len(ones), sorted(several | ones)

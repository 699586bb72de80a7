import ast
import re
import tomllib
from pathlib import Path

import pytest

from briefing.io.resources import resource
from briefing.ui.frame import Frame
from briefing.ui.translation import LANGUAGES, language_of
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

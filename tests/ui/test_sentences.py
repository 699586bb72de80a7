"""Sentences of the inner rooms: none that the window shows is left in English."""

import ast
import errno
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget

from briefing.domain import edits
from briefing.domain.differences import differences
from briefing.domain.findings import findings
from briefing.domain.labels import labels_in, readable_date
from briefing.domain.options import Recipe
from briefing.io.plain import sentence
from briefing.io.recipes import cookbook
from briefing.io.scales import find_scale, scale_names
from briefing.io.templates import shelf
from briefing.ui.export_dialog import ExportDialog
from briefing.ui.findings_pane import FindingsPane
from briefing.ui.sentences import Sentences, sentences
from briefing.ui.translation import LANGUAGES, lines
from briefing.ui.words import spoken as spoken_language
from briefing.ui.words import told
from tests.builders import note, source

ROOT = Path(__file__).resolve().parents[2] / "briefing"
OTHERS = [language for language in LANGUAGES if language != "en"]
NOTE = note("= Pact\nS1: The pact was signed.\n# energy\n> @S1:4-8\nTwo words.\n# risks")

SPEAKING = {
    *("BriefingError", "WrongUse", "QuoteNotFound", "FileChanged", "Sealed", "WrongPassphrase", "Damaged", "Misshapen"),
    *("Finding", "LeftOut", "mistake", "_mistake", "guarded", "_somebody"),
}
# What only the command line shows, and what stands in documents, whose language is their own.
ELSEWHERE = {"app/demo.py", "domain/labels.py", "io/repair.py", "io/selectors.py"}
UNSEEN = {"Say where to write (-o OUT.docx), or by which recipe (--recipe NAME)."}
# What a sentence is put together from, where that is more than a name or a number.
PARTS = {
    "_called(name)": ("“Zz.txt”", "The text"),
    "' and '.join(counts) or 'other formatting or citations'": ("1 word added", "other formatting or citations"),
    "broken": ("", " The quote is empty."),
    "_complaint(str(error), text)": ("line 7: the file is not TOML.",),
    "_syntax(str(error), text)": ("line 7: the file is not TOML.",),
}


def spoken() -> set[str]:
    """Every sentence of the inner rooms, with something put in where something is."""
    found: set[str] = set()
    for path in ROOT.rglob("*.py"):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(("ui/", "cli/", "__main__")) and name not in ELSEWHERE:
            found |= set(_spoken_in(ast.parse(path.read_text("utf-8"))))
    return found - UNSEEN


def _spoken_in(tree: ast.Module) -> Iterator[str]:
    """What is given to errors and their like, and whatever else is written as a sentence."""
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    pieces = {id(p) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for p in ast.walk(node)} - {
        id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = [text for argument in node.args for text in _filled(argument)] if name in SPEAKING else []
            yield from (text for text in given if " " in text)
        if id(node) not in documentation | pieces:
            yield from (text for text in _filled(node) if re.match(r"[A-Z“1-9{].* .*\.$", text))


def _filled(node: ast.AST) -> list[str]:
    """A text that is written, with everything put in that can be; nothing for what is no text."""
    if isinstance(node, ast.Constant):
        return [re.sub(r"\{\w+\}", "7", node.value)] if isinstance(node.value, str) else []
    if not isinstance(node, ast.JoinedStr):
        return []
    texts = [""]
    for piece in node.values:
        more: tuple[str, ...] = (str(piece.value),) if isinstance(piece, ast.Constant) else ("7",)
        if isinstance(piece, ast.FormattedValue):
            more = PARTS.get(ast.unparse(piece.value), more)
        texts = [text + end for text in texts for end in more]
    return [] if set("".join(texts)) <= set("7 .,:") else texts


def shipped() -> set[str]:
    """The texts of the recipes, templates and scales that come with the program."""
    recipes = [listed.recipe for listed in cookbook().listed if not listed.is_own]
    templates = [listed.template for listed in shelf().listed if not listed.is_own]
    found = {text for recipe in recipes for text in (recipe.title, recipe.description)}
    found |= {text for template in templates for text in (template.title, template.description)}
    found |= {find_scale(name).title for name in scale_names()}
    return found | {words for template in templates for slot in template.slots for words in (slot.title, slot.guidance)}


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_of_the_inner_rooms_is_left_in_english(language: str) -> None:
    known = sentences(language)
    left = [text for text in spoken() | shipped() if known.known(text) is None]
    assert sorted(left) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_line_of_the_catalogue_puts_in_what_its_english_does(language: str) -> None:
    fields = re.compile(r"\{\w*\}")
    catalogue = lines(f"sentences.{language}")
    assert catalogue.keys() == lines(f"sentences.{OTHERS[0]}").keys()
    for text, other in catalogue.items():
        assert other.strip()
        assert sorted(fields.findall(text)) == sorted(fields.findall(other)), text


def test_every_line_of_the_catalogue_is_said_somewhere() -> None:
    written = "\n".join(path.read_text("utf-8") for path in ROOT.rglob("*.py"))
    written = re.sub(r'"\n\s*f?"', "", written).replace('\\"', '"') + "\n".join(shipped())
    for text in lines("sentences.de"):
        longest = max(re.split(r"\{\w+\}", text), key=len)
        assert longest.removeprefix("”").removeprefix("The text ") in written, text


def test_an_english_window_shows_the_sentence_itself() -> None:
    assert told("The quote is empty.") == "The quote is empty."


@pytest.mark.usefixtures("german")
def test_what_is_put_into_a_sentence_stays_as_it_is() -> None:
    assert told("The excerpt “The quote is empty.” is in no section yet.") == (
        "Der Auszug „The quote is empty.“ ist noch in keinem Abschnitt."
    )
    assert (
        told(sentence(OSError(errno.EISDIR, "Is a directory"), Path("a\nb"))) == "„a\nb“ ist ein Ordner, keine Datei."
    )


@pytest.mark.usefixtures("german")
def test_a_reason_within_a_sentence_is_told_too() -> None:
    words = "“a.brief” cannot be opened: “note.json” in it is damaged. The file was left as it is."
    assert told(words).startswith("„a.brief“ kann nicht geöffnet werden: „note.json“ darin ist beschädigt.")
    strange = "“a.brief” cannot be opened: it squeaks. The file was left as it is."
    assert told(strange) == "„a.brief“ kann nicht geöffnet werden: it squeaks. Die Datei blieb, wie sie ist."


@pytest.mark.usefixtures("german")
def test_several_sentences_are_told_one_by_one_and_unknown_ones_are_left() -> None:
    assert told("The quote is empty. 3 excerpts added. Who knows?") == (
        "Das Zitat ist leer. 3 Auszüge hinzugefügt. Who knows?"
    )
    assert told("Rain: wind and snow.") == "Rain: wind and snow."
    assert told("broken \udcff name") == "broken \udcff name"


@pytest.mark.usefixtures("german")
def test_differences_between_notes_are_told() -> None:
    body = edits.write_body(NOTE, "energy", NOTE.sections[0].blocks[:1])
    after = edits.add_source(edits.set_marking(body, "TLP:RED"), source("More."))
    assert [told(words) for words in differences(NOTE, after)] == [
        "Die Kennzeichnung ist „TLP:RED“; vorher gab es keine.",
        "Energy: 2 Wörter entfernt.",
        "1 Quelle hinzugefügt.",
    ]


@pytest.mark.usefixtures("german")
def test_the_findings_and_the_recipes_are_shown_in_german() -> None:
    pane = FindingsPane()
    pane.show_findings(findings(NOTE), NOTE)
    listed = pane.findChild(QListWidget, "findings_list")
    assert listed is not None
    assert "Risks: Dieser Abschnitt ist leer." in [listed.item(row).text() for row in range(listed.count())]
    book = cookbook()
    dialog = ExportDialog(NOTE, replace(book, broken=()), "desk")
    recipes = dialog.findChild(QListWidget, "export_recipes")
    assert recipes is not None
    assert "Für den internen Gebrauch   .docx" in [recipes.item(row).text() for row in range(recipes.count())]
    assert isinstance(dialog.recipe(), Recipe)
    pane.deleteLater()
    dialog.deleteLater()


def test_the_pattern_with_the_most_words_of_its_own_is_taken() -> None:
    known = Sentences({"{a} is gone": "{a} fehlt", "the {kind} {a} is gone": "{kind}: {a} fehlt"})
    assert known.told("the cat Tom is gone") == "cat: Tom fehlt"
    assert known.told("Tom is gone") == "Tom fehlt"


@pytest.mark.usefixtures("german")
def test_dates_are_written_as_the_language_of_the_window_writes_them() -> None:
    assert readable_date("2026-03-12", labels_in(spoken_language())) == "12. März 2026"

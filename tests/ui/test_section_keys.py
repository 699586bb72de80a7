"""Enter and pasting in a quote from a source: its words stay together, with their chip."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from briefing.domain.note import Style
from tests.ui.notes import Pane, at, bare_note, filed, typed

pytestmark = pytest.mark.usefixtures("qapp")

QUOTE = "quote: The ministers meet on Monday."


@pytest.mark.parametrize("place", [4, 30])
def test_enter_in_a_quote_begins_a_paragraph_behind_it(place: int) -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    editor = shown.editor("energy")
    at(editor, 0, place)
    typed(editor, "\nOwn words")
    assert shown.texts("energy") == [QUOTE, "paragraph: Own words"]
    assert [b.citations for b in shown.blocks("energy")] == [("x1",), ()]
    assert shown.agrees()


def test_enter_at_the_start_of_a_quote_makes_room_above_it() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    editor = shown.editor("energy")
    at(editor, 0)
    typed(editor, "\n")
    assert shown.texts("energy") == ["paragraph: ", QUOTE]
    assert shown.blocks("energy")[1].citations == ("x1",)


def test_enter_in_a_quote_without_a_citation_parts_it() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("energy")
    typed(editor, "> Gasoil")
    at(editor, 0, 3)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert shown.texts("energy") == ["quote: Gas", "quote: oil"]


@pytest.mark.parametrize(("place", "quote_at"), [(0, 2), (4, 0)])
def test_paragraphs_pasted_in_a_quote_stand_beside_it(place: int, quote_at: int) -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    editor = shown.editor("energy")
    at(editor, 0, place)
    QGuiApplication.clipboard().setText("One\n\nTwo")
    editor.paste()
    expected = ["paragraph: One", "paragraph: Two"]
    expected.insert(quote_at, QUOTE)
    assert shown.texts("energy") == expected
    assert [b.citations for b in shown.blocks("energy") if b.style is Style.QUOTE] == [("x1",)]
    assert shown.agrees()

"""Words that are spelled wrong get a wavy line, and the menu mends them; names from the sources are right."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from briefing.domain.edits import set_front
from briefing.domain.note import Block, Style, Words, block
from briefing.io import spelling as words_file
from briefing.ui.section_editor import SectionEditor
from briefing.ui.work import wait_for_all
from tests.ui.notes import Pane, bare_note, filed, written
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(words_file, "config_folder", tmp_path.joinpath)
    yield tmp_path
    wait_for_all()


def marked(editor: SectionEditor) -> list[str]:
    """The words under which a wavy line is drawn."""
    found = []
    piece = editor.document().firstBlock()
    while piece.isValid():
        text = piece.text().encode("utf-16-le", "surrogatepass")
        for line in piece.layout().formats():
            word = text[2 * line.start : 2 * (line.start + line.length)]
            found.append(word.decode("utf-16-le"))
        piece = piece.next()
    return found


def speller_on(*lines: str | Block) -> Pane:
    shown = Pane(written(bare_note(), "energy", *lines))
    shown.pane.set_spelling(is_on=True)
    return shown


def test_wrong_words_are_marked_and_right_ones_are_not() -> None:
    shown = speller_on("👍 The goverment met the minister.", "A signficant step")
    editor = shown.pane.editor("energy")
    until(lambda: marked(editor) == ["goverment", "signficant"])
    shown.pane.set_spelling(is_on=False)
    assert marked(editor) == []
    assert not shown.desk.is_dirty
    assert shown.agrees()


def test_quotes_and_the_words_of_sources_are_left_alone() -> None:
    note = bare_note()
    source = note.sources[0]
    named = replace(source, text="takaichi " + source.text, passages=source.passages)
    note = replace(note, sources=(named,))
    quote = block(Style.QUOTE, [Words("Teh goverment")])
    shown = Pane(written(note, "energy", quote, "takaichi and koizumy"))
    shown.pane.set_spelling(is_on=True)
    until(lambda: marked(shown.pane.editor("energy")) == ["koizumy"])


def test_the_word_being_typed_is_spared_until_the_caret_leaves_it() -> None:
    shown = speller_on("Before")
    until(lambda: shown.pane.spelling.is_on)
    editor = shown.editor("energy")
    QTest.keyClicks(editor, " goverment")
    until(lambda: shown.pane.spelling.is_wrong("goverment"))
    assert marked(editor) == []
    QTest.keyClicks(editor, " ")
    assert marked(editor) == ["goverment"]


def test_the_menu_offers_what_was_meant_and_one_step_mends_it() -> None:
    shown = speller_on("The goverment met.")
    editor = shown.editor("energy")
    until(lambda: marked(editor) == ["goverment"])
    editor.select(6, 6)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), editor.mapToGlobal(QPoint(5, 5)))
    editor.menu_wanted.emit(event)
    menu = editor.findChild(QMenu)
    assert menu is not None
    first = menu.actions()[0]
    assert first.text() == "government"
    first.trigger()
    assert shown.texts("energy") == ["paragraph: The government met."]
    assert shown.desk.undo_label == "Correct spelling"
    menu.close()


def test_a_word_is_taught_for_good_or_accepted_for_this_note(folder: Path) -> None:
    shown = speller_on("A koizumy and takaichy.")
    editor = shown.editor("energy")
    until(lambda: marked(editor) == ["koizumy", "takaichy"])
    shown.pane.spelling.teach("koizumy")
    assert marked(editor) == ["takaichy"]
    shown.pane.spelling.accept("takaichy")
    assert marked(editor) == []
    assert (folder / "words.txt").read_text("utf-8") == "koizumy\n"


def test_the_language_of_the_note_decides() -> None:
    shown = speller_on("Sie regieren und the ministry.")
    editor = shown.pane.editor("energy")
    until(lambda: "regieren" in marked(editor))
    shown.desk.do("Language", lambda n: set_front(n, replace(n.front, language="de")))
    until(lambda: "ministry" in marked(editor) and "regieren" not in marked(editor))
    shown.desk.do("Language", lambda n: set_front(n, replace(n.front, language="tlh")))
    assert marked(editor) == []


def test_smart_quotes_are_off_at_first_and_undo_gives_the_straight_one_back() -> None:
    shown = Pane(filed(bare_note(), 1, "agenda"))
    editor = shown.editor("energy")
    QTest.keyClicks(editor, '"a"')
    assert shown.blocks("energy")[0].text == '"a"'
    shown.pane.set_smart_quotes(is_on=True)
    QTest.keyClicks(editor, ' "it\'s"')
    assert shown.blocks("energy")[0].text == '"a" “it’s”'
    shown.desk.undo()
    assert shown.blocks("energy")[0].text == '"a" “it’s"'
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert shown.agrees()


def test_an_answer_that_comes_after_the_note_was_closed_is_not_heard() -> None:
    shown = speller_on("The goverment.")
    spelling = shown.pane.spelling
    spelling._delay.setInterval(0)  # noqa: SLF001 (the closing is to come between question and answer)
    until(lambda: not spelling._delay.isActive())  # noqa: SLF001
    shown.pane.deleteLater()
    QApplication.sendPostedEvents(shown.pane, QEvent.Type.DeferredDelete.value)
    assert not isValid(spelling)
    wait_for_all()
    QApplication.processEvents()


def test_addresses_and_names_with_capitals_within_are_left_alone() -> None:
    shown = speller_on("See https://exampl.org/goverment, ask me@goverment.org about OpenAI and NATOs goverment.")
    editor = shown.editor("energy")
    until(lambda: marked(editor) == ["goverment"])

"""The note as one page: cards that follow the desk, places that are found, nothing that moves by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton

from briefing.domain.edits import file_excerpt, mark_passage, move_excerpt, set_front, set_status
from briefing.domain.note import Citation, Note, Section, Status, Style, Words, block
from briefing.domain.source import Kind
from tests.ui.notes import Pane, bare_note, filed, written
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")

Key = Qt.Key


def label(shown: Pane, name: str) -> str:
    found = shown.pane.findChild(QLabel, name)
    assert found is not None
    return found.text()


def field(shown: Pane, name: str) -> QLineEdit:
    found = shown.pane.findChild(QLineEdit, name)
    assert found is not None
    return found


def long_note() -> Note:
    note = filed(bare_note(), 1, "risks")
    return written(note, "agenda", *(f"Paragraph {number}, with some words in it." for number in range(60)))


def test_every_section_has_a_card_with_title_and_guidance() -> None:
    shown = Pane(bare_note())
    assert [label(shown, f"title-{key}") for key in ("agenda", "energy", "risks")] == ["Agenda", "Energy", "Risks"]
    assert shown.editor("energy").guidance == "What belongs under energy."
    assert shown.editor("energy").height() > 20


def test_the_meter_counts_excerpts_sources_and_words() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    assert label(shown, "meter-energy") == "1 excerpt  ·  1 source  ·  5 words"
    assert label(shown, "meter-risks") == ""
    QTest.keyClicks(shown.editor("risks"), "Two words")
    until(lambda: label(shown, "meter-risks") == "2 words")


def test_filing_shows_a_quote_without_scrolling_or_taking_the_focus() -> None:
    shown = Pane(long_note())
    field(shown, "front-author").setFocus()
    shown.desk.do("File", lambda note: filed(note, 2, "risks"))
    QApplication.processEvents()
    assert shown.texts("risks")[-1] == "quote: Prices rise by a tenth."
    assert shown.pane.verticalScrollBar().value() == 0
    assert field(shown, "front-author").hasFocus()
    assert shown.agrees()


def test_what_is_looked_at_stays_in_place_when_something_is_filed_above_it() -> None:
    shown = Pane(long_note())
    QApplication.processEvents()
    risks = shown.pane.editor("risks")
    shown.pane.go_to_section("risks")
    QApplication.processEvents()
    before = risks.mapTo(shown.pane, QPoint(0, 0)).y()
    shown.desk.do("File", lambda note: filed(note, 2, "agenda"))
    QApplication.processEvents()
    assert risks.mapTo(shown.pane, QPoint(0, 0)).y() == before


def test_an_excerpt_is_brought_into_view_and_lit_up() -> None:
    shown = Pane(long_note())
    QApplication.processEvents()
    assert shown.pane.show_excerpt("x1")
    rect = shown.pane.editor("risks").rect_of("x1")
    assert rect is not None
    top = shown.pane.editor("risks").mapTo(shown.pane.viewport(), rect.topLeft()).y()
    assert 0 <= top < shown.pane.viewport().height()
    assert not shown.pane.show_excerpt("x99")


def test_an_excerpt_in_a_folded_section_is_unfolded() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    fold = shown.pane.findChild(QToolButton, "fold-energy")
    assert fold is not None
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert shown.pane.editor("energy").isHidden()
    assert shown.pane.show_excerpt("x1")
    assert not shown.pane.editor("energy").isHidden()


def test_going_to_a_section_makes_it_current() -> None:
    shown = Pane(bare_note())
    heard: list[str] = []
    shown.pane.section_changed.connect(heard.append)
    assert shown.pane.current_section() == "agenda"
    shown.pane.go_to_section("risks")
    assert shown.pane.current_section() == "risks"
    assert shown.pane.editor("risks").hasFocus()
    assert heard == ["risks"]


def test_arrow_keys_go_on_from_section_to_section() -> None:
    shown = Pane(written(bare_note(), "agenda", "One line."))
    editor = shown.editor("agenda")
    QTest.keyClick(editor, Key.Key_Down)
    assert shown.pane.editor("energy").hasFocus()
    QTest.keyClick(shown.pane.editor("energy"), Key.Key_Up)
    assert editor.hasFocus()
    assert editor.textCursor().atEnd()


def test_the_caret_stays_in_view_while_writing_downwards() -> None:
    shown = Pane(bare_note())
    editor = shown.editor("agenda")
    for _ in range(60):
        QTest.keyClicks(editor, "a")
        QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()
    caret = editor.viewport().mapTo(shown.pane.viewport(), editor.cursorRect().center()).y()
    assert 0 <= caret <= shown.pane.viewport().height()
    assert editor.verticalScrollBar().value() == 0


def test_front_matter_is_written_and_follows_undo() -> None:
    shown = Pane(bare_note())
    author = field(shown, "front-author")
    author.setFocus()
    QTest.keyClicks(author, "Policy desk")
    assert shown.desk.note.front.author == "Policy desk"
    assert shown.desk.undo_label == "Change From"
    shown.desk.undo()
    assert author.text() == ""
    shown.desk.do("Front", lambda note: set_front(note, replace(note.front, bottom_line="Buy\u00a0gas.")))
    front = shown.pane.front
    assert front.bottom_line.text == "Buy\u00a0gas."
    front.title.setFocus()
    QTest.keyClicks(front.title, "Gas")
    QTest.keyClick(front.title, Key.Key_Return)
    assert shown.desk.note.title == "Gas"
    assert not front.title.hasFocus()


def test_a_status_is_chosen_and_follows_the_desk() -> None:
    shown = Pane(bare_note())
    button = shown.pane.findChild(QToolButton, "status-energy")
    assert button is not None
    button.menu().actions()[2].trigger()
    assert shown.desk.note.section("energy").status is Status.DONE
    assert shown.desk.undo_label == "Mark Energy as Done"
    shown.desk.undo()
    assert button.text() == "To do"
    shown.desk.do("Mark", lambda note: set_status(note, "energy", Status.DRAFT))
    assert button.text() == "Draft"


def test_chips_say_what_the_note_says_after_paragraphs_were_renumbered() -> None:
    shown = Pane(filed(bare_note(), 2, "energy"))
    editor = shown.pane.editor("energy")
    assert editor.known.label("x1") == "S1 p2"
    before = editor.document().idealWidth()
    shown.desk.do("Noise", lambda note: mark_passage(note, "S1", 0, Kind.NOISE))
    assert editor.known.label("x1") == "S1 p1"
    shown.desk.do("Move", lambda note: move_excerpt(note, "x1", "risks"))
    assert shown.pane.editor("risks").known.section_index("x1") == 2
    assert before > 0


def test_pointing_at_a_chip_tells_the_window_and_leaving_it_too() -> None:
    cited = block(Style.PARAGRAPH, [Citation("x1"), Words(" says it.")])
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", cited))
    QApplication.processEvents()
    heard: list[str] = []
    shown.pane.excerpt_hovered.connect(heard.append)
    editor = shown.pane.editor("energy")
    QTest.mouseMove(editor.viewport(), QPoint(20, 14))
    until(lambda: heard == ["x1"])
    QTest.mouseMove(editor.viewport(), QPoint(100, 14))
    until(lambda: heard == ["x1", ""])
    assert editor.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_sections_of_another_template_get_cards_and_the_others_go() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas."))
    kept = shown.pane.editor("energy")
    sections = (Section("outlook", "Outlook"), shown.desk.note.section("energy"))
    shown.desk.do("Template", lambda note: replace(note, sections=sections))
    assert shown.pane.editor("energy") is kept
    assert shown.pane.editor("outlook").title == "Outlook"
    assert shown.pane.current_section() == "outlook"
    shown.desk.undo()
    assert shown.pane.editor("risks").title == "Risks"
    assert shown.agrees()


def test_zoom_changes_the_size_and_keeps_text_and_caret() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short."))
    editor = shown.editor("energy")
    editor.select(3, 6)
    height = editor.height()
    for _ in range(3):
        shown.pane.zoom_in()
    assert shown.pane.zoom == 150
    assert editor.height() > height
    assert (editor.textCursor().anchor(), editor.textCursor().position()) == (3, 6)
    shown.pane.set_zoom(100)
    assert editor.height() == height
    assert not shown.desk.is_dirty


def test_citing_and_turning_act_on_the_section_written_last() -> None:
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", "Gas"))
    shown.editor("energy").go_to_edge(at_start=False)
    field(shown, "front-author").setFocus()
    shown.pane.insert_citation("x1")
    shown.pane.turn_into(Style.BULLET)
    assert shown.blocks("energy") == (block(Style.BULLET, [Words("Gas"), Citation("x1")]),)
    gone: list[str] = []
    shown.pane.excerpt_activated.connect(gone.append)
    shown.pane.activate()
    assert gone == ["x1"]


def test_activating_where_nothing_is_cited_says_so() -> None:
    shown = Pane(bare_note())
    heard: list[str] = []
    shown.pane.notice.connect(heard.append)
    shown.pane.activate()
    assert heard == ["There is no citation at the caret."]


def test_a_link_is_asked_for_and_set() -> None:
    shown = Pane(written(bare_note(), "energy", "Gas is short."))
    editor = shown.editor("energy")
    editor.select(0, 3)
    QTest.keyClick(editor, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = shown.pane.findChild(QLineEdit, "link-address")
    assert box is not None
    QTest.keyClicks(box, "example.org/gas")
    QTest.keyClick(box, Key.Key_Return)
    assert shown.blocks("energy")[0].runs[0] == Words("Gas", link="https://example.org/gas")
    assert shown.desk.undo_label == "Link"


def test_only_sections_that_changed_are_touched() -> None:
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", "Gas is short."))
    touched: list[str] = []
    for key in ("agenda", "energy", "risks"):
        shown.pane.editor(key).document().contentsChanged.connect(lambda key=key: touched.append(key))
    passage = shown.desk.note.sources[0].passages[1]
    shown.desk.do("File", lambda note: file_excerpt(note, "S1", passage.start, passage.end, "risks"))
    assert set(touched) == {"risks"}


def test_words_that_are_shown_are_selected_without_the_chip_behind_them() -> None:
    shown = Pane(filed(bare_note(), 1, "energy"))
    shown.pane.show_words("energy", 0, 22, 29)
    assert shown.pane.editor("energy").textCursor().selectedText() == "Monday."

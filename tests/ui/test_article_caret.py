import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu

from briefing.domain.edits import file_excerpt
from tests.articles import article, note_on
from tests.reader import TEXT, Reader, filed

pytestmark = pytest.mark.usefixtures("qapp")

_KEY = Qt.Key


def _overlapping() -> Reader:
    """Three excerpts, one in the other: of the sentence, of some words, of one word."""
    note = note_on(article(*TEXT))
    text = note.source("S1").text
    for words, section in (
        ("They agreed on gas and steel.", "agenda"),
        ("agreed on gas", "economics"),
        ("gas", "energy"),
    ):
        start = text.index(words)
        note = file_excerpt(note, "S1", start, start + len(words), section)
    return Reader(note)


def _offered(reader: Reader) -> list[str]:
    rows = reader.view.findChild(QListWidget, "chooser_list")
    assert rows is not None
    return [rows.item(row).text() for row in range(rows.count())]


def _choose(reader: Reader, typed: str) -> None:
    line = reader.view.findChild(QLineEdit, "chooser_line")
    assert line is not None
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, _KEY.Key_Return)


def test_where_several_excerpts_overlap_enter_lists_them_the_innermost_first() -> None:
    reader = _overlapping()
    reader.put_caret("gas")
    reader.press(_KEY.Key_Return)
    assert [words.split()[0] for words in _offered(reader)] == ["Energy", "Economics", "Agenda"]
    _choose(reader, "econ")
    assert reader.activated == ["x2"]


def test_an_excerpt_whose_end_is_moved_into_another_stays_the_one_that_is_moved() -> None:
    reader = _overlapping()
    reader.select("They")
    reader.press(_KEY.Key_3)
    for _ in range(4):
        reader.press(_KEY.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    quotes = [quote for quote, _ in reader.quotes]
    assert quotes == ["They agreed on gas and steel.", "agreed on gas", "gas", "They agreed on gas and"]


def test_an_excerpt_that_was_gone_to_is_meant_before_those_within_it() -> None:
    reader = _overlapping()
    reader.pane.show_excerpt("x2")
    reader.press(_KEY.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [quote for quote, _ in reader.quotes][1] == "agreed on gas and"


def test_an_excerpt_filed_just_now_within_another_is_the_innermost_at_the_caret() -> None:
    reader = _overlapping()
    reader.select("agreed on")
    reader.press(_KEY.Key_0)
    reader.press(_KEY.Key_Delete)
    _choose(reader, "")
    assert "agreed on" not in [quote for quote, _ in reader.quotes]


def test_where_several_excerpts_overlap_the_one_to_remove_is_chosen() -> None:
    reader = _overlapping()
    reader.put_caret("gas")
    reader.press(_KEY.Key_Delete)
    assert len(reader.quotes) == 3
    _choose(reader, "agenda")
    assert [section for _, section in reader.quotes] == ["economics", "energy"]


def test_an_excerpt_moves_to_a_section_that_is_typed_and_its_quote_block_goes_along() -> None:
    reader = filed("on gas", "agenda")
    reader.put_caret("gas")
    reader.press(_KEY.Key_V)
    assert "Agenda" not in " ".join(_offered(reader))
    _choose(reader, "ener")
    assert reader.quotes == [("on gas", "energy")]
    assert [b.text for b in reader.desk.note.section("energy").blocks] == ["on gas"]
    assert reader.desk.note.section("agenda").blocks == ()
    assert reader.desk.undo_label == "Move excerpt to Energy"


def test_an_excerpt_is_split_at_the_caret() -> None:
    reader = filed("gas and steel")
    reader.put_caret("and steel")
    reader.press(_KEY.Key_X)
    assert reader.quotes == [("gas", "energy"), ("and steel", "energy")]
    assert reader.desk.undo_label == "Split excerpt in Energy"


def test_an_excerpt_is_not_split_at_its_edge() -> None:
    reader = filed("gas and steel")
    reader.put_caret("gas")
    reader.press(_KEY.Key_X)
    assert len(reader.quotes) == 1
    assert reader.notices == ["Put the caret between two words of the excerpt to split it there."]


def test_an_excerpt_is_joined_with_the_next_one_of_its_section() -> None:
    reader = filed("gas")
    reader.select("steel")
    reader.press(_KEY.Key_5)
    reader.put_caret("gas")
    reader.press(_KEY.Key_J)
    assert reader.quotes == [("gas and steel", "energy")]
    reader.put_caret("gas")
    reader.press(_KEY.Key_J)
    assert reader.notices == ["No excerpt of Energy follows that could be joined."]


def test_a_comment_is_asked_for() -> None:
    reader = filed("gas")
    wanted: list[str] = []
    reader.pane.comment_wanted.connect(wanted.append)
    reader.put_caret("gas")
    reader.press(_KEY.Key_M)
    assert wanted == ["x1"]


def _menu(reader: Reader) -> list[QAction]:
    menu = reader.pane.findChild(QMenu, "article_menu")
    assert menu is not None
    return [action for action in menu.actions() if not action.isSeparator()]


def test_the_menu_of_a_selection_files_it() -> None:
    reader = filed("Monday")
    reader.select("on gas")
    reader.pane.show_menu(QPoint())
    words = [action.text() for action in _menu(reader)]
    assert words[0] == "File under Agenda"
    assert "Copy" in words
    next(a for a in _menu(reader) if a.text() == "File under Energy").trigger()
    assert reader.quotes[-1] == ("on gas", "energy")


def test_the_menu_of_an_excerpt_says_what_can_be_done_to_it() -> None:
    reader = filed("on gas")
    reader.put_caret("gas")
    reader.pane.show_menu(QPoint())
    assert [action.text() for action in _menu(reader)] == [
        "Go to its place in the note",
        "Comment on excerpt…",
        "Move excerpt to…",
        "Remove excerpt",
        "Change its bounds",
        "Split excerpt here",
        "Join with the next excerpt",
        "File the sentence under",
        "Copy the sentence",
        "Mark passage as noise",
        "Mark passage as heading",
    ]
    next(a for a in _menu(reader) if a.text() == "Remove excerpt").trigger()
    assert reader.quotes == []


def test_where_several_excerpts_overlap_the_menu_lists_them() -> None:
    reader = _overlapping()
    reader.put_caret("gas")
    reader.pane.show_menu(QPoint())
    listed = [action.text().split()[0] for action in _menu(reader) if action.menu() is not None]
    assert listed == ["Energy", "Economics", "Agenda", "File"]


def test_the_menu_without_a_selection_files_the_sentence_or_copies_it() -> None:
    reader = filed("Monday")
    for words in ("Energy", "Unsorted"):
        reader.put_caret("gas")
        reader.pane.show_menu(QPoint())
        menu = reader.pane.findChild(QMenu, "article_menu")
        assert menu is not None
        sections = next(m for m in menu.findChildren(QMenu) if m.title() == "File the sentence under")
        next(a for a in sections.actions() if a.text() == words).trigger()
        menu.setObjectName("done")
    sentence = "They agreed on gas and steel."
    assert reader.quotes[1:] == [(sentence, "energy"), (sentence, None)]
    reader.put_caret("gas")
    reader.pane.show_menu(QPoint())
    next(a for a in _menu(reader) if a.text() == "Copy the sentence").trigger()
    assert QApplication.clipboard().text() == sentence


def test_no_sentence_is_offered_on_the_quiet_line_of_folded_noise() -> None:
    reader = filed("gas")
    reader.put_caret("Share this")
    reader.pane.show_menu(QPoint())
    assert [action.text() for action in _menu(reader)] == ["Mark passage as heading", "Mark passage as text"]


def test_a_passage_becomes_a_heading_and_text_again_by_the_menu() -> None:
    reader = filed("gas")
    for words in ("Mark passage as heading", "Mark passage as text"):
        reader.put_caret("Protests")
        reader.pane.show_menu(QPoint())
        next(a for a in _menu(reader) if a.text() == words).trigger()
        reader.pane.findChild(QMenu, "article_menu").setObjectName("done")  # type: ignore[union-attr]
    assert [p.kind.value for p in reader.desk.note.source("S1").passages].count("heading") == 2
    reader.desk.undo()
    assert [p.kind.value for p in reader.desk.note.source("S1").passages].count("heading") == 3


def test_the_right_button_beside_the_selection_asks_for_a_menu_there() -> None:
    reader = filed("on gas")
    reader.select("Monday")
    asked: list[QPoint] = []
    reader.view.menu_wanted.connect(asked.append)
    reader.right_click("gas")
    assert len(asked) == 1
    assert reader.view.selected() is None
    assert [e.id for e in reader.pane.at_caret.excerpts()] == ["x1"]


def test_the_card_of_an_excerpt_says_where_it_is_filed() -> None:
    reader = _overlapping()
    found = reader.view.highlights.at(reader.text.index("gas"))
    assert [reader.view.describe(excerpt) for excerpt in found] == ["Energy", "Economics", "Agenda"]


def test_the_bounds_of_an_excerpt_move_by_sentences() -> None:
    reader = filed("gas")
    reader.put_caret("gas")
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    reader.press(_KEY.Key_Down, both)
    reader.press(_KEY.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
    assert reader.quotes == [("They agreed on gas and steel.", "energy")]


def test_letters_move_the_bounds_where_the_desktop_takes_the_arrows() -> None:
    reader = filed("gas")
    reader.put_caret("gas")
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    reader.press(_KEY.Key_E, none)
    reader.press(_KEY.Key_B, none)
    reader.press(_KEY.Key_B, none)
    assert reader.quotes == [("agreed on gas and", "energy")]
    reader.press(_KEY.Key_E, shift)
    reader.press(_KEY.Key_B, shift)
    assert reader.quotes == [("on gas", "energy")]


def test_the_context_menu_moves_the_bounds_of_each_excerpt_at_the_place() -> None:
    reader = _overlapping()
    reader.put_caret("gas")
    reader.pane.show_menu(QPoint(10, 10))
    menu = reader.pane.findChild(QMenu, "article_menu")
    assert menu is not None
    outer = next(m for m in menu.findChildren(QMenu) if m.title().startswith("Economics"))
    bounds = next(m for m in outer.findChildren(QMenu))
    later = next(a for a in bounds.actions() if a.text().startswith("Excerpt ends a word later"))
    later.trigger()
    menu.close()
    assert [quote for quote, _ in reader.quotes] == ["They agreed on gas and steel.", "agreed on gas and", "gas"]

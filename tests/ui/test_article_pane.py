import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow

from briefing.app.desk import Desk
from briefing.domain.edits import add_source
from briefing.domain.source import Kind
from briefing.ui.article_pane import ArticlePane
from briefing.ui.bridge import Bridge
from tests.articles import article, note_on
from tests.reader import PANES, TEXT, Reader, filed
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")

_KEY = Qt.Key
_MOD = Qt.KeyboardModifier


def test_a_digit_files_the_selection_and_the_caret_stands_at_its_end(reader: Reader) -> None:
    reader.select("agreed on gas")
    reader.press(_KEY.Key_5)
    assert reader.quotes == [("agreed on gas", "energy")]
    assert reader.view.selected() is None
    assert reader.text[: reader.view.caret].endswith("agreed on gas")
    assert reader.desk.note.section("energy").blocks[0].text == "agreed on gas"
    assert reader.desk.undo_label == "File excerpt in Energy"


def test_filing_mends_half_words_and_stray_spaces(reader: Reader) -> None:
    reader.select("greed on gas ")
    reader.press(_KEY.Key_5)
    assert reader.quotes == [("agreed on gas", "energy")]


def test_an_exact_selection_can_be_kept(reader: Reader) -> None:
    reader.select("greed")
    reader.press(_KEY.Key_5, _MOD.ControlModifier)
    assert reader.quotes == [("greed", "energy")]


def test_words_after_an_emoji_are_filed_as_they_stand(reader: Reader) -> None:
    reader.select("and calm")
    reader.press(_KEY.Key_2)
    assert reader.quotes == [("and calm", "security")]


def test_an_emoji_itself_can_befiled(reader: Reader) -> None:
    reader.select("small 😀")
    reader.press(_KEY.Key_2)
    assert reader.quotes == [("small 😀", "security")]


def test_a_selection_across_folded_noise_keeps_the_noise_out_of_the_quote_block(reader: Reader) -> None:
    start, end = reader.text.index("They agreed"), reader.text.index(" were small")
    reader.view.select(start, end)
    reader.press(_KEY.Key_1)
    assert reader.quotes[0][0].startswith("They agreed")
    assert reader.desk.note.section("agenda").blocks[0].text == "They agreed on gas and steel.\nProtests"


def test_a_selection_that_begins_on_a_quiet_line_begins_after_it(reader: Reader) -> None:
    start, end = reader.text.index("Share this"), reader.text.index(" were small")
    reader.view.select(start, end)
    assert reader.pane.selected_range() == (reader.text.index("Protests"), end)


def test_undo_takes_highlight_excerpt_and_quote_block_back(reader: Reader) -> None:
    reader.select("agreed on gas")
    reader.press(_KEY.Key_5)
    reader.desk.undo()
    assert reader.quotes == []
    assert reader.view.highlights.ordered() == []


def test_the_same_passage_can_be_filed_in_several_sections_but_only_once_in_each(reader: Reader) -> None:
    for _ in range(2):
        for key in (_KEY.Key_1, _KEY.Key_2):
            reader.select("Monday")
            reader.press(key)
    assert reader.quotes == [("Monday", "agenda"), ("Monday", "security")]
    assert reader.notices[-1] == "This passage is already filed in Security."


def test_q_files_where_the_last_one_went_and_zero_keeps_it_unsorted(reader: Reader) -> None:
    reader.select("Monday")
    reader.press(_KEY.Key_3)
    reader.select("steel")
    reader.press(_KEY.Key_Q)
    reader.select("calm")
    reader.press(_KEY.Key_0)
    assert reader.quotes == [("Monday", "economics"), ("steel", "economics"), ("calm", None)]


def test_what_cannot_be_done_is_said(reader: Reader) -> None:
    reader.press(_KEY.Key_Q)
    reader.press(_KEY.Key_9)
    reader.press(_KEY.Key_4)
    reader.press(_KEY.Key_Delete)
    assert reader.notices == [
        "Nothing has been filed yet: press a section's number first.",
        "The note has no section 9.",
        "Nothing is filed in Defense yet.",
        "There is no excerpt at the caret.",
    ]
    assert not reader.desk.is_dirty


def test_a_digit_without_a_selection_walks_through_the_excerpts_of_its_section(reader: Reader) -> None:
    for words in ("Monday", "steel", "spring"):
        reader.select(words)
        reader.press(_KEY.Key_3)
    reader.put_caret("The visit")
    places = []
    for _ in range(4):
        reader.press(_KEY.Key_3)
        places.append(reader.text[reader.view.caret :].split(".")[0].split()[0])
    assert places == ["Monday", "steel", "spring", "Monday"]


def test_enter_on_a_highlight_leads_to_the_note() -> None:
    reader = filed("agreed on gas")
    reader.put_caret("on gas")
    reader.press(_KEY.Key_Return)
    assert reader.activated == ["x1"]


def test_enter_elsewhere_offers_the_sentence(reader: Reader) -> None:
    reader.put_caret("on gas")
    reader.press(_KEY.Key_Return)
    selected = reader.pane.selected_range()
    assert selected
    assert reader.text[slice(*selected)] == "They agreed on gas and steel."


def test_a_double_click_on_a_highlight_leads_to_the_note() -> None:
    reader = filed("agreed on gas")
    QTest.mouseDClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=reader.place("on gas"))
    assert reader.activated == ["x1"]


def test_delete_takes_the_excerpt_at_the_caret_back() -> None:
    reader = filed("agreed on gas")
    reader.put_caret("on gas")
    reader.press(_KEY.Key_Delete)
    assert reader.quotes == []
    assert reader.notices == ["Excerpt removed from Energy."]
    assert reader.desk.undo_label == "Remove excerpt from Energy"


def test_the_bounds_of_an_excerpt_move_by_words_and_its_quote_block_follows() -> None:
    reader = filed("on gas")
    reader.put_caret("gas")
    both = _MOD.AltModifier | _MOD.ShiftModifier
    reader.press(_KEY.Key_Right, both)
    reader.press(_KEY.Key_Right, both)
    reader.press(_KEY.Key_Left, both)
    reader.press(_KEY.Key_Left, _MOD.AltModifier | _MOD.ControlModifier)
    assert reader.quotes == [("agreed on gas and", "energy")]
    assert reader.desk.note.section("energy").blocks[0].text == "agreed on gas and"
    reader.desk.undo()
    assert reader.quotes == [("on gas", "energy")]


def test_a_passage_can_be_marked_as_noise_and_that_can_be_undone(reader: Reader) -> None:
    reader.put_caret("Protests")
    reader.pane.mark_passage(Kind.NOISE)
    assert "Protests" not in reader.view.toPlainText()
    assert "▸ 3 lines of page noise folded" in reader.view.toPlainText()
    reader.desk.undo()
    assert "Protests" in reader.view.toPlainText()


def test_undo_reaches_the_window_and_each_key_is_handled_once() -> None:
    window = QMainWindow()
    PANES.append(window)
    desk = Desk(note_on(article(*TEXT)))
    pane = ArticlePane(Bridge(desk), "S1", window)
    window.setCentralWidget(pane)
    undone: list[int] = []
    counted: list[int] = []
    QShortcut(QKeySequence.StandardKey.Undo, window, lambda: undone.append(1))
    QShortcut(QKeySequence("1"), window, lambda: counted.append(1))
    window.show()
    window.activateWindow()
    until(window.isActiveWindow)
    pane.view.setFocus()
    pane.view.select(0, 9)
    QTest.keyClick(pane.view, _KEY.Key_Z, _MOD.ControlModifier)
    QTest.keyClick(pane.view, _KEY.Key_1)
    assert (undone, counted) == ([1], [1])
    assert desk.note.excerpts == ()


def test_the_header_says_what_the_article_is(reader: Reader) -> None:
    labels = {label.objectName(): label.text() for label in reader.pane.findChildren(QLabel)}
    assert labels["article_title"] == "An article"
    assert labels["article_details"].startswith("S1")


def test_arabic_text_is_filed_as_it_stands() -> None:
    reader = Reader(note_on(article("وصل الوزير إلى طوكيو يوم الاثنين. واتفقوا على الغاز.")))
    reader.select("واتفقوا على")
    reader.press(_KEY.Key_5)
    assert reader.quotes == [("واتفقوا على", "energy")]
    reader.pane.grab()


def test_no_break_spaces_stay_in_the_quote() -> None:
    reader = Reader(note_on(article("It cost 20\u00a0000\u00a0€ in all.")))
    reader.select("20\u00a0000\u00a0€")
    reader.press(_KEY.Key_3)
    assert reader.quotes == [("20\u00a0000\u00a0€", "economics")]


def test_the_pane_outlives_the_undoing_of_its_source() -> None:
    desk = Desk(note_on())
    source = article(*TEXT)
    desk.do("Add source", lambda note: add_source(note, source))
    pane = ArticlePane(Bridge(desk), "S1")
    PANES.append(pane)
    desk.undo()
    desk.redo()
    pane.grab()
    assert pane.source.text == source.text

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from briefing.domain.edits import file_excerpt
from briefing.ui.mime import DraggedRange, dragged_range
from briefing.ui.section_drops import dropped
from tests.reader import Reader
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")

_KEY = Qt.Key


def _bar(reader: Reader) -> QWidget:
    found = reader.view.findChild(QWidget, "filing_bar")
    assert found is not None
    return found


def _focus(reader: Reader) -> None:
    reader.pane.activateWindow()
    reader.view.setFocus()
    until(reader.view.hasFocus)


def test_the_bar_appears_at_a_selection_made_with_the_mouse_and_files_it(reader: Reader) -> None:
    _focus(reader)
    reader.drag("They agreed", "and steel")
    assert _bar(reader).isVisible()
    button = reader.view.findChild(QToolButton, "file_in_energy")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert reader.quotes == [("They agreed on gas", "energy")]
    assert not _bar(reader).isVisible()
    assert reader.view.hasFocus()


def test_the_bar_appears_when_a_selection_made_with_keys_is_done(reader: Reader) -> None:
    _focus(reader)
    reader.select("agreed on gas")
    QTest.keyRelease(reader.view, _KEY.Key_Shift)
    assert _bar(reader).isVisible()
    reader.press(_KEY.Key_Escape)
    assert not _bar(reader).isVisible()
    assert reader.view.selected() is not None


def test_the_bar_stays_within_the_page(reader: Reader) -> None:
    _focus(reader)
    reader.pane.resize(420, 260)
    bar = _bar(reader)
    for words in ("The visit", "in spring."):
        reader.select(words)
        reader.view.selection_settled.emit()
        assert bar.isVisible()
        assert reader.view.rect().contains(bar.geometry())


def test_the_bar_leaves_when_the_page_scrolls_or_nothing_is_selected(reader: Reader) -> None:
    _focus(reader)
    reader.select("Monday")
    reader.view.selection_settled.emit()
    assert _bar(reader).isVisible()
    reader.put_caret("Monday")
    assert not _bar(reader).isVisible()


def test_the_palette_files_under_the_section_that_is_typed(reader: Reader) -> None:
    reader.select("agreed on gas")
    reader.press(_KEY.Key_Slash)
    line = reader.view.findChild(QLineEdit, "chooser_line")
    assert line is not None
    QTest.keyClicks(line, "def")
    QTest.keyClick(line, _KEY.Key_Return)
    assert reader.quotes == [("agreed on gas", "defense")]


def test_the_palette_needs_a_selection(reader: Reader) -> None:
    reader.press(_KEY.Key_Slash)
    assert reader.notices == ["Select a passage first."]


def test_every_selection_is_filed_until_escape(reader: Reader) -> None:
    _focus(reader)
    reader.press(_KEY.Key_S)
    line = reader.view.findChild(QLineEdit, "chooser_line")
    assert line is not None
    QTest.keyClicks(line, "risks")
    QTest.keyClick(line, _KEY.Key_Return)
    sticky = reader.pane.findChild(QLabel, "article_sticky")
    assert sticky is not None
    assert sticky.text() == "Every selection is filed in Risks. Esc ends it."
    _focus(reader)
    reader.drag("Monday", ". They")
    reader.drag("gas", " and steel")
    assert reader.quotes == [("Monday", "risks"), ("gas", "risks")]
    reader.press(_KEY.Key_Escape)
    assert not sticky.isVisible()
    reader.drag("steel", ".")
    assert len(reader.quotes) == 2


def test_a_click_offers_the_sentence_and_enter_takes_it(reader: Reader) -> None:
    reader.click("on gas")
    assert reader.view.offer == (reader.text.index("They"), reader.text.index("steel.") + 6)
    assert reader.view.selected() is None
    reader.press(_KEY.Key_Return)
    assert reader.pane.selected_range() == (reader.text.index("They"), reader.text.index("steel.") + 6)
    assert reader.view.offer is None


def test_what_is_copied_are_the_words_of_the_source_and_what_is_dragged_is_whole_words(reader: Reader) -> None:
    start, end = reader.text.index("hey agreed"), reader.text.index(" were small")
    reader.view.select(start, end)
    data = reader.view.createMimeDataFromSelection()
    assert data.text() == "hey agreed on gas and steel.\nProtests"
    assert dragged_range(data) == DraggedRange("S1", start - 1, end)


def test_the_bar_leaves_when_the_selection_is_filed_elsewhere(reader: Reader) -> None:
    _focus(reader)
    reader.select("Monday")
    reader.view.selection_settled.emit()
    assert _bar(reader).isVisible()
    reader.filing.file(*(reader.pane.selected_range() or (0, 0)), "risks")
    assert not _bar(reader).isVisible()


def test_half_words_stay_half_with_control(reader: Reader) -> None:
    reader.select("eel")
    reader.press(_KEY.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert reader.quotes == [("eel", "economics")]


def test_a_selection_that_is_dropped_on_a_section_is_left_with_the_caret_at_its_end(reader: Reader) -> None:
    reader.view.select(reader.text.index("hey agreed"), reader.text.index(" on gas"))
    thing = dragged_range(reader.view.createMimeDataFromSelection())
    assert thing is not None
    step = dropped(thing, reader.desk.note, "energy")
    assert step is not None
    reader.desk.do(step.label, step.edit)
    assert reader.quotes == [("They agreed", "energy")]
    assert reader.view.selected() is None
    assert reader.view.caret == reader.text.index(" on gas")


def test_what_is_filed_elsewhere_leaves_another_selection_alone(reader: Reader) -> None:
    reader.select("Monday")
    chosen = reader.view.selected()
    reader.desk.do("File", lambda note: file_excerpt(note, "S1", 0, 3, "energy"))
    assert reader.view.selected() == chosen is not None


def test_the_bar_leaves_with_the_focus_and_comes_again_with_it(reader: Reader) -> None:
    _focus(reader)
    reader.select("Monday")
    reader.view.selection_settled.emit()
    other = QLineEdit(reader.pane)
    other.show()
    other.setFocus()
    assert not _bar(reader).isVisible()
    reader.view.setFocus()
    until(_bar(reader).isVisible)


def test_the_bar_leaves_when_the_selection_is_taken_hold_of(reader: Reader) -> None:
    _focus(reader)
    reader.select("Monday")
    reader.view.selection_settled.emit()
    QTest.mousePress(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=reader.place("Monday"))
    assert not _bar(reader).isVisible()
    QTest.mouseRelease(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=reader.place("Monday"))

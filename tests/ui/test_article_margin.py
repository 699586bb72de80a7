import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefing.ui.mime import dragged_excerpt
from tests.reader import Reader, filed

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_margin_numbers_paragraphs_and_leads_to_excerpts() -> None:
    reader = filed("agreed on gas")
    margin = reader.pane.findChild(QWidget, "article_margin")
    assert margin is not None
    margin.grab()
    bar = next(
        QPoint(x, y)
        for y in range(margin.height())
        for x in range(margin.width())
        if reader.pane.margin.bar_at(QPoint(x, y).toPointF())
    )
    QTest.mouseDClick(margin, Qt.MouseButton.LeftButton, pos=bar + QPoint(2, 4))
    assert reader.activated == ["x1"]


def test_a_click_on_a_paragraph_number_selects_the_paragraph(reader: Reader) -> None:
    margin = reader.pane.margin
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(4, reader.place("More talks").y()))
    assert reader.pane.selected_range() == (reader.text.index("More talks"), len(reader.text))


def test_a_bar_can_be_dragged_to_a_section(monkeypatch: pytest.MonkeyPatch) -> None:
    dragged: list[str] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: dragged.append(dragged_excerpt(drag.mimeData())))
    reader = filed("agreed on gas")
    margin = reader.pane.margin
    margin.grab()
    places = (QPoint(x, y) for y in range(margin.height()) for x in range(margin.width()))
    bar = next(place for place in places if margin.bar_at(place.toPointF()))
    QTest.mousePress(margin, Qt.MouseButton.LeftButton, pos=bar + QPoint(2, 2))
    spot = bar + QPoint(40, 20)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        spot.toPointF(),
        margin.mapToGlobal(spot).toPointF(),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(margin, moved)
    assert dragged == ["x1"]


def test_an_excerpt_in_folded_noise_has_its_bar_at_the_quiet_line() -> None:
    reader = filed("something else")
    margin = reader.pane.margin
    margin.grab()
    quiet = reader.place("Share this").y()
    found = [margin.bar_at(QPoint(x, quiet).toPointF()) for x in range(margin.width())]
    assert [excerpt.id for excerpt in found if excerpt][:1] == ["x1"]


def test_the_menu_of_a_bar_is_that_of_its_excerpt() -> None:
    reader = filed("agreed on gas")
    margin = reader.pane.margin
    places = (QPoint(x, y) for y in range(margin.height()) for x in range(margin.width()))
    bar = next(place for place in places if margin.bar_at(place.toPointF())) + QPoint(2, 2)
    QTest.mousePress(margin, Qt.MouseButton.RightButton, pos=bar)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, bar, margin.mapToGlobal(bar))
    QApplication.sendEvent(margin, asked)
    menu = reader.pane.findChild(QMenu, "article_menu")
    assert menu is not None
    assert "Remove excerpt" in [action.text() for action in menu.actions()]
    menu.close()

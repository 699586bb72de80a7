from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.domain.edits import file_excerpt
from briefing.ui import appearance
from briefing.ui.theme import DARK, LIGHT
from tests.articles import article, note_on
from tests.reader import TEXT, Reader, filed
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")

_KEY = Qt.Key
_MOD = Qt.KeyboardModifier
_SEED = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "summit-article.txt"


def test_filing_does_not_scroll() -> None:
    reader = Reader(note_on(article(*(f"Paragraph {n} has some words in it. " * 5 for n in range(60)))))
    bar = reader.view.verticalScrollBar()
    reader.select("Paragraph 5 has")
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    reader.press(_KEY.Key_1)
    assert len(reader.quotes) == 1
    assert bar.value() == before


def test_an_excerpt_out_of_sight_is_brought_into_sight_and_one_in_sight_stays_where_it_is() -> None:
    note = note_on(article(*(f"Paragraph {n} has some words in it. " * 5 for n in range(60))))
    text = note.source("S1").text
    for words in ("Paragraph 1 has", "Paragraph 50 has"):
        start = text.index(words)
        note = file_excerpt(note, "S1", start, start + len(words), "risks")
    reader = Reader(note)
    bar = reader.view.verticalScrollBar()
    reader.pane.show_excerpt("x1")
    assert bar.value() == 0
    reader.pane.show_excerpt("x2")
    assert bar.value() > 0
    assert reader.view.viewport().rect().contains(reader.view.caret_rect())
    assert reader.view.caret == text.index("Paragraph 50")


def test_noise_is_folded_away_until_it_is_clicked_and_folds_again(reader: Reader) -> None:
    assert "Share this page" not in reader.view.toPlainText()
    assert "▸ 2 lines of page noise folded" in reader.view.toPlainText()
    reader.click("Share this")
    assert "Share this page\nAlso read: something else" in reader.view.toPlainText()
    reader.pane.toggle_noise()
    assert "Share this page" not in reader.view.toPlainText()


def test_enter_on_a_quiet_line_unfolds_it(reader: Reader) -> None:
    reader.put_caret("Share this")
    reader.press(_KEY.Key_Return)
    assert "Share this page" in reader.view.toPlainText()


def test_an_excerpt_in_folded_noise_is_unfolded_when_it_is_shown() -> None:
    reader = filed("something else")
    reader.pane.show_excerpt("x1")
    assert "Also read: something else" in reader.view.toPlainText()
    assert reader.view.caret == reader.text.index("something else")


def test_unfolding_keeps_the_caret_where_it_is(reader: Reader) -> None:
    reader.select("calm. Police")
    reader.pane.toggle_noise()
    assert reader.view.selected() == (reader.text.index("calm"), reader.text.index(" said"))


def test_headings_are_walked_with_h(reader: Reader) -> None:
    reader.put_caret("ministers")
    reader.press(_KEY.Key_H)
    assert reader.view.caret == reader.text.index("The outlook")
    reader.press(_KEY.Key_H, _MOD.ShiftModifier)
    assert reader.view.caret == reader.text.index("The visit")
    reader.press(_KEY.Key_H, _MOD.ShiftModifier)
    assert reader.notices == ["There is no further heading."]


def test_the_text_cannot_be_changed_by_typing(reader: Reader) -> None:
    before = reader.view.toPlainText()
    reader.put_caret("ministers")
    for key in (_KEY.Key_A, _KEY.Key_Backspace, _KEY.Key_Space):
        reader.press(key)
    QTest.keyClicks(reader.view, "xyz")
    assert reader.view.toPlainText() == before


def _hover(reader: Reader, words: str) -> None:
    """Move the mouse to words, whatever window lies above and wherever the cursor was left."""
    viewport, place = reader.view.viewport(), reader.place(words)
    nothing = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), nothing, nothing, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, moved)


def test_hovering_a_highlight_is_told_and_being_hovered_elsewhere_is_not() -> None:
    reader = filed("agreed on gas")
    hovered: list[str] = []
    reader.pane.excerpt_hovered.connect(hovered.append)
    _hover(reader, "on gas")
    until(lambda: hovered == ["x1"])
    _hover(reader, "Monday")
    until(lambda: hovered == ["x1", ""])
    reader.pane.set_hovered("x1")
    assert hovered == ["x1", ""]


def test_a_highlight_is_painted_under_its_words_only() -> None:
    plain, marked = Reader(note_on(article(*TEXT))), filed("agreed on gas")
    for reader in (plain, marked):
        reader.put_caret("spring")

    def differs(words: str) -> bool:
        images = [r.view.viewport().grab().toImage() for r in (plain, marked)]
        spot = marked.place(words) + QPoint(0, 9)
        return images[0].pixelColor(spot) != images[1].pixelColor(spot)

    assert differs("agreed")
    assert differs("gas")
    assert not differs("They")
    assert not differs("steel")


def test_the_caret_can_be_seen_when_the_pane_has_the_focus(reader: Reader) -> None:
    reader.put_caret("ministers")
    reader.pane.activateWindow()
    reader.view.setFocus()
    until(reader.view.hasFocus)
    image = reader.view.viewport().grab().toImage()
    assert image.pixelColor(reader.view.caret_rect().center()) == reader.view.theme.accent


def test_a_million_characters_with_a_thousand_excerpts_are_filed_in_and_shown() -> None:
    note = note_on(article(*(f"Paragraph {n} " + "has words enough to be read. " * 17 for n in range(2000))))
    text = note.source("S1").text
    assert len(text) > 1_000_000
    for start in range(0, 1_000_000, 1000):
        note = file_excerpt(note, "S1", start, start + 80, None)
    reader = Reader(note)
    reader.select("Paragraph 3 ")
    reader.press(_KEY.Key_1)
    assert reader.quotes[-1] == ("Paragraph 3", "agenda")
    reader.pane.show_excerpt("x900")
    assert reader.view.caret == 899_000
    assert reader.view.viewport().rect().contains(reader.view.caret_rect())


def test_an_article_of_one_endless_line_is_shown_andfiled() -> None:
    reader = Reader(note_on(article("word " * 60_000 + "end")))
    reader.view.select(200_000, 200_004)
    reader.press(_KEY.Key_1)
    assert reader.quotes == [("word", "agenda")]
    reader.pane.grab()


def test_a_source_without_text_is_shown(complaints: list[str]) -> None:
    reader = Reader(note_on(article()))
    for key in (_KEY.Key_1, _KEY.Key_Return, _KEY.Key_Delete, _KEY.Key_H):
        reader.press(key)
    reader.pane.grab()
    assert reader.quotes == []
    assert complaints == []


@pytest.mark.skipif(not _SEED.exists(), reason="the seed article stands outside the project")
@pytest.mark.parametrize("width", [320, 640, 1400])
def test_the_seed_article_is_shown_at_any_width(width: int) -> None:
    lines = [line for line in _SEED.read_text("utf-8").split("\n") if line.strip()]
    reader = Reader(note_on(article(*lines)))
    reader.pane.resize(width, 700)
    reader.select(lines[1][:30])
    reader.press(_KEY.Key_1)
    assert len(reader.quotes) == 1
    assert reader.view.horizontalScrollBar().maximum() == 0


def test_zoom_sets_the_text_in_another_size_and_keeps_the_caret(reader: Reader) -> None:
    reader.put_caret("spring")
    before = reader.view.cursorRect().height()
    reader.pane.zoom_in()
    assert reader.pane.zoom == 110
    assert reader.view.cursorRect().height() > before
    reader.pane.zoom_out()
    reader.pane.zoom_out()
    assert reader.pane.zoom == 90
    reader.pane.set_zoom(100)
    assert reader.pane.zoom == 100
    assert reader.view.caret == reader.text.index("spring")


def test_the_line_has_as_many_characters_as_are_wanted() -> None:
    reader = Reader(note_on(article("the quick brown fox jumps over the lazy dog and then it rests a while, " * 12)))
    reader.pane.resize(1600, 500)
    for wanted in (50, 70, 90):
        reader.pane.set_reading(wanted, is_serif=wanted > 50)
        line = reader.view.document().firstBlock().layout().lineAt(1)
        assert wanted - 9 <= line.textLength() <= wanted + 4


def test_what_is_filed_can_be_dimmed() -> None:
    reader = filed("agreed on gas")
    reader.put_caret("spring")
    spot = reader.place("agreed") + QPoint(1, 0)
    area = QRect(spot - QPoint(6, 6), QSize(12, 12))

    def darkest() -> int:
        image = reader.view.viewport().grab(area).toImage()
        return min(image.pixelColor(x, y).lightness() for x in range(12) for y in range(12))

    before = darkest()
    reader.press(_KEY.Key_D)
    assert darkest() > before + 40


def test_right_to_left_words_are_marked_where_they_stand() -> None:
    text = "وصل الوزير إلى Tokyo Summit يوم الاثنين."
    for words in ("الوزير", "Summit", "إلى Tokyo"):
        plain, marked = Reader(note_on(article(text))), Reader(note_on(article(text)))
        start = text.index(words)
        marked.desk.do("File", partial(file_excerpt, source_id="S1", start=start, end=start + len(words), section=None))
        images = [r.view.viewport().grab().toImage() for r in (plain, marked)]
        cursor = marked.view.textCursor()
        low = marked.view.rects(marked.view.stripes(marked.view.viewport().rect())[0], start, start + len(words))
        inside = low[0].center().toPoint().x()
        y = round(low[0].bottom()) + 1
        assert images[0].pixelColor(inside, y) != images[1].pixelColor(inside, y)
        cursor.setPosition(start + 1)
        within = marked.view.cursorRect(cursor).x()
        assert any(rect.left() - 1 <= within <= rect.right() + 1 for rect in low)


def test_noise_unfolds_at_the_top_without_moving_the_caret() -> None:
    reader = Reader(note_on(article("~ Share", *("Some words. " * 40 for _ in range(100)))))
    reader.view.select(20_000, 20_010)
    reader.view.reveal(20_000, 20_010)
    top = reader.view.cursorRect().top()
    reader.pane.toggle_noise()
    assert reader.view.selected() == (20_000, 20_010)
    assert abs(reader.view.cursorRect().top() - top) <= 1


def test_a_change_of_the_system_from_light_to_dark_is_followed(qapp: QApplication) -> None:
    reader = filed("agreed on gas")
    before = qapp.palette()
    assert reader.view.theme is LIGHT
    try:
        appearance.apply(qapp, appearance.DIM)
        until(lambda: reader.view.theme is DARK)
        image = reader.pane.grab().toImage()
        places = [reader.pane.margin, reader.pane.strip, reader.view.viewport()]
        corners = [widget.mapTo(reader.pane, QPoint(1, widget.height() - 1)) for widget in places]
        assert [image.pixelColor(corner) for corner in corners] == [DARK.paper] * 3
    finally:
        qapp.setStyleSheet("")
        qapp.setPalette(before)


def test_a_new_version_of_the_text_is_shown(reader: Reader) -> None:
    old = reader.desk.note.source("S1")
    new = replace(old, text=old.text.replace("steel", "stone"))
    reader.put_caret("spring")
    reader.desk.do("Take new version", lambda note: replace(note, sources=(new,)))
    assert "gas and stone" in reader.view.toPlainText()
    assert reader.view.caret == reader.text.index("spring")
    reader.view.select(new.text.index("stone"), new.text.index("stone") + 5)
    reader.press(_KEY.Key_1)
    assert reader.quotes == [("stone", "agenda")]
    reader.desk.undo()
    reader.desk.undo()
    assert "gas and steel" in reader.view.toPlainText()


def test_an_excerpt_that_is_gone_to_glows_for_a_moment() -> None:
    reader = filed("agreed on gas")
    reader.pane.show_excerpt("x1")
    assert reader.view.glow == {"x1": 1.0}
    until(lambda: reader.view.glow == {})

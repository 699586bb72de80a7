import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from briefing.domain.edits import file_excerpt
from tests.articles import article, note_on
from tests.reader import Reader
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")


def _reader() -> Reader:
    """A long article whose middle paragraph is filed under energy."""
    note = note_on(article(*(f"Paragraph {n:02} has some words in it. " * 5 for n in range(61))))
    text = note.source("S1").text
    start = text.index("Paragraph 30")
    return Reader(file_excerpt(note, "S1", start, text.index("Paragraph 31"), "energy"))


def _column(reader: Reader) -> QImage:
    return reader.pane.strip.grab().toImage()


def test_the_strip_shows_what_is_filed_in_the_colour_of_its_section() -> None:
    reader = _reader()
    strip, colour = reader.pane.strip, reader.view.theme.section(4)
    middle = QPoint(strip.width() // 2, strip.height() // 2)
    until(lambda: _column(reader).pixelColor(middle) == colour)
    assert _column(reader).pixelColor(QPoint(middle.x(), strip.height() - 3)) != colour


def test_the_strip_follows_the_note() -> None:
    reader = _reader()
    strip, colour = reader.pane.strip, reader.view.theme.section(4)
    middle = QPoint(strip.width() // 2, strip.height() // 2)
    until(lambda: _column(reader).pixelColor(middle) == colour)
    reader.pane.at_caret.remove_this(reader.desk.note.excerpts[0])
    until(lambda: _column(reader).pixelColor(middle) != colour)


def test_what_is_filed_in_an_article_shorter_than_the_strip_is_high_shows_at_its_place() -> None:
    reader = Reader(note_on(article("The ferry sails at noon.", "It carries paper for the mill.")))
    strip, colour = reader.pane.strip, reader.view.theme.section(4)
    low = QPoint(strip.width() // 2, strip.height() - 9)
    until(lambda: _column(reader).pixelColor(low) != reader.view.theme.paper)  # the map of what is not filed is there
    reader.desk.do("File", lambda note: file_excerpt(note, "S1", reader.text.index("It"), len(reader.text), "energy"))
    until(lambda: _column(reader).pixelColor(low) == colour)
    reader.desk.undo()
    until(lambda: _column(reader).pixelColor(low) != colour)


def test_a_click_on_the_strip_goes_to_that_place() -> None:
    reader = _reader()
    strip = reader.pane.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, strip.height() // 2))
    shown = reader.view.stripes(reader.view.viewport().rect())
    assert shown[0].start < reader.text.index("Paragraph 30") < shown[-1].end


def test_the_strip_stands_beside_the_scroll_bar_and_not_over_the_text() -> None:
    reader = _reader()
    for width in (320, 700, 1500):
        reader.pane.resize(width, 500)
        assert not reader.pane.strip.geometry().intersects(reader.view.viewport().geometry())
        assert not reader.pane.strip.geometry().intersects(reader.pane.margin.geometry())
        assert reader.view.rect().contains(reader.pane.strip.geometry())

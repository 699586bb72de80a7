import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template, sample_article
from briefing.domain.edits import file_excerpt, retitle
from briefing.ui.preview import Preview, Sheets
from briefing.ui.window import Window
from tests.waiting import until


@pytest.fixture
def sheets(window: Window) -> Sheets:
    note = file_excerpt(new_note(default_template(), [sample_article()]), "S1", 600, 700, "energy")
    window.open_desk(Desk(note))
    window.frame.perform("preview")
    preview = window.frame.findChild(Preview)
    assert preview is not None
    sheets = preview.widget()
    assert isinstance(sheets, Sheets)
    until(lambda: sheets.count > 0)
    return sheets


def test_the_pages_follow_a_change(sheets: Sheets, window: Window) -> None:
    before = sheets.grab().toImage()
    assert window.desk is not None
    window.desk.do("Retitle", lambda note: retitle(note, "Another title altogether"))
    until(lambda: sheets.grab().toImage() != before)


def test_a_click_on_a_paragraph_goes_to_its_block(sheets: Sheets, window: Window) -> None:
    assert window.note_pane is not None
    for y in range(sheets.height() - 60, 60, -12):
        QTest.mouseClick(sheets, Qt.MouseButton.LeftButton, pos=QPoint(sheets.width() // 2, y))
        if window.note_pane.current_section() == "energy":
            break
    assert window.note_pane.current_section() == "energy"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.note_pane.isAncestorOf(focus)


def test_f5_again_shows_the_article(sheets: Sheets, window: Window) -> None:
    window.frame.perform("preview")
    assert not sheets.isVisible()
    assert window.article is not None
    assert window.article.isVisible()

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template, sample_article
from briefing.domain.edits import file_excerpt, retitle, write_body
from briefing.domain.note import Block, Citation, Style, Words
from briefing.ui.preview import Preview
from briefing.ui.sheets import Sheets
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


def test_keys_go_from_block_to_block_and_to_the_place_in_the_note(sheets: Sheets, window: Window) -> None:
    preview = window.frame.findChild(Preview)
    assert preview is not None
    assert preview.hasFocus()

    def marked() -> tuple[str, int]:
        assert sheets.marked is not None
        return sheets.marked.section, sheets.marked.block

    seen = []
    for _ in range(40):
        QTest.keyClick(preview, Qt.Key.Key_Down)
        seen.append(marked())
    assert seen[0] == ("agenda", -1)
    assert seen[-1] == seen[-2]  # the last block
    assert ("energy", 0) in seen
    while marked() != ("energy", 0):
        QTest.keyClick(preview, Qt.Key.Key_Up)
    QTest.keyClick(preview, Qt.Key.Key_Return)
    assert window.note_pane is not None
    assert window.note_pane.current_section() == "energy"


def test_the_marker_stays_at_its_block_when_the_pages_change(sheets: Sheets, window: Window) -> None:
    preview = window.frame.findChild(Preview)
    assert preview is not None
    for _ in range(3):
        QTest.keyClick(preview, Qt.Key.Key_Down)
    before = sheets.marked
    assert before is not None
    assert window.desk is not None
    window.desk.do("Retitle", lambda note: retitle(note, "A title that goes over several lines of the page " * 3))
    until(lambda: sheets.marked is not None and sheets.marked.top > before.top)
    after = sheets.marked
    assert after is not None
    assert (after.section, after.block) == (before.section, before.block)


def test_pages_that_were_set_quickly_are_set_exactly_when_the_note_rests(sheets: Sheets, window: Window) -> None:
    assert window.desk is not None
    entry = Block(Style.BULLET, (Words("A line that is not broken on the page but nearly so. "), Citation("x1")))
    window.desk.do("Write", lambda note: write_body(note, "agenda", [entry] * 60))
    until(lambda: bool(sheets.moved))
    window.desk.do("Write", lambda note: write_body(note, "agenda", [entry]))
    until(lambda: not sheets.moved)


def test_the_pages_grow_and_shrink(sheets: Sheets, window: Window) -> None:
    preview = window.frame.findChild(Preview)
    assert preview is not None
    preview.setFocus()
    width = sheets.width()
    window.frame.perform("zoom_in")
    window.frame.perform("zoom_in")
    until(lambda: sheets.width() > width)
    window.frame.perform("zoom_usual")
    until(lambda: sheets.width() <= width)
    assert preview.zoom == 100

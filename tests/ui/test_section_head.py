"""The head of a card says what there is room for, the title last of all to be cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from briefing.domain.note import Section, Status
from briefing.ui.citations import Tally
from briefing.ui.section_head import SectionHead, ink_on
from briefing.ui.section_look import Look
from briefing.ui.theme import DARK, LIGHT
from tests.ui.notes import Pane, bare_note

pytestmark = pytest.mark.usefixtures("qapp")


def words(head: SectionHead, name: str) -> str:
    label = head.findChild(QLabel, f"{name}-energy")
    assert label is not None
    return label.text() if not label.isHidden() else ""


def test_a_narrow_head_says_less_and_cuts_the_title_last() -> None:
    head = SectionHead("energy")
    head.set_look(Look(LIGHT))
    head.show_section(Section("energy", "Energy and climate", status=Status.DRAFT), 4, Look(LIGHT))
    head.show_meter(Tally(3, 2), 120)
    head.show()
    seen = []
    for width in (800, 480, 400, 300, 220):
        head.resize(width, 30)
        seen.append((words(head, "title"), words(head, "meter")))
    assert seen[0] == ("Energy and climate", "3 excerpts  ·  2 sources  ·  120 words")
    meters = [meter for _, meter in seen]
    assert meters == sorted(meters, key=len, reverse=True)
    assert seen[-1][1] == ""
    assert seen[-1][0].endswith("…")
    assert all(title == "Energy and climate" for title, meter in seen if meter)


def test_numbers_stand_out_on_the_colour_of_every_section() -> None:
    for theme in (LIGHT, DARK):
        for index in range(9):
            ground = theme.section(index)
            light, dark = sorted((luminance(ink_on(ground)), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_tab_goes_through_the_page_as_it_is_read() -> None:
    shown = Pane(bare_note())
    shown.pane.front.title.setFocus()
    names = []
    for _ in range(13):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        names.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert names == [
        "note-title",
        "front-audience",
        "front-author",
        "front-date",
        "front-cutoff",
        "front-reference",
        "bottom-line",
        "fold-agenda",
        "status-agenda",
        "section-agenda",
        "fold-energy",
        "status-energy",
        "section-energy",
    ]


def test_every_control_has_a_name_for_those_who_do_not_see_it() -> None:
    shown = Pane(bare_note())
    controls = [w for w in shown.pane.page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w.objectName() for w in controls if not w.accessibleName()]
    assert len(controls) == 16
    assert nameless == []

"""The icons: each is there, with its licence, and in the ink of the window."""

import re

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QTabBar, QToolButton

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.io.resources import resource
from briefing.ui.actions import table
from briefing.ui.icons import BY_ACTION, picture
from briefing.ui.window import Window
from tests.ui.parts import part
from tests.waiting import until


def test_every_icon_belongs_to_an_action_and_every_file_is_used_and_licensed() -> None:
    assert set(BY_ACTION) <= {row.id for row in table()}
    there = {path.stem for path in resource("icons").glob("*.svg")}
    assert there == set(BY_ACTION.values()) | {"plus"}
    licence = resource("icons", "LICENSE").read_text("utf-8")
    assert "ISC License" in licence
    assert "Lucide" in licence
    for path in resource("icons").glob("*.svg"):
        text = path.read_text("utf-8")
        assert "currentColor" in text
        assert not re.search(r"https?://(?!www\.w3\.org/)", text)


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_drawn_in_its_ink_and_nothing_else() -> None:
    image = picture("plus", QColor("#C02010"), 24, 1.0).toImage()
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    assert {pixel.name() for pixel in pixels if pixel.alpha() == 255} == {"#c02010"}


def test_a_menu_has_its_icons_when_it_is_opened_in_the_ink_of_the_appearance(dressed: Window) -> None:
    window = dressed
    menu = next(m for m in window.frame.menuBar().findChildren(QMenu) if m.title() == "&File")
    saving = window.frame.actions_by_id["save"]
    assert saving.icon().isNull()
    for choice in ("dark", "light"):
        window.dress(choice)
        menu.aboutToShow.emit()
        assert _ink(saving.icon()) == QGuiApplication.palette().color(QPalette.ColorRole.Text).name()


def test_the_start_page_has_an_icon_before_each_way_to_begin(window: Window) -> None:
    buttons = window.frame.findChildren(QPushButton, "choice")
    assert len(buttons) == 5
    until(lambda: all(_is_drawn(button.icon()) for button in buttons))


def test_the_tabs_of_the_dock_and_the_plus_have_icons_and_the_plus_offers_the_ways_in(window: Window) -> None:
    window.open_desk(Desk(new_note(default_template())))
    tabs = part(window.frame, QTabBar, "dock_tabs")
    assert all(_is_drawn(tabs.tabIcon(index)) for index in range(3))
    plus = part(window.frame, QToolButton, "add_article")
    assert _is_drawn(plus.icon())
    assert plus.accessibleName() == "Add an article"
    assert [action.objectName() for action in plus.menu().actions()] == ["add_paste", "add_file", "add_address"]


def _is_drawn(icon: QIcon) -> bool:
    image = icon.pixmap(16, 16).toImage()
    return any(image.pixelColor(x, y).alpha() > 200 for x in range(image.width()) for y in range(image.height()))


def _ink(icon: QIcon) -> str:
    image = icon.pixmap(16, 16).toImage()
    solid = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max((colour for colour in solid), key=lambda colour: colour.alpha()).name()

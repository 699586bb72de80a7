from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QMenuBar

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.ui.chooser import Chooser
from briefing.ui.command_palette import choices
from briefing.ui.window import Window
from tests.articles import article
from tests.ui.parts import part


def opened(window: Window) -> None:
    window.open_desk(Desk(new_note(default_template(), [article("Some words of an article.")])))


def lines_of(menu: QMenu | QMenuBar) -> Iterator[QAction]:
    for action in menu.actions():
        under = action.menu()
        if isinstance(under, QMenu):
            yield from lines_of(under)
        elif not action.isSeparator():
            yield action


def test_everything_in_the_menus_is_in_the_palette_with_words_of_its_own(window: Window) -> None:
    opened(window)
    offered = {choice.id: choice.words for choice in choices(window.frame.actions_by_id)}
    shown = {a.objectName() for a in lines_of(window.frame.menuBar()) if a.isEnabled() and a.isVisible()}
    assert shown - set(offered) == set()
    assert len(set(offered.values())) == len(offered)


def test_every_action_has_words_and_a_tooltip(window: Window) -> None:
    for action in window.frame.actions_by_id.values():
        assert action.text()
        assert action.toolTip()


def test_the_key_stands_at_the_end_of_the_line_and_is_found_by(window: Window) -> None:
    opened(window)
    window.show_palette()
    chooser = part(window.frame, Chooser, "chooser")
    part(chooser, QLineEdit, "chooser_line").setText("F5")
    listed = part(chooser, QListWidget, "chooser_list")
    assert listed.item(0).text() == "Preview of the pages"
    edge = listed.viewport().grab(listed.visualItemRect(listed.item(0))).toImage()
    marks = {edge.pixel(x, y) for x in range(edge.width() - 24, edge.width() - 8) for y in range(edge.height())}
    assert len(marks) > 2, "nothing is written at the end of the line"
    chooser.close()

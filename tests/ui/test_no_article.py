"""A note without an article shows how to add one."""

from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.domain.edits import add_source
from briefing.ui.window import Window
from tests.articles import article
from tests.ui.parts import part


def test_a_note_without_an_article_offers_the_ways_to_add_one_until_there_is_one(window: Window) -> None:
    window.open_desk(Desk(new_note(default_template())))
    offer = part(window.frame, QWidget, "no_article")
    tabs = part(window.frame, QTabWidget, "articles")
    assert offer.isVisible()
    ways = offer.findChildren(QPushButton, "choice")
    assert [way.property("action") for way in ways] == ["add_paste", "add_file", "add_address"]
    assert window.desk is not None
    window.desk.do("Add", lambda note: add_source(note, article("Some words.")))
    assert tabs.isVisible()
    assert not offer.isVisible()
    window.undo()
    assert offer.isVisible()


def test_after_the_preview_a_note_without_an_article_offers_the_ways_again(window: Window) -> None:
    window.open_desk(Desk(new_note(default_template())))
    assert window.workspace is not None
    window.workspace.toggle_preview()
    assert not part(window.frame, QWidget, "no_article").isVisible()
    window.workspace.toggle_preview()
    assert part(window.frame, QWidget, "no_article").isVisible()


def test_a_button_does_what_its_action_does(window: Window) -> None:
    window.open_desk(Desk(new_note(default_template())))
    done: list[str] = []
    action = window.frame.actions_by_id["add_file"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: done.append("add_file"))
    way = next(b for b in window.frame.findChildren(QPushButton, "choice") if b.property("action") == "add_file")
    way.click()
    assert done == ["add_file"]

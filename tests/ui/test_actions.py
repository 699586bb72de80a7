from collections import Counter

from PySide6.QtGui import QKeySequence

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.domain.source import Kind, Passage, Source
from briefing.ui.actions import menus, resolve, table
from briefing.ui.window import Window


def test_every_action_has_an_id_of_its_own_and_a_menu_that_is_shown() -> None:
    rows = table()
    assert [name for name, count in Counter(row.id for row in rows).items() if count > 1] == []
    assert {row.menu for row in rows} == {key for key, _ in menus()}


def test_no_key_means_two_things_in_one_place() -> None:
    keys = Counter((key, row.where) for row in table() for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    assert [key for row in table() for key in row.keys if QKeySequence(key).isEmpty()] == []


def test_every_action_leads_to_a_method_of_the_window(window: Window) -> None:
    source = Source("Some words.", (Passage(Kind.PARAGRAPH, 0, 11),))
    window.open_desk(Desk(new_note(default_template(), [source])))
    assert [row.id for row in table() if not callable(resolve(window, row.method))] == []


def test_a_command_that_needs_a_note_cannot_be_given_without_one(window: Window) -> None:
    built = window.frame.actions_by_id
    assert not built["save"].isEnabled()
    window.open_desk(Desk(new_note(default_template())))
    assert built["save"].isEnabled()
    window.close_note()
    assert not built["save"].isEnabled()

"""The menus, made from the table of actions, and kept true to the state of the desk."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from briefing.ui.actions import ANYWHERE, Action, build, keys_of, menus, shown_words, table
from briefing.ui.icons import dress_actions
from briefing.ui.mnemonics import mark_letters
from briefing.ui.words import spoken, tr

Built = dict[str, QAction]


def show_menus(window: QMainWindow) -> dict[str, QMenu]:
    """Make the menus of a window, empty for now, by their keys."""
    return {key: window.menuBar().addMenu(title) for key, title in menus()}


def fill_menus(window: QMainWindow, shown: dict[str, QMenu], commands: Callable[[], object]) -> Built:
    """Make the actions of a window and put them into its menus; gives them by id."""
    built: Built = {}
    for menu in shown.values():
        menu.aboutToShow.connect(partial(_dress, menu))
    for row in table():
        menu = shown[row.menu]
        if row.is_after_line:
            menu.addSeparator()
        action = build(window, row, commands)
        action.setData(row)
        _submenu(menu, row).addAction(action)
        window.addAction(action)
        built[row.id] = action
    return built


def _dress(menu: QMenu) -> None:
    """Give a menu its icons and its letters when it is about to be shown, not at a start."""
    dress_actions(menu.actions())
    mark_letters(menu.actions())


def _submenu(menu: QMenu, row: Action) -> QMenu:
    """The menu that an action stands in: its own, or one under it."""
    if not row.under:
        return menu
    found = next((m for m in menu.findChildren(QMenu) if m.title() == row.under), None)
    if found is None:
        found = menu.addMenu(row.under)
        found.aboutToShow.connect(partial(_dress, found))
    return found


class Titled(Protocol):
    """A section, of which a menu needs the title."""

    @property
    def title(self) -> str:
        """How the section is called."""


class Steps(Protocol):
    """A desk, of which the menus need the names of the next steps."""

    @property
    def undo_label(self) -> str:
        """The step that undo would take back."""

    @property
    def redo_label(self) -> str:
        """The step that redo would bring again."""


def enable(built: Built, *, has_note: bool) -> None:
    """Let be given what can be done with a note open, or without one."""
    for action in built.values():
        row = action.data()
        if isinstance(row, Action):
            action.setEnabled(has_note or not row.needs_note)


def tick_appearance(built: Built, choice: str) -> None:
    """Tick the appearance that was chosen."""
    for name in ("system", "light", "dark"):
        built[name].setCheckable(True)
        built[name].setChecked(name == choice)


def name_steps(built: Built, steps: Steps) -> None:
    """Undo and redo say what they would do."""
    _name(
        built["undo"], tr("Undo"), tr("Undo {step}", step=_running(steps.undo_label)), is_there=bool(steps.undo_label)
    )
    _name(
        built["redo"], tr("Redo"), tr("Redo {step}", step=_running(steps.redo_label)), is_there=bool(steps.redo_label)
    )


def name_sections(built: Built, sections: Sequence[Titled]) -> None:
    """What is done with a section carries its title; what would be done with one that is not there is hidden."""
    for number in range(1, 10):
        for prefix in ("file", "exact", "section"):
            action = built[f"{prefix}_{number}"]
            is_there = number <= len(sections)
            action.setVisible(is_there)
            if is_there:
                title = sections[number - 1].title.replace("&", "&&")
                action.setText(title if prefix == "section" else shown_words(action.data(), title))


def _name(action: QAction, verb: str, named: str, *, is_there: bool) -> None:
    action.setEnabled(is_there)
    action.setText(named if is_there else verb)


def _running(label: str) -> str:
    """The name of a step as it reads within a line; German begins many of them with a noun, which stays a capital."""
    return label if spoken() == "de" else f"{label[:1].lower()}{label[1:]}"


def rekey(built: Built) -> None:
    """Give every action of a window the keys that hold now."""
    for action in built.values():
        row = action.data()
        if isinstance(row, Action) and row.where == ANYWHERE:
            action.setShortcuts([QKeySequence(key) for key in keys_of(row)])
        elif isinstance(row, Action):
            action.setText(shown_words(row, action.text().partition("\t")[0]))

"""The palette of commands: everything that can be done, by name."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from briefing.ui.actions import Action, shown_key
from briefing.ui.chooser import Choice, Chooser
from briefing.ui.mnemonics import plain
from briefing.ui.words import tr


def choices(built: Mapping[str, QAction]) -> list[Choice]:
    """What can be done now, with its menu and its key."""
    return [
        Choice(name, _words(action), _key(action))
        for name, action in built.items()
        if action.isEnabled() and action.isVisible()
    ]


def show_palette(window: QWidget, built: Mapping[str, QAction]) -> Chooser:
    """Offer every command by name; the one that is taken is done."""
    chooser = Chooser(choices(built), tr("Type a command"), window)
    chooser.taken.connect(lambda name: built[name].trigger())
    chooser.show_over(window)
    return chooser


def _words(action: QAction) -> str:
    row = action.data()
    words = plain(action.text())
    if isinstance(row, Action) and row.menu == "source" and row.id[-1].isdigit():
        exact = tr("File the exact selection under {section}", section=words)
        return exact if row.id.startswith("exact") else tr("File under {section}", section=words)
    if isinstance(row, Action) and row.id.startswith("section_"):
        return tr("Go to section {section}", section=words)
    return words


def _key(action: QAction) -> str:
    row = action.data()
    return shown_key(row) if isinstance(row, Action) else ""

"""Parts of a window or a dialog, by what they are and how they are called."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

Part = TypeVar("Part", bound=QWidget)


def part(whole: QWidget, kind: type[Part], name: str) -> Part:
    """The part with a name; it must be there."""
    found = whole.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def dialog_of(window: QWidget, name: str) -> QDialog | None:
    """The dialog with a name, if it is open."""
    return next((d for d in window.findChildren(QDialog, name) if d.isVisible()), None)


def press(whole: QWidget, name: str) -> None:
    """Press a button."""
    button = part(whole, QPushButton, name)
    assert button.isEnabled(), f"{name} cannot be pressed"
    button.click()

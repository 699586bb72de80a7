"""What the window remembers between runs: its shape, its appearance, the notes opened lately."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT = 12  # notes remembered


def settings() -> QSettings:
    """The settings of this user, in a plain file."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "briefing", "briefing")


def recent_notes() -> list[Path]:
    """Notes opened or saved lately, the latest first."""
    stored = settings().value("recent", [])
    names = [stored] if isinstance(stored, str) else stored
    return [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []


def remember_note(path: Path) -> None:
    """Put a note at the head of those opened lately."""
    rest = [p for p in recent_notes() if p != path]
    settings().setValue("recent", [str(p) for p in [path, *rest][:RECENT]])


def appearance() -> str:
    """The chosen appearance: system, light or dark."""
    return str(settings().value("appearance", "system"))


def remember_appearance(choice: str) -> None:
    """Remember the chosen appearance."""
    settings().setValue("appearance", choice)


def shape(name: str) -> QByteArray | None:
    """The remembered geometry or state of a named part of the window."""
    stored = settings().value(f"shape/{name}")
    return stored if isinstance(stored, QByteArray) else None


def remember_shape(name: str, state: QByteArray) -> None:
    """Remember the geometry or state of a named part of the window."""
    settings().setValue(f"shape/{name}", state)

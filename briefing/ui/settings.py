"""What the window remembers between runs: its shape, its appearance, the notes opened lately."""

from pathlib import Path
from typing import Any, NamedTuple

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


class Choices(NamedTuple):
    """What the analyst chose in the settings; the defaults are those of a first start."""

    author: str = ""
    appearance: str = "system"  # or light, dark
    language: str = "system"  # or a code such as de
    reading_font: str = "serif"  # or sans
    line_width: int = 70  # characters of an article's line
    has_smart_quotes: bool = False
    has_spelling: bool = True


def choices() -> Choices:
    """The choices as they were remembered; what cannot be read is as on a first start."""
    stored, usual = settings(), Choices()
    return Choices(*(_read(stored.value(f"choice/{name}"), getattr(usual, name)) for name in Choices._fields))


def _read(stored: object, usual: object) -> Any:  # noqa: ANN401  # a plain file gives text, the default says of what
    if isinstance(usual, bool):
        return str(stored).lower() == "true" if stored is not None else usual
    if isinstance(usual, int):
        return int(str(stored)) if str(stored).isdigit() else usual
    return stored if isinstance(stored, str) else usual


def remember_choices(chosen: Choices) -> None:
    """Remember the choices."""
    stored = settings()
    for name, value in chosen._asdict().items():
        stored.setValue(f"choice/{name}", value)


def last_recipe() -> str:
    """The name of the recipe that was exported by last."""
    return str(settings().value("recipe", ""))


def remember_recipe(name: str) -> None:
    """Remember the recipe that was exported by."""
    settings().setValue("recipe", name)


def chosen_keys() -> dict[str, tuple[str, ...]]:
    """The keys that the analyst gave to actions, by their ids."""
    stored = settings()
    stored.beginGroup("keys")
    return {name: tuple(str(stored.value(name)).split()) for name in stored.childKeys()}


def remember_keys(action: str, keys: tuple[str, ...] | None) -> None:
    """Remember the keys of an action; None forgets them."""
    if keys is None:
        settings().remove(f"keys/{action}")
    else:
        settings().setValue(f"keys/{action}", " ".join(keys))


def shape(name: str) -> QByteArray | None:
    """The remembered geometry or state of a named part of the window."""
    stored = settings().value(f"shape/{name}")
    return stored if isinstance(stored, QByteArray) else None


def remember_shape(name: str, state: QByteArray) -> None:
    """Remember the geometry or state of a named part of the window."""
    settings().setValue(f"shape/{name}", state)

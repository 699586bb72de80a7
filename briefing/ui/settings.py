"""What the window remembers between runs: its shape, its appearance, the notes opened lately."""

from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QSettings

RECENT = 12  # notes remembered
DOCK_SHARE = 1 / 3  # of the height of the window
ARTICLE_SHARE = 0.525  # of the width


def settings() -> QSettings:
    """The settings of this user, in a plain file."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "briefing", "briefing")


def recent_notes() -> list[Path]:
    """Notes opened or saved lately, the latest first."""
    return [Path(name) for name in _list("recent")]


def _list(name: str) -> list[str]:
    """A remembered list; a plain file gives one text alone for a list of one."""
    stored = settings().value(name, [])
    found = [stored] if isinstance(stored, str) else stored
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def recent_titles() -> dict[Path, str]:
    """Titles of notes opened or saved lately, as far as they are known."""
    stored = _list("recent_titles")  # places and titles in turn
    return {Path(name): title for name, title in zip(stored[::2], stored[1::2], strict=False)}


def remember_note(path: Path, title: str = "") -> None:
    """Put a note at the head of those opened lately, with its title if anybody may read it."""
    paths = [path, *(p for p in recent_notes() if p != path)][:RECENT]
    titles = {**recent_titles(), path: title}
    settings().setValue("recent", [str(p) for p in paths])
    settings().setValue("recent_titles", [text for p in paths if titles.get(p) for text in (str(p), titles[p])])


FOLDED = -1  # in place of a pane of the dock


class Sight(NamedTuple):
    """How a workspace was left: the sizes of both texts in per cent, and the pane of the dock that was open."""

    article_zoom: int = 100
    note_zoom: int = 100
    dock: int = FOLDED


def sight() -> Sight:
    """How the last workspace was left; as on a first start where that cannot be read."""
    return Sight(*(_read(settings().value(f"sight/{name}"), usual) for name, usual in Sight()._asdict().items()))


def remember_sight(left: Sight) -> None:
    """Remember how a workspace was left."""
    for name, value in left._asdict().items():
        settings().setValue(f"sight/{name}", value)


def last_source(path: Path) -> str:
    """The id of the source that was in view when a note was left; empty if that is not known."""
    return _sources().get(path, "")


def remember_source(path: Path, source: str) -> None:
    """Remember which source was in view when a note was left."""
    kept = list({path: source, **{p: s for p, s in _sources().items() if p != path}}.items())[:RECENT]
    settings().setValue("sources_in_view", [text for p, s in kept for text in (str(p), s)])


def _sources() -> dict[Path, str]:
    stored = _list("sources_in_view")  # places and ids in turn
    return {Path(name): source for name, source in zip(stored[::2], stored[1::2], strict=False)}


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
        return int(str(stored)) if str(stored).removeprefix("-").isdecimal() else usual
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


def dock_share() -> float:
    """The share of the window's height, between 0 and 1, that the open dock was given last; a third at first."""
    return _share("dock_share", DOCK_SHARE)


def article_share() -> float:
    """The share of the window's width, between 0 and 1, that the article was given last; over half at first."""
    return _share("article_share", ARTICLE_SHARE)


def _share(name: str, usual: float) -> float:
    try:
        share = float(str(settings().value(name, usual)))
    except ValueError:
        return usual
    return share if 0 < share < 1 else usual


def remember_dock_share(share: float) -> None:
    """Remember the share of the window's height that the dock was given."""
    settings().setValue("dock_share", f"{share:.3f}")


def remember_article_share(share: float) -> None:
    """Remember the share of the window's width that the article was given."""
    settings().setValue("article_share", f"{share:.3f}")


def shape(name: str) -> QByteArray | None:
    """The remembered geometry or state of a named part of the window."""
    stored = settings().value(f"shape/{name}")
    return stored if isinstance(stored, QByteArray) else None


def remember_shape(name: str, state: QByteArray) -> None:
    """Remember the geometry or state of a named part of the window."""
    settings().setValue(f"shape/{name}", state)

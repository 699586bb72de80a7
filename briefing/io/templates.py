"""Templates: TOML files that come with the program or stand in the user's configuration folder.

A broken template is named with its file, its line and its mistake; it never hides the others.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.template import Slot, Template
from briefing.io.places import config_folder
from briefing.io.resources import resource
from briefing.io.toml_text import parsed, read_text

DEFAULT = "default"
MOST_SECTIONS = 99
NAMES = re.compile(r"[a-z][a-z0-9_-]{0,39}")  # names and keys go into bookmarks and file names

_TEMPLATE_KEYS = ("name", "title", "description", "language", "marking", "section")
_SECTION_KEYS = ("key", "title", "guidance")


@dataclass(frozen=True, slots=True)
class Listed:
    """A template and the file it stands in."""

    template: Template
    path: Path
    is_own: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """The templates that can be used, by name, and what is wrong with those that cannot."""

    listed: tuple[Listed, ...]
    broken: tuple[str, ...]


def shelf() -> Shelf:
    """All templates; the user's own stand before one of the same name that comes with the program."""
    found: dict[str, Listed] = {}
    broken: list[str] = []
    for path, is_own in _files():
        try:
            template = read_template(path)
        except BriefingError as error:
            broken.append(str(error))
            continue
        earlier = found.get(template.name)
        if earlier is None:
            found[template.name] = Listed(template, path, is_own)
        elif earlier.is_own and is_own:
            broken.append(f"{path}: the name “{template.name}” is taken by {earlier.path}.")
    return Shelf(tuple(sorted(found.values(), key=_order)), tuple(broken))


def find_template(name: str) -> Template:
    """The template with a name, or in a file (a name ending in `.toml`); WrongUse if there is none."""
    if name.endswith(".toml"):
        return read_template(Path(name))
    bundled = resource("templates", f"{name}.toml")
    own = config_folder("templates")
    if NAMES.fullmatch(name) and not own.is_dir() and bundled.is_file():
        return read_template(bundled)  # the usual case reads one file
    known = shelf()
    for listed in known.listed:
        if listed.template.name == name:
            return listed.template
    names = ", ".join(listed.template.name for listed in known.listed)
    broken = " " + " ".join(known.broken) if known.broken else ""
    raise WrongUse(f"There is no template “{name}”; there are: {names}.{broken}")


def read_template(path: Path) -> Template:
    """Read one template file; BriefingError names the file, the line and the mistake."""
    text = read_text(path)
    return _Reading(path, text).template(parsed(path, text))


class _Reading:
    """Turns the plain values of one file into a template, and knows on which line each stands."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def template(self, plain: dict[str, object]) -> Template:
        self._check_keys(plain, _TEMPLATE_KEYS, None)
        name = self._text(plain, "name", None) or self._path.stem
        if not NAMES.fullmatch(name):
            raise self._mistake("name", None, _no_name(name))
        sections = plain.get("section", [])
        if not isinstance(sections, list) or not all(isinstance(s, dict) for s in sections):
            raise self._mistake("section", None, "sections are written as [[section]].")
        if not sections:
            raise self._mistake("", None, "the template has no sections; add at least one [[section]].")
        if len(sections) > MOST_SECTIONS:
            raise self._mistake("", MOST_SECTIONS, f"a template has at most {MOST_SECTIONS} sections.")
        return Template(
            name=name,
            title=self._text(plain, "title", None) or name,
            description=self._text(plain, "description", None),
            language=self._text(plain, "language", None) or "en",
            marking=self._text(plain, "marking", None),
            slots=self._slots(sections),
        )

    def _slots(self, sections: Iterable[dict[str, object]]) -> tuple[Slot, ...]:
        slots: list[Slot] = []
        for index, section in enumerate(sections):
            slot = self._slot(section, index)
            if any(slot.key == other.key for other in slots):
                raise self._mistake("key", index, f"the key “{slot.key}” is used twice; every section needs its own.")
            slots.append(slot)
        return tuple(slots)

    def _slot(self, section: dict[str, object], index: int) -> Slot:
        self._check_keys(section, _SECTION_KEYS, index)
        key = self._text(section, "key", index)
        if not key:
            raise self._mistake("", index, "the section has no key.")
        if not NAMES.fullmatch(key):
            raise self._mistake("key", index, _no_name(key))
        return Slot(
            key, self._text(section, "title", index) or key.capitalize(), self._text(section, "guidance", index)
        )

    def _check_keys(self, plain: dict[str, object], known: tuple[str, ...], section: int | None) -> None:
        for key in plain:
            if key not in known:
                names = ", ".join(known)
                raise self._mistake(key, section, f"“{key}” is not known here; there are: {names}.")

    def _text(self, plain: dict[str, object], key: str, section: int | None) -> str:
        value = plain.get(key, "")
        if not isinstance(value, str):
            raise self._mistake(key, section, f"“{key}” must be text in quotation marks.")
        return " ".join(value.split())

    def _mistake(self, key: str, section: int | None, mistake: str) -> BriefingError:
        return BriefingError(f"{self._path}, line {self._line(key, section)}: {mistake}")

    def _line(self, key: str, section: int | None) -> int:
        """The line on which a key of the file, or of its section with an index, is written."""
        heads = [n for n, line in enumerate(self._lines, 1) if re.match(r"\s*\[\[\s*[\"']?section", line)]
        first = 1 if section is None or section >= len(heads) else heads[section]
        if not key:
            return first
        written = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(key)}\b")
        behind = enumerate(self._lines[first - 1 :], first)
        return next((number for number, line in behind if written.match(line)), first)


def _no_name(name: str) -> str:
    return f"“{name}” is no name for the program: use small letters, digits, hyphens, at most 40, a letter first."


def _files() -> list[tuple[Path, bool]]:
    """Template files, the user's own first."""
    folders = ((config_folder("templates"), True), (resource("templates"), False))
    return [(path, is_own) for folder, is_own in folders for path in sorted(folder.glob("*.toml"))]


def _order(listed: Listed) -> tuple[bool, bool, str]:
    """The default first, then what comes with the program, then the user's own."""
    return (listed.template.name != DEFAULT, listed.is_own, listed.template.name)

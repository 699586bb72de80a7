"""Recipes: TOML files that come with the program or stand in the user's folder, and texts that a note keeps.

A broken recipe is named with its file, its line and its mistake; it never hides the others.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from unicodedata import combining, normalize

from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.note import Note
from briefing.domain.options import Citing, Counting, Notes, Options, Page, Recipe
from briefing.io.atomic import write_bytes
from briefing.io.places import config_folder
from briefing.io.resources import resource
from briefing.io.scales import find_scale
from briefing.io.toml_text import TomlText
from briefing.io.writers import SUFFIXES

NAMES = re.compile(r"[a-z][a-z0-9_-]{0,39}")
STANDARDS = ("ua-1", "a-2b")
_SWITCHES = {
    "empty-sections": "has_empty_sections",
    "source-list": "has_source_list",
    "source-summary": "has_source_summary",
    "annex": "has_annex",
    "comments": "has_comments",
    "anchors": "has_anchors",
}
_KEYS = (
    *("title", "description", "format", "page", "notes", "citing", "counting", *_SWITCHES),
    *("scale", "ceiling", "reference", "pdf", "edition"),
)


@dataclass(frozen=True, slots=True)
class ListedRecipe:
    """A recipe and the file it stands in; one that the note keeps stands in no other."""

    recipe: Recipe
    path: Path
    is_own: bool
    is_in_note: bool = False


@dataclass(frozen=True, slots=True)
class Cookbook:
    """The recipes that can be used, by name, and what is wrong with those that cannot."""

    listed: tuple[ListedRecipe, ...]
    broken: tuple[str, ...]


def cookbook(note: Note | None = None) -> Cookbook:
    """All recipes: those of the note first; the user's own stand before one of the same name of the program's."""
    found: dict[str, ListedRecipe] = {}
    broken: list[str] = []
    for kept in note.recipes if note is not None else ():
        path = Path(f"{kept.name}.toml")
        try:
            found[kept.name] = ListedRecipe(read_recipe(path, kept.text), path, is_own=True, is_in_note=True)
        except BriefingError as error:
            broken.append(str(error))
    for folder, is_own in ((config_folder("recipes"), True), (resource("recipes"), False)):
        for path in sorted(folder.glob("*.toml")):
            try:
                found.setdefault(path.stem, ListedRecipe(read_recipe(path), path, is_own))
            except BriefingError as error:
                broken.append(str(error))
    listed = sorted(found.values(), key=lambda r: (not r.is_in_note, r.is_own, r.recipe.name))
    return Cookbook(tuple(listed), tuple(broken))


def find_recipe(name: str, note: Note | None = None) -> Recipe:
    """The recipe with a name, the note's before others, or in a file (`NAME.toml`); WrongUse if there is none."""
    if name.endswith(".toml"):
        return read_recipe(Path(name))
    for kept in note.recipes if note is not None else ():
        if kept.name == name:
            return read_recipe(Path(f"{name}.toml"), kept.text)
    for folder in (config_folder("recipes"), resource("recipes")):
        path = folder / f"{name}.toml"
        if NAMES.fullmatch(name) and path.is_file():
            return read_recipe(path)
    names = ", ".join(listed.recipe.name for listed in cookbook(note).listed)
    raise WrongUse(f"There is no recipe “{name}”; there are: {names}.")


def read_recipe(path: Path, text: str | None = None) -> Recipe:
    """Read one recipe, or its kept text; BriefingError names the file, the line and the mistake."""
    file = TomlText(path, text)
    file.check_keys(_KEYS)
    if not NAMES.fullmatch(path.stem):
        raise file.mistake("", f"“{path.name}” names no recipe: use small letters, digits and hyphens, a letter first.")
    reference = file.text("reference")
    return Recipe(
        name=path.stem,
        title=file.text("title") or path.stem,
        description=file.text("description"),
        format=file.choice("format", [suffix[1:] for suffix in SUFFIXES], "docx"),
        options=_options(file),
        reference=str(path.parent / Path(reference).expanduser()) if reference else "",
        is_edition=file.truth("edition", default=False),
    )


def _options(file: TomlText) -> Options:
    default = Options()
    scale = file.text("scale")
    switches = {name: file.truth(key, default=getattr(default, name)) for key, name in _SWITCHES.items()}
    try:
        used = find_scale(scale) if scale else None
    except BriefingError as error:
        raise file.mistake("scale", str(error)) from error
    return Options(
        page=Page(file.choice("page", list(Page), default.page)),
        notes=Notes(file.choice("notes", list(Notes), default.notes)),
        citing=Citing(file.choice("citing", list(Citing), default.citing)),
        counting=Counting(file.choice("counting", list(Counting), default.counting)),
        scale=used,
        ceiling=file.text("ceiling"),
        standards=file.choices("pdf", STANDARDS),
        **switches,
    )


def save_recipe(recipe: Recipe) -> Path:
    """Write a recipe into the user's folder, replacing one of the same name, and say where it stands."""
    if not NAMES.fullmatch(recipe.name):
        raise WrongUse(f"“{recipe.name}” names no recipe: use small letters, digits and hyphens, a letter first.")
    folder = config_folder("recipes")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{recipe.name}.toml"
    write_bytes(path, recipe_text(recipe).encode())
    return path


def delete_recipe(name: str) -> None:
    """Delete a recipe from the user's folder; one of the program's that has its name is there again."""
    path = config_folder("recipes") / f"{name}.toml"
    if not NAMES.fullmatch(name) or not path.is_file():
        raise WrongUse(f"There is no recipe “{name}” of your own.")
    path.unlink()


def free_name(title: str, taken: Container[str]) -> str:
    """A name for a new recipe, made of its title, that no other has."""
    plain = "".join(c for c in normalize("NFKD", title.lower()) if not combining(c))
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-0123456789")[:32].rstrip("-") or "recipe"
    return next(name for n in count(1) if (name := stem if n == 1 else f"{stem}-{n}") not in taken)


def recipe_text(recipe: Recipe) -> str:
    """A recipe as TOML; what is as in a plain export is left out."""
    options, default = recipe.options, Options()
    texts = {"title": recipe.title, "description": recipe.description, "format": recipe.format}
    for key in ("page", "notes", "citing", "counting", "ceiling"):
        if getattr(options, key) != getattr(default, key):
            texts[key] = getattr(options, key)
    texts |= {"scale": options.scale.name if options.scale else "", "reference": recipe.reference}
    lines = [f"{key} = {_quoted(value)}" for key, value in texts.items() if value]
    for key, name in _SWITCHES.items():
        if getattr(options, name) != getattr(default, name):
            lines.append(f"{key} = {str(getattr(options, name)).lower()}")
    if recipe.is_edition:
        lines.append("edition = true")
    if options.standards:
        lines.append(f"pdf = [{', '.join(map(_quoted, options.standards))}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    folded = " ".join(text.split())
    return '"' + folded.replace("\\", "\\\\").replace('"', '\\"') + '"'

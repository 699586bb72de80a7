"""The recipes that can be used, those that come with the program and your own.

Your own are TOML files in the folder that is named last. With a note, those that it keeps are listed first, and what
each recipe would leave out is told.
--json gives one object:
{"recipes": [{"name", "title", "description", "format", "path", "own", "in_note",
              "left_out": [{"kind", "words", "names": [...]}]}], "broken": [sentence...], "folder"}
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.cli.notes import open_note
from briefing.cli.output import write_json
from briefing.domain.leaving import LeftOut, left_out
from briefing.domain.note import Note
from briefing.domain.options import Recipe
from briefing.io.places import config_folder
from briefing.io.recipes import ListedRecipe, cookbook


def add_arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace) -> int:
    """List them; broken ones are told on standard error and make the exit status 1."""
    note = open_note(args.note).note if args.note else None
    found = cookbook(note)
    folder = str(config_folder("recipes"))
    if args.json:
        listed = [_plain(entry, note) for entry in found.listed]
        write_json({"recipes": listed, "broken": list(found.broken), "folder": folder})
    else:
        for entry in found.listed:
            sys.stdout.write(f"{entry.recipe.name:<14}{entry.recipe.description}\n")
            for row in _left_out(note, entry.recipe):
                sys.stdout.write(f"{'':<14}leaves out: {row.words} ({', '.join(row.names)})\n")
        sys.stdout.write(f"Your own go to {folder}\n")
    for broken in found.broken:
        sys.stderr.write(f"briefing: {broken}\n")
    return 1 if found.broken else 0


def _left_out(note: Note | None, recipe: Recipe) -> tuple[LeftOut, ...]:
    return left_out(note, recipe.options, recipe.format) if note else ()


def _plain(entry: ListedRecipe, note: Note | None) -> dict[str, object]:
    recipe = entry.recipe
    rows = _left_out(note, recipe)
    return {
        "name": recipe.name,
        "title": recipe.title,
        "description": recipe.description,
        "format": recipe.format,
        "path": "" if entry.is_in_note else str(entry.path),
        "own": entry.is_own,
        "in_note": entry.is_in_note,
        "left_out": [{"kind": row.kind, "words": row.words, "names": list(row.names)} for row in rows],
    }

"""Write a note out as a document; the suffix of OUT says in which format, a recipe says how.

Nothing is half written: the file is there whole, or what was there before still is. What a recipe leaves out is
told on standard error. What goes out by a recipe for distribution is recorded in the note (briefing editions), unless
--unrecorded says not to.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.export import export, output_path
from briefing.cli.notes import open_note, passphrase_of
from briefing.domain.keeping import keeping_everything
from briefing.domain.note import Note
from briefing.domain.options import Recipe
from briefing.io.writers import SUFFIXES, writer_for


def add_arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    kinds = ",".join(suffix[1:] for suffix in SUFFIXES)
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help=f"OUT.{{{kinds}}}")
    parser.add_argument("--recipe", metavar="R", default="", help="name or TOML file of a recipe (briefing recipes)")
    parser.add_argument("--unrecorded", action="store_true", help="do not record it in the note as an edition")


def run(args: Namespace) -> None:
    """Read the note and write the document."""
    with keeping_everything():
        _export(args)


def _export(args: Namespace) -> None:
    if not args.recipe:
        path = output_path(args.note, args.output, None)
        writer_for(path)  # a wrong suffix is wrong use, whatever the note is
        _tell(export(open_note(args.note).note, path))
        return
    from briefing.domain.leaving import left_out  # noqa: PLC0415 (a plain export leaves nothing to tell of)
    from briefing.io.recipes import find_recipe  # noqa: PLC0415 (it reads no recipes)

    if args.output is not None:
        writer_for(args.output)
    note = open_note(args.note).note
    recipe = find_recipe(args.recipe, note)
    path = output_path(args.note, args.output, recipe)
    if recipe.is_edition and not args.unrecorded:
        note, remarks = _sent(args.note, path, recipe)
    else:
        remarks = export(note, path, recipe)
    rows = left_out(note, recipe.options, path.suffix[1:].lower())
    told = (f"left out: {row.words} ({', '.join(row.names)})" for row in rows)
    _tell((*remarks, *told))


def _sent(note_path: Path, path: Path, recipe: Recipe) -> tuple[Note, tuple[str, ...]]:
    """Send the note out and record that in its file."""
    from briefing.app.editions import send  # noqa: PLC0415 (a plain export records nothing)
    from briefing.app.opening import open_desk, write_note  # noqa: PLC0415 (likewise)
    from briefing.io.lock import locked  # noqa: PLC0415 (likewise)

    with locked(note_path):
        desk = open_desk(note_path, passphrase_of(note_path))
        remarks = send(desk, path, recipe)
        write_note(desk.note, note_path, desk.stamp, snapshots=desk.snapshots)
    return desk.note, remarks


def _tell(remarks: tuple[str, ...]) -> None:
    for remark in remarks:
        sys.stderr.write(f"briefing: {remark}\n")

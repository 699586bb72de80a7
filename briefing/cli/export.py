"""Write a note out as a document; the suffix of OUT says in which format, a recipe says how.

Nothing is half written: the file is there whole, or what was there before still is.
What a recipe leaves out is told on standard error.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.export import PLAIN, export, output_path
from briefing.cli.notes import open_note
from briefing.domain.leaving import left_out
from briefing.io.writers import SUFFIXES, writer_for


def add_arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    kinds = ",".join(suffix[1:] for suffix in SUFFIXES)
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help=f"OUT.{{{kinds}}}")
    parser.add_argument("--recipe", metavar="R", default="", help="name or TOML file of a recipe (briefing recipes)")


def run(args: Namespace) -> None:
    """Read the note and write the document."""
    recipe = None
    if args.recipe:
        from briefing.io.recipes import find_recipe  # noqa: PLC0415 (a plain export reads no recipes)

        recipe = find_recipe(args.recipe)
    path = output_path(args.note, args.output, recipe)
    writer_for(path)  # a wrong suffix is wrong use, whatever the note is
    note = open_note(args.note).note
    for remark in export(note, path, recipe or PLAIN):
        sys.stderr.write(f"briefing: {remark}\n")
    for row in left_out(note, recipe.options) if recipe else ():
        sys.stderr.write(f"briefing: left out: {row.words} ({', '.join(row.names)})\n")

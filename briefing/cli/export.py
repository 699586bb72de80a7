"""Write a note out as a document; the suffix of OUT says in which format.

Nothing is half written: the file is there whole, or what was there before still is.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.export import export
from briefing.io.store import load
from briefing.io.writers import SUFFIXES, writer_for


def add_arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    kinds = ",".join(suffix[1:] for suffix in SUFFIXES)
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help=f"OUT.{{{kinds}}}")


def run(args: Namespace) -> None:
    """Read the note and write the document."""
    writer_for(args.output)  # a wrong suffix is wrong use, whatever the note is
    export(load(args.note).note, args.output)

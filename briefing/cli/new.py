"""Make a note on one or more articles; a file that is there already is not replaced."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.notes import new_note
from briefing.cli.manner import add_manner, reader
from briefing.cli.notes import read_articles, save_note
from briefing.domain.errors import BriefingError
from briefing.io.templates import DEFAULT, find_template


def add_arguments(parser: ArgumentParser) -> None:
    """The articles, and what the note begins with."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="files of any format that is read, or addresses")
    parser.add_argument("-o", "--output", metavar="NOTE.brief", type=Path, required=True, help="the note to make")
    parser.add_argument("--template", metavar="NAME", default=DEFAULT, help="name of a template, or a .toml file")
    parser.add_argument("--title", default="", help="title of the note; that of the first article unless given")
    add_manner(parser)


def run(args: Namespace) -> None:
    """Read everything first, then write the note."""
    if args.output.exists():
        raise BriefingError(f"“{args.output}” is there already; choose another name.")
    template = find_template(args.template)
    note = new_note(template, read_articles(args.articles, reader(args, args.articles)), args.title)
    save_note(note, args.output)
    sys.stdout.write(f"{args.output}: “{note.title}”, {_count(len(note.sources), 'source')}.\n")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"

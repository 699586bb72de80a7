"""Add articles to a note; either all of them are added or none."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.cli.notes import editing, read_articles, save_note
from briefing.domain.edits import add_source


def add_arguments(parser: ArgumentParser) -> None:
    """The note and the articles."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", help="articles in files of any format that is read")


def run(args: Namespace) -> None:
    """Read the articles, add them, save the note, and say which ids they were given."""
    with editing(args.note) as opened:
        note = opened.note
        for source in read_articles(args.articles, note.sources):
            note = add_source(note, source)
        save_note(note, args.note, opened)
    for source in note.sources[len(opened.note.sources) :]:
        sys.stdout.write(f"{source.id}  {source.record.title or source.record.file_name}\n")

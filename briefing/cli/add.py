"""Add articles to a note; either all of them are added or none.

With --new-version-of, an article takes the place of a source that was edited since it was read; the version before it
stays in the note. Excerpts move to the new text, and quote blocks that still carry their words follow. Each excerpt is
listed with what became of it: look at those that changed or are lost, and see “briefing compare”.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from briefing.cli.manner import add_manner, reader
from briefing.cli.notes import editing, read_articles, save_note
from briefing.domain.anchor import Found
from briefing.domain.edits import add_source
from briefing.domain.errors import WrongUse
from briefing.domain.note import Excerpt, Note
from briefing.domain.source import Source
from briefing.domain.versions import new_version

_SHOWN = 80  # code points of a quote


def add_arguments(parser: ArgumentParser) -> None:
    """The note and the articles."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", help="files of any format that is read, or addresses")
    again = parser.add_mutually_exclusive_group()
    again.add_argument("--keep-both", action="store_true", help="add an article even if the note has it already")
    again.add_argument(
        "--new-version-of", metavar="S1", default="", help="the one article is a newer text of this source"
    )
    add_manner(parser)


def run(args: Namespace) -> None:
    """Read the articles, add them, save the note, and say which ids they were given."""
    read = reader(args, args.articles)
    with editing(args.note) as opened:
        note = opened.note
        if args.new_version_of:
            note = _renewed(note, args.new_version_of, args.articles, read)
        else:
            for source in read_articles(args.articles, read, note.sources, keep_both=args.keep_both):
                note = add_source(note, source)
        save_note(note, args.note, opened)
    old = set(opened.note.sources)
    for source in (source for source in note.sources if source not in old):
        sys.stdout.write(f"{source.id}  {source.record.title or source.record.file_name}\n")
    if args.new_version_of:
        sys.stdout.writelines(f"{_line(e)}\n" for e in note.excerpts if e.source == args.new_version_of)


def _renewed(note: Note, source_id: str, names: list[str], read: Callable[[str], Source]) -> Note:
    """The note with a newer text of a source, its excerpts moved along."""
    if len(names) != 1:
        raise WrongUse("A new version is one article; name only that.")
    return new_version(note, source_id, read_articles(names, read, keep_both=True)[0])


def _line(excerpt: Excerpt) -> str:
    """What became of an excerpt."""
    if excerpt.found is Found.CHANGED:
        return f"{excerpt.id}  changed  “{_short(excerpt.was)}” now reads “{_short(excerpt.quote)}”"
    if excerpt.found is Found.LOST:
        return f"{excerpt.id}  lost     “{_short(excerpt.quote)}”"
    return f"{excerpt.id}  {excerpt.found}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"

"""Put a newer version of an article in the place of a source; the version before it stays in the note.

Excerpts move to the new text, and quote blocks that still carry their words follow. Those that read otherwise now, or
are not there any more, are listed: look at them, and see “briefing compare” for what was changed in the article.

With --json, one object:
  {"source", "excerpts": [{"id", "found": "exact"|"moved"|"changed"|"lost", "was", "quote"}]}
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.intake import read_file
from briefing.cli.notes import editing, save_note
from briefing.cli.output import write_json
from briefing.domain.anchor import Found
from briefing.domain.note import Excerpt
from briefing.domain.versions import new_version

_SHOWN = 80  # code points of a quote


def add_arguments(parser: ArgumentParser) -> None:
    """The note, the source, and its newer version."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("source", metavar="S1", help="the source that was edited since it was read")
    parser.add_argument("article", metavar="ARTICLE", help="the newer version, in a file of any format that is read")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of words to read")


def run(args: Namespace) -> None:
    """Read the article, replace the source, save the note, and say what became of the excerpts."""
    with editing(args.note) as opened:
        note = new_version(opened.note, args.source, read_file(args.article))
        save_note(note, args.note, opened)
    mine = [excerpt for excerpt in note.excerpts if excerpt.source == args.source]
    if args.json:
        told = [{"id": e.id, "found": str(e.found), "was": e.was, "quote": e.quote} for e in mine]
        write_json({"source": args.source, "excerpts": told})
    else:
        sys.stdout.write("".join(f"{_line(excerpt)}\n" for excerpt in mine))


def _line(excerpt: Excerpt) -> str:
    if excerpt.found is Found.CHANGED:
        return f"{excerpt.id}  changed  “{_short(excerpt.was)}” now reads “{_short(excerpt.quote)}”"
    if excerpt.found is Found.LOST:
        return f"{excerpt.id}  lost     “{_short(excerpt.quote)}”"
    return f"{excerpt.id}  {excerpt.found}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"

"""Compare two editions of a note word by word, or an edition with the note as it is now.

What is gone stands in [-...-], what is new in {+...+}. --json gives one object:
{"parts": [{"title", "passages": [{"old", "new", "same"}]}]}
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.editions import Passage, compared, edition
from briefing.app.opening import open_desk
from briefing.cli.notes import passphrase_of
from briefing.cli.output import write_json


def add_arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("old", metavar="N", type=int, help="number of an edition (briefing editions)")
    parser.add_argument("new", metavar="M", type=int, nargs="?", help="another; the note as it is now if left out")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace) -> None:
    """Tell the parts that differ."""
    desk = open_desk(args.note, passphrase_of(args.note))
    old = edition(desk, args.old).note
    new = desk.note if args.new is None else edition(desk, args.new).note
    parts = list(compared(old, new))
    if args.json:
        rows = [
            {"title": title, "passages": [{"old": p.old, "new": p.new, "same": p.is_same} for p in passages]}
            for title, passages in parts
        ]
        write_json({"parts": rows})
        return
    for title, passages in parts:
        sys.stdout.write(f"{title or 'Title'}\n{''.join(map(_marked, passages)).strip()}\n\n")
    if not parts:
        sys.stdout.write("The words are the same.\n")


def _marked(passage: Passage) -> str:
    if passage.is_same:
        return passage.new
    gone = f"[-{passage.old.strip()}-] " if passage.old.strip() else ""
    new = f"{{+{passage.new.strip()}+}} " if passage.new.strip() else ""
    return gone + new

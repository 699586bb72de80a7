"""Snapshots that a note keeps: list them, take one, or see what changed since.

They are numbered from 1, the oldest first. With --json, one object:
  {"snapshots": [{"number", "at", "name", "reason", "words", "excerpts", "differences": [sentence...]}]}
where differences are those of the note as it is now.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.opening import open_desk, write_note
from briefing.app.snapshots import snapshots, take
from briefing.cli.notes import passphrase_of
from briefing.cli.output import write_json
from briefing.domain.differences import differences
from briefing.domain.measures import words_of
from briefing.domain.note import Note
from briefing.domain.snapshot import Snapshot
from briefing.io.lock import locked


def add_arguments(parser: ArgumentParser) -> None:
    """The note, and what to do."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("--take", metavar="NAME", default="", help="keep the note as it is now under a name")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of words to read")


def run(args: Namespace) -> None:
    """Take a snapshot if asked to, then list them."""
    if args.take:
        with locked(args.note):
            desk = open_desk(args.note, passphrase_of(args.note))
            take(desk, args.take)
            write_note(desk.note, args.note, desk.stamp, snapshots=desk.snapshots)
    desk = open_desk(args.note, passphrase_of(args.note))
    listed = [_plain(number, snapshot, desk.note) for number, snapshot in enumerate(snapshots(desk), 1)]
    if args.json:
        write_json({"snapshots": listed})
        return
    for entry in listed:
        label = entry["name"] or f"({entry['reason']})"
        sys.stdout.write(f"{entry['number']:>3}  {entry['at']}  {label}  {entry['words']} words\n")
        for sentence in entry["differences"] if isinstance(entry["differences"], list) else ():
            sys.stdout.write(f"       since: {sentence}\n")


def _plain(number: int, snapshot: Snapshot, now: Note) -> dict[str, object]:
    return {
        "number": number,
        "at": snapshot.at,
        "name": snapshot.name,
        "reason": str(snapshot.reason),
        "words": words_of(snapshot.note),
        "excerpts": len(snapshot.note.excerpts),
        "differences": list(differences(snapshot.note, now)),
    }

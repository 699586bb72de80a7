"""Whether a note file is whole: its container, the note, and every source against the hash that was saved with it.

The exit status is 1 if anything is damaged. With --json, one object:
  {"whole": bool, "damage": [sentence...], "sources": [{"id", "title", "characters", "original_bytes"}], "snapshots"}
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.cli.notes import passphrase_of
from briefing.cli.output import write_json
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.io import store
from briefing.io.secret import Sealed


def add_arguments(parser: ArgumentParser) -> None:
    """The note, and how to show what was found."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of words to read")


def run(args: Namespace) -> int:
    """Read everything in the file and say what is damaged."""
    damage: list[str] = []
    note, snapshots = Note(""), 0
    try:
        loaded = store.load(args.note, passphrase_of(args.note))
        note, damage = loaded.note, list(loaded.damage)
        snapshots = len(store.read_snapshots(loaded.stamp))
    except Sealed:
        raise
    except BriefingError as error:
        if not args.note.is_file():
            raise
        damage.append(str(error))
    if args.json:
        write_json(_plain(note, damage, snapshots))
    else:
        sources = "1 source" if len(note.sources) == 1 else f"{len(note.sources)} sources"
        state = "is whole" if not damage else "is damaged; “briefing repair” saves what can be saved"
        lines = [f"{args.note.name} {state}: {sources}, {len(note.excerpts)} excerpts, {snapshots} snapshots.", *damage]
        sys.stdout.write("\n".join(lines) + "\n")
    return 1 if damage else 0


def _plain(note: Note, damage: list[str], snapshots: int) -> dict[str, object]:
    sources = [
        {"id": s.id, "title": s.record.title, "characters": len(s.text), "original_bytes": len(s.original)}
        for s in note.sources
    ]
    return {"whole": not damage, "damage": damage, "sources": sources, "snapshots": snapshots}

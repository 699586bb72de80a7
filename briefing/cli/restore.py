"""Make a note what it was in a snapshot, as `briefing snapshots` numbers them.

The present state is kept as a snapshot of its own. With -o, the note stays as it is and a new file is written.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.opening import open_desk, write_note
from briefing.app.snapshots import restore, snapshots
from briefing.cli.notes import passphrase_of
from briefing.domain.errors import WrongUse
from briefing.io.lock import locked


def add_arguments(parser: ArgumentParser) -> None:
    """The note and the snapshot."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("number", metavar="NUMBER", type=int, help="number of the snapshot")
    parser.add_argument("-o", "--output", metavar="NEW.brief", type=Path, help="write another note instead")


def run(args: Namespace) -> None:
    """Restore it, save the note, and say what was restored."""
    output: Path = args.output or args.note
    with locked(output):
        desk = open_desk(args.note, passphrase_of(args.note))
        kept = snapshots(desk)
        if not 1 <= args.number <= len(kept):
            raise WrongUse(f"The note has no snapshot {args.number}; it has {len(kept)}.")
        snapshot = kept[args.number - 1]
        restore(desk, snapshot)
        write_note(desk.note, output, desk.stamp, snapshots=desk.snapshots)
    sys.stdout.write(f"{output}: as it was on {snapshot.at}{f', “{snapshot.name}”' if snapshot.name else ''}.\n")

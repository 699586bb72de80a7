"""Save what can be saved of a damaged note into a new file; the damaged one is left as it is.

What is lost is told on standard error, a sentence each. A text that is damaged is read again from its original where
that gives the very text that was saved.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.cli.notes import passphrase_of
from briefing.io.repair import repair
from briefing.io.store import save


def add_arguments(parser: ArgumentParser) -> None:
    """The damaged note and the new file."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("-o", "--output", metavar="NEW.brief", type=Path, required=True, help="the file to make")


def run(args: Namespace) -> None:
    """Save what is whole and say what is not."""
    repaired = repair(args.note, _read, passphrase_of(args.note))
    save(repaired.note, args.output, snapshots=repaired.snapshots)
    for loss in repaired.losses:
        sys.stderr.write(f"briefing: {loss}\n")
    note = repaired.note
    sys.stdout.write(f"{args.output}: {len(note.sources)} sources, {len(note.excerpts)} excerpts were saved.\n")


def _read(original: bytes, name: str) -> str:
    from briefing.io.readers import read  # noqa: PLC0415  # only where a text is damaged

    return read(original, name).text

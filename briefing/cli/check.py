"""What in a note wants to be looked at before it goes out; the exit status is 1 if there is anything.

An empty section is a finding once any section has content: a note not yet begun has none.
With --json, one object:
  {"findings": [{"check", "message", "section" | null, "block" | null, "excerpt" | null}]}
"""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from briefing.cli.notes import open_note
from briefing.cli.output import write_json
from briefing.domain.findings import findings


def add_arguments(parser: ArgumentParser) -> None:
    """The note, and how to show what was found."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of words to read")


def run(args: Namespace) -> int:
    """Write the findings to standard output."""
    found = findings(open_note(args.note).note)
    if args.json:
        write_json({"findings": [asdict(finding) for finding in found]})
    else:
        for finding in found:
            place = finding.section or "unsorted"
            at = f", block {finding.block + 1}" if finding.block is not None else ""
            sys.stdout.write(f"{place}{at}: {finding.message}\n")
    return 1 if found else 0

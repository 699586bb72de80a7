"""What was changed between two versions of a source, word by word.

Lines that begin with - stood only in the earlier version, lines with + only in the later one. Versions count from 1.

With --json, one object; positions are code points, end exclusive:
  {"source", "earlier", "later", "changes": [{"old": [start, end], "new": [start, end]}]}
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from briefing.cli.notes import open_note
from briefing.cli.output import write_json
from briefing.domain.comparison import Stretch, compare
from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.source import Source

_AROUND = 40  # code points of what stayed the same, shown before a change


def add_arguments(parser: ArgumentParser) -> None:
    """The note, the source, and which version."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("source", metavar="S1", help="a source that has an earlier version")
    parser.add_argument("--version", metavar="N", type=int, help="the earlier version; the last but one unless given")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of words to read")


def run(args: Namespace) -> None:
    """Write the changes to standard output."""
    source = open_note(args.note).note.source(args.source)
    number, earlier = _earlier(source, args.version)
    changes = [stretch for stretch in compare(earlier.text, source.text) if not stretch.is_same]
    if args.json:
        told = [{"old": [c.old_start, c.old_end], "new": [c.new_start, c.new_end]} for c in changes]
        later = len(source.earlier) + 1
        write_json({"source": source.id, "earlier": number, "later": later, "changes": told})
    else:
        sys.stdout.write("".join(f"{line}\n" for change in changes for line in _lines(earlier, source, change)))


def _earlier(source: Source, number: int | None) -> tuple[int, Source]:
    count = len(source.earlier)
    if not count:
        raise BriefingError(
            f"{source.id} has no earlier version; “briefing add --new-version-of” puts a newer one in its place."
        )
    number = count if number is None else number
    if not 1 <= number <= count:
        raise WrongUse(f"{source.id} has the earlier versions 1 to {count}.")
    return number, source.earlier[number - 1]


def _lines(earlier: Source, later: Source, change: Stretch) -> Iterator[str]:
    around = _flat(later.text[max(0, change.new_start - _AROUND) : change.new_start])
    yield f"  … {around}" if around else "  (beginning)"
    if change.old_end > change.old_start:
        yield f"- {_flat(earlier.text[change.old_start : change.old_end])}"
    if change.new_end > change.new_start:
        yield f"+ {_flat(later.text[change.new_start : change.new_end])}"


def _flat(words: str) -> str:
    return " ".join(words.split())

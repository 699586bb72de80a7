"""Find passages again in a text, although it was edited since.

TEXT is UTF-8 and is taken exactly as it stands: positions count its code points, line ends and all, end exclusive.
FILE (or - for standard input) holds W3C selectors, one JSON object a line; what is not known may be missing:
  {"id", "exact", "prefix", "suffix", "start", "end"}
They are best all of one earlier text, for those found surely say where the others are expected.

A line that cannot be read is answered as lost, with its id where it has one, so that the others are not held up; the
first is named on standard error, and the exit status is 1.

With --json, one object a line in the same order; start and end are null where the passage is lost:
  {"id", "start" | null, "end" | null, "found": "exact"|"moved"|"changed"|"lost"}
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from briefing.domain.anchor import Match
from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.locating import locate_all
from briefing.io.plain import sentence
from briefing.io.selectors import Selector, read_selectors


def add_arguments(parser: ArgumentParser) -> None:
    """The text, the selectors, and how to show what was found."""
    parser.add_argument("text", metavar="TEXT", help="the text to look in, UTF-8")
    parser.add_argument("--selectors", metavar="FILE", required=True, help="what to look for; - is standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of words to read")


def run(args: Namespace) -> None:
    """Locate every selector in the text and write where it was found to standard output."""
    if args.text == args.selectors == "-":
        raise WrongUse("Only one of the text and the selectors can come from standard input.")
    data = _bytes(args.text)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BriefingError(f"“{args.text}” is not UTF-8 (byte {error.start} is the first that is not).") from None
    selectors = read_selectors(_bytes(args.selectors))
    matches = locate_all(text, [selector.anchor for selector in selectors])
    write = _as_json if args.json else _as_words
    sys.stdout.write("".join(write(selector, match) for selector, match in zip(selectors, matches, strict=True)))
    _complain([selector.fault for selector in selectors if selector.fault])


def _complain(faults: Sequence[str]) -> None:
    if len(faults) == 1:
        raise BriefingError(faults[0])
    if faults:
        raise BriefingError(f"{faults[0]} There are {len(faults)} such lines.")


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise BriefingError(sentence(error, name)) from None


def _as_json(selector: Selector, match: Match) -> str:
    told = {"id": selector.id, "start": match.start, "end": match.end, "found": str(match.found)}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _as_words(selector: Selector, match: Match) -> str:
    place = "" if match.start is None else f"\t{match.start}\t{match.end}"
    return f"{selector.id}\t{match.found}{place}\n"

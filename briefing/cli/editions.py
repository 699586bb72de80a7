"""What of a note was sent out: when, by which recipe, and the hash of the file; or the same file again.

--json gives one object:
{"editions": [{"number", "at", "recipe", "suffix", "file", "sha256", "title", "words"}]}
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.editions import edition, editions, write_again
from briefing.app.opening import open_desk
from briefing.cli.notes import passphrase_of
from briefing.cli.output import write_json
from briefing.domain.errors import WrongUse
from briefing.domain.measures import words_of


def add_arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("--again", metavar="N", type=int, help="write edition N again, to -o OUT")
    parser.add_argument("-o", "--output", metavar="OUT", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace) -> None:
    """List the editions, or write one again."""
    desk = open_desk(args.note, passphrase_of(args.note))
    if args.again is not None:
        if args.output is None:
            raise WrongUse("Say where to write the edition: -o OUT.")
        for remark in write_again(edition(desk, args.again), args.output):
            sys.stderr.write(f"briefing: {remark}\n")
        return
    listed = [
        {
            "number": number,
            "at": found.at,
            "recipe": found.name,
            "suffix": found.sent.suffix,
            "file": found.sent.file_name,
            "sha256": found.sent.sha256,
            "title": found.note.title,
            "words": words_of(found.note),
        }
        for number, found in enumerate(editions(desk), 1)
        if found.sent is not None
    ]
    if args.json:
        write_json({"editions": listed})
        return
    for entry in listed:
        sys.stdout.write(f"{entry['number']:>3}  {entry['at']}  {entry['recipe']}  {entry['file']}\n")
        sys.stdout.write(f"     {entry['sha256']}\n")
    if not listed:
        sys.stdout.write("Nothing was sent out yet.\n")

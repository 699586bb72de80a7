"""Give a note a passphrase, another one, or none.

The new passphrase is read from the file named with --passphrase-file (its first line) or asked for at a terminal; the
present one is taken from the variable BRIEFING_PASSPHRASE or asked for. Whoever loses it loses the note.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.cli.notes import editing
from briefing.domain.errors import BriefingError, WrongUse
from briefing.io.plain import sentence
from briefing.io.secret import make_secret
from briefing.io.store import save


def add_arguments(parser: ArgumentParser) -> None:
    """The note and its new passphrase."""
    parser.add_argument("note", metavar="NOTE.brief", type=Path)
    parser.add_argument("--passphrase-file", metavar="FILE", type=Path, help="take the new passphrase from a file")
    parser.add_argument("--remove", action="store_true", help="take the passphrase away")


def run(args: Namespace) -> None:
    """Save the note under its new passphrase."""
    if args.remove and args.passphrase_file:
        raise WrongUse("Give either a new passphrase or --remove.")
    with editing(args.note) as opened:
        secret = None if args.remove else make_secret(_new(args.passphrase_file))
        save(opened.note, args.note, opened.stamp, secret=secret)
    state = "has no passphrase any more" if secret is None else "is protected by the passphrase"
    sys.stdout.write(f"{args.note} {state}.\n")


def _new(file: Path | None) -> str:
    if file is not None:
        try:
            lines = file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = sentence(error, file) if isinstance(error, OSError) else f"“{file}” is not UTF-8 text."
            raise BriefingError(reason) from error
        passphrase = lines[0] if lines else ""
    elif sys.stdin.isatty():
        passphrase = _asked()
    else:
        raise WrongUse("There is no terminal to ask at; name a file with --passphrase-file.")
    if not passphrase:
        raise BriefingError("An empty passphrase protects nothing; nothing was changed.")
    return passphrase


def _asked() -> str:
    from getpass import getpass  # noqa: PLC0415  # only where there is somebody to ask

    first = getpass("New passphrase: ")
    if getpass("Once more: ") != first:
        raise BriefingError("The two passphrases differ; nothing was changed.")
    return first

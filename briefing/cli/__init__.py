"""The command line: the same desk without a window, one file a command, loaded only when it is asked for."""

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn, Protocol, cast

from briefing import __version__
from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.keeping import keeping_everything
from briefing.io.plain import sentence

COMMANDS = {  # name: words; the module has the same name, so that nothing is loaded before it is asked for
    "new": "make a note on one or more articles",
    "add": "add articles to a note",
    "compare": "what was changed between two versions of a source",
    "file": "file a quotation under a section",
    "import": "take over excerpts made in another program",
    "source": "what would be read from an article",
    "show": "the note, its sources, excerpts and findings",
    "anchor": "find passages again in an edited text",
    "check": "what in a note wants to be looked at",
    "export": "write the note out as a document",
    "editions": "what was sent out, when and how, and the same file again",
    "diff": "two editions compared word by word",
    "recipes": "the ways out of a note that can be used",
    "protect": "give a note a passphrase, or take it away",
    "verify": "whether a note file is whole",
    "repair": "save what can be saved of a damaged note",
    "readback": "what others changed in a document that was sent out",
    "snapshots": "earlier states that a note keeps: list, take, compare",
    "restore": "make a note what it was in a snapshot",
    "templates": "the templates that can be used",
    "demo": "the main job on the bundled sample",
}
PICTURE = "--picture"  # no command: the program as `demo` calls it to draw the window, `--picture NOTE.brief OUT.png`

FAILED = 1
WRONG = 2
INTERRUPTED = 130  # as shells count: 128 and the signal's number


class CommandModule(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which arguments the command takes."""

    def run(self, args: Namespace) -> int | None:
        """Do it; the exit status, None for 0."""


class _Parser(ArgumentParser):
    """A parser whose complaints are errors like any other."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{message[:1].upper()}{message[1:]}; try “{self.prog} --help”.")


def main(argv: Sequence[str]) -> int:
    """Run one command and give its exit status; errors go to standard error as one sentence."""
    try:
        status = _run(argv)
        sys.stdout.flush()
    except WrongUse as error:
        return _complain(str(error), WRONG)
    except BriefingError as error:
        return _complain(str(error), FAILED)
    except BrokenPipeError:
        return _silence()
    except OSError as error:
        return _complain(sentence(error), FAILED)
    except KeyboardInterrupt:
        return _complain("Stopped; nothing was half written.", INTERRUPTED)
    return status


def _run(argv: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # output is UTF-8 wherever it goes
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    name = argv[0] if argv else "--help"
    if name in ("-h", "--help", "help"):
        sys.stdout.write(overview())
        return 0
    if name in ("-V", "--version"):
        sys.stdout.write(f"briefing {__version__}\n")
        return 0
    if name not in COMMANDS:
        raise WrongUse(f"There is no command “{name}”; try “briefing --help”.")
    return _run_command(name, argv[1:])


def _run_command(name: str, argv: Sequence[str]) -> int:
    with keeping_everything():
        module = cast("CommandModule", import_module(f"briefing.cli.{name}"))
    parser = _Parser(
        prog=f"briefing {name}",
        description=module.__doc__,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    try:
        args = parser.parse_args(argv)
    except SystemExit as done:  # --help has been printed
        return int(done.code or 0)
    return module.run(args) or 0


def overview() -> str:
    """The words of `briefing --help`."""
    rows = "".join(f"  {name:<12}{words}\n" for name, words in COMMANDS.items())
    return (
        "usage: briefing [NOTE.brief | ARTICLE]   open the editor\n"
        "       briefing COMMAND ...              work without a window\n\n"
        f"commands (briefing COMMAND --help says more):\n{rows}\n"
        "Errors go to standard error as one sentence;\n"
        "exit status 1 is work that could not be done, 2 is wrong use.\n"
    )


def _complain(message: str, status: int) -> int:
    sys.stderr.write(f"briefing: {message}\n")
    return status


def _silence() -> int:
    """The reader of our output has gone: stop quietly, and let nothing be flushed at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED

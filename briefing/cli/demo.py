"""The main job on the bundled sample: a note, the DOCX and the Markdown made from it, and a picture of the window.

The files go to DIR. A demonstration that was changed by hand is not written over.
"""

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.app.demo import demo_note
from briefing.app.export import export
from briefing.cli import PICTURE
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.io import store
from briefing.io.plain import sentence

STEM = "summit"
_PATIENCE = 120  # seconds for the picture


def add_arguments(parser: ArgumentParser) -> None:
    """Where the files go."""
    parser.add_argument("folder", metavar="DIR", type=Path, nargs="?", default=Path("briefing-demo"))


def run(args: Namespace) -> None:
    """Make the files and name them; a picture that cannot be made is told, the rest is there."""
    note = demo_note()
    folder: Path = args.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise BriefingError(f"“{folder}” is a file; name a folder for the demonstration.") from error
    except OSError as error:
        raise BriefingError(sentence(error, folder)) from error
    saved = folder / f"{STEM}{store.SUFFIX}"
    _refuse_changed(note, saved)
    store.save(note, saved, is_replacing=True)
    sys.stdout.write(f"{saved}\n")
    for suffix in (".docx", ".md"):
        document = saved.with_suffix(suffix)
        export(note, document)
        sys.stdout.write(f"{document}\n")
    sys.stdout.flush()
    picture = saved.with_suffix(".png")
    refusal = _picture(saved, picture)
    if refusal:
        sys.stderr.write(f"briefing: The picture of the window was not made: {refusal}\n")
    else:
        sys.stdout.write(f"{picture}\n")


def _refuse_changed(note: Note, path: Path) -> None:
    """A note there that somebody worked on is not the demonstration any more."""
    if path.exists() and store.load(path).note != note:
        raise BriefingError(f"“{path}” was changed since it was made; name another folder for the demonstration.")


def _picture(note: Path, picture: Path) -> str:
    """Let another process draw the window, so that no Qt is needed here; why it could not, empty if it did."""
    program = [] if getattr(sys, "frozen", False) else ["-m", "briefing"]  # a frozen program is run by its own name
    command = [sys.executable, *program, PICTURE, str(note), str(picture)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return "drawing it took too long."
    if done.returncode == 0 and picture.is_file():
        return ""
    last = (done.stderr.strip().splitlines() or ["the window could not be started."])[-1]
    return last.removeprefix("briefing: ")

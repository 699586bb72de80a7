"""Opening and saving notes on the command line."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.domain.source import Source
from briefing.io import store
from briefing.io.secret import is_sealed

VARIABLE = "BRIEFING_PASSPHRASE"


def open_note(path: Path) -> store.Loaded:
    """Read a note; what is damaged in it is told on standard error.

    The passphrase of a protected note is taken from the variable BRIEFING_PASSPHRASE, or asked for at a terminal.
    """
    loaded = store.load(path, passphrase_of(path))
    for sentence in loaded.damage:
        sys.stderr.write(f"briefing: {sentence}\n")
    return loaded


def passphrase_of(path: Path) -> str | None:
    """The passphrase to open a note with; None if it has none, or if there is nobody to ask."""
    if not _is_protected(path):
        return None
    given = os.environ.get(VARIABLE)
    if given is None and sys.stdin.isatty():
        from getpass import getpass  # noqa: PLC0415  # only where there is somebody to ask

        given = getpass(f"Passphrase of {path.name}: ")
    return given


def _is_protected(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_sealed(file.read(100))
    except OSError:
        return False  # said when the note is read


@contextmanager
def editing(path: Path) -> Iterator[store.Loaded]:
    """A note that is open nowhere else while it is read, changed and saved."""
    from briefing.io.lock import locked  # noqa: PLC0415  # what only reads a note locks nothing

    with locked(path):
        yield open_note(path)


def save_note(note: Note, path: Path, opened: store.Loaded | None = None) -> None:
    """Save a note over the file it was opened from, or to a new file."""
    store.save(note, path, opened.stamp if opened is not None else None)


def read_articles(
    names: Iterable[str], read: Callable[[str], Source], known: Iterable[Source] = (), *, keep_both: bool = False
) -> tuple[Source, ...]:
    """Read articles from files and addresses; one that is there already, or named twice, is refused unless kept."""
    from briefing.domain.likeness import same_article  # noqa: PLC0415  # what only opens a note reads no articles

    there = list(known)
    named: dict[int, str] = {}
    sources: list[Source] = []
    for name in names:
        source = read(name)
        found = None if keep_both else same_article(source, there)
        if found:
            other = named.get(id(found.source))
            known_as = f"the same article as {other}" if other else f"in the note already, as {found.source.id}"
            raise BriefingError(f"“{name}” is {known_as} ({found.by}); nothing was done.")
        named[id(source)] = f"“{name}”"
        there.append(source)
        sources.append(source)
    return tuple(sources)

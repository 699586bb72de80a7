"""Opening and saving notes on the command line."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.app.intake import read_file
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.domain.source import Source
from briefing.io import store
from briefing.io.lock import locked


def open_note(path: Path) -> store.Loaded:
    """Read a note; what is damaged in it is told on standard error."""
    loaded = store.load(path)
    for sentence in loaded.damage:
        sys.stderr.write(f"briefing: {sentence}\n")
    return loaded


@contextmanager
def editing(path: Path) -> Iterator[store.Loaded]:
    """A note that is open nowhere else while it is read, changed and saved."""
    with locked(path):
        yield open_note(path)


def save_note(note: Note, path: Path, opened: store.Loaded | None = None) -> None:
    """Save a note over the file it was opened from, or to a new file."""
    store.save(note, path, opened.stamp if opened is not None else None)


def read_articles(names: Iterable[str], known: Iterable[Source] = ()) -> tuple[Source, ...]:
    """Read articles from files; one that is there already, or named twice, is refused."""
    texts = {source.text: f"in the note already, as {source.id}" for source in known}
    sources: list[Source] = []
    for name in names:
        source = read_file(name)
        if source.text in texts:
            raise BriefingError(f"“{name}” is {texts[source.text]}; nothing was done.")
        texts[source.text] = f"the same article as “{name}”"
        sources.append(source)
    return tuple(sources)

"""Opening and saving: from a file to a desk and back."""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.app.desk import Desk
from briefing.app.snapshots import take
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.domain.snapshot import Reason, Snapshot
from briefing.domain.source import Source
from briefing.domain.template import Template
from briefing.io import store, templates
from briefing.io.resources import resource
from briefing.io.secret import make_secret
from briefing.io.stamp import Stamp

STEM = 80  # code points of a title that become a file name

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')  # what one file system or another refuses in a name


@dataclass(frozen=True, slots=True)
class Saved:
    """A note that was written: which, where, and the stamp of the file."""

    note: Note
    path: Path
    stamp: Stamp


def is_note(path: Path) -> bool:
    """Whether a file is a note by its name."""
    return path.suffix.lower() == store.SUFFIX


def open_desk(path: Path, passphrase: str | None = None) -> Desk:
    """The desk with a note from a file; BriefingError says why it cannot be read, Sealed that it needs a passphrase."""
    loaded = store.load(path, passphrase)
    return Desk(loaded.note, path, stamp=loaded.stamp, damage=loaded.damage)


def open_to_work(path: Path, passphrase: str | None = None) -> Desk:
    """As `open_desk`, with a snapshot of the note as it was opened; one that cannot be taken is no hindrance."""
    desk = open_desk(path, passphrase)
    with suppress(BriefingError):
        take(desk, reason=Reason.OPENING)
    return desk


def write_note(
    note: Note,
    path: Path,
    stamp: Stamp | None,
    *,
    is_replacing: bool = False,
    snapshots: tuple[Snapshot, ...] | None = None,
) -> Saved:
    """Write a note; refuses to write over a file that changed since it was read, unless told to replace it.

    `snapshots` are those of the desk, None if they were not touched.
    """
    return Saved(note, path, store.save(note, path, stamp, is_replacing=is_replacing, snapshots=snapshots))


def protect_note(
    note: Note, path: Path, stamp: Stamp | None, passphrase: str, snapshots: tuple[Snapshot, ...] | None = None
) -> Saved:
    """Write a note sealed with a passphrase, or open to all if that is empty; keys are made slowly on purpose."""
    secret = make_secret(passphrase) if passphrase else None
    return Saved(note, path, store.save(note, path, stamp, snapshots=snapshots, secret=secret))


def default_template() -> Template:
    """The template that a note begins with."""
    return templates.find_template(templates.DEFAULT)


def sample_article() -> Source:
    """The bundled sample: an article about an invented summit."""
    return read_article(resource("samples", "summit.txt"))


def read_article(path: Path) -> Source:
    """The article in a file; what reads articles is loaded with the first, for a note is opened without."""
    from briefing.app.intake import read_file  # noqa: PLC0415  # only here

    return read_file(path)


def file_stem(title: str, otherwise: str) -> str:
    """A file name, without suffix, that every system takes; `otherwise` if nothing of the title is left.

    A long title is cut between two words, where it has any.
    """
    plain = " ".join(_UNFIT.sub(" ", title).split()).strip(" .")
    if len(plain) > STEM:
        plain = (plain[: STEM + 1].rpartition(" ")[0] or plain[:STEM]).rstrip(" .,;:–—-")
    return plain or otherwise

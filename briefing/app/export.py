"""Export: a note goes out as a file, whole or not at all."""

from pathlib import Path

from briefing.domain.document import Options, compose
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.io.atomic import write_bytes
from briefing.io.writers import writer_for

_ANYONE_WRITES = 0o222


def export(note: Note, path: Path, options: Options | None = None) -> None:
    """Write a note in the format of the file name; BriefingError says why nothing was written."""
    writer = writer_for(path)
    refuse_unwritable(path)
    write_bytes(path, writer.write(compose(note, options)))


def refuse_unwritable(path: Path) -> None:
    """Refuse early what writing would refuse late: a folder that is not there, a file that is protected or open."""
    if path.is_dir():
        raise BriefingError(f"“{path}” is a folder; give a file name.")
    if not path.absolute().parent.is_dir():
        raise BriefingError(f"The folder “{path.absolute().parent}” is not there; make it first or choose another.")
    if path.exists() and not path.stat().st_mode & _ANYONE_WRITES:
        raise BriefingError(f"“{path}” is write-protected; choose another name, or allow writing to it.")
    if any(lock.exists() for lock in _locks(path)):
        raise BriefingError(f"“{path}” is open in another program; close it there, or choose another name.")


def _locks(path: Path) -> tuple[Path, ...]:
    """The files that LibreOffice and Word lay beside a document while it is open."""
    return (
        path.with_name(f".~lock.{path.name}#"),
        path.with_name(f"~${path.name[2:]}"),
        path.with_name(f"~${path.name}"),
    )

"""The store: note files `*.brief`, read with distrust and written whole or not at all.

A note file is a ZIP that any tool can open: `mimetype`, `note.json`, and for every source its text, its passages and
its original. Members that the program does not know are kept.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from enum import Enum
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from briefing.domain.errors import BriefingError
from briefing.domain.keeping import keeping_everything
from briefing.domain.note import Note
from briefing.domain.snapshot import Snapshot
from briefing.domain.soundness import mend, unsound
from briefing.domain.source import Source
from briefing.io import container, note_json
from briefing.io.atomic import Span, write_bytes, write_chunks
from briefing.io.container import Container, Damaged, Member, Packed, pack
from briefing.io.note_json import Listed, Newer
from briefing.io.plain import sentence
from briefing.io.plain_values import Misshapen
from briefing.io.secret import Secret, is_sealed, seal, unseal
from briefing.io.source_members import LARGEST_TEXT, PASSAGES, TEXT, Part, SourceReading, encoded, folder, parts_of
from briefing.io.stamp import Kept, Stamp, fingerprint_of_file, open_stamped, refuse_if_changed, stamp_of

SUFFIX = ".brief"
MIMETYPE = b"application/vnd.briefing.note+zip"
_BEGIN = 100  # bytes that say what a file is
_TYPE, _NOTE = "mimetype", "note.json"


class Keep(Enum):
    """What is to stay as it is."""

    AS_IT_WAS = "as it was"


class Loaded(NamedTuple):
    """A note as it was read; `damage` says in sentences what could not be read or had to be mended."""

    note: Note
    stamp: Stamp
    damage: tuple[str, ...] = ()


def load(path: Path, secret: Secret | str | None = None) -> Loaded:
    """Read a note file; BriefingError says in one sentence why it cannot be read, and nothing is touched.

    A file that is protected by a passphrase needs that as its `secret`, or the secret of an earlier stamp; without it,
    Sealed is raised, and WrongPassphrase with another.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BriefingError(f"“{path}” is no file; give the name of a note.")
        with path.open("rb") as file, keeping_everything():
            return _load(path, file, secret)
    except OSError as error:
        raise BriefingError(sentence(error, path)) from error
    except Newer as error:
        raise BriefingError(
            f"“{path.name}” is written in format {error} of note files, and this program reads up to "
            f"{note_json.FORMAT}; open it with a newer Briefing."
        ) from error
    except (Damaged, Misshapen) as error:
        raise BriefingError(f"“{path.name}” cannot be opened: {error}. The file was left as it is.") from error


def save(
    note: Note,
    path: Path,
    stamp: Stamp | None = None,
    *,
    is_replacing: bool = False,
    snapshots: Sequence[Snapshot] | None = None,
    secret: Secret | Keep | None = Keep.AS_IT_WAS,
) -> Stamp:
    """Write a note file whole or not at all, and give the stamp of what was written.

    `stamp` is that of the file the note was read from or last written to: what did not change since is copied from
    it, and if `path` is that file, FileChanged is raised when it is not the one stamped any more. Another file that
    is there already is replaced only if `is_replacing`. `snapshots` take the place of those in the stamped file, which
    are kept if none are given. A file that was protected by a passphrase stays so, unless another `secret` or None is
    given.
    """
    is_same = stamp is not None and _same_file(path, stamp.path)
    if stamp is not None and is_same and not is_replacing:
        _refuse_damaged(stamp)

    def last_look() -> None:
        if is_replacing:
            return
        if stamp is not None and is_same:
            refuse_if_changed(stamp)
        elif path.exists():
            raise BriefingError(f"“{path}” is there already; choose another name.")

    last_look()
    places: list[Member] = []
    parts = [part for source in _with_earlier(note) for part in parts_of(source, stamp)]
    listing = _listing(note, parts)
    _refuse_too_large(note, parts, listing)
    extras = _extras_with(snapshots, parts, stamp)
    if secret is Keep.AS_IT_WAS:
        secret = stamp.secret if stamp is not None else None
    chunks = container.written(_members(listing, parts, stamp if secret is None else None, extras), places)
    if secret is None:
        found = write_chunks(path, chunks, before=last_look)
        fingerprint = container.fingerprint_of(places)
    else:
        sealed = seal(b"".join(chunk for chunk in chunks if isinstance(chunk, bytes)), secret)
        found = write_bytes(path, sealed, before=last_look)
        fingerprint = fingerprint_of_file(BytesIO(sealed))
    new = replace(stamp_of(path, found, fingerprint), extras=extras, secret=secret)
    return replace(new, kept=_kept(parts, places))


def read_snapshots(stamp: Stamp) -> tuple[Snapshot, ...]:
    """The snapshots in a file that was read or written; BriefingError if they are damaged."""
    from briefing.io.snapshots import decode_snapshots  # noqa: PLC0415 (notes are opened often, their snapshots seldom)

    held = {kept.sha256: partial(encoded, kept.value) for kept in stamp.kept.values()}
    try:
        return decode_snapshots(stamp.extras, held)
    except Damaged as error:
        raise BriefingError(f"“{stamp.path.name}” was opened, but {error}.") from error


def _extras_with(
    snapshots: Sequence[Snapshot] | None, parts: Sequence[Part], stamp: Stamp | None
) -> tuple[Packed, ...]:
    """The members beside the note: its snapshots, and what the program does not know."""
    extras = stamp.extras if stamp is not None else ()
    if snapshots is None:
        return extras
    from briefing.io.snapshots import encode_snapshots, is_snapshot_member  # noqa: PLC0415 (likewise)

    held = {id(part.value): (part.value, part.sha256) for part in parts if part.value}
    return (*encode_snapshots(snapshots, held), *(extra for extra in extras if not is_snapshot_member(extra.name)))


def _load(path: Path, file: BinaryIO, given: Secret | str | None) -> Loaded:
    begin = file.read(_BEGIN)
    used: Secret | None = None
    plain = file
    if is_sealed(begin):
        file.seek(0)
        data, used = unseal(file.read(container.LARGEST_FILE), given, path.name)
        plain = BytesIO(data)
    elif not begin.startswith(b"PK\3\4"):
        raise Damaged("it is empty" if not begin else "it is not a briefing note")
    archive = container.open_container(plain)
    if _TYPE not in archive.members or archive.content(_TYPE, 200).strip() != MIMETYPE:
        raise Damaged("it is not a briefing note")
    whole = partial(archive.content, _NOTE, note_json.LARGEST)
    bare, listed = note_json.decode_note(archive.lines(_NOTE, note_json.LARGEST), whole)
    reading = SourceReading(archive)
    note = replace(bare, sources=_together(reading.source(entry) for entry in listed))
    damage = (*reading.damage, *unsound(note))
    extras = tuple(_extras(archive, reading.names | {_TYPE, _NOTE}))
    file.seek(0)
    stamp = stamp_of(path, os.fstat(file.fileno()), fingerprint_of_file(file))
    stamp = replace(stamp, kept=reading.kept, extras=extras, damage=damage, secret=used)
    return Loaded(mend(note) if damage else note, stamp, damage)


def _with_earlier(note: Note) -> Iterator[Source]:
    """Every source, and behind it the versions that it replaced: a note file holds them alike."""
    for source in note.sources:
        yield source
        yield from source.earlier


def _together(listed: Iterable[Source]) -> tuple[Source, ...]:
    """The sources with their earlier versions, which follow them in a note file; Misshapen if one follows another."""
    sources: list[Source] = []
    for source in listed:
        if "v" not in source.id:
            sources.append(source)
        elif sources and source.id.startswith(f"{sources[-1].id}v"):
            sources[-1] = replace(sources[-1], earlier=(*sources[-1].earlier, source))
        else:
            raise Misshapen(f"“{source.id}” is a version of no source")
    return tuple(sources)


def _extras(archive: Container, known: set[str]) -> Iterator[Packed]:
    for name, member in archive.members.items():
        if name not in known and not name.endswith("/"):
            yield archive.packed(member)


def _listing(note: Note, parts: Sequence[Part]) -> bytes:
    """`note.json`, which names the files of every source with their hashes."""
    listed = []
    for source in _with_earlier(note):
        place = folder(source.id)
        files = {part.name.removeprefix(place): part.sha256 for part in parts if part.name.startswith(place)}
        listed.append(Listed(source, files))
    return note_json.encode_note(note, listed)


def _refuse_too_large(note: Note, parts: Sequence[Part], listing: bytes) -> None:
    """What could not be read again is not written in the first place."""
    limits = {TEXT: LARGEST_TEXT, PASSAGES: note_json.LARGEST}
    is_fit = all(part.size <= limits.get(part.name.rsplit("/", 1)[-1], container.LARGEST_FILE) for part in parts)
    total = sum(part.size for part in parts) + len(listing)
    if not is_fit or len(listing) > note_json.LARGEST or total > container.LARGEST_FILE - note_json.LARGEST:
        raise BriefingError(
            f"The note “{note.title}” is too large to be saved as one file; save its newest articles in a note of "
            "their own. Nothing was written."
        )


def _members(listing: bytes, parts: Sequence[Part], stamp: Stamp | None, extras: Sequence[Packed]) -> Iterator[Packed]:
    yield pack(_TYPE, MIMETYPE, is_stored=True)
    yield pack(_NOTE, listing)
    with ExitStack() as stack:
        old = open_stamped(stamp) if stamp is not None else None
        if old is not None:
            stack.enter_context(old)
        for part in parts:
            copied = _copied(part, old)
            yield copied if copied is not None else pack(part.name, part.encode())
    yield from extras


def _copied(part: Part, old: BinaryIO | None) -> Packed | None:
    """A part as it stands in the file that was read, None if that does not hold it."""
    if part.kept is None or old is None:
        return None
    member = part.kept.member
    return Packed(part.name, member.method, member.crc, member.size, Span(old, member.offset, member.packed))


def _kept(parts: Sequence[Part], places: Sequence[Member]) -> dict[int, Kept]:
    by_name = {place.name: place for place in places}
    return {id(part.value): Kept(part.value, part.sha256, by_name[part.name]) for part in parts if part.value}


def _same_file(path: Path, other: Path) -> bool:
    return path.absolute() == other.absolute() or path.resolve() == other.resolve()


def _refuse_damaged(stamp: Stamp) -> None:
    if stamp.damage:
        raise BriefingError(
            f"“{stamp.path.name}” is damaged and was left as it is, so that nothing more is lost; "
            "save the note under another name."
        )

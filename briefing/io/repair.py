"""Repair: the note that can still be made of a damaged file, and what was lost in sentences."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.domain.snapshot import Snapshot
from briefing.domain.soundness import lines_as_passages, mend
from briefing.domain.source import Record, Source
from briefing.io.container import LARGEST_FILE, Damaged, pack
from briefing.io.note_json import Listed, Newer, decode_listed, decode_passages, decode_plain
from briefing.io.plain import sentence
from briefing.io.plain_values import Misshapen, Plain
from briefing.io.salvage import Piece, salvage
from briefing.io.secret import is_sealed, unseal
from briefing.io.snapshots import decode_snapshots, is_snapshot_member
from briefing.io.source_members import ORIGINAL, PASSAGES, TEXT, folder

_LISTS = ("sections", "sources", "excerpts")
Reread = Callable[[bytes, str], str]  # an original and its file name: the text that is read from it now


@dataclass(frozen=True, slots=True)
class Repaired:
    """What could be saved, and what could not, in sentences."""

    note: Note
    snapshots: tuple[Snapshot, ...]
    losses: tuple[str, ...]


def repair(path: Path, reread: Reread, passphrase: str | None = None) -> Repaired:
    """Make a note of whatever is whole in a file; BriefingError if nothing is. The file is not touched.

    Of a file that is protected by a passphrase, nothing can be saved once a piece of it was changed.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BriefingError(f"“{path.name}” is too large to be a note.")
        data = path.read_bytes()
    except OSError as error:
        raise BriefingError(sentence(error, path)) from error
    if is_sealed(data):
        try:
            data = unseal(data, passphrase, path.name)[0]
        except Damaged as error:
            raise BriefingError(f"“{path.name}” cannot be repaired: {error}, and it is protected.") from error
    pieces = salvage(data)
    if not any(name == "note.json" or name.startswith("sources/") for name in pieces):
        raise BriefingError(f"Nothing of a note was found in “{path.name}”.")
    try:
        return _Repair(pieces, reread).repaired(path.stem)
    except Newer as error:
        raise BriefingError(
            f"“{path.name}” was written by a newer Briefing (format {error}); repair it there."
        ) from error


class _Repair:
    """Puts a note together from pieces and remembers what is missing."""

    def __init__(self, pieces: Mapping[str, Piece], reread: Reread) -> None:
        self._pieces = pieces
        self._reread = reread
        self._losses: list[str] = []

    def repaired(self, name: str) -> Repaired:
        note, listed = self._note(name)
        sources = tuple(source for entry in listed if (source := self._source(entry)) is not None)
        whole = mend(replace(note, sources=_together(sources)))
        if len(whole.excerpts) < len(note.excerpts):
            self._losses.append(
                f"{len(note.excerpts) - len(whole.excerpts)} excerpts belong to no source that is left."
            )
        snapshots = self._snapshots()
        return Repaired(whole, snapshots, tuple(self._losses))

    def _note(self, name: str) -> tuple[Note, tuple[Listed, ...]]:
        piece = self._pieces.get("note.json")
        if piece is not None and piece.is_whole:
            try:
                return decode_plain(json.loads(piece.data))
            except (Misshapen, ValueError, RecursionError):
                pass  # read line by line below
        self._losses.append("The note itself is damaged; title, sections and excerpts were saved as far as they go.")
        plain = _lines(piece.data if piece is not None else b"")
        note, listed = _tolerant(plain)
        found = {entry.source.id for entry in listed}
        rest = sorted({place.split("/")[1] for place in self._pieces if place.startswith("sources/")} - found)
        orphans = tuple(Listed(Source("", (), Record(title=f"Source {name}"), id=name), {}) for name in rest)
        return replace(note, id=note.id or sha256(name.encode()).hexdigest()[:32]), (*listed, *orphans)

    def _source(self, listed: Listed) -> Source | None:
        """A source with its text as far as it goes; None if nothing of it is left."""
        empty = listed.source
        place = folder(empty.id)
        original = self._original(listed)
        text = self._text(listed, original)
        if text is None:
            self._losses.append(f"The text of {empty.id} (“{empty.record.title}”) is lost.")
            return replace(empty, original=original) if listed.files else None
        source = replace(empty, text=text, passages=lines_as_passages(text), original=original)
        piece = self._pieces.get(place + PASSAGES)
        if piece is not None and piece.is_whole:
            try:
                source = replace(source, passages=decode_passages(piece.data))
            except Misshapen:
                self._losses.append(f"The division of {empty.id} into paragraphs is lost; every line is one now.")
        return source

    def _original(self, listed: Listed) -> bytes:
        prefix = folder(listed.source.id) + ORIGINAL
        piece = next((piece for name, piece in self._pieces.items() if name.startswith(prefix)), None)
        expected = any(name.startswith(ORIGINAL) for name in listed.files)
        if piece is None or not piece.is_whole:
            if expected or piece is not None:
                self._losses.append(f"The original file of {listed.source.id} is lost.")
            return b""
        return piece.data

    def _text(self, listed: Listed, original: bytes) -> str | None:
        piece = self._pieces.get(folder(listed.source.id) + TEXT)
        wanted = listed.files.get(TEXT, "")
        if piece is not None and piece.is_whole and wanted in ("", sha256(piece.data).hexdigest()):
            return piece.data.decode("utf-8", "replace")
        again = self._again(listed, original)
        if again is not None and sha256(again.encode()).hexdigest() == wanted:
            return again
        part = piece.data.decode("utf-8", "ignore") if piece is not None else ""
        if part.strip():
            title = listed.source.record.title
            self._losses.append(f"Of the text of {listed.source.id} (“{title}”), {len(part):,} characters were saved.")
            return part
        return again

    def _again(self, listed: Listed, original: bytes) -> str | None:
        try:
            return self._reread(original, listed.source.record.file_name) if original else None
        except BriefingError:
            return None

    def _snapshots(self) -> tuple[Snapshot, ...]:
        members = [pack(name, piece.data) for name, piece in self._pieces.items() if is_snapshot_member(name)]
        held = {
            sha256(data).hexdigest(): partial(bytes, data)
            for data in (piece.data for name, piece in self._pieces.items() if name.startswith("sources/"))
        }
        try:
            return decode_snapshots(members, held)
        except Damaged:
            self._losses.append("The snapshots are lost.")
            return ()


def _lines(data: bytes) -> Plain:
    """What can be read of a `note.json` that is cut off or damaged: it has one item a line."""
    plain: dict[str, Any] = {"sections": [], "sources": [], "excerpts": []}
    items: list[Any] | None = None
    for raw in data.decode("utf-8", "replace").split("\n"):
        line = raw.strip().rstrip(",")
        name = line.split('"')[1] if line.startswith('"') and line.count('"') > 1 else ""
        if name in plain and line.endswith("["):
            items = plain[name]
        elif items is not None and line.startswith("{"):
            items.extend(_read(line))
        elif name:
            for head in _read("{" + line + "}"):
                plain.update(
                    {key: value for key, value in head.items() if key not in ("sections", "sources", "excerpts")}
                )
    return plain


def _read(line: str) -> Iterator[Any]:
    try:
        yield json.loads(line)
    except (ValueError, RecursionError):
        return


def _tolerant(plain: Plain) -> tuple[Note, tuple[Listed, ...]]:
    """The note of plain values from which what has the wrong shape is left out."""
    kept: Plain = {"id": "", "format": 1, **{name: [] for name in _LISTS}}
    for key, value in plain.items():
        for item in value if key in _LISTS else [value]:
            trial = {**kept, key: [*kept[key], item] if key in _LISTS else item}
            try:
                decode_plain({**trial, **{name: trial[name][-1:] for name in _LISTS}})
            except Misshapen:
                continue
            if key in _LISTS:
                kept[key].append(item)
            else:
                kept = trial
    note, _ = decode_plain({**kept, "sources": []})
    return note, tuple(decode_listed(item) for item in kept["sources"])


def _together(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Sources with their earlier versions behind them; a version whose source is lost stands for it."""
    whole: dict[str, Source] = {}
    for source in sources:
        name, _, version = source.id.partition("v")
        if not version:
            whole[name] = replace(source, earlier=whole[name].earlier if name in whole else ())
        elif name in whole:
            whole[name] = replace(whole[name], earlier=(*whole[name].earlier, source))
        else:
            whole[name] = replace(source, id=name)
    return tuple(whole.values())

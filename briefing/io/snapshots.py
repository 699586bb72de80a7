"""Snapshots in a note file: each as what changed since the one before it, texts and originals held once.

`snapshots.json` has one line a snapshot; what no source of the note holds any more is in `snapshots/` by its hash.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from briefing.domain.note import Note
from briefing.domain.snapshot import Reason, Sent, Snapshot
from briefing.io.container import Damaged, Member, Packed, pack, unpack
from briefing.io.deltas import Blobs, applied, delta
from briefing.io.note_json import LARGEST
from briefing.io.plain_values import Misshapen

NAME = "snapshots.json"
FOLDER = "snapshots/"


def is_snapshot_member(name: str) -> bool:
    """Whether a member of a note file belongs to its snapshots."""
    return name == NAME or name.startswith(FOLDER)


def encode_snapshots(snapshots: Iterable[Snapshot], held: Mapping[int, tuple[object, str]]) -> list[Packed]:
    """The members that hold snapshots; `held` are the values (by identity, with hash) that the file has anyway."""
    blobs = Blobs(held)
    lines: list[str] = []
    before: Note | None = None
    for snapshot in snapshots:
        plain: dict[str, object] = {
            "at": snapshot.at,
            "name": snapshot.name,
            "reason": str(snapshot.reason),
            "delta": delta(before, snapshot.note, blobs),
        }
        if snapshot.sent is not None:
            plain["sent"] = asdict(snapshot.sent)
        lines.append(json.dumps(plain, ensure_ascii=False))
        before = snapshot.note
    if not lines:
        return []
    names = {name for _, name in held.values()}
    rest = [pack(FOLDER + name, data) for name, data in blobs.fresh.items() if name not in names]
    return [pack(NAME, ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8", "replace")), *rest]


def decode_snapshots(members: Iterable[Packed], held: Mapping[str, Callable[[], bytes]]) -> tuple[Snapshot, ...]:
    """The snapshots in members of a note file; Damaged if they cannot be read. `held` are the file's own values."""
    by_name = {member.name: member for member in members}
    if NAME not in by_name:
        return ()

    def lookup(name: str) -> bytes | None:
        if name in held:
            return held[name]()
        member = by_name.get(FOLDER + name)
        return _content(member) if member is not None else None

    try:
        plain: list[dict[str, Any]] = json.loads(_content(by_name[NAME]))
        snapshots: list[Snapshot] = []
        for entry in plain:
            note = applied(snapshots[-1].note if snapshots else None, entry["delta"], lookup)
            sent = Sent(**{key: str(value) for key, value in entry["sent"].items()}) if "sent" in entry else None
            snapshots.append(Snapshot(note, str(entry["at"]), str(entry["name"]), Reason(entry["reason"]), sent))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, Misshapen) as error:
        raise Damaged("its snapshots are damaged") from error
    return tuple(snapshots)


def _content(packed: Packed) -> bytes:
    if packed.size > LARGEST * 4 or not isinstance(packed.data, bytes):
        raise Damaged("its snapshots are too large")
    member = Member(packed.name, packed.method, packed.crc, len(packed.data), packed.size, 0)
    return unpack(member, packed.data)

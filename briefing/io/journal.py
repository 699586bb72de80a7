"""The journal: every step of an open note on disk, so that a crash loses nothing and undo survives it.

One SQLite file for an open note. Each step is a row that holds only what it changed; large texts and originals are
written once. A commit is on disk when it returns (write-ahead log, synchronous).
"""

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from briefing.domain.errors import BriefingError
from briefing.domain.history import History, Step
from briefing.domain.note import Note
from briefing.io.container import Damaged
from briefing.io.deltas import Blobs, Lookup, applied, delta
from briefing.io.plain_values import Misshapen, Plain
from briefing.io.process import Owner, me
from briefing.io.secret import Sealed, Secret, make_secret, seal, unseal

SUFFIX = ".journal"
FORMAT = 2  # 2: of a section that was there before, only the blocks that differ
MANY = 30  # items of a list that are not encoded in one go
MOST_ROWS = 4000  # steps on disk before they are written anew, as many as the history keeps
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE blobs (name TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE steps (number INTEGER PRIMARY KEY, label TEXT NOT NULL, delta BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What a journal says about itself before any of it is replayed."""

    format: int
    title: str
    path: str  # of the note's file, empty if it was never saved
    fingerprint: int  # of that file as it was read or last written, 0 if there is none
    changed: float  # seconds since 1970
    at: int  # the step at which the note was
    saved: int  # the step that is in the file, -1 if none is
    owner: Owner
    salt: str = ""  # of the passphrase that seals the steps, hexadecimal; empty if none does
    cost: int = 0

    @property
    def is_sealed(self) -> bool:
        """Whether the steps can be read with a passphrase only; the title is not told then."""
        return bool(self.salt)


class Beginning:
    """The first row of a journal, the whole of a note: made before there is anything to write, it keeps nobody waiting.

    `secret` seals it; `known` are large values that the note's file holds, by their SHA-256.
    """

    def __init__(self, note: Note | None, known: Iterable[tuple[object, str]], secret: Secret | None) -> None:
        """Of no note, only what is known is remembered."""
        self.note = note
        self.secret = secret
        self.blobs = Blobs({id(value): (value, name) for value, name in known})
        self.row = _packed(_encoded(delta(None, note, self.blobs)), secret) if note is not None else b""


class Journal:
    """Writes the steps of one open note; used by one thread at a time."""

    def __init__(self, path: Path, beginning: Beginning | None = None) -> None:
        """OSError or sqlite3.Error say why there can be none."""
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        self.path = path
        beginning = beginning or Beginning(None, (), None)
        self.secret = beginning.secret
        self._blobs = beginning.blobs
        self._made: Beginning | None = beginning  # until it is written
        self._base = 0
        self._chain: list[Note] = []
        self._rows = 0
        self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = FULL")
        self._file.executescript(_TABLES)

    def write(self, history: History, path: Path | None, fingerprint: int, changed: float) -> None:
        """Bring the journal up to a history; either all of it is on disk afterwards or what was there before."""
        chain, labels = _chain(history)
        base, same = self._shared(chain)
        rows = self._deltas(chain, labels, same)
        saved = next((base + i for i, note in enumerate(chain) if note is history.saved), -1)
        told = Told(
            FORMAT,
            history.note.title if self.secret is None else "",
            str(path.absolute()) if path else "",
            fingerprint,
            changed,
            base + len(history.done),
            saved,
            me(),
            self.secret.salt.hex() if self.secret is not None else "",
            self.secret.cost if self.secret is not None else 0,
        )
        fresh = dict(self._blobs.fresh)
        with self._transaction():
            self._file.execute("DELETE FROM steps WHERE number >= ? OR ?", (base + same, same == 0))
            self._file.executemany("INSERT INTO steps VALUES (?, ?, ?)", ((base + n, *row) for n, row in rows))
            blobs = ((name, _packed(data, self.secret)) for name, data in fresh.items())
            self._file.executemany("INSERT OR IGNORE INTO blobs VALUES (?, ?)", blobs)
            self._file.execute("INSERT OR REPLACE INTO meta VALUES ('told', ?)", (json.dumps(asdict(told)),))
        self._blobs.fresh.clear()
        self._made = None
        self._rows = self._rows - (len(self._chain) - same) + len(rows) if same else len(rows)
        self._base, self._chain = base, chain

    def close(self) -> None:
        """Close the file; what was written stays."""
        self._file.close()

    def remove(self) -> None:
        """Close the file and delete it."""
        self.close()
        remove(self.path)

    def _shared(self, chain: list[Note]) -> tuple[int, int]:
        """The row number of the first note, and how many from it on are written already."""
        shift = next((i for i, note in enumerate(self._chain) if note is chain[0]), None)
        if shift is None or self._rows > MOST_ROWS:
            return self._base + len(self._chain) + 1, 0
        kept = self._chain[shift:]
        same = next(
            (i for i, (a, b) in enumerate(zip(kept, chain, strict=False)) if a is not b), min(len(kept), len(chain))
        )
        return self._base + shift, same

    def _deltas(self, chain: list[Note], labels: list[str], same: int) -> list[tuple[int, tuple[str, bytes]]]:
        return [(number, (labels[number], self._row(chain, number))) for number in range(same, len(chain))]

    def _row(self, chain: list[Note], number: int) -> bytes:
        if number == 0 and self._made is not None and chain[0] is self._made.note:
            return self._made.row
        return _packed(_encoded(delta(chain[number - 1] if number else None, chain[number], self._blobs)), self.secret)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):
                self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")


def _packed(data: bytes, secret: Secret | None) -> bytes:
    packed = zlib.compress(data, 1)
    return packed if secret is None else seal(packed, secret)


def _encoded(plain: Plain) -> bytes:
    return "".join(_pieces(plain)).encode("utf-8", "replace")


def _pieces(value: object, depth: int = 3) -> Iterator[str]:
    """JSON in small pieces: whoever types waits while one is made, but not for the whole of a large note."""
    if depth and isinstance(value, dict):
        for number, (key, item) in enumerate(value.items()):
            yield f"{',' if number else '{'}{_json(key)}:"
            yield from _pieces(item, depth - 1)
        yield "}" if value else "{}"
    elif isinstance(value, list) and len(value) > MANY:
        for number, item in enumerate(value):
            yield f"{',' if number else '['}{_json(item)}"
        yield "]"
    else:
        yield _json(value)


_json = json.JSONEncoder(ensure_ascii=False).encode  # made once: a large note is written in very many pieces


def read_told(path: Path) -> Told:
    """What a journal says about itself; BriefingError if it cannot be read."""
    with _reading(path) as file:
        row = file.execute("SELECT value FROM meta WHERE key = 'told'").fetchone()
        if row is None:
            raise Misshapen("nothing was written in it")
        plain = json.loads(row[0])
        told = Told(**{**plain, "owner": Owner(**plain["owner"])})
        if told.format > FORMAT:
            raise Misshapen("a newer Briefing wrote it")
        return told


def read_history(path: Path, elsewhere: Lookup, passphrase: str | Secret | None = None) -> History:
    """The note of a journal with its steps; `elsewhere` finds large values that only the note's file holds.

    Sealed or WrongPassphrase is raised if the journal is sealed and the passphrase is not the right one.
    """
    told = read_told(path)
    name = Path(told.path).name or "the note"
    secret = _secret(told, passphrase, name)
    with _reading(path) as file:

        def unpacked(data: bytes) -> bytes:
            return zlib.decompress(data if secret is None else unseal(data, secret, name)[0])

        def lookup(name: str) -> bytes | None:
            row = file.execute("SELECT data FROM blobs WHERE name = ?", (name,)).fetchone()
            return unpacked(row[0]) if row is not None else elsewhere(name)

        cache: dict[str, bytes | None] = {}
        note: Note | None = None
        chain: list[tuple[int, str, Note]] = []
        for number, label, data in file.execute("SELECT number, label, delta FROM steps ORDER BY number"):
            plain: Plain = json.loads(unpacked(data))
            note = applied(note, plain, lambda name: cache.setdefault(name, lookup(name)))
            chain.append((number, label, note))
    return _history(chain, told)


def _secret(told: Told, passphrase: str | Secret | None, name: str) -> Secret | None:
    if not told.is_sealed:
        return None
    if passphrase is None:
        raise Sealed(f"The recovery copy of “{name}” is protected by a passphrase; give it to see what is in it.")
    if isinstance(passphrase, Secret):
        return passphrase
    return make_secret(passphrase, bytes.fromhex(told.salt), told.cost)


def remove(path: Path) -> None:
    """Delete a journal with the files that SQLite lays beside it."""
    for name in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        with suppress(OSError):
            name.unlink()


def _chain(history: History) -> tuple[list[Note], list[str]]:
    """All notes of a history from the first to the last redone, and the name of the step that led to each."""
    undone = tuple(reversed(history.undone))
    notes = [step.before for step in history.done] + [history.note] + [step.before for step in undone]
    return notes, ["", *(step.label for step in history.done), *(step.label for step in undone)]


def _history(chain: list[tuple[int, str, Note]], told: Told) -> History:
    at = next((i for i, (number, _, _) in enumerate(chain) if number == told.at), None)
    if at is None:
        raise Misshapen("the step at which the note was is missing")
    done = tuple(Step(chain[i + 1][1], chain[i][2]) for i in range(at))
    undone = tuple(Step(chain[i][1], chain[i][2]) for i in range(len(chain) - 1, at, -1))
    saved = next((note for number, _, note in chain if number == told.saved), None)
    return History(chain[at][2], done, undone, saved)


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(path)) as file:
            yield file
    except (sqlite3.Error, zlib.error, ValueError, TypeError, KeyError, Misshapen, Damaged) as error:
        raise BriefingError(f"The recovery copy “{path}” cannot be read: {error}.") from error

"""Hostile and damaged note files, thousands of them: each is a note or one sentence, in bounded time and memory."""

import hashlib
import random
import resource
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing.domain.errors import BriefingError
from briefing.domain.soundness import unsound
from briefing.io.container import Packed, pack, written
from briefing.io.store import MIMETYPE, load, save
from tests.builders import note

DRAWING = (
    "= Pact\nS1: The pact was signed.\n  : It was kept.\nS2: 👍 Tokyo\n# energy\n> @S1:4-8\nown words @x1\n# risks"
)
SECONDS = 10.0  # of the processor, so that a busy machine does not count
MEGABYTES = 1000


def _bytes(members: list[Packed]) -> bytes:
    return b"".join(chunk for chunk in written(members) if isinstance(chunk, bytes))


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _changed(good: bytes, chance: random.Random) -> bytes:
    """A note file with bits turned, parts cut out, doubled, filled or written anew."""
    data = bytearray(good)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice([1, 2, 4, 16, 200]))
        match chance.randrange(7):
            case 0 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end]
            case 3:
                data[at:end] = bytes(end - at)
            case 4:
                data[at:end] = chance.randbytes(end - at)
            case 5 if at + 4 <= len(data):
                struct.pack_into("<L", data, at, chance.choice([0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF]))
            case _:
                data = data[: max(1, at)]
    return bytes(data)


def _listing(chance: random.Random, listing: bytes) -> bytes:
    """A `note.json` in which words, numbers and brackets have changed places; its container is whole."""
    parts = listing.replace(b",", b"\0,\0").replace(b":", b"\0:\0").replace(b"\n", b"\0\n\0").split(b"\0")
    for _ in range(chance.randint(1, 5)):
        one, two = chance.randrange(len(parts)), chance.randrange(len(parts))
        match chance.randrange(4):
            case 0:
                parts[one], parts[two] = parts[two], parts[one]
            case 1:
                parts[one] = parts[two]
            case 2:
                parts[one] = chance.choice([b"null", b"-1", b"1e999", b"[]", b"{}", b'"\\ud800"', b"9" * 400, b"true"])
            case _:
                parts[one] = b""
    return b"".join(parts)


def _hostile(good: bytes) -> Iterator[bytes]:
    """Files made on purpose: doubles, traversal, bombs, sizes that lie, depth, and very many members."""
    kind = pack("mimetype", MIMETYPE, is_stored=True)
    deep = b'{"format": 1, "x": ' + b"[" * 5_000_000
    wide = b'{"format": 1, "sections": [' + b"{}," * 9_000_000 + b"{}]}"
    yield good + good
    yield b"junk" + good
    yield _bytes([kind, pack("note.json", deep)])
    yield _bytes([kind, pack("note.json", wide)])
    yield _bytes([kind, pack("note.json", b'{"format": 1, "sections": [' + b"[]," * 9_000_000 + b"[]]}")])
    yield _bytes([kind, Packed("note.json", 8, 0, 30_000_000, _deflated(bytes(500_000_000)))])
    yield _bytes([kind, Packed("note.json", 8, 0, 0xFFFFFFF0, b"\3\0")])
    yield _bytes([kind, *(pack(f"x{number}", b"") for number in range(30_000))])
    yield _bytes([kind, *(Packed(f"x{n}", 8, 0, 20_000_000, bytes(200_000)) for n in range(100))])
    yield _bytes([kind, pack("note.json", b"{}"), pack("note.json", b"[]")])
    for name in ("../../outside", "/tmp/outside", "..\\outside", "C:\\outside", "a/../../outside"):  # noqa: S108
        yield _bytes([kind, pack("note.json", b"{}"), pack(name, b"outside")])
    sources = b",".join(b'{"id": "S%d", "files": {"text.txt": "%s"}}' % (n, b"0" * 64) for n in range(1, 50_000))
    yield _bytes(
        [kind, pack("note.json", b'{"format":1,"id":"a","sections":[],"excerpts":[],"sources":[' + sources + b"]}")]
    )


def _files(good: bytes, listing: bytes, count: int) -> Iterator[bytes]:
    chance = random.Random(count)  # nothing secret
    yield from _hostile(good)
    members = [pack("mimetype", MIMETYPE, is_stored=True)]
    for number in range(count):
        if number % 3:
            yield _changed(good, chance)
        else:
            yield _bytes([*members, pack("note.json", _listing(chance, listing))])


def _check(path: Path, count: int) -> None:
    save(note(DRAWING), path)

    with ZipFile(path) as file:
        listing = file.read("note.json")
    opened, refusals, before = 0, set(), _most_memory()
    for data in _files(path.read_bytes(), listing, count):
        path.write_bytes(data)
        began = time.process_time()
        try:
            loaded = load(path)
            assert list(unsound(loaded.note)) == []
            opened += 1
        except BriefingError as refusal:
            refusals.add(str(refusal))
        assert time.process_time() - began < SECONDS, hashlib.sha256(data).hexdigest()
        assert path.read_bytes() == data
    assert [name.name for name in path.parent.iterdir()] == [path.name]
    assert 0 < opened < count
    assert all(refusal.startswith("“pact.brief” ") and "\n" not in refusal for refusal in refusals)
    assert _most_memory() < before + MEGABYTES  # what other tests have taken stays taken


def _most_memory() -> int:
    """The most memory that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def test_damaged_and_hostile_files_are_notes_or_one_sentence(tmp_path: Path) -> None:
    _check(tmp_path / "pact.brief", 300)


@pytest.mark.long
def test_ten_thousand_damaged_files_are_notes_or_one_sentence(tmp_path: Path) -> None:
    _check(tmp_path / "pact.brief", 10_000)

"""The container of a note file: a ZIP, read within bounds and written the same way every time.

Written by hand rather than with `zipfile`, because members that did not change are copied as they are, and
because every claim of a hostile file is checked before a byte of it is believed (PKWARE APPNOTE 6.3.10, 4.3).
"""

import hashlib
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import BinaryIO, NamedTuple

from briefing.io.atomic import Chunk

MOST_ENTRIES = 20_000
LARGEST_FILE = 1 << 29  # bytes of the file, and of everything in it unpacked
LARGEST_RATIO = 200  # unpacked to packed; what packs better is stored as it is
LARGEST_DIRECTORY = 1 << 24
STORED, DEFLATED = 0, 8
LEVEL = 6
_PIECE = 1 << 16  # bytes unpacked at a time where a member is read line by line
_LARGE, _SAMPLE, _DENSE = 1 << 20, 1 << 14, 0.98

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DATE = 0 << 9 | 1 << 5 | 1  # 1 January 1980, the earliest there is
_VERSION = 20  # what is needed to read it: 2.0, deflate
_UTF8 = 1 << 11
_ENCRYPTED = 1


class Damaged(Exception):
    """What is wrong with a container or a member, as the end of a sentence: “the end of the file is missing”."""


class Member(NamedTuple):
    """One member as it stands in a file; `offset` is where its packed bytes begin."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    offset: int


class Packed(NamedTuple):
    """One member ready to be written."""

    name: str
    method: int
    crc: int
    size: int
    data: Chunk


class Container(NamedTuple):
    """An opened container: its members by name, in the order of their place in the file."""

    file: BinaryIO
    members: dict[str, Member]
    fingerprint: int  # of the directory, which holds the checksum of every member

    def content(self, name: str, limit: int = LARGEST_FILE) -> bytes:
        """The unpacked bytes of a member; Damaged if it is missing, too large or not what the directory says."""
        member = self._member(name, limit)
        data = unpack(member, self.raw(member))
        if len(data) != member.size or zlib.crc32(data) != member.crc:
            raise Damaged(f"“{name}” in it is damaged")
        return data

    def lines(self, name: str, limit: int = LARGEST_FILE) -> Iterator[bytes]:
        """The lines of a member without their ends, unpacked as they are asked for; Damaged as `content`."""
        member = self._member(name, limit)
        crc, size, begun = 0, 0, [b""]
        for piece in unpacked(member, self._pieces(member)):
            crc = zlib.crc32(piece, crc)
            size += len(piece)
            first, *others = piece.split(b"\n")
            begun.append(first)
            for other in others:
                line = b"".join(begun)
                begun = [other]
                yield line
        if size != member.size or crc != member.crc:
            raise Damaged(f"“{name}” in it is damaged")
        if any(begun):
            yield b"".join(begun)

    def _member(self, name: str, limit: int) -> Member:
        member = self.members.get(name)
        if member is None:
            raise Damaged(f"“{name}” is missing in it")
        if member.size > limit:
            raise Damaged(f"“{name}” in it is too large ({member.size:,} bytes; {limit:,} are allowed)")
        return member

    def raw(self, member: Member) -> bytes:
        """The packed bytes of a member."""
        self.file.seek(member.offset)
        return self.file.read(member.packed)

    def _pieces(self, member: Member) -> Iterator[bytes]:
        for at in range(0, member.packed, _PIECE):
            self.file.seek(member.offset + at)
            yield self.file.read(min(_PIECE, member.packed - at))

    def packed(self, member: Member) -> Packed:
        """A member ready to be written elsewhere as it is."""
        return Packed(member.name, member.method, member.crc, member.size, self.raw(member))


def unpack(member: Member, raw: bytes) -> bytes:
    """Unpack a member as far as it goes, never beyond its declared size and one byte."""
    return next(unpacked(member, (raw,), member.size + 1), b"")


def unpacked(member: Member, pieces: Iterable[bytes], at_once: int = _PIECE) -> Iterator[bytes]:
    """The unpacked bytes of a member in pieces, never more than its declared size and one piece."""
    if member.method == STORED:
        yield from pieces
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    left = member.size
    try:
        for piece in pieces:
            packed = piece
            while left >= 0 and (data := unpacker.decompress(packed, at_once)):
                yield data
                left -= len(data)
                packed = unpacker.unconsumed_tail
    except zlib.error as error:
        raise Damaged(f"“{member.name}” in it is damaged") from error


def pack(name: str, data: bytes, *, is_stored: bool = False) -> Packed:
    """Pack a member: deflated, unless that gains nothing or packs so well that it would be refused on reading."""
    crc = zlib.crc32(data)
    if not is_stored:
        deflated = b"" if _is_dense(data) else _deflated(data)
        if 0 < len(deflated) < len(data) <= len(deflated) * LARGEST_RATIO:
            return Packed(name, DEFLATED, crc, len(data), deflated)
    return Packed(name, STORED, crc, len(data), data)


def pack_pieces(name: str, pieces: Iterable[bytes], level: int = LEVEL) -> Packed:
    """Pack a member whose bytes come piece by piece; it is deflated whatever that gains, and never held unpacked."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed, crc, size = [], 0, 0
    for piece in pieces:
        crc = zlib.crc32(piece, crc)
        size += len(piece)
        packed.append(packer.compress(piece))
    packed.append(packer.flush())
    return Packed(name, DEFLATED, crc, size, b"".join(packed))


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _is_dense(data: bytes) -> bool:
    """Whether large data is packed already, as pictures and PDF files are, to judge by three samples."""
    if len(data) < _LARGE:
        return False
    middle = len(data) // 2
    samples = (data[:_SAMPLE], data[middle : middle + _SAMPLE], data[-_SAMPLE:])
    return all(len(_deflated(sample)) > _SAMPLE * _DENSE for sample in samples)


def written(members: Iterable[Packed], places: list[Member] | None = None) -> Iterator[Chunk]:
    """The bytes of a container, piece by piece; the same members give the same bytes.

    Where each member came to stand is added to `places`.
    """
    places = [] if places is None else places
    end = 0
    for member in members:
        head = _local(member)
        places.append(Member(member.name, member.method, member.crc, len(member.data), member.size, end + len(head)))
        end += len(head) + len(member.data)
        yield head
        yield member.data
    listing = b"".join(_listed(place) for place in places)
    yield listing
    yield _END.pack(b"PK\5\6", 0, 0, len(places), len(places), len(listing), end, 0)


def _local(member: Packed) -> bytes:
    name = member.name.encode()
    sizes = (member.crc, len(member.data), member.size)
    return _LOCAL.pack(b"PK\3\4", _VERSION, _UTF8, member.method, 0, _DATE, *sizes, len(name), 0) + name


def _listed(member: Member) -> bytes:
    """The entry of a member in the directory."""
    name = member.name.encode()
    sizes = (member.crc, member.packed, member.size)
    begin = member.offset - len(name) - _LOCAL.size
    kind = (_VERSION, _VERSION, _UTF8, member.method, 0, _DATE)
    return _CENTRAL.pack(b"PK\1\2", *kind, *sizes, len(name), 0, 0, 0, 0, 0, begin) + name


def fingerprint(file: BinaryIO) -> int:
    """The fingerprint of a container without reading its members; Damaged if it has no directory."""
    return _fingerprint(_directory(file)[0])


def fingerprint_of(places: Iterable[Member]) -> int:
    """The fingerprint of a container whose members stand at these places."""
    return _fingerprint(b"".join(_listed(member) for member in places))


def _fingerprint(listing: bytes) -> int:
    return int.from_bytes(hashlib.sha256(listing).digest()[:8], "big")


def open_container(file: BinaryIO) -> Container:
    """Read and check the directory of a container; Damaged says what is wrong with it."""
    listing, count, end = _directory(file)
    members = tuple(_members(file, listing, count, end))
    _check_places(members, end)
    _check_names(members)
    if sum(member.size for member in members) > LARGEST_FILE:
        raise Damaged(f"it would unpack to more than {LARGEST_FILE:,} bytes")
    return Container(file, {member.name: member for member in members}, _fingerprint(listing))


def _directory(file: BinaryIO) -> tuple[bytes, int, int]:
    """The listing of a container, how many members it names, and where it begins."""
    length = file.seek(0, 2)
    if length > LARGEST_FILE:
        raise Damaged(f"it is larger than {LARGEST_FILE:,} bytes")
    file.seek(max(0, length - _END.size))
    tail = file.read(_END.size)
    if len(tail) < _END.size or not tail.startswith(b"PK\5\6"):
        raise Damaged("the end of the file is missing")
    _, disk, first_disk, here, count, size, offset, comment = _END.unpack(tail)
    if (disk, first_disk, here, comment) != (0, 0, count, 0) or count > MOST_ENTRIES or size > LARGEST_DIRECTORY:
        raise Damaged("its directory is not one of a note")
    if offset + size + _END.size != length:
        raise Damaged("its directory is not where it should be")
    file.seek(offset)
    return file.read(size), count, offset


def _members(file: BinaryIO, listing: bytes, count: int, end: int) -> Iterator[Member]:
    at = 0
    for _ in range(count):
        if at + _CENTRAL.size > len(listing):
            raise Damaged("its directory is cut off")
        fields = _CENTRAL.unpack_from(listing, at)
        magic, made_by, _, flags, method, _, _, crc, packed, size, named, extra, comment, _, _, mode, offset = fields
        at += _CENTRAL.size
        name = _name(listing[at : at + named])
        at += named + extra + comment
        if magic != b"PK\1\2" or at > len(listing):
            raise Damaged("its directory is damaged")
        if flags & _ENCRYPTED or method not in (STORED, DEFLATED):
            raise Damaged(f"“{name}” in it is packed in a way that notes do not use")
        if made_by >> 8 == 3 and stat.S_ISLNK(mode >> 16):  # noqa: PLR2004  # 3: made on Unix
            raise Damaged(f"“{name}” in it is a link")
        if (method == STORED and size != packed) or size > max(packed, 1) * LARGEST_RATIO:
            raise Damaged(f"“{name}” in it says it is larger than it can be")
        yield Member(name, method, crc, packed, size, _begin(file, name, named, offset, end))
    if at != len(listing):
        raise Damaged("its directory is damaged")


def _begin(file: BinaryIO, name: str, named: int, offset: int, end: int) -> int:
    """Where the packed bytes begin, after a local header that names the same member."""
    if offset + _LOCAL.size > end:
        raise Damaged(f"“{name}” in it is not where it should be")
    file.seek(offset)
    head = file.read(_LOCAL.size + named)
    magic, *_, length, extra = _LOCAL.unpack_from(head)
    if magic != b"PK\3\4" or length != named or _name(head[_LOCAL.size :]) != name:
        raise Damaged(f"“{name}” in it is not where it should be")
    return offset + _LOCAL.size + int(length) + int(extra)


def _name(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise Damaged("a name in it is not UTF-8") from error


def _check_places(members: Iterable[Member], end: int) -> None:
    """No member lies over another, or beyond the members' part of the file."""
    places = sorted((m.offset - _LOCAL.size - len(m.name.encode()), m.offset + m.packed, m.name) for m in members)
    for (_, stop, _), (start, _, name) in pairwise(places):
        if start < stop:
            raise Damaged(f"“{name}” in it lies over another part")
    if places and places[-1][1] > end:
        raise Damaged(f"“{places[-1][2]}” in it is cut off")


def _check_names(members: Iterable[Member]) -> None:
    """Names that could leave the folder they are unpacked in, or that some system takes for the same, are refused."""
    seen: set[str] = set()
    for member in members:
        parts = member.name.removesuffix("/").split("/")
        is_plain = member.name.isprintable() and not set(member.name) & set('\\:*?"<>|')
        if not is_plain or any(part in ("", ".", "..") for part in parts):
            raise Damaged(f"“{ascii(member.name)[1:-1]}” in it is no safe name")
        key = unicodedata.normalize("NFC", member.name).casefold()
        if key in seen:
            raise Damaged(f"“{member.name}” is in it twice")
        seen.add(key)

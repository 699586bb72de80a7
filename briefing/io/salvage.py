"""Salvage: what can still be read of a container whose directory is gone or whose members are damaged."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.io.container import LARGEST_FILE

_LOCAL = struct.Struct("<4s5H3L2H")
_MARK = b"PK\3\4"
_STORED, _DEFLATED = 0, 8
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """What was found of a member; not whole if it is cut off or its checksum is wrong."""

    name: str
    data: bytes
    is_whole: bool


def salvage(data: bytes) -> dict[str, Piece]:
    """The members of a container by their own headers, wherever they stand; of two of one name, the whole one."""
    pieces: dict[str, Piece] = {}
    left = LARGEST_FILE
    for piece in _pieces(data):
        left -= len(piece.data)
        if left < 0:
            break
        known = pieces.get(piece.name)
        if known is None or (piece.is_whole and not known.is_whole):
            pieces[piece.name] = piece
    return pieces


def _pieces(data: bytes) -> Iterator[Piece]:
    at = data.find(_MARK)
    while at >= 0 and at + _LOCAL.size <= len(data):
        _, _, flags, method, _, _, crc, packed, size, named, extra = _LOCAL.unpack_from(data, at)
        begin = at + _LOCAL.size + named + extra
        name = data[at + _LOCAL.size : at + _LOCAL.size + named].decode("utf-8", "replace")
        is_streamed = bool(flags & 8)  # sizes and checksum stand behind the data
        end = at + len(_MARK)
        if named <= _LONGEST_NAME and name.isprintable() and method in (_STORED, _DEFLATED) and begin <= len(data):
            content, length, is_ended = _content(data, begin, method, packed if not is_streamed else None)
            is_right = is_ended and (is_streamed or (len(content) == size and zlib.crc32(content) == crc))
            yield Piece(name, content, is_right)
            end = begin + length if is_right else begin
        at = data.find(_MARK, end)


def _content(data: bytes, begin: int, method: int, packed: int | None) -> tuple[bytes, int, bool]:
    """What can be unpacked from a place, how many packed bytes that took, and whether it came to its end."""
    if method == _STORED:
        end = begin + packed if packed is not None else data.find(b"PK", begin)
        return data[begin:end], len(data[begin:end]), packed is not None and begin + packed <= len(data)
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    end = len(data) if packed is None else min(len(data), begin + packed)
    length = 0
    for at in range(begin, end, 1 << 14):
        try:
            parts.append(unpacker.decompress(data[at : min(end, at + (1 << 14))], LARGEST_FILE))
        except zlib.error:
            break
        length = min(end, at + (1 << 14)) - begin - len(unpacker.unused_data)
        if unpacker.eof or sum(map(len, parts)) > LARGEST_FILE:
            break
    return b"".join(parts), length, unpacker.eof

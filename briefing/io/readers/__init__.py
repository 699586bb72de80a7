"""Reading articles: bytes of any form in which an article comes, turned into a source."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import PurePath
from typing import cast

from briefing.domain.errors import BriefingError
from briefing.domain.source import Record, Source
from briefing.io.readers.encoding import is_binary

LIMIT_BYTES = 50_000_000
LIMIT_CHARACTERS = 20_000_000


def read(data: bytes, name: str = "", address: str = "", encoding: str = "") -> Source:
    """The article that the bytes hold, as a source with its original; told by content, then by the name's suffix."""
    if not data.strip():
        raise BriefingError(f"{_called(name)} is empty; there is nothing to read.")
    if len(data) > LIMIT_BYTES:
        raise BriefingError(f"{_called(name)} is larger than 50 MB; cut out the article and paste it instead.")
    source = _read_as(kind_of(data, name), data, encoding)
    return complete(source, data, name, address)


def complete(source: Source, data: bytes, name: str, address: str) -> Source:
    """The source with its original, hash, name and address; refused when nothing in it can be read."""
    if len(source.text) > LIMIT_CHARACTERS:
        raise BriefingError(f"{_called(name)} has more than 20 million characters; cut out the article instead.")
    if not any(map(str.isalnum, source.text)):
        raise BriefingError(f"{_called(name)} holds no text that could be read.")
    record = replace(
        source.record,
        title=source.record.title or PurePath(name).stem,
        file_name=PurePath(name).name,
        address=source.record.address or address,
        sha256=sha256(data).hexdigest(),
    )
    return replace(source, record=record, original=data)


def kind_of(data: bytes, name: str = "") -> str:
    """What kind of file the bytes are, by their content, and by the name's suffix where content leaves it open."""
    if is_binary(data):
        raise BriefingError(f"{_called(name)} is not a text that can be read here; it looks like a binary file.")
    return "plain"


_MEDIA_TYPES = {"plain": "text/plain"}


def _read_as(kind: str, data: bytes, encoding: str) -> Source:
    """Let the reader of a kind, loaded only now, read the bytes."""
    reader = cast("Callable[[bytes, str], Source]", import_module(f"briefing.io.readers.{kind}").read)
    source = reader(data, encoding)
    record: Record = replace(source.record, media_type=_MEDIA_TYPES[kind])
    return replace(source, record=record)


def _called(name: str) -> str:
    return f"“{PurePath(name).name}”" if name else "The text"

"""The members of a source in a note file: its text, its passages, and the bytes as they were received."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import Any, NamedTuple, cast

from briefing.domain.soundness import lines_as_passages
from briefing.domain.source import Passage, Source
from briefing.io.container import LARGEST_FILE, Container, Damaged
from briefing.io.note_json import LARGEST, Listed, decode_passages, encode_passages
from briefing.io.plain_values import Misshapen
from briefing.io.stamp import Kept, Stamp

LARGEST_TEXT = 100_000_000  # bytes of UTF-8
TEXT, PASSAGES, ORIGINAL = "text.txt", "passages.json", "original."
_EXTENSION = re.compile(r"[a-z0-9]{1,8}")
_BY_TYPE = {"text/html": "html", "text/plain": "txt", "text/markdown": "md", "application/pdf": "pdf"}


class Part(NamedTuple):
    """One value of a source and the file that holds it; `kept` is where it stands packed already."""

    name: str
    value: object
    sha256: str
    size: int  # bytes
    encode: Callable[[], bytes]
    kept: Kept | None = None


def parts_of(source: Source, stamp: Stamp | None) -> Iterator[Part]:
    """The parts of a source; those that a stamped file holds already are neither encoded nor hashed again."""
    values: list[tuple[str, object, Callable[[], bytes]]] = [
        (TEXT, source.text, source.text.encode),
        (PASSAGES, source.passages, partial(encode_passages, source.passages)),
    ]
    if source.original:
        values.append((ORIGINAL + _extension(source), source.original, partial(bytes, source.original)))
    for name, value, encode in values:
        path = folder(source.id) + name
        kept = stamp.find(value) if stamp is not None else None
        if kept is not None:
            yield Part(path, value, kept.sha256, kept.member.size, encode, kept)
        else:
            data = encode()
            yield Part(path, value, hashlib.sha256(data).hexdigest(), len(data), partial(bytes, data))


def encoded(value: object) -> bytes:
    """A value of a source as a note file holds it."""
    if isinstance(value, str):
        return value.encode()
    return value if isinstance(value, bytes) else encode_passages(cast("tuple[Passage, ...]", value))


def folder(source_id: str) -> str:
    """Where the files of a source are."""
    return f"sources/{source_id}/"


class SourceReading:
    """Reads the sources of one container; what is damaged is said, and the rest is read."""

    def __init__(self, file: Container) -> None:
        self.damage: list[str] = []
        self.kept: dict[int, Kept] = {}
        self.names: set[str] = set()
        self._file = file

    def source(self, listed: Listed) -> Source:
        """One source as far as it is whole; a text that is damaged is left out."""
        empty = listed.source
        self.names |= {folder(empty.id) + name for name in listed.files}
        text = self._part(listed, TEXT, _text, LARGEST_TEXT)
        if text is None:
            return replace(empty, original=self._original(listed))
        passages = self._part(listed, PASSAGES, decode_passages, LARGEST)
        if passages is None:
            passages = lines_as_passages(text)
        return replace(empty, text=text, passages=passages, original=self._original(listed))

    def _original(self, listed: Listed) -> bytes:
        name = next((name for name in listed.files if name.startswith(ORIGINAL)), None)
        return b"" if name is None else self._part(listed, name, bytes, LARGEST_FILE) or b""

    def _part(self, listed: Listed, name: str, decode: Callable[[bytes], Any], limit: int) -> Any:  # noqa: ANN401
        """One value of a source, None if it is damaged or does not have the hash that the note gives."""
        path = folder(listed.source.id) + name
        sha256 = listed.files.get(name)
        try:
            data = self._file.content(path, limit)
            if hashlib.sha256(data).hexdigest() != sha256:
                raise Damaged(f"“{path}” in it is not what was saved")  # noqa: TRY301  # said below as any damage
            value = decode(data)
        except (Damaged, Misshapen, UnicodeDecodeError):
            self.damage.append(_damaged(listed, name))
            return None
        if value:
            self.kept[id(value)] = Kept(value, sha256, self._file.members[path])
        return value


def _text(data: bytes) -> str:
    return data.decode()


def _damaged(listed: Listed, name: str) -> str:
    title = listed.source.record.title or listed.source.record.file_name or "untitled"
    place = f"{listed.source.id} (“{title}”)"
    if name == TEXT:
        return f"The text of {place} is damaged."
    if name == PASSAGES:
        return f"The division into paragraphs of {place} is damaged."
    return f"The original file of {place} is damaged."


def _extension(source: Source) -> str:
    """The ending under which other programs know the original."""
    ending = PurePath(source.record.file_name).suffix.lower().removeprefix(".")
    return ending if _EXTENSION.fullmatch(ending) else _BY_TYPE.get(source.record.media_type, "bin")

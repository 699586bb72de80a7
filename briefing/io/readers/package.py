"""ZIP containers of documents, read with distrust: nothing is unpacked, sizes are bounded, XML never reaches out."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import TypeVar

from briefing.domain.errors import BriefingError
from briefing.io.readers.blocks import Tree

LIMIT_PARTS = 20_000
LIMIT_PART = 20_000_000  # bytes of one part, unpacked, which a tree takes thirty times over
LIMIT_WHOLE = 100_000_000  # bytes of all parts that are read, unpacked

# What parsers of broken files raise, all of which mean the same to the analyst.
FAULTS = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, SyntaxError, RecursionError,
    MemoryError, EOFError, OSError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error,
    lzma.LZMAError, struct.error,
)  # fmt: skip

Result = TypeVar("Result")


def guarded(read: Callable[[], Result], kind: str) -> Result:
    """What `read` gives, or one sentence where the file is broken in any of the ways that files are."""
    try:
        return read()
    except BriefingError:
        raise
    except FAULTS as error:
        raise BriefingError(
            f"The file is damaged or cut off, so it could not be read as {kind}; get it again."
        ) from error


class Package:
    """The parts of a document's ZIP container, each read only when asked for."""

    def __init__(self, data: bytes) -> None:
        self._zip = guarded(lambda: zipfile.ZipFile(BytesIO(data)), "a ZIP container")
        self._left = LIMIT_WHOLE
        self.names = self._zip.namelist()
        if len(self.names) > LIMIT_PARTS:
            raise BriefingError("The file has more parts than any article needs; it was not read.")

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._zip.NameToInfo

    def part(self, name: str) -> bytes:
        """The bytes of a part; refused when they are encrypted or larger than any article's."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 0x1:
            raise BriefingError("The file is protected by a password; save it without one first.")
        limit = min(LIMIT_PART, self._left)
        with self._zip.open(info) as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise BriefingError("The file unpacks to more than any article needs; it was not read.")
        self._left -= len(data)
        return data

    def tree(self, name: str) -> Tree:
        """A part as a tree of XML."""
        return parse_xml(self.part(name))

    def tree_or_none(self, name: str) -> Tree | None:
        """A part as a tree of XML, None where it is missing."""
        return self.tree(name) if self.has(name) else None


def parse_xml(data: bytes) -> Tree:
    """A tree of XML; entities are never expanded, nothing outside the bytes is ever opened."""
    from lxml import etree  # noqa: PLC0415 - loaded when the first document is read

    if _declares_entities(data):
        raise BriefingError("The file declares entities of its own, as no article does; it was not read.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    return etree.fromstring(data, parser)


def _declares_entities(data: bytes) -> bool:
    """Whether the document type declares entities, in whatever encoding the file is."""
    head = data[:100_000].replace(b"\0", b"")
    start = head.find(b"<!DOCTYPE")
    return start >= 0 and re.search(rb"<!ENTITY", head[start:]) is not None

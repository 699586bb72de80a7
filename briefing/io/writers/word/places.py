"""Bookmarks: the names by which sections and citations of a written document are found again."""

import re
from zlib import crc32

_PLAIN = re.compile(r"[a-z0-9_]{1,28}")
_NUMBERED = re.compile(r"x\d{1,9}")
SECTION = "brief_sec_"
CITATION = "brief_x_"
SOURCE = "brief_src_"


def section_place(key: str) -> str:
    """The bookmark of a section; names are told apart without regard to case and hold 40 characters at most."""
    return SECTION + _slug(key)


def citation_place(excerpt: str, time: int) -> str:
    """The bookmark of a citation, `brief_x_7`; with its count when an excerpt is cited again, `brief_x_7_2`."""
    name = excerpt[1:] if _NUMBERED.fullmatch(excerpt) else _slug(excerpt)
    return f"{CITATION}{name}" if time == 1 else f"{CITATION}{name}_{time}"


def source_place(source: str) -> str:
    """The bookmark of a line of the list of sources."""
    return SOURCE + _slug(source.lower())


def _slug(key: str) -> str:
    if _PLAIN.fullmatch(key):
        return key
    return f"{re.sub('[^a-z0-9]+', '_', key.lower())[:16]}_{crc32(key.encode()):08x}"


class Bookmarks:
    """Gives bookmarks their ids, and citations their names."""

    def __init__(self) -> None:
        self._last = 0
        self._cited: dict[str, int] = {}

    def around(self, name: str, content: str) -> str:
        """Content between the start and the end of a bookmark."""
        self._last += 1
        start = f'<w:bookmarkStart w:id="{self._last}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self._last}"/>'

    def around_citation(self, excerpt: str, content: str) -> str:
        """The mark of a citation between the start and the end of its bookmark."""
        time = self._cited[excerpt] = self._cited.get(excerpt, 0) + 1
        return self.around(citation_place(excerpt, time), content)

"""What is dragged within the window: the names of its kinds, and how they are written."""

from dataclasses import dataclass
from secrets import token_hex

from PySide6.QtCore import QMimeData

NOTE = "application/x-briefing-note"  # the id of the note that the rest belongs to, and of the program that has it
EXCERPT = "application/x-briefing-excerpt"  # the id of an excerpt
RANGE = "application/x-briefing-range"  # source id, start and end (code points), one space between


_HERE = token_hex(8)  # a copy of a note that another program has open bears the same id


def sign(data: QMimeData, note_id: str) -> None:
    """Say which note something is of: in another one its ids and positions would mean something else."""
    data.setData(NOTE, f"{note_id} {_HERE}".encode())


def is_of(data: QMimeData, note_id: str) -> bool:
    """Whether something is of a note that this program has open."""
    return bytes(data.data(NOTE).data()).decode() == f"{note_id} {_HERE}"


@dataclass(frozen=True, slots=True)
class DraggedRange:
    """Code points [start, end) of a source, on their way to a section."""

    source: str
    start: int
    end: int


def excerpt_data(excerpt_id: str, quote: str) -> QMimeData:
    """An excerpt being dragged; other programs get its words."""
    data = QMimeData()
    data.setData(EXCERPT, excerpt_id.encode())
    data.setText(quote)
    return data


def write_range(data: QMimeData, dragged: DraggedRange, quote: str) -> None:
    """Write a selection that is copied or dragged; other programs get its words."""
    data.setData(RANGE, f"{dragged.source} {dragged.start} {dragged.end}".encode())
    data.setText(quote)


def dragged_excerpt(data: QMimeData) -> str:
    """Id of the excerpt that is dragged, empty if it is something else."""
    return bytes(data.data(EXCERPT).data()).decode() if data.hasFormat(EXCERPT) else ""


def dragged_range(data: QMimeData) -> DraggedRange | None:
    """The selection that is dragged, None if it is something else."""
    if not data.hasFormat(RANGE):
        return None
    source, start, end = bytes(data.data(RANGE).data()).decode().split(" ")
    return DraggedRange(source, int(start), int(end))


MOVED = "application/x-briefing-moved"  # section, first and last block, one space between; only within the window


@dataclass(frozen=True, slots=True)
class DraggedBlocks:
    """Blocks `first` to `last` of a section, on their way to another place."""

    section: str
    first: int
    last: int


def blocks_data(dragged: DraggedBlocks, words: str) -> QMimeData:
    """Blocks being dragged; other programs get their words."""
    data = QMimeData()
    data.setData(MOVED, f"{dragged.section} {dragged.first} {dragged.last}".encode())
    data.setText(words)
    return data


def dragged_blocks(data: QMimeData) -> DraggedBlocks | None:
    """The blocks that are dragged, None if it is something else."""
    if not data.hasFormat(MOVED):
        return None
    section, first, last = bytes(data.data(MOVED).data()).decode().rsplit(" ", 2)
    return DraggedBlocks(section, int(first), int(last))

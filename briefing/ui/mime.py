"""What is dragged within the window: the names of its kinds, and how they are written."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

EXCERPT = "application/x-briefing-excerpt"  # the id of an excerpt
RANGE = "application/x-briefing-range"  # source id, start and end (code points), one space between


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


def range_data(dragged: DraggedRange, quote: str) -> QMimeData:
    """A selection being dragged; other programs get its words."""
    data = QMimeData()
    data.setData(RANGE, f"{dragged.source} {dragged.start} {dragged.end}".encode())
    data.setText(quote)
    return data


def dragged_excerpt(data: QMimeData) -> str:
    """Id of the excerpt that is dragged, empty if it is something else."""
    return bytes(data.data(EXCERPT).data()).decode() if data.hasFormat(EXCERPT) else ""


def dragged_range(data: QMimeData) -> DraggedRange | None:
    """The selection that is dragged, None if it is something else."""
    if not data.hasFormat(RANGE):
        return None
    source, start, end = bytes(data.data(RANGE).data()).decode().split(" ")
    return DraggedRange(source, int(start), int(end))

"""What a drop on a section does: a selection is filed, an excerpt is filed or cited, blocks are moved."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from briefing.domain.edits import file_excerpt, move_block, move_excerpt
from briefing.domain.errors import WrongUse
from briefing.domain.note import Excerpt, Note
from briefing.ui.mime import (
    DraggedBlocks,
    DraggedRange,
    dragged_blocks,
    dragged_excerpt,
    dragged_range,
    is_of,
)
from briefing.ui.words import tr

Edit = Callable[[Note], Note]
Dragged = DraggedRange | DraggedBlocks | str  # a str is the id of an excerpt


@dataclass(frozen=True)
class Step:
    """A named edit."""

    label: str
    edit: Edit


def dragged(data: QMimeData, note: Note) -> Dragged | None:
    """What of a note is being dragged; None for things of other notes, from outside, and for plain text."""
    if not is_of(data, note.id):
        return None
    return dragged_range(data) or dragged_blocks(data) or dragged_excerpt(data) or None


def dropped(thing: Dragged, note: Note, key: str, index: int | None = None) -> Step | None:
    """The step that a drop before the block at an index is (None: at the end); None if it changes nothing."""
    title = note.section(key).title
    if isinstance(thing, DraggedRange):
        return Step(tr("File excerpt in {section}", section=title), lambda n: file_at(n, thing, key, index))
    if isinstance(thing, DraggedBlocks):
        end = len(note.section(key).blocks)
        label = tr("Move in {section}", section=title) if thing.section == key else _moving_to(title)
        return Step(label, lambda n: move_blocks(n, thing, key, end if index is None else index))
    if note.excerpt(thing).section == key:
        return None
    return Step(_moving_to(title), lambda n: move_excerpt(n, thing, key))


def _moving_to(title: str) -> str:
    return tr("Move to {section}", section=title)


def file_at(note: Note, thing: DraggedRange, key: str, index: int | None) -> Note:
    """File a passage with its quote block before the block at an index."""
    filed = file_excerpt(note, thing.source, thing.start, thing.end, key)
    last = len(filed.section(key).blocks) - 1
    return filed if index is None or index >= last else move_block(filed, key, last, key, index)


def find_filed(note: Note, passage: DraggedRange, key: str) -> Excerpt | None:
    """The excerpt that is just this passage under a section."""
    wanted = (passage.source, passage.start, passage.end, key)
    return next((e for e in note.excerpts if (e.source, e.start, e.end, e.section) == wanted), None)


def still_says(note: Note, passage: DraggedRange, words: str) -> bool:
    """Whether a passage that was copied some time ago still holds the words of it that were copied."""
    source = next((s for s in note.sources if s.id == passage.source), None)
    return source is not None and " ".join(words.split()) in " ".join(source.words(passage.start, passage.end).split())


def filed_once(note: Note, passage: DraggedRange, key: str) -> Note:
    """File a passage under a section, without a quote block, if it is not filed there yet."""
    if find_filed(note, passage, key) is not None:
        return note
    return file_excerpt(note, passage.source, passage.start, passage.end, key, is_quoted=False)


def move_blocks(note: Note, thing: DraggedBlocks, key: str, index: int) -> Note:
    """Move neighbouring blocks, in their order, to stand before the block at an index as counted before the move."""
    count = len(note.section(thing.section).blocks)
    if not 0 <= thing.first <= thing.last < count:
        raise WrongUse("There are no such blocks to move.")
    if thing.section == key and thing.first <= index <= thing.last + 1:
        return note
    is_down = thing.section == key and index > thing.last
    for step in range(thing.last - thing.first + 1):
        start = thing.first if is_down or thing.section != key else thing.first + step
        note = move_block(note, thing.section, start, key, index if is_down else index + step)
    return note

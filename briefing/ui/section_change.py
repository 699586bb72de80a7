"""Where a section differs from what it was, as a place for the caret: the end of what came, or where something went."""

from collections.abc import Sequence

from briefing.domain.ends import shared_ends
from briefing.domain.note import Block, Note
from briefing.ui.section_body import EMPTY
from briefing.ui.section_text import cells, units

Spot = tuple[int, int]  # number of a block, positions of the text document before the place in it


def changed_sections(before: Note, after: Note) -> list[str]:
    """Keys of the sections that stand in both notes with other blocks."""
    old = {section.key: section for section in before.sections}
    return [s.key for s in after.sections if s.key in old and s.blocks != old[s.key].blocks]


def changed_spot(before: Sequence[Block], after: Sequence[Block]) -> Spot | None:
    """The place in `after` where the blocks begin to be as they were `before`; None if no words came or went."""
    old, new = before or EMPTY, after or EMPTY
    head, tail = shared_ends(old, new)
    if [block.runs for block in old[head : len(old) - tail]] == [block.runs for block in new[head : len(new) - tail]]:
        return None
    last, was = len(new) - tail - 1, len(old) - tail - 1
    if last < head:  # blocks went and none came: behind the block before them
        return (head - 1, _size(new[head - 1])) if head else (0, 0)
    if was < head:  # blocks came: behind the last
        return last, _size(new[last])
    here = list(cells(new[last]))
    _, rest = shared_ends(list(cells(old[was])), here)
    return last, units(here[: len(here) - rest])


def _size(block: Block) -> int:
    return units(list(cells(block)))

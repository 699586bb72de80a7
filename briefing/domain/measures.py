"""Counts that the analyst is shown: words, pages, and how much of an article is filed."""

from collections.abc import Iterable

from briefing.domain.ends import differing
from briefing.domain.note import Block, Excerpt, Note, Section
from briefing.domain.source import Kind, Source

WORDS_A_PAGE = 400  # a page of a briefing with headings and quotes


def words_in(section: Section) -> int:
    """Words that stand in a section."""
    return words_in_blocks(section.blocks)


def words_in_blocks(blocks: Iterable[Block]) -> int:
    """Words that stand in blocks."""
    return sum(len(block.text.split()) for block in blocks)


def words_of(note: Note) -> int:
    """Words of the whole note: bottom line and sections."""
    return len(note.front.bottom_line.split()) + sum(words_in(section) for section in note.sections)


class WordCount:
    """The words of a note as it changes: only blocks that came or went are counted."""

    def __init__(self) -> None:
        self._counted: dict[str, tuple[tuple[Block, ...], int]] = {}

    def of(self, note: Note) -> int:
        """Words of the whole note, as `words_of` counts them."""
        return len(note.front.bottom_line.split()) + sum(self.in_section(section) for section in note.sections)

    def in_section(self, section: Section) -> int:
        """Words of one section of the note."""
        blocks, count = self._counted.get(section.key, ((), 0))
        gone, come = differing(blocks, section.blocks)
        count += words_in_blocks(come) - words_in_blocks(gone)
        self._counted[section.key] = section.blocks, count
        return count


def pages_of(words: int) -> int:
    """About how many pages that many words fill, at least one."""
    return max(1, round(words / WORDS_A_PAGE))


def filed_ranges(excerpts: Iterable[Excerpt]) -> list[tuple[int, int]]:
    """The code points that excerpts cover, as ranges in order that do not touch."""
    ranges: list[tuple[int, int]] = []
    for start, end in sorted((e.start, e.end) for e in excerpts):
        if ranges and start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return ranges


def body_of(source: Source) -> list[tuple[int, int]]:
    """The code points of an article that are no noise, as ranges in order."""
    return [(p.start, p.end) for p in source.passages if p.kind is not Kind.NOISE]


def overlap(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> int:
    """Length of what two lists of ordered, disjoint ranges share."""
    shared = at = 0
    for start, end in left:
        while at < len(right) and right[at][1] <= start:
            at += 1
        ahead = at
        while ahead < len(right) and right[ahead][0] < end:
            shared += min(end, right[ahead][1]) - max(start, right[ahead][0])
            ahead += 1
    return shared

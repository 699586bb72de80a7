"""Differences: what changed between two notes, in sentences; `comparison` shows two texts word by word."""

import re
from collections.abc import Iterator

from briefing.domain.comparison import compare
from briefing.domain.note import Note, Section

_WORD = re.compile(r"\w+")
_SOURCES = ("1 source added.", "{count} sources added.", "1 source removed.", "{count} sources removed.")
_EXCERPTS = ("1 excerpt added.", "{count} excerpts added.", "1 excerpt removed.", "{count} excerpts removed.")
_CHANGED = (
    "1 excerpt changed in bounds, place or comment.",
    "{count} excerpts changed in bounds, place or comment.",
)


def section_text(section: Section) -> str:
    """What stands in a section, a line a block, as it is compared."""
    return "\n".join(block.text for block in section.blocks)


def differences(before: Note, after: Note) -> tuple[str, ...]:
    """What changed from one note to another, a sentence for every part; nothing if they are the same."""
    return tuple(_differences(before, after))


def _differences(before: Note, after: Note) -> Iterator[str]:
    if before.title != after.title:
        yield f"The title is “{after.title}”; it was “{before.title}”."
    if before.front != after.front:
        yield "The front matter is different."
    if before.marking != after.marking:
        yield from _markings(before.marking, after.marking)
    yield from _sections(before, after)
    yield from _parts(_SOURCES, {s.id for s in before.sources}, {s.id for s in after.sources})
    yield from _parts(_EXCERPTS, {e.id for e in before.excerpts}, {e.id for e in after.excerpts})
    old = {excerpt.id: excerpt for excerpt in before.excerpts}
    changed = sum(1 for e in after.excerpts if e.id in old and old[e.id] is not e and old[e.id] != e)
    if changed:
        yield _count(changed, *_CHANGED)
    known = {source.id: source for source in before.sources}
    if any(s.id in known and known[s.id] is not s and known[s.id] != s for s in after.sources):
        yield "What is known about a source is different."


def _markings(before: str, after: str) -> Iterator[str]:
    if not before:
        yield f"The marking is “{after}”; there was none."
    elif not after:
        yield f"There is no marking; it was “{before}”."
    else:
        yield f"The marking is “{after}”; it was “{before}”."


def _sections(before: Note, after: Note) -> Iterator[str]:
    old = {section.key: section for section in before.sections}
    for section in after.sections:
        earlier = old.pop(section.key, None)
        if earlier is None:
            yield f"The section “{section.title}” is new."
        elif earlier.blocks != section.blocks:
            old_text, new_text = section_text(earlier), section_text(section)
            others = [stretch for stretch in compare(old_text, new_text) if not stretch.is_same]
            more = sum(_words(new_text[stretch.new_start : stretch.new_end]) for stretch in others)
            fewer = sum(_words(old_text[stretch.old_start : stretch.old_end]) for stretch in others)
            counts = [_count(more, "1 word added", "{count} words added")] if more else []
            counts += [_count(fewer, "1 word removed", "{count} words removed")] if fewer else []
            yield f"{section.title}: {' and '.join(counts) or 'other formatting or citations'}."
        elif earlier != section:
            yield f"{section.title}: the title or status is different."
    for section in old.values():
        yield f"The section “{section.title}” is gone."
    if not old and [s.key for s in before.sections] != [s.key for s in after.sections if s.key in _keys(before)]:
        yield "The sections stand in another order."


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _keys(note: Note) -> set[str]:
    return {section.key for section in note.sections}


def _parts(words: tuple[str, str, str, str], before: set[str], after: set[str]) -> Iterator[str]:
    if after - before:
        yield _count(len(after - before), *words[:2])
    if before - after:
        yield _count(len(before - after), *words[2:])


def _count(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(count=number)

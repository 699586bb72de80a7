"""Soundness: what must hold of every note, whatever was done to it and wherever it was read from."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from briefing.domain.anchor import Found, describe
from briefing.domain.note import Excerpt, Note
from briefing.domain.source import Kind, Passage, Source

_LINES = re.compile(r"\S[^\n]*")
T = TypeVar("T")


def unsound(note: Note) -> Iterator[str]:
    """What does not hold of a note, as sentences; nothing for a sound one."""
    yield from (f"There is more than one section “{name}”." for name in _repeated(s.key for s in note.sections))
    yield from (f"There is more than one source “{name}”." for name in _repeated(s.id for s in note.sources))
    yield from (f"There is more than one excerpt “{name}”." for name in _repeated(e.id for e in note.excerpts))
    yield from (f"There is more than one recipe “{name}”." for name in _repeated(r.name for r in note.recipes))
    for source in (version for newest in note.sources for version in newest.versions):
        yield from _unsound_source(source)
    sources = {source.id: source for source in note.sources}
    keys = {section.key for section in note.sections}
    for excerpt in note.excerpts:
        yield from _unsound_excerpt(excerpt, sources, keys)
    yield from _unsound_numbers(note)
    yield from _unsound_citations(note)


def _repeated(names: Iterable[str]) -> Iterator[str]:
    return (name for name, count in Counter(names).items() if count > 1)


def _unsound_source(source: Source) -> Iterator[str]:
    at = 0
    for passage in source.passages:
        if not at <= passage.start <= passage.end <= len(source.text):
            yield f"A passage of {source.id} lies over another or outside the text ({passage.start} to {passage.end})."
            return
        if source.text[at : passage.start].strip():
            yield f"Words of {source.id} stand between its passages (before {passage.start})."
        at = passage.end
    if source.text[at:].strip():
        yield f"Words of {source.id} stand behind its last passage."


def _unsound_excerpt(excerpt: Excerpt, sources: dict[str, Source], keys: set[str]) -> Iterator[str]:
    source = sources.get(excerpt.source)
    if source is None:
        yield f"Excerpt {excerpt.id} is from “{excerpt.source}”, which the note does not have."
        return
    if excerpt.section is not None and excerpt.section not in keys:
        yield f"Excerpt {excerpt.id} is filed under “{excerpt.section}”, which the note does not have."
    if excerpt.found is Found.LOST:
        return
    if not 0 <= excerpt.start < excerpt.end <= len(source.text):
        yield f"Excerpt {excerpt.id} lies outside its source ({excerpt.start} to {excerpt.end})."
    elif source.text[excerpt.start : excerpt.end] != excerpt.quote:
        yield f"Excerpt {excerpt.id} does not say what stands at its place in {source.id}."


def _unsound_numbers(note: Note) -> Iterator[str]:
    for kind, last, ids in (
        ("S", note.last_source, [s.id for s in note.sources]),
        ("x", note.last_excerpt, [e.id for e in note.excerpts]),
    ):
        for name in ids:
            number = name.removeprefix(kind)
            if not (name.startswith(kind) and number.isascii() and number.isdigit() and 0 < int(number[:18]) <= last):
                yield f"“{name}” is no id that the note gave ({kind}1 to {kind}{last})."


def _unsound_citations(note: Note) -> Iterator[str]:
    known = {excerpt.id for excerpt in note.excerpts}
    for section in note.sections:
        for block in section.blocks:
            missing = [name for name in block.citations if name not in known]
            if missing:
                yield f"Section {section.key} cites {', '.join(missing)}, which the note does not have."


def mend(note: Note) -> Note:
    """The nearest sound note: nothing is invented, and words are only left out where nothing can hold them."""
    from briefing.domain.edits import write_body  # noqa: PLC0415 (notes are read often and mended seldom)

    sections = tuple(_first_of_each(note.sections, lambda section: section.key))
    sources = tuple(_mended_source(source) for source in _first_of_each(note.sources, lambda source: source.id))
    by_id = {source.id: source for source in sources}
    keys = {section.key for section in sections}
    excerpts = tuple(
        _mended_excerpt(excerpt, by_id[excerpt.source], keys)
        for excerpt in _first_of_each(note.excerpts, lambda excerpt: excerpt.id)
        if excerpt.source in by_id
    )
    mended = replace(
        note,
        sections=tuple(replace(section, blocks=()) for section in sections),  # written anew below, citations checked
        sources=sources,
        excerpts=excerpts,
        recipes=tuple(_first_of_each(note.recipes, lambda recipe: recipe.name)),
        last_source=max([note.last_source, *(_number(source.id) for source in sources)]),
        last_excerpt=max([note.last_excerpt, *(_number(excerpt.id) for excerpt in excerpts)]),
    )
    for section in sections:
        mended = write_body(mended, section.key, section.blocks)
    return mended


def lines_as_passages(text: str) -> tuple[Passage, ...]:
    """A paragraph for every line, where nothing better is known of a text."""
    places = ((match.start(), match.start() + len(match[0].rstrip())) for match in _LINES.finditer(text))
    return tuple(Passage(Kind.PARAGRAPH, start, end) for start, end in places)


def _first_of_each(items: Iterable[T], key: Callable[[T], str]) -> Iterator[T]:
    seen: set[str] = set()
    for item in items:
        if key(item) not in seen:
            seen.add(key(item))
            yield item


def _mended_source(source: Source) -> Source:
    if source.earlier:
        source = replace(source, earlier=tuple(_mended_source(version) for version in source.earlier))
    is_sound = next(_unsound_source(source), None) is None
    return source if is_sound else replace(source, passages=lines_as_passages(source.text))


def _mended_excerpt(excerpt: Excerpt, source: Source, keys: set[str]) -> Excerpt:
    """The excerpt where its words stand, or lost with its words; unsorted if its section is not there."""
    if excerpt.section is not None and excerpt.section not in keys:
        excerpt = replace(excerpt, section=None)
    if next(_unsound_excerpt(excerpt, {source.id: source}, keys), None) is None:
        return excerpt
    from briefing.domain.locating import locate  # noqa: PLC0415 (notes are read often and mended seldom)

    match = locate(source.text, excerpt.anchor)
    if match.start is None or match.end is None:
        return replace(excerpt, found=Found.LOST)
    was = excerpt.was or excerpt.quote if match.found is Found.CHANGED else excerpt.was
    return replace(excerpt, anchor=describe(source.text, match.start, match.end), found=match.found, was=was)


def _number(name: str) -> int:
    digits = name[1:10]
    return int(digits) if digits.isascii() and digits.isdigit() else 0

"""Reshaping: splitting and joining excerpts, and giving a note another template; nothing that stands is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.domain.anchor import describe
from briefing.domain.edits import quote_block
from briefing.domain.errors import WrongUse
from briefing.domain.note import Block, Citation, Excerpt, Note, Run, Section, block
from briefing.domain.quotes import trim
from briefing.domain.template import Slot, Template


def split_excerpt(note: Note, excerpt_id: str, at: int) -> Note:
    """Make two excerpts of one at a code point of its source; untouched quote blocks become two, citations both."""
    old = note.excerpt(excerpt_id)
    source = note.source(old.source)
    halves = (source.text[old.start : at], source.text[at : old.end])
    if not old.start < at < old.end or not all(half.strip() for half in halves):
        raise WrongUse("An excerpt is split inside its words, so that words stand on both sides.")
    number = note.last_excerpt + 1
    first = replace(old, anchor=describe(source.text, *trim(source.text, old.start, at)))
    second_anchor = describe(source.text, *trim(source.text, at, old.end))
    second = Excerpt(f"x{number}", old.source, old.section, second_anchor)
    excerpts = tuple(part for e in note.excerpts for part in ((first, second) if e.id == excerpt_id else (e,)))
    pure = quote_block(source, old)
    quotes = (quote_block(source, first), quote_block(source, second))
    both = (Citation(first.id), Citation(second.id))
    return replace(
        note,
        excerpts=excerpts,
        last_excerpt=number,
        sections=_each_block(note, lambda b: quotes if b == pure else (_cited(b, Citation(old.id), both),)),
    )


def join_excerpts(note: Note, kept_id: str, other_id: str) -> Note:
    """Make one excerpt of two from one source, with everything between them; the first one's id and section stay."""
    kept, other = note.excerpt(kept_id), note.excerpt(other_id)
    if kept_id == other_id or kept.source != other.source:
        raise WrongUse("Two different excerpts of one source can be joined.")
    source = note.source(kept.source)
    anchor = describe(source.text, min(kept.start, other.start), max(kept.end, other.end))
    comment = "\n".join(part for part in (kept.comment, other.comment) if part)
    joined = replace(kept, anchor=anchor, comment=comment)
    pure = {quote_block(source, kept): quote_block(source, joined), quote_block(source, other): None}
    has_own_block = any(b in pure and pure[b] for section in note.sections for b in section.blocks)
    if not has_own_block:
        pure[quote_block(source, other)] = quote_block(source, joined)

    def change(b: Block) -> tuple[Block, ...]:
        if b in pure:
            quote = pure[b]
            return () if quote is None else (quote,)
        return (_cited(b, Citation(other_id), (Citation(kept_id),)),)

    excerpts = tuple(joined if e.id == kept_id else e for e in note.excerpts if e.id != other_id)
    return replace(note, excerpts=excerpts, sections=_each_block(note, change))


def retemplate(note: Note, template: Template) -> Note:
    """Give the note the sections of a template, matched by key; what has no place there goes to the end."""
    old = {section.key: section for section in note.sections}
    wanted = {slot.key for slot in template.slots}
    filed = {excerpt.section for excerpt in note.excerpts}
    placed = tuple(_filled(slot, old.get(slot.key)) for slot in template.slots)
    rest = tuple(s for s in note.sections if s.key not in wanted and (s.has_content or s.key in filed))
    return replace(note, template=template.name, sections=placed + rest)


def _filled(slot: Slot, old: Section | None) -> Section:
    if old is None:
        return Section(slot.key, slot.title, slot.guidance)
    return replace(old, title=slot.title, guidance=slot.guidance)


def _each_block(note: Note, change: Callable[[Block], tuple[Block, ...]]) -> tuple[Section, ...]:
    """Sections with their blocks changed; one in which nothing changed stays the same object."""
    sections = []
    for section in note.sections:
        blocks = tuple(new for old in section.blocks for new in change(old))
        sections.append(section if blocks == section.blocks else replace(section, blocks=blocks))
    return tuple(sections)


def _cited(old: Block, citation: Citation, instead: tuple[Citation, ...]) -> Block:
    """A block with other citations in the place of one; none stands twice in a row."""
    if citation not in old.runs:
        return old
    return block(old.style, _replaced(old, citation, instead), old.level)


def _replaced(old: Block, citation: Citation, instead: tuple[Citation, ...]) -> Iterator[Run]:
    last: Run | None = None
    for run in old.runs:
        for new in instead if run == citation else (run,):
            if not (isinstance(new, Citation) and new == last):
                yield new
            last = new

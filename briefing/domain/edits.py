"""What an analyst can do to a note: pure functions from a note to the note after it.

Every edit raises WrongUse, and changes nothing, when it names a section, source or excerpt that is not there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from briefing.domain.anchor import Anchor, Found, describe
from briefing.domain.ends import differing, shared_ends
from briefing.domain.errors import WrongUse
from briefing.domain.note import (
    Block,
    Citation,
    Excerpt,
    Front,
    KeptRecipe,
    Note,
    Run,
    Section,
    Status,
    Style,
    Words,
    block,
    home_of,
)
from briefing.domain.source import Kind, Record, Source


def retitle(note: Note, title: str) -> Note:
    """Give the note a title."""
    return note if note.title == title else replace(note, title=title)


def retitle_section(note: Note, key: str, title: str) -> Note:
    """Change the title of a section; WrongUse if there is none with this key."""
    return _with_section(note, key, lambda section: replace(section, title=title))


def set_front(note: Note, front: Front) -> Note:
    """Replace the front matter."""
    return note if note.front == front else replace(note, front=front)


def set_marking(note: Note, marking: str) -> Note:
    """Set the handling label of the note."""
    return note if note.marking == marking else replace(note, marking=marking)


def keep_recipe(note: Note, recipe: KeptRecipe) -> Note:
    """Keep a recipe in the note, in the place of one of the same name."""
    if recipe in note.recipes:
        return note
    if any(kept.name == recipe.name for kept in note.recipes):
        return replace(note, recipes=tuple(recipe if k.name == recipe.name else k for k in note.recipes))
    return replace(note, recipes=(*note.recipes, recipe))


def drop_recipe(note: Note, name: str) -> Note:
    """Take a recipe out of the note."""
    kept = tuple(recipe for recipe in note.recipes if recipe.name != name)
    if kept == note.recipes:
        raise WrongUse(f"The note keeps no recipe “{name}”.")
    return replace(note, recipes=kept)


def add_source(note: Note, source: Source) -> Note:
    """Add an article at the end; it gets the next id (S1, S2, ...), never one that was used before."""
    number = note.last_source + 1
    added = replace(source, id=f"S{number}")
    return replace(note, sources=(*note.sources, added), last_source=number)


def edit_record(note: Note, source_id: str, record: Record) -> Note:
    """Correct what is known about an article; its text stays as it was read."""
    if note.source(source_id).record == record:
        return note
    return _with_source(note, source_id, lambda source: replace(source, record=record))


def mark_passage(note: Note, source_id: str, index: int, kind: Kind) -> Note:
    """Say what a passage of a source is: noise, a heading, or text again."""
    source = note.source(source_id)
    if not 0 <= index < len(source.passages):
        raise WrongUse(f"{source_id} has no passage {index + 1}.")
    if source.passages[index].kind is kind:
        return note
    level = 2 if kind is Kind.HEADING else 0
    marked = replace(source.passages[index], kind=kind, level=level)
    passages = (*source.passages[:index], marked, *source.passages[index + 1 :])
    return _with_source(note, source_id, lambda source: replace(source, passages=passages))


def file_excerpt(
    note: Note, source_id: str, start: int, end: int, section: str | None, comment: str = "", *, is_quoted: bool = True
) -> Note:
    """File code points [start, end) of a source under a section (None: unsorted), with a quote block at its end.

    Without the block if it is not to be quoted there, because it is cited elsewhere.
    """
    source = note.source(source_id)
    if not 0 <= start < end <= len(source.text):
        raise WrongUse(f"There is no passage from {start} to {end} in {source_id}.")
    number = note.last_excerpt + 1
    excerpt = Excerpt(f"x{number}", source_id, section, describe(source.text, start, end), comment)
    filed = replace(note, excerpts=(*note.excerpts, excerpt), last_excerpt=number)
    if section is not None:
        note.section(section)
    if section is None or not is_quoted:
        return filed
    quote = quote_block(source, excerpt)
    return _with_section(filed, section, lambda s: replace(s, blocks=(*_without_blank_tail(s.blocks), quote)))


def quote_block(source: Source, excerpt: Excerpt) -> Block:
    """The quote block of an excerpt: its words as they read, and its citation."""
    return block(Style.QUOTE, (Words(reading(source, excerpt)), Citation(excerpt.id)))


def reading(source: Source, excerpt: Excerpt) -> str:
    """The words of an excerpt as they read, in the version of its source that has them."""
    return home_of(source, excerpt).words(excerpt.start, excerpt.end)


def comment_excerpt(note: Note, excerpt_id: str, comment: str) -> Note:
    """Say something about an excerpt, for the desk or for the reader."""
    return _with_excerpt(note, excerpt_id, lambda excerpt: replace(excerpt, comment=comment))


def move_excerpt(note: Note, excerpt_id: str, section: str | None) -> Note:
    """File an excerpt elsewhere; its untouched quote blocks go along, the analyst's own words stay."""
    excerpt = note.excerpt(excerpt_id)
    if excerpt.section == section:
        return note
    if section is not None:
        note.section(section)
    pure = quote_block(note.source(excerpt.source), excerpt)
    moved = _with_excerpt(note, excerpt_id, lambda old: replace(old, section=section))
    swept = _map_citing(moved, excerpt_id, lambda b: () if b == pure else (b,))
    if section is None:
        return swept
    return _with_section(swept, section, lambda s: replace(s, blocks=(*_without_blank_tail(s.blocks), pure)))


def shift_excerpt(note: Note, excerpt_id: str, start: int, end: int) -> Note:
    """Change the bounds of an excerpt; quote blocks that still carry the old words follow."""
    excerpt = note.excerpt(excerpt_id)
    source = note.source(excerpt.source)
    if not 0 <= start < end <= len(source.text):
        raise WrongUse(f"There is no passage from {start} to {end} in {excerpt.source}.")
    if (excerpt.start, excerpt.end) == (start, end):
        return note
    return anchor_excerpt(note, excerpt_id, describe(source.text, start, end))


def anchor_excerpt(note: Note, excerpt_id: str, anchor: Anchor) -> Note:
    """Give an excerpt another anchor; quote blocks that still carry the old words follow."""
    excerpt = note.excerpt(excerpt_id)
    source = note.source(excerpt.source)
    shifted = replace(excerpt, anchor=anchor, found=Found.EXACT, was="")
    old, new = reading(source, excerpt), source.words(anchor.start, anchor.end)
    changed = _with_excerpt(note, excerpt_id, lambda _: shifted)
    return requote(changed, {excerpt_id: (old, new)})


def requote(note: Note, words: Mapping[str, tuple[str, str]]) -> Note:
    """Let quote blocks that still carry the words an excerpt had follow: id to words before and after."""
    return _map_blocks(note, lambda b: (_requoted(b, words),))


def remove_excerpt(note: Note, excerpt_id: str) -> Note:
    """Take an excerpt back: its untouched quote blocks go, elsewhere only its citation does."""
    excerpt = note.excerpt(excerpt_id)
    pure = quote_block(note.source(excerpt.source), excerpt)
    rest = replace(note, excerpts=tuple(e for e in note.excerpts if e.id != excerpt_id))
    return _map_citing(rest, excerpt_id, lambda b: () if b == pure else (_uncited(b, excerpt_id),))


def write_body(note: Note, key: str, blocks: Iterable[Block]) -> Note:
    """Replace what stands in a section; citations of excerpts that the note does not have are dropped."""
    old = note.section(key).blocks
    body = tuple(blocks)
    gone, come = differing(old, body)
    if not gone and not come:
        return note
    stood = {name for b in gone for name in b.citations}  # what stood there cites only what is known
    if not all(stood.issuperset(b.citations) for b in come):
        head, tail = shared_ends(old, body)
        known = {excerpt.id for excerpt in note.excerpts}
        body = (*body[:head], *(_only_known(b, known) for b in come), *body[len(body) - tail :])
        if old == body:
            return note
    return _with_section(note, key, lambda section: replace(section, blocks=body))


def move_block(note: Note, key: str, index: int, to_key: str, to_index: int) -> Note:
    """Move a block to stand before what is at an index of a section, as counted before the move."""
    blocks = note.section(key).blocks
    target = note.section(to_key).blocks
    if not 0 <= index < len(blocks) or not 0 <= to_index <= len(target):
        raise WrongUse("There is no such block to move.")
    moved = blocks[index]
    rest = (*blocks[:index], *blocks[index + 1 :])
    if key == to_key:
        at = to_index - 1 if to_index > index else to_index
        return write_body(note, key, (*rest[:at], moved, *rest[at:]))
    return write_body(write_body(note, key, rest), to_key, (*target[:to_index], moved, *target[to_index:]))


def set_status(note: Note, key: str, status: Status) -> Note:
    """Say how far a section is."""
    if note.section(key).status is status:
        return note
    return _with_section(note, key, lambda section: replace(section, status=status))


def _with_source(note: Note, source_id: str, change: Callable[[Source], Source]) -> Note:
    note.source(source_id)
    return replace(note, sources=tuple(change(s) if s.id == source_id else s for s in note.sources))


def _with_section(note: Note, key: str, change: Callable[[Section], Section]) -> Note:
    note.section(key)
    return replace(note, sections=tuple(change(s) if s.key == key else s for s in note.sections))


def _with_excerpt(note: Note, excerpt_id: str, change: Callable[[Excerpt], Excerpt]) -> Note:
    old = note.excerpt(excerpt_id)
    new = change(old)
    if new == old:
        return note
    return replace(note, excerpts=tuple(new if e.id == excerpt_id else e for e in note.excerpts))


def _map_blocks(note: Note, change: Callable[[Block], tuple[Block, ...]]) -> Note:
    """Change blocks everywhere; sections and blocks that stay equal stay the same objects."""
    sections = tuple(_map_section(section, change) for section in note.sections)
    if all(new is old for new, old in zip(sections, note.sections, strict=True)):
        return note
    return replace(note, sections=sections)


def _map_citing(note: Note, excerpt_id: str, change: Callable[[Block], tuple[Block, ...]]) -> Note:
    """Change the blocks that cite an excerpt, of which there are few among thousands."""
    citation = Citation(excerpt_id)
    return _map_blocks(note, lambda b: change(b) if citation in b.runs else (b,))


def _map_section(section: Section, change: Callable[[Block], tuple[Block, ...]]) -> Section:
    blocks = tuple(new for old in section.blocks for new in change(old))
    return section if blocks == section.blocks else replace(section, blocks=blocks)


def _without_blank_tail(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without the empty paragraphs at their end, so that what is filed follows what is written."""
    end = len(blocks)
    while end and not blocks[end - 1].runs:
        end -= 1
    return blocks[:end]


def _requoted(old: Block, words: Mapping[str, tuple[str, str]]) -> Block:
    if old.style is not Style.QUOTE or len(old.citations) != 1 or old.citations[0] not in words:
        return old
    before, after = words[old.citations[0]]
    if old.text != before:
        return old
    return block(Style.QUOTE, (Words(after), Citation(old.citations[0])), old.level)


def _uncited(old: Block, excerpt_id: str) -> Block:
    return _filtered(old, lambda run: run != Citation(excerpt_id))


def _only_known(old: Block, known: set[str]) -> Block:
    return _filtered(old, lambda run: not isinstance(run, Citation) or run.excerpt in known)


def _filtered(old: Block, keep: Callable[[Run], bool]) -> Block:
    if all(keep(run) for run in old.runs):
        return old
    return block(old.style, (run for run in old.runs if keep(run)), old.level)

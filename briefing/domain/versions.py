"""A source that was edited after it was read: its excerpts move to the new text, and say what became of them."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.domain.anchor import Found, Match, describe, occurrences
from briefing.domain.edits import reading, requote
from briefing.domain.errors import WrongUse
from briefing.domain.locating import locate, locate_all
from briefing.domain.note import Excerpt, Note
from briefing.domain.source import Record, Source


def new_version(note: Note, source_id: str, newer: Source) -> Note:
    """Put a newer version of an article in the place of a source; the one before it stays behind it.

    Excerpts move to the new text, and quote blocks that still carry their words follow. An excerpt whose words are
    not quite the same is marked as changed and keeps the words it had, to be confirmed; one that is not there any
    more is marked as lost and stays anchored in the version that has it.
    """
    old = note.source(source_id)
    if newer.text == old.text:
        raise WrongUse(f"This text is the same, letter for letter, as that of {source_id}; nothing was changed.")
    kept = replace(old, id=f"{source_id}v{len(old.earlier) + 1}", earlier=())
    record = _judged(newer.record, old.record)
    source = replace(newer, id=source_id, record=record, earlier=(*old.earlier, kept))
    moved = {excerpt.id: _moved(excerpt, match, old, source) for excerpt, match in _matches(note, old, source)}
    renewed = replace(
        note,
        sources=tuple(source if s.id == source_id else s for s in note.sources),
        excerpts=tuple(moved.get(e.id, e) for e in note.excerpts),
    )
    words = {e.id: (reading(old, e), reading(source, moved[e.id])) for e in note.excerpts if e.id in moved}
    return requote(renewed, words)


def confirm_excerpt(note: Note, excerpt_id: str) -> Note:
    """Say that an excerpt that changed with its source is right as it stands now."""
    excerpt = note.excerpt(excerpt_id)
    if excerpt.found is Found.LOST:
        raise WrongUse(f"{excerpt_id} does not stand in its source any more; give it another passage or remove it.")
    confirmed = replace(excerpt, found=Found.EXACT, was="")
    if confirmed == excerpt:
        return note
    return replace(note, excerpts=tuple(confirmed if e.id == excerpt_id else e for e in note.excerpts))


def unconfirmed(note: Note) -> tuple[Excerpt, ...]:
    """Excerpts that changed or vanished with a new version of their source, in the order of the note."""
    return tuple(excerpt for excerpt in note.excerpts if excerpt.found in (Found.CHANGED, Found.LOST))


def _matches(note: Note, old: Source, new: Source) -> Iterator[tuple[Excerpt, Match]]:
    """Where each excerpt of a source stands in its new text; those lost before are looked for once more."""
    mine = [excerpt for excerpt in note.excerpts if excerpt.source == old.id]
    here = [excerpt for excerpt in mine if excerpt.found is not Found.LOST]
    for excerpt, match in zip(here, locate_all(new.text, [excerpt.anchor for excerpt in here]), strict=True):
        yield excerpt, Match(Found.LOST) if _is_another(match, excerpt, old, new) else match
    for excerpt in mine:
        if excerpt.found is Found.LOST:
            yield excerpt, locate(new.text, excerpt.anchor)


def _is_another(match: Match, excerpt: Excerpt, old: Source, new: Source) -> bool:
    """Whether what was found stood in the old text already, elsewhere: then the passage itself is gone."""
    if match.found is not Found.CHANGED or match.start is None or match.end is None:
        return False
    words = new.text[match.start : match.end]
    before = sum(at + len(words) <= excerpt.start or at >= excerpt.end for at in occurrences(old.text, words))
    return 0 < sum(1 for _ in occurrences(new.text, words)) <= before


def _moved(excerpt: Excerpt, match: Match, old: Source, new: Source) -> Excerpt:
    if match.start is None or match.end is None:
        return replace(excerpt, found=Found.LOST)
    was = excerpt.was or reading(old, excerpt)
    anchor = describe(new.text, match.start, match.end)
    if new.words(match.start, match.end) != was:
        return replace(excerpt, anchor=anchor, found=Found.CHANGED, was=was)
    found = match.found if match.found is Found.EXACT else Found.MOVED
    return replace(excerpt, anchor=anchor, found=found, was="")


def _judged(newer: Record, older: Record) -> Record:
    """What is known of the newer version, with what the analyst said of the older one and nobody of the newer."""
    kept = ("reliability", "credibility", "descriptor", "marking", "address", "outlet", "published", "title", "authors")
    return replace(newer, **{name: getattr(newer, name) or getattr(older, name) for name in kept})

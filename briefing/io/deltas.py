"""Deltas: what differs between two notes, as plain values, found by looking at which parts are other objects.

Frozen parts that an edit did not touch are the same objects before and after, so that the delta of one typed word in a
note with thousands of excerpts is found without comparing or encoding any of them. Of a section, only the blocks are
written that differ.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from briefing.domain.ends import differing, shared_ends
from briefing.domain.note import Block, Excerpt, Note, Section
from briefing.domain.source import Source
from briefing.io.note_json import decode_passages, encode_passages
from briefing.io.plain_values import Misshapen, Plain, from_plain, to_plain

_APART = ("sections", "sources", "excerpts")
_IN_BLOBS = ("text", "passages", "original", "earlier")
_BLOCKS = ("blocks",)
_EMPTY = Note("")


T = TypeVar("T", Section, Source, Excerpt)
Lookup = Callable[[str], bytes | None]


class Blobs:
    """The large values of sources by their hash; each is hashed once, as long as it is the same object."""

    def __init__(self, known: Mapping[int, tuple[object, str]] | None = None) -> None:
        self._known: dict[int, tuple[object, str]] = dict(known or {})
        self.fresh: dict[str, bytes] = {}  # not yet written anywhere

    def name(self, value: object, encode: Callable[[], bytes]) -> str:
        """The hash of a value, which is put among the fresh ones when it is seen for the first time."""
        known = self._known.get(id(value))
        if known is not None and known[0] is value:
            return known[1]
        data = encode()
        name = sha256(data).hexdigest()
        self._known[id(value)] = (value, name)
        self.fresh[name] = data
        return name


def delta(before: Note | None, after: Note, blobs: Blobs) -> Plain:
    """What makes a note of the one before it; of none, the whole note."""
    old = before or _EMPTY
    changed: Plain = {}
    head = to_plain(after, _APART)
    if before is None or head != to_plain(before, _APART):
        changed["head"] = head
    parts = {
        "sections": _changes(old.sections, after.sections, _section_key, _section_plain),
        "sources": _changes(old.sources, after.sources, _id, lambda _, source: _source_plain(source, blobs)),
        "excerpts": _changes(old.excerpts, after.excerpts, _id, lambda _, excerpt: to_plain(excerpt)),
    }
    changed.update({field: change for field, change in parts.items() if change})
    return changed


def applied(before: Note | None, changed: Plain, lookup: Lookup) -> Note:
    """The note after a delta; Misshapen if it does not fit. A blob that is nowhere leaves its value empty."""
    old = before or _EMPTY
    before_by_key = {section.key: section for section in old.sections}
    sections = _after(old.sections, changed.get("sections", {}), _section_key, lambda p: _section(p, before_by_key))
    sources = _after(old.sources, changed.get("sources", {}), _id, lambda p: _source(p, lookup))
    excerpts = _after(old.excerpts, changed.get("excerpts", {}), _id, lambda p: from_plain(Excerpt, p))
    head = from_plain(Note, changed["head"], _APART) if "head" in changed else old
    return replace(head, sections=sections, sources=sources, excerpts=excerpts)


def _changes(
    old: Sequence[T], new: Sequence[T], name: Callable[[T], str], write: Callable[[T | None, T], Plain]
) -> Plain:
    """Parts that differ or are new, names of those that are gone, and the order of all where it is another."""
    if old is new:
        return {}
    left, right = differing(old, new)
    before = {name(part): part for part in left}
    after = {name(part): part for part in right}
    changed: Plain = {"set": [write(before.get(key), part) for key, part in after.items() if before.get(key) != part]}
    gone = [key for key in before if key not in after]
    if gone:
        changed["gone"] = gone
    is_at_end = not right or right[-1] is new[-1]
    kept, come = [key for key in before if key in after], [key for key in after if key not in before]
    if list(after) != kept + come or (come and not is_at_end):
        changed["order"] = [name(part) for part in new]
    return changed


def _after(old: Sequence[T], changed: Plain, name: Callable[[T], str], read: Callable[[Plain], T]) -> tuple[T, ...]:
    parts = {name(part): part for part in old}
    for key in changed.get("gone", ()):
        parts.pop(key, None)
    for plain in changed.get("set", ()):
        part = read(plain)
        parts[name(part)] = part
    try:
        return tuple(parts[key] for key in changed["order"]) if "order" in changed else tuple(parts.values())
    except KeyError as error:
        raise Misshapen(f"the part {error} is missing") from None


def _section_plain(before: Section | None, section: Section) -> Plain:
    """A section as it is, or with the blocks alone that it does not share with the one before."""
    head, tail = shared_ends(before.blocks, section.blocks) if before is not None else (0, 0)
    if not head and not tail:
        return to_plain(section)
    come = section.blocks[head : len(section.blocks) - tail]
    return {**to_plain(section, _BLOCKS), "kept": [head, tail], "blocks": [to_plain(block) for block in come]}


def _section(plain: Plain, before: Mapping[str, Section]) -> Section:
    if "kept" not in plain:
        return from_plain(Section, plain)
    head, tail = plain["kept"]
    old = before[plain["key"]].blocks
    come = tuple(from_plain(Block, block) for block in plain["blocks"])
    return from_plain(Section, plain, _BLOCKS, blocks=(*old[:head], *come, *old[len(old) - tail :]))


def _source_plain(source: Source, blobs: Blobs) -> Plain:
    names = {
        "text": blobs.name(source.text, source.text.encode),
        "passages": blobs.name(source.passages, lambda: encode_passages(source.passages)),
    }
    if source.original:
        names["original"] = blobs.name(source.original, lambda: source.original)
    plain = {**to_plain(source, _IN_BLOBS), "blobs": names}
    if source.earlier:
        plain["earlier"] = [_source_plain(version, blobs) for version in source.earlier]
    return plain


def _source(plain: Plain, lookup: Lookup) -> Source:
    names = plain.get("blobs", {})
    text, passages = lookup(names.get("text", "")), lookup(names.get("passages", ""))
    if text is None:
        raise Misshapen("the text of a source is missing")
    return from_plain(
        Source,
        plain,
        _IN_BLOBS,
        text=text.decode(),
        passages=decode_passages(passages or b"[]"),
        original=lookup(names.get("original", "")) or b"",
        earlier=tuple(_source(version, lookup) for version in plain.get("earlier", ())),
    )


def _section_key(section: Section) -> str:
    return section.key


def _id(part: Source | Excerpt) -> str:
    return part.id

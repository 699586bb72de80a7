"""Reading back: what others changed in a document that was sent out, as proposals the analyst accepts or not."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum
from urllib.parse import unquote

from briefing.domain.dates import read_date
from briefing.domain.edits import comment_excerpt, retitle, retitle_section, set_front, write_body
from briefing.domain.note import Block, Citation, Note, Run, Style, Words, block
from briefing.domain.printed import Document, Mark, Paragraph, Part

_ALIKE = 0.35  # share of words that two versions of one paragraph have in common at least
_SAME_SECTION = 0.5  # share of a section's words that stand under another heading at least
_DASHES = re.compile(r"-{2,3}")  # as pandoc writes them
_SIGNS = {"“”„«»": '"', "‘’‚‹›": "'", "–—‒": "-", "…": "..."}
_TYPED = str.maketrans({sign: typed for signs, typed in _SIGNS.items() for sign in signs})
FRONT_FIELDS = ("audience", "author", "date", "cutoff", "reference")


@dataclass(frozen=True, slots=True)
class Edited:
    """A paragraph as it stands in the edited document, with what was said beside it and who changed it."""

    block: Block
    comments: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()  # of tracked changes in it


@dataclass(frozen=True, slots=True)
class EditedDocument:
    """An edited document: paragraphs by the key of their section, and those whose section is not known.

    `titles` are the headings of sections by key, `front` the title and the front matter by field (those of `Front`).
    `strangers` are sections that are not known, each with its heading first; `deleted` is what tracked changes took
    away, with who did.
    """

    sections: Mapping[str, tuple[Edited, ...]]
    unplaced: tuple[Edited, ...] = ()
    remarks: tuple[str, ...] = ()
    titles: Mapping[str, Edited] = field(default_factory=dict)
    front: Mapping[str, Edited] = field(default_factory=dict)
    strangers: tuple[tuple[Edited, ...], ...] = ()
    deleted: tuple[Edited, ...] = ()


class Kind(StrEnum):
    """What happened to a paragraph, to the title of a section, or to a field of the front matter."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    COMMENTED = "commented"
    RETITLED = "retitled"
    FRONT = "front"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change to one block, or to a title (of a section, by its key) or a field of the front matter (`field`).

    `index` counts the blocks of the section in the note; what is added stands before it. `to_section` and `to_index`
    say where a moved block goes. New words without a citation are marked as uncited.
    """

    kind: Kind
    section: str
    index: int
    before: Block | None = None
    after: Block | None = None
    comments: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    to_section: str = ""
    to_index: int = -1
    field: str = ""

    @property
    def is_takeable(self) -> bool:
        """Whether the note can take it: a comment needs an excerpt to stand at."""
        return self.kind is not Kind.COMMENTED or bool(self.cited)

    @property
    def cited(self) -> tuple[str, ...]:
        """The excerpts that the block cites, now or before."""
        return tuple(id_ for b in (self.after, self.before) if b is not None for id_ in b.citations)

    @property
    def is_of_form(self) -> bool:
        """Whether the words are the same and only their form has changed."""
        before, after = self.before or Block(), self.after or Block()
        return self.kind is Kind.CHANGED and before.text == after.text

    @property
    def is_uncited(self) -> bool:
        """Whether words were added that no excerpt stands behind."""
        if self.kind in (Kind.MOVED, Kind.RETITLED, Kind.FRONT) or self.after is None or not self.after.text.strip():
            return False
        return not self.after.citations and (self.before is None or self.before.text != self.after.text)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Everything that reading back found; what cannot be placed is shown, never dropped."""

    proposals: tuple[Proposal, ...]
    unplaced: tuple[Edited, ...] = ()
    remarks: tuple[str, ...] = ()


def read_back(sent: Document, edited: EditedDocument) -> ReadBack:
    """Hold an edited document against the note as it would be sent out now."""
    edited = _recognised(sent, edited)
    found = list(_front_changes(sent, edited))
    missing: list[Proposal] = []  # blocks of sections that are gone: told only where they stand in another one now
    remarks = list(edited.remarks)
    for part in sent.parts:
        old = [] if part.is_blank else [(p.block, block_of(p)) for p in part.paragraphs]
        old = [(index, was) for index, was in old if was.text.strip() or was.citations]
        if part.key in edited.sections:
            found += _retitled(part, edited)
            found += _compared(part.key, old, edited.sections[part.key])
        elif not part.is_blank:
            missing += (Proposal(Kind.REMOVED, part.key, index, was) for index, was in old)
            remarks.append(f"The section “{part.title}” is not in the edited document; the note keeps it as it is.")
    kept = set(map(id, missing))
    joined = (p for p in _joined_moves([*found, *missing]) if id(p) not in kept)
    told = tuple(_by_whom(joined, edited.deleted))
    lost = tuple(e for stranger in edited.strangers for e in stranger[1:])
    return ReadBack(told, (*edited.unplaced, *lost), tuple(remarks))


def accept(note: Note, proposals: Iterable[Proposal]) -> Note:
    """Make the changes that the analyst accepts, all at once; each names blocks as they stand in this note.

    Comments go to the first excerpt that their block cites.
    """
    proposals = tuple(proposals)
    changed: dict[str, dict[int, Block | None]] = defaultdict(dict)
    added: dict[str, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for proposal in proposals:
        if proposal.kind in (Kind.CHANGED, Kind.REMOVED, Kind.MOVED):
            changed[proposal.section][proposal.index] = proposal.after if proposal.kind is Kind.CHANGED else None
        if proposal.kind is Kind.ADDED and proposal.after is not None:
            added[proposal.section][proposal.index].append(proposal.after)
        if proposal.kind is Kind.MOVED and proposal.after is not None:
            added[proposal.to_section][proposal.to_index].append(proposal.after)
    for section in note.sections:
        if section.key in changed or section.key in added:
            body = _rebuilt(section.blocks, changed[section.key], added[section.key])
            note = write_body(note, section.key, body)
    for proposal in proposals:
        words = proposal.after.text if proposal.after is not None else ""
        if proposal.kind is Kind.RETITLED:
            note = retitle_section(note, proposal.section, words)
        elif proposal.kind is Kind.FRONT:
            note = _with_front(note, proposal.field, words)
        note = _commented(note, proposal)
    return note


def _with_front(note: Note, name: str, words: str) -> Note:
    if name == "title":
        return retitle(note, words)
    if name in ("date", "cutoff"):
        words = read_date(words) or words
    return set_front(note, replace(note.front, **{name: words}))


def _commented(note: Note, proposal: Proposal) -> Note:
    excerpt = next((note.excerpt(id_) for id_ in proposal.cited if note.has_excerpt(id_)), None)
    if excerpt is None:
        return note
    said = f"\n{excerpt.comment}\n"
    new = [words for words in proposal.comments if f"\n{words}\n" not in said]
    if not new:
        return note
    return comment_excerpt(note, excerpt.id, "\n".join(filter(None, (excerpt.comment, *new))))


def block_of(paragraph: Paragraph) -> Block:
    """A paragraph of a document as the block it came from: marks are citations again."""
    runs: list[Run] = [Citation(p.excerpt) if isinstance(p, Mark) else p for p in paragraph.pieces]
    return block(paragraph.style, runs, paragraph.level)


def _rebuilt(
    blocks: tuple[Block, ...], changed: Mapping[int, Block | None], added: Mapping[int, list[Block]]
) -> Iterator[Block]:
    for index, old in enumerate(blocks):
        yield from added.get(index, ())
        new = changed.get(index, old)
        if new is not None:
            yield new
    for index in sorted(index for index in added if index >= len(blocks)):
        yield from added[index]


def _compared(key: str, old: list[tuple[int, Block]], new: tuple[Edited, ...]) -> Iterator[Proposal]:
    """The changes of one section, in order."""
    left = [_key(b) for _, b in old]
    right = [_key(e.block) for e in new]
    end = old[-1][0] + 1 if old else 0
    places = [index for index, _ in old] + [end]
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs = zip(old[a:b], new[c:d], strict=True)
            yield from (
                Proposal(Kind.COMMENTED, key, i, was, was, e.comments, e.authors) for (i, was), e in pairs if e.comments
            )
        else:
            yield from _replaced(key, old[a:b], new[c:d], places[b])


def _replaced(key: str, old: list[tuple[int, Block]], new: tuple[Edited, ...], end: int) -> Iterator[Proposal]:
    """What became of some paragraphs: those that are alike are changed, the others removed or added."""
    rest = list(old)
    for edited in new:
        at = next((n for n, (_, was) in enumerate(rest) if _are_alike(was, edited.block)), None)
        if at is None:
            index = rest[0][0] if rest else end
            yield Proposal(Kind.ADDED, key, index, None, edited.block, edited.comments, edited.authors)
            continue
        yield from (Proposal(Kind.REMOVED, key, i, was) for i, was in rest[:at])
        index, was = rest[at]
        yield Proposal(Kind.CHANGED, key, index, was, edited.block, edited.comments, edited.authors)
        rest = rest[at + 1 :]
    yield from (Proposal(Kind.REMOVED, key, i, was) for i, was in rest)


def _joined_moves(proposals: list[Proposal]) -> Iterator[Proposal]:
    """A block that is gone in one place and new in another was moved."""
    removed = [p for p in proposals if p.kind is Kind.REMOVED and p.before is not None and p.before.text.strip()]
    gone: set[int] = set()
    moves: dict[int, Proposal] = {}
    for proposal in proposals:
        if proposal.kind is Kind.ADDED and proposal.after is not None:
            after = proposal.after
            same = (p for p in removed if id(p) not in gone and p.before and _words(p.before) == _words(after))
            origin = next(same, None)
            if origin is not None:
                gone.add(id(origin))
                moves[id(proposal)] = replace(
                    origin, kind=Kind.MOVED, after=after, comments=proposal.comments, authors=proposal.authors,
                    to_section=proposal.section, to_index=proposal.index,
                )  # fmt: skip
    for proposal in proposals:
        if id(proposal) not in gone:
            yield moves.get(id(proposal), proposal)


def _front_changes(sent: Document, edited: EditedDocument) -> Iterator[Proposal]:
    shown = dict(sent.front)
    was = {name: shown.get(getattr(sent.labels, name), "") for name in FRONT_FIELDS}
    was |= {"title": sent.title, "bottom_line": sent.bottom_line}
    for name, now in {**edited.front, **_gone(was, edited)}.items():
        before = Block(runs=(Words(was[name]),))
        if plain(before.text) != plain(now.block.text):
            yield Proposal(Kind.FRONT, "", -1, before, now.block, now.comments, now.authors, field=name)
        elif now.comments:
            yield Proposal(Kind.COMMENTED, "", -1, before, before, now.comments, now.authors, field=name)


def _gone(was: Mapping[str, str], edited: EditedDocument) -> dict[str, Edited]:
    """Fields that were deleted: the rest of the front matter is there, and their words stand nowhere else."""
    if "title" not in edited.front:
        return {}
    elsewhere = plain(" ".join(e.block.text for e in edited.unplaced))
    names = (name for name, words in was.items() if words and name not in edited.front)
    return {name: Edited(Block()) for name in names if plain(was[name]) not in elsewhere}


def _retitled(part: Part, edited: EditedDocument) -> Iterator[Proposal]:
    now = edited.titles.get(part.key)
    if now is None:
        return
    before = Block(Style.HEADING, (Words(part.title),))
    if now.block.text.strip() and plain(now.block.text) != plain(part.title):
        yield Proposal(Kind.RETITLED, part.key, -1, before, now.block, now.comments, now.authors)
    elif now.comments:
        yield Proposal(Kind.COMMENTED, part.key, -1, before, before, now.comments, now.authors)


def _recognised(sent: Document, edited: EditedDocument) -> EditedDocument:
    """The edited document with its unknown sections under the keys of those that they are by their words."""
    sections, titles = dict(edited.sections), dict(edited.titles)
    strangers, remarks = list(edited.strangers), list(edited.remarks)
    for part in sent.parts:
        if part.key in sections or part.is_blank:
            continue
        words = [word for p in part.paragraphs for word in block_of(p).text.split()]
        match = max(strangers, key=lambda s: _share(words, s[1:]), default=())
        if match and _share(words, match[1:]) >= _SAME_SECTION:
            strangers.remove(match)
            sections[part.key], titles[part.key] = match[1:], match[0]
    remarks += (f"The section “{s[0].block.text.strip()}” is not one of the note's." for s in strangers)
    return replace(edited, sections=sections, titles=titles, strangers=tuple(strangers), remarks=tuple(remarks))


def _share(words: list[str], found: tuple[Edited, ...]) -> float:
    """How much of some words stands in some paragraphs."""
    there = Counter(word for e in found for word in e.block.text.split())
    return (Counter(words) & there).total() / max(1, len(words))


def _by_whom(proposals: Iterable[Proposal], deleted: tuple[Edited, ...]) -> Iterator[Proposal]:
    """Proposals of removal with who deleted the paragraph, where that was tracked."""
    known = {plain(e.block.text): e for e in deleted}
    for proposal in proposals:
        by = known.get(plain(proposal.before.text)) if proposal.before is not None else None
        if proposal.kind is Kind.REMOVED and by is not None:
            yield replace(proposal, authors=by.authors, comments=by.comments)
        else:
            yield proposal


def plain(text: str) -> str:
    """Text as it is compared: how white space, quotation marks and dashes are set is no change."""
    return _DASHES.sub("-", " ".join(text.translate(_TYPED).split()))


def _are_alike(was: Block, now: Block) -> bool:
    if was.citations and was.citations == now.citations:
        return True
    return SequenceMatcher(None, _words(was), _words(now), autojunk=False).ratio() >= _ALIKE


def _words(b: Block) -> tuple[str, ...]:
    return tuple(plain(b.text).split())


def _key(b: Block) -> tuple[object, ...]:
    """What must be the same for a block to be unchanged: white space, and how a link is encoded, is not."""
    runs: list[Run] = []
    for run in b.runs:
        before = runs[-1] if runs else None
        if isinstance(run, Citation):
            runs.append(run)
        elif run.text.strip():
            words = replace(run, text=plain(run.text), link=unquote(run.link))
            if isinstance(before, Words) and replace(before, text="") == replace(words, text=""):
                runs[-1] = replace(before, text=f"{before.text} {words.text}")  # only white space stood between
            else:
                runs.append(words)
    return b.style, b.level if b.style in (Style.BULLET, Style.NUMBER) else 0, tuple(runs)

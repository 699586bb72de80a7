"""Reading back: what others changed in a document that was sent out, as proposals the analyst accepts or not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from briefing.domain.edits import write_body
from briefing.domain.note import Block, Citation, Note, Run, Style, Words, block
from briefing.domain.printed import Document, Mark, Paragraph

_ALIKE = 0.35  # share of words that two versions of one paragraph have in common at least


@dataclass(frozen=True, slots=True)
class Edited:
    """A paragraph as it stands in the edited document, with what was said beside it and who changed it."""

    block: Block
    comments: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()  # of tracked changes in it


@dataclass(frozen=True, slots=True)
class EditedDocument:
    """An edited document: paragraphs by the key of their section, and those whose section is not known."""

    sections: Mapping[str, tuple[Edited, ...]]
    unplaced: tuple[Edited, ...] = ()
    remarks: tuple[str, ...] = ()


class Kind(StrEnum):
    """What happened to a paragraph."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    COMMENTED = "commented"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change to one block.

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

    @property
    def is_uncited(self) -> bool:
        """Whether words were added that no excerpt stands behind."""
        if self.after is None or self.kind is Kind.MOVED or not self.after.text.strip():
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
    found: list[Proposal] = []
    remarks = list(edited.remarks)
    for part in sent.parts:
        if part.key in edited.sections:
            blocks = [(p.block, block_of(p)) for p in part.paragraphs] if not part.is_blank else []
            old = [(index, was) for index, was in blocks if was.text.strip() or was.citations]
            found += _compared(part.key, old, edited.sections[part.key])
        elif not part.is_blank:
            remarks.append(f"The section “{part.title}” is not in the edited document; the note keeps it as it is.")
    return ReadBack(tuple(_joined_moves(found)), edited.unplaced, tuple(remarks))


def accept(note: Note, proposals: Iterable[Proposal]) -> Note:
    """Make the changes that the analyst accepts, all at once; each names blocks as they stand in this note."""
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
    return note


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


def _are_alike(was: Block, now: Block) -> bool:
    if was.citations and was.citations == now.citations:
        return True
    return SequenceMatcher(None, _words(was), _words(now), autojunk=False).ratio() >= _ALIKE


def _words(b: Block) -> tuple[str, ...]:
    return tuple(b.text.split())


def _key(b: Block) -> tuple[object, ...]:
    """What must be the same for a block to be unchanged: white space at its ends and around breaks is not."""
    runs = tuple(
        run if isinstance(run, Citation) else Words(" ".join(run.text.split()), run.bold, run.italic, run.link)
        for run in b.runs
        if isinstance(run, Citation) or run.text.strip()
    )
    return b.style, b.level if b.style in (Style.BULLET, Style.NUMBER) else 0, runs

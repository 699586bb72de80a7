"""Gathering what stands in an edited document: sections with their paragraphs, titles, and the front matter.

What the program itself writes (labels, sources, the key of a scale) is let go of where it stands as it was written;
anything else that has no place in a section is kept, to be shown.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.domain.note import Block, Citation, Run, Style, Words
from briefing.domain.printed import Document, Mark
from briefing.domain.readback import FRONT_FIELDS, Edited, EditedDocument, plain

_BEFORE, _OUTSIDE, _BEHIND = "", "?", "!"  # before the first section, in an unknown one, in what the program adds
_NUMBER = re.compile(r"\A\d+(?:\.\d+)*\.?\s+")


class Notes:
    """Footnotes whose mark has lost its name: known by their words, the same words in the order of the document."""

    def __init__(self, sent: Document) -> None:
        self._excerpts: dict[str, list[str]] = defaultdict(list)
        self._labels = {note.label: note.excerpt for note in sent.footnotes}
        self._marking = sent.marking
        self._comment = f" {sent.labels.comment}{sent.labels.colon}".rstrip()
        for note in sent.footnotes:
            self._excerpts[_folded("".join(piece.text for piece in note.pieces))].append(note.excerpt)
        pieces = (piece for part in sent.all_parts for each in part.paragraphs for piece in each.pieces)
        spoken = [piece for piece in pieces if isinstance(piece, Mark) and piece.words]
        for mark in spoken:
            self._excerpts[_folded(mark.words)].append(mark.excerpt)
        self._marks = _in_text(spoken, self._comment)

    def excerpt_of(self, words: str, label: str = "") -> str:
        """The excerpt that a note stands for; empty if it is none of the document's."""
        if label in self._labels:
            return self._labels[label]
        found = self._excerpts.get(self._bare(words), [])
        return found.pop(0) if len(found) > 1 else "".join(found)

    def cited(self, runs: Iterable[Run]) -> Iterator[Run]:
        """Runs in which citations that stand in the text, `(Example 2025, para. 3)`, are citations again."""
        for run in runs:
            if self._marks is None or not isinstance(run, Words):
                yield run
                continue
            for index, text in enumerate(self._marks.split(run.text)):
                excerpt = self.excerpt_of(text) if index % 2 else ""
                yield Citation(excerpt) if excerpt else replace(run, text=text)

    def is_known(self, words: str) -> bool:
        """Whether a note reads as one of the document's."""
        return self._bare(words) in self._excerpts

    def _bare(self, words: str) -> str:
        """The words without the marking and the comment that may stand behind them."""
        marking = f"\u00a0{self._marking}\u00a0" if self._marking else ""
        plainly = words.replace(marking, "") if marking else words
        return _folded(plainly.partition(self._comment)[0])


class Gathering:
    """Collects paragraphs while a document is read from top to bottom."""

    def __init__(self, sent: Document) -> None:
        labels = sent.labels
        self._titles = {_folded(part.title): part.key for part in sent.all_parts}
        self._annex = sent.annex.key if sent.annex is not None else ""
        self._fields = {_folded(getattr(labels, name)): name for name in FRONT_FIELDS}
        self._bottom_line = _folded(labels.bottom_line)
        self._nothing = _folded(labels.nothing)
        self._heads = {_folded(t) for t in (labels.sources, labels.notes, labels.scale, labels.annex)}
        self._own = set(map(_folded, _added(sent)))
        self._marking = sent.marking
        self._sections: dict[str, list[Edited]] = defaultdict(list)
        self._found_titles: dict[str, Edited] = {}
        self._front: dict[str, Edited] = {}
        self._strangers: list[list[Edited]] = []
        self._unplaced: list[Edited] = []
        self._deleted: list[Edited] = []
        self._remarks: list[str] = []
        self._at = _BEFORE

    def remark(self, sentence: str) -> None:
        """Something of the whole document."""
        self._remarks.append(sentence)

    def open(self, heading: Edited, key: str = "") -> None:
        """A heading of the first level begins a section, known by its key or by its title."""
        if _folded(heading.block.text) not in self._titles:
            bare = _NUMBER.sub("", heading.block.text, count=1)
            heading = _with_text(heading, bare) if _folded(bare) in self._titles else heading
        folded = _folded(heading.block.text)
        known = key or self._titles.get(folded, "")
        if known and known in self._titles.values():
            if known != self._annex:
                self._found_titles.setdefault(known, heading)
            self._at = known
            self._sections[known] += ()
        elif folded in self._heads:
            self._at = _BEHIND
        elif folded:
            self._at = _OUTSIDE
            self._strangers.append([heading])

    def title(self, edited: Edited) -> None:
        """The title of the note; one that comes later is text like any other."""
        if self._at == _BEFORE and "title" not in self._front:
            self._front["title"] = edited
        else:
            self.add(edited)

    def bottom_line(self, edited: Edited) -> None:
        """A line of the bottom line, after those before it."""
        if _folded(edited.block.text) == _folded(self._marking):  # a note without sections ends with it
            return
        before = self._front.get("bottom_line")
        if before is not None:
            edited = replace(
                _with_text(edited, f"{before.block.text}\n{edited.block.text}"),
                comments=before.comments + edited.comments,
                authors=before.authors + edited.authors,
            )
        self._front["bottom_line"] = edited

    def field(self, label: str, edited: Edited) -> None:
        """A line of the front matter, known by its label."""
        name = self._fields.get(_folded(label.rstrip(" :\u00a0")))
        if name is None or name in self._front:
            self.add(_with_text(edited, f"{label} {edited.block.text}"))
        else:
            self._front[name] = edited

    def is_bottom_line(self, label: str) -> bool:
        """Whether a label is that of the bottom line."""
        return _folded(label.rstrip(" :\u00a0")) == self._bottom_line

    def deleted(self, edited: Edited) -> None:
        """A paragraph that a tracked change has taken away."""
        self._deleted.append(edited)

    def unplaced(self, edited: Edited) -> None:
        """Words that belong to no section."""
        self._unplaced.append(edited)

    def add(self, edited: Edited) -> None:
        """A paragraph of the section at hand."""
        folded = _folded(edited.block.text)
        if not folded and not edited.block.citations:
            return
        if self._at == _OUTSIDE:
            self._strangers[-1].append(edited)
        elif self._at in (_BEFORE, _BEHIND, self._annex):
            if folded not in self._own or edited.comments:
                self._unplaced.append(edited)
        elif not folded or folded not in (self._nothing, _folded(self._marking)):
            self._sections[self._at].append(edited)

    def done(self) -> EditedDocument:
        """All that was gathered."""
        sections = {key: tuple(found) for key, found in self._sections.items() if key != self._annex}
        strangers = tuple(map(tuple, self._strangers))
        return EditedDocument(
            sections=sections,
            unplaced=tuple(self._unplaced),
            remarks=tuple(self._remarks),
            titles=self._found_titles,
            front=self._front,
            strangers=strangers,
            deleted=tuple(self._deleted),
        )


def _in_text(marks: Sequence[Mark], label: str) -> re.Pattern[str] | None:
    """What finds citations that stand in the text, with the comments behind them; None where there are none."""
    words, said = {mark.words for mark in marks}, {f"{label} {mark.comment}" for mark in marks if mark.comment}
    comments = [*_however_set(said), *(f"{changed}[^\\]]*" for changed in _however_set({label}))]
    found = rf"\s?({'|'.join(_however_set(words))})(?:\s\[(?:{'|'.join(comments)})\])?"
    return re.compile(found, re.IGNORECASE) if words else None


def _however_set(texts: Iterable[str]) -> list[str]:
    """Patterns of words as other programs may have set them, the longest first."""
    signs = {" ": r"\s+", "-": "(?:-{1,3}|[–—‒])", "'": "['‘’]", '"': '["“”„«»]'}
    plainly = (" ".join(plain(text).split()) for text in texts)
    return sorted(
        ("".join(signs.get(sign, re.escape(sign)) for sign in text) for text in plainly), key=len, reverse=True
    )


def _added(sent: Document) -> list[str]:
    """What the program writes beside the note's own words."""
    labels = sent.labels
    own = [labels.bottom_line, labels.nothing, labels.notes, sent.marking, sent.summary, labels.term, labels.share]
    own += (f"{entry.id} {''.join(piece.text for piece in entry.pieces)}" for entry in sent.sources)
    if sent.annex is not None:
        own += ("".join(p.text for p in each.pieces if isinstance(p, Words)) for each in sent.annex.paragraphs)
    if sent.scale is not None:
        own.append(sent.scale.source)
        for band in sent.scale.bands:
            terms = ", ".join(band.terms)
            own += (terms, band.share, f"{terms}: {band.share}")
    return own


def _with_text(edited: Edited, text: str) -> Edited:
    return replace(edited, block=Block(Style.PARAGRAPH, (Words(text),)))


def _folded(text: str) -> str:
    return " ".join(plain(text).split()).casefold()

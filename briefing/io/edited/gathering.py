"""Gathering the paragraphs of an edited document under the sections they stand in."""

from collections import defaultdict

from briefing.domain.printed import Document
from briefing.domain.readback import Edited, EditedDocument

_BEFORE, _OUTSIDE, _BEHIND = "", "?", "!"  # before the first section, in an unknown one, in what the program adds


class Gathering:
    """Collects paragraphs while a document is read from top to bottom."""

    def __init__(self, sent: Document) -> None:
        labels = sent.labels
        self._titles = {part.title.casefold(): part.key for part in sent.all_parts}
        self._nothing = labels.nothing
        self._own = {t.casefold() for t in (labels.sources, labels.notes, labels.scale, labels.annex)}
        self._sections: dict[str, list[Edited]] = defaultdict(list)
        self._unplaced: list[Edited] = []
        self._remarks: list[str] = []
        self._at = _BEFORE

    def open(self, title: str, key: str = "") -> None:
        """A heading of the first level begins a section, known by its key or by its title."""
        folded = " ".join(title.split()).casefold()
        known = key or self._titles.get(folded, "")
        if known and known not in self._titles.values():
            known = ""
        if known:
            if self._titles.get(folded) != known:
                self._remarks.append(
                    f"The heading of “{known}” reads “{title.strip()}” now; headings are not read back."
                )
            self._at = known
            self._sections[known] += ()
        elif folded in self._own:
            self._at = _BEHIND
        else:
            self._at = _OUTSIDE
            self._remarks.append(f"The section “{title.strip()}” is not one of the note's.")

    def add(self, edited: Edited) -> None:
        """A paragraph of the section at hand."""
        if not edited.block.runs or (not edited.block.text.strip() and not edited.block.citations):
            return
        if self._at == _OUTSIDE:
            self._unplaced.append(edited)
        elif self._at not in (_BEFORE, _BEHIND) and edited.block.text.strip() != self._nothing:
            self._sections[self._at].append(edited)

    def done(self) -> EditedDocument:
        """All that was gathered."""
        sections = {key: tuple(found) for key, found in self._sections.items()}
        return EditedDocument(sections, tuple(self._unplaced), tuple(self._remarks))

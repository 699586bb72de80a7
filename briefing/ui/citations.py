"""The excerpts of a note by id: what a chip shows of each, and which of them changed."""

from dataclasses import dataclass

from briefing.domain.note import Excerpt, Note
from briefing.domain.references import chip
from briefing.domain.source import Source

MISSING = "?"  # what a chip shows whose excerpt is gone


@dataclass(frozen=True)
class Citations:
    """What can be cited in a note; made anew when excerpts, sources or the order of sections change."""

    excerpts: dict[str, Excerpt]
    sources: dict[str, Source]
    sections: dict[str, int]

    def label(self, excerpt_id: str) -> str:
        """What a chip shows: source and paragraph."""
        excerpt = self.excerpts.get(excerpt_id)
        source = self.sources.get(excerpt.source) if excerpt else None
        return chip(source, excerpt) if source and excerpt else MISSING

    def section_index(self, excerpt_id: str) -> int | None:
        """The index of the section that an excerpt is filed under, for its colour; None if it is unsorted."""
        excerpt = self.excerpts.get(excerpt_id)
        return self.sections.get(excerpt.section) if excerpt and excerpt.section else None

    def source_of(self, excerpt_id: str) -> Source | None:
        """The source of an excerpt."""
        excerpt = self.excerpts.get(excerpt_id)
        return self.sources.get(excerpt.source) if excerpt else None

    def filed_under(self, key: str) -> tuple[Excerpt, ...]:
        """The excerpts of a section, in the order they were filed."""
        return tuple(e for e in self.excerpts.values() if e.section == key)


NOTHING = Citations({}, {}, {})


def citations(note: Note) -> Citations:
    """What can be cited in a note."""
    return Citations(
        {e.id: e for e in note.excerpts},
        {s.id: s for s in note.sources},
        {s.key: index for index, s in enumerate(note.sections)},
    )


def changed_ids(old: Citations, new: Citations) -> set[str]:
    """Ids of the excerpts whose chips may look different: changed, moved, gone, or of a source that changed."""
    others = {key for key, source in new.sources.items() if old.sources.get(key) is not source}
    ids = {key for key, e in new.excerpts.items() if old.excerpts.get(key) is not e or e.source in others}
    return ids | (old.excerpts.keys() - new.excerpts.keys())

"""The excerpts of a note by id: what a chip shows of each, and which of them changed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from briefing.domain.ends import differing
from briefing.domain.note import Excerpt, Note
from briefing.domain.references import chip
from briefing.domain.source import Source

MISSING = "?"  # what a chip shows whose excerpt is gone


@dataclass(frozen=True, slots=True)
class Tally:
    """How many excerpts of how many sources."""

    excerpts: int = 0
    sources: int = 0


@dataclass(frozen=True)
class Citations:
    """What can be cited in a note; made anew when excerpts, sources or the order of sections change."""

    excerpts: dict[str, Excerpt]
    sources: dict[str, Source]
    sections: dict[str, int]
    filed: dict[str, dict[str, int]]  # how many excerpts of each source stand in a section

    def label(self, excerpt_id: str) -> str:
        """What a chip shows: source and paragraph."""
        excerpt = self.excerpts.get(excerpt_id)
        if excerpt is None:
            return MISSING
        place = (excerpt.source, excerpt.start)
        found = self._labels.get(place)
        if found is None:
            source = self.sources.get(excerpt.source)
            found = self._labels[place] = chip(source, excerpt) if source else MISSING
        return found

    @cached_property
    def _labels(self) -> dict[tuple[str, int], str]:
        """Labels by source and position, worked out once."""
        return {}

    def section_index(self, excerpt_id: str) -> int | None:
        """The index of the section that an excerpt is filed under, for its colour; None if it is unsorted."""
        excerpt = self.excerpts.get(excerpt_id)
        return self.sections.get(excerpt.section) if excerpt and excerpt.section else None

    def source_of(self, excerpt_id: str) -> Source | None:
        """The source of an excerpt."""
        excerpt = self.excerpts.get(excerpt_id)
        return self.sources.get(excerpt.source) if excerpt else None

    def tally(self, section: str) -> Tally:
        """How much is filed under a section."""
        filed = self.filed.get(section, {})
        return Tally(sum(filed.values()), len(filed))


NOTHING = Citations({}, {}, {}, {})


def citations(note: Note) -> Citations:
    """What can be cited in a note."""
    return Citations(
        {e.id: e for e in note.excerpts},
        {s.id: s for s in note.sources},
        {s.key: index for index, s in enumerate(note.sections)},
        _counted({}, note.excerpts, 1),
    )


def _counted(filed: dict[str, dict[str, int]], excerpts: Iterable[Excerpt], by: int) -> dict[str, dict[str, int]]:
    """What is filed under each section when some excerpts have come (1) or gone (-1)."""
    found = {key: dict(sources) for key, sources in filed.items()}
    for (section, source), count in Counter((e.section, e.source) for e in excerpts).items():
        if section is not None:
            sources = found.setdefault(section, {})
            sources[source] = sources.get(source, 0) + by * count
            if not sources[source]:
                del sources[source]
    return {key: sources for key, sources in found.items() if sources}


def renewed(known: Citations, before: Note, after: Note) -> tuple[Citations, set[str]]:
    """What can be cited after a change, and the ids of those whose chips may look different now.

    Where only excerpts changed, among thousands, nothing is done for the others.
    """
    if before.sources != after.sources or [s.key for s in before.sections] != [s.key for s in after.sections]:
        return citations(after), set(known.excerpts)
    gone, come = differing(before.excerpts, after.excerpts)
    excerpts = known.excerpts.copy()
    for excerpt in gone:
        excerpts.pop(excerpt.id, None)
    excerpts.update((e.id, e) for e in come)
    filed = _counted(_counted(known.filed, gone, -1), come, 1)
    return replace(known, excerpts=excerpts, filed=filed), {e.id for e in come if known.excerpts.get(e.id, e) is not e}

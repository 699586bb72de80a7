"""Taking over excerpts that others made: each is found in the sources of the note and filed under a section."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.domain.addresses import bare_address
from briefing.domain.anchor import Found, Match
from briefing.domain.edits import file_excerpt
from briefing.domain.errors import BriefingError
from briefing.domain.folding import fold
from briefing.domain.locating import locate_all
from briefing.domain.note import Note, Section
from briefing.domain.source import Source
from briefing.io.imports import LIMIT_BYTES, Imported, read_imports
from briefing.io.plain import sentence

_SURENESS = {Found.EXACT: 0, Found.MOVED: 1, Found.CHANGED: 2, Found.LOST: 3}


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an import: the note after it, the excerpts filed, those that were there, and those not found."""

    note: Note
    filed: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    lost: tuple[Imported, ...] = ()


def read_file(path: Path | str) -> tuple[Imported, ...]:
    """The excerpts in an export; one sentence says why they cannot be read."""
    path = Path(path)
    try:
        if path.stat().st_size > LIMIT_BYTES:
            raise BriefingError(f"“{path.name}” is larger than 100 MB; export fewer annotations at a time.")
        return read_imports(path.read_bytes(), path.name)
    except OSError as error:
        raise BriefingError(sentence(error, path)) from error


def take_over(
    note: Note,
    imported: Sequence[Imported],
    sections: Mapping[str, str | None] | None = None,
    *,
    otherwise: str | None = None,
    source: str = "",
) -> Taken:
    """File what others marked: by their labels under sections, and `otherwise` where no label names one.

    `sections` says which label goes where; a label that is the key or the title of a section goes there by itself.
    What stands in no source (or not in `source`, if that is given) is not filed but told.
    """
    chosen = (note.source(source),) if source else note.sources
    places = _places(chosen, imported)
    mapping = _mapping(note, sections or {})
    present = {(e.source, e.start, e.end, e.section): e.id for e in note.excerpts}
    filed: list[str] = []
    there: list[str] = []
    lost: list[Imported] = []
    for one, (home, match) in zip(imported, places, strict=True):
        if home is None or match.start is None or match.end is None:
            lost.append(one)
            continue
        section = next((mapping[key] for label in one.labels if (key := as_called(label)) in mapping), otherwise)
        place = (home.id, match.start, match.end, section)
        if place in present:
            there.append(present[place])
            continue
        note = _filed(note, one, place, match.found)
        filed.append(note.excerpts[-1].id)
        present[place] = filed[-1]
    return Taken(note, tuple(filed), tuple(there), tuple(lost))


def _mapping(note: Note, sections: Mapping[str, str | None]) -> dict[str, str | None]:
    """Labels as they are compared, to keys; WrongUse if there is no such section."""
    mapping: dict[str, str | None] = {**keys_by_name(note)}
    for label, key in sections.items():
        mapping[as_called(label)] = note.section(key).key if key is not None else None
    return mapping


def keys_by_name(note: Note) -> dict[str, str]:
    """The keys of the sections by what they are called, as that is compared."""
    return {as_called(name): section.key for section in note.sections for name in (section.key, section.title)}


def as_called(name: str) -> str:
    """A name as it is compared: neither capitals nor kinds of spaces make it another one."""
    return " ".join(name.split()).casefold()


def _places(sources: Sequence[Source], imported: Sequence[Imported]) -> list[tuple[Source | None, Match]]:
    """For each excerpt the source that it is from and its place there; those of one article are looked for together."""
    places: list[tuple[Source | None, Match]] = [(None, Match(Found.LOST))] * len(imported)
    articles: dict[str, list[int]] = {}
    for index, one in enumerate(imported):
        articles.setdefault(one.source, []).append(index)
    for name, indexes in articles.items():
        named = [source for source in sources if _names(source, name)]
        for index, place in zip(indexes, _placed(named, [imported[at] for at in indexes]), strict=True):
            places[index] = place
        left = [at for at in indexes if places[at][0] is None]
        others = [source for source in sources if source not in named]
        for index, place in zip(left, _placed(others, [imported[at] for at in left]), strict=True):
            places[index] = place
    return places


def _placed(sources: Iterable[Source], imported: Sequence[Imported]) -> list[tuple[Source | None, Match]]:
    """The surest place of each excerpt in any of some sources."""
    best: list[tuple[Source | None, Match]] = [(None, Match(Found.LOST))] * len(imported)
    for source in sources:
        for index, match in enumerate(locate_all(source.text, [one.anchor for one in imported])):
            if _SURENESS[match.found] < _SURENESS[best[index][1].found]:
                best[index] = source, match
    return best


def _names(source: Source, name: str) -> bool:
    """Whether an export means a source by a name or an address."""
    record = source.record
    known = (record.title, record.file_name, record.file_name.rsplit(".", 1)[0], source.id)
    is_named = as_called(name) in {as_called(one) for one in known if one}
    return bool(name) and (is_named or (bool(record.address) and bare_address(name) == bare_address(record.address)))


def _filed(note: Note, one: Imported, place: tuple[str, int, int, str | None], found: Found) -> Note:
    """The note with one excerpt more; to be confirmed if it reads otherwise than what was imported."""
    source, start, end, section = place
    comment = _comment(one, note.section(section) if section is not None else None)
    filed = file_excerpt(note, source, start, end, section, comment)
    excerpt = filed.excerpts[-1]
    if found is not Found.CHANGED or fold(one.anchor.exact).strip() == fold(excerpt.quote).strip():
        return filed
    marked = replace(excerpt, found=Found.CHANGED, was=one.anchor.exact)
    return replace(filed, excerpts=(*filed.excerpts[:-1], marked))


def _comment(one: Imported, section: Section | None) -> str:
    """What was said of a passage, and those of its labels that its section does not say."""
    told = {as_called(section.key), as_called(section.title)} if section is not None else set()
    labels = " ".join(f"#{'-'.join(label.split())}" for label in one.labels if as_called(label) not in told)
    return "\n".join(part for part in (one.comment, labels) if part)

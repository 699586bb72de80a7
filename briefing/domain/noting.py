"""Citations as they are read: numbered, labelled and put into words, in the order of the document."""

from dataclasses import replace

from briefing.domain.labels import Labels
from briefing.domain.legible import legible, one_line
from briefing.domain.marking import is_above
from briefing.domain.note import Note
from briefing.domain.options import Citing, Options
from briefing.domain.printed import Footnote, Mark
from briefing.domain.references import Locator, author_date, full_reference, locator, short_reference
from briefing.domain.source import Record, Source


class Noting:
    """Numbers footnotes while the sections are read in order."""

    def __init__(self, note: Note, labels: Labels, options: Options) -> None:
        self.footnotes: list[Footnote] = []
        self.cited: dict[str, int] = {}  # how often each source is cited, in the order of first place
        self.sources = {
            s.id: replace(s, record=_legible_record(s.record))
            for s in note.sources
            if not is_above(s.record.marking, options.ceiling)
        }
        language = _primary(note.front.language or labels.language)
        languages = ((id_, source.record.language) for id_, source in self.sources.items())
        self._spoken = {id_: spoken for id_, spoken in languages if _primary(spoken) != language}
        self._excerpts = {e.id: e for e in note.excerpts}
        self._labels = labels
        self._options = options
        self._used: dict[str, int] = {}

    def mark(self, excerpt_id: str) -> Mark | None:
        """The mark of a citation; None if its excerpt is no longer there or may not go out."""
        excerpt = self._excerpts.get(excerpt_id)
        source = self.sources.get(excerpt.source) if excerpt else None
        if excerpt is None or source is None:
            return None
        comment = legible(excerpt.comment).strip() if self._options.has_comments else ""
        where = locator(source, excerpt)
        is_repeated = source.id in self.cited
        self.cited[source.id] = self.cited.get(source.id, 0) + 1
        if self._options.citing is Citing.AUTHOR_DATE:
            return Mark(-1, excerpt_id, author_date(source, where, self._labels), comment)
        is_short = is_repeated or self._options.citing is Citing.SHORT
        refer = short_reference if is_short else full_reference
        pieces = refer(source, where, self._labels)
        label = self._label(source, where)
        self.footnotes.append(Footnote(len(self.footnotes) + 1, label, excerpt_id, source.id, pieces, comment))
        return Mark(len(self.footnotes) - 1, excerpt_id, comment=comment)

    def spoken_in(self, excerpt_id: str) -> str:
        """The language of the article that an excerpt is from, where it is not that of the note."""
        excerpt = self._excerpts.get(excerpt_id)
        return self._spoken.get(excerpt.source, "") if excerpt else ""

    def source_of(self, excerpt_id: str) -> Source | None:
        """The article that an excerpt is from; None if either is gone or may not go out."""
        excerpt = self._excerpts.get(excerpt_id)
        return self.sources.get(excerpt.source) if excerpt else None

    def _label(self, source: Source, where: Locator) -> str:
        """`s1p12`, and `s1p12-2` when the same paragraph is cited again."""
        stem = source.id.lower() + where.key
        count = self._used.get(stem, 0) + 1
        self._used[stem] = count
        return stem if count == 1 else f"{stem}-{count}"


def _legible_record(record: Record) -> Record:
    return replace(
        record,
        title=one_line(record.title),
        authors=tuple(one_line(author) for author in record.authors if author.strip()),
        outlet=one_line(record.outlet),
        published=one_line(record.published),
        updated=one_line(record.updated),
        retrieved=one_line(record.retrieved),
        language=one_line(record.language),
        address=one_line(record.address),
        file_name=one_line(record.file_name),
        sha256=one_line(record.sha256),
        descriptor=one_line(record.descriptor),
    )


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()

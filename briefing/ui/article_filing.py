"""Filing: what the article pane asks of the desk, each as one named step."""

from briefing.domain import edits
from briefing.domain.note import Excerpt, Note, Section
from briefing.domain.reshaping import join_excerpts, split_excerpt
from briefing.domain.source import Kind, Source
from briefing.ui.bridge import Bridge
from briefing.ui.chooser import Choice
from briefing.ui.words import tr

UNSORTED = ""  # stands for no section where a key is asked for


class Filing:
    """The desk as seen from one source."""

    def __init__(self, bridge: Bridge, source_id: str) -> None:
        self._desk = bridge.desk
        self._source = source_id

    @property
    def note(self) -> Note:
        """The note as it is now."""
        return self._desk.note

    def section(self, number: int) -> Section | None:
        """The section with a key number, from 1; None if the note has fewer."""
        sections = self.note.sections
        return sections[number - 1] if 1 <= number <= len(sections) else None

    def title(self, key: str | None) -> str:
        """What a section is called on screen."""
        return tr("Unsorted") if key is None else self.note.section(key).title

    def file(self, start: int, end: int, key: str | None) -> Excerpt:
        """File a passage under a section (None: unsorted)."""
        label = tr("File excerpt in {section}", section=self.title(key))
        self._desk.do(label, lambda note: edits.file_excerpt(note, self._source, start, end, key))
        return self.note.excerpts[-1]

    def remove(self, excerpt: Excerpt) -> None:
        """Take an excerpt back."""
        label = tr("Remove excerpt from {section}", section=self.title(excerpt.section))
        self._desk.do(label, lambda note: edits.remove_excerpt(note, excerpt.id))

    def move(self, excerpt: Excerpt, key: str | None) -> None:
        """File an excerpt elsewhere."""
        label = tr("Move excerpt to {section}", section=self.title(key))
        self._desk.do(label, lambda note: edits.move_excerpt(note, excerpt.id, key))

    def shift(self, excerpt: Excerpt, start: int, end: int) -> None:
        """Change the bounds of an excerpt; quick repetitions are one step."""
        label = tr("Change bounds of excerpt in {section}", section=self.title(excerpt.section))
        merge = ("shift", excerpt.id)
        self._desk.do(label, lambda note: edits.shift_excerpt(note, excerpt.id, start, end), merge=merge)

    def can_split(self, excerpt: Excerpt, at: int) -> bool:
        """Whether words stand on both sides of a place in an excerpt."""
        text = self.note.source(excerpt.source).text
        return bool(text[excerpt.start : at].strip()) and bool(text[at : excerpt.end].strip())

    def split(self, excerpt: Excerpt, at: int) -> None:
        """Make two excerpts of one."""
        label = tr("Split excerpt in {section}", section=self.title(excerpt.section))
        self._desk.do(label, lambda note: split_excerpt(note, excerpt.id, at))

    def join(self, excerpt: Excerpt, other: Excerpt) -> None:
        """Make one excerpt of two."""
        label = tr("Join excerpts in {section}", section=self.title(excerpt.section))
        self._desk.do(label, lambda note: join_excerpts(note, excerpt.id, other.id))

    def choices(self) -> list[Choice]:
        """The sections to choose from, with their keys as hints, and unsorted at the end."""
        titles = [Choice(s.key, s.title, str(n)) for n, s in enumerate(self.note.sections, 1)]
        return [*titles, Choice(UNSORTED, tr("Unsorted"), "0")]

    def mark(self, source: Source, passages: range, kind: Kind) -> None:
        """Say what passages are."""
        labels = {
            Kind.NOISE: tr("Mark passage as noise"),
            Kind.HEADING: tr("Mark passage as heading"),
        }
        self._desk.do(
            labels.get(kind, tr("Mark passage as text")), lambda note: _marked(note, source.id, passages, kind)
        )


def _marked(note: Note, source_id: str, passages: range, kind: Kind) -> Note:
    for index in passages:
        note = edits.mark_passage(note, source_id, index, kind)
    return note

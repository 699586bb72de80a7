"""Articles written in a few marks: `# heading`, `~ noise`, `- item`, `> quote`, and paragraphs without one."""

from briefing.domain.edits import add_source
from briefing.domain.note import Note, Section
from briefing.domain.source import Kind, Passage, Record, Source

_MARKS = {"# ": Kind.HEADING, "~ ": Kind.NOISE, "- ": Kind.ITEM, "> ": Kind.QUOTE}
SIX = ("Agenda", "Security", "Economics", "Defense", "Energy", "Risks")


def article(*passages: str, title: str = "An article") -> Source:
    """A source of these passages, a blank line between them; the marks are no part of the text."""
    text, made = "", []
    for written in passages:
        kind = _MARKS.get(written[:2], Kind.PARAGRAPH)
        words = written[2:] if written[:2] in _MARKS else written
        text += "\n\n" if text else ""
        made.append(Passage(kind, len(text), len(text) + len(words), level=2 if kind is Kind.HEADING else 0))
        text += words
    return Source(text, tuple(made), Record(title=title))


def note_on(*sources: Source, sections: tuple[str, ...] = SIX) -> Note:
    """An empty note of these sections on these sources, S1 and on."""
    note = Note("n1", sections=tuple(Section(title.lower(), title) for title in sections))
    for source in sources:
        note = add_source(note, source)
    return note

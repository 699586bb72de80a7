"""Beginning a note: a blank one from a template, with the articles it starts from."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from briefing.domain.edits import add_source
from briefing.domain.note import Note
from briefing.domain.source import Source
from briefing.domain.template import Template, blank


def new_note(
    template: Template,
    sources: Iterable[Source] = (),
    title: str = "",
    now: datetime | None = None,
    author: str = "",
) -> Note:
    """A new note with an id of its own, dated today, titled like its first article unless told otherwise."""
    note = blank(template, str(uuid4()))
    for source in sources:
        note = add_source(note, source)
    named = title or (note.sources[0].record.title if note.sources else "")
    today = (now or datetime.now(UTC)).astimezone().date().isoformat()
    return replace(note, title=named, front=replace(note.front, date=today, author=author))

"""How a note is begun in the window: by the analyst, and in the language that the window speaks."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.app.notes import new_note
from briefing.domain.note import Note
from briefing.domain.source import Source
from briefing.domain.template import Template
from briefing.ui import settings
from briefing.ui.words import spoken, told


def begin_note(template: Template, sources: Iterable[Source] = ()) -> Note:
    """A new note by the analyst, in the language of the window where the template knows it."""
    return new_note(in_window_language(template), sources, author=settings.choices().author)


def in_window_language(template: Template) -> Template:
    """A template of the house as it reads in the language of the window; one that somebody wrote stays as it is."""
    language = spoken()
    if language == template.language or told(template.description) == template.description:
        return template
    return replace(template, language=language, slots=tuple(replace(s, title=told(s.title)) for s in template.slots))

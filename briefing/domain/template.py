"""A template: a named list of sections with guidance, from which a blank note is made."""

from dataclasses import dataclass

from briefing.domain.note import Front, Note, Section


@dataclass(frozen=True, slots=True)
class Slot:
    """One section of a template: a stable key, a title, and guidance on what belongs there."""

    key: str
    title: str
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A named list of slots; `name` is how it is asked for, `title` how it is shown."""

    name: str
    title: str
    description: str = ""
    language: str = "en"
    marking: str = ""
    slots: tuple[Slot, ...] = ()


def blank(template: Template, note_id: str) -> Note:
    """An empty note with the sections of a template."""
    return Note(
        id=note_id,
        marking=template.marking,
        template=template.name,
        front=Front(language=template.language),
        sections=tuple(Section(s.key, s.title, s.guidance) for s in template.slots),
    )

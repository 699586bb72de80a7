"""A section on the clipboard as it would be printed: with its footnotes as notes at its end."""

from dataclasses import replace

from briefing.domain.document import Options, compose
from briefing.ui.section_editor import SectionEditor


def copy_section(editor: SectionEditor) -> bool:
    """Copy the section of an editor with its notes, for Word, mail and plain text; False if nothing stands in it."""
    from briefing.io.writers.clip import clip  # noqa: PLC0415  # a writer, seldom asked for

    section = editor.desk.note.section(editor.key)
    if not section.has_content:
        return False
    alone = replace(editor.desk.note, sections=(section,))  # so that every source is named in full where it goes
    editor.copy_printed(*clip(compose(alone, Options()), editor.key))
    return True

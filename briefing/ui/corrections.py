"""What the menu of a section offers for a word that is spelled wrong."""

from functools import partial

from PySide6.QtGui import QTextCursor

from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_menu import Correction
from briefing.ui.spelling import Spelling, word_at
from briefing.ui.words import tr


def corrections(editor: SectionEditor, spelling: Spelling) -> list[Correction]:
    """Suggestions for the word at the caret, and the ways to keep it; none if it is right."""
    word, place = word_at(editor.textCursor())
    if not word or not spelling.is_wrong(word):
        return []
    offered: list[Correction] = [(s, partial(_correct, editor, place, s)) for s in spelling.suggestions(word)]
    offered.append((tr("Add “{word}” to my words", word=word), partial(spelling.teach, word)))
    offered.append((tr("Accept “{word}” in this note", word=word), partial(spelling.accept, word)))
    return offered


def _correct(editor: SectionEditor, place: QTextCursor, word: str) -> None:
    with editor.step(tr("Correct spelling")):
        place.insertText(word, place.charFormat())

"""The language of the open note, which spelling, quotation marks and the words of the program follow."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.app.desk import Desk
from briefing.domain.edits import set_front
from briefing.ui.chooser import Choice, Chooser
from briefing.ui.files import Host
from briefing.ui.words import tr

# Each by its own name. What the program itself adds to a document is written in the first three, else in English.
LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "en-GB": "English (United Kingdom)",
    "en-US": "English (United States)",
    "ar": "العربية",
    "es": "Español",
    "he": "עברית",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "uk": "Українська",
}


class NoteLanguage(QObject):
    """The command that gives a note another language."""

    def __init__(self, window: QWidget, host: Host) -> None:
        super().__init__(window)
        self._window = window
        self._host = host

    def choose(self) -> None:
        """Offer the languages, that of the note first."""
        desk = self._host.desk
        if desk is None:
            return
        has = desk.note.front.language
        names = {has: LANGUAGES.get(has, has), **LANGUAGES}
        chooser = Chooser([Choice(*row, row[0]) for row in names.items()], tr("Language of the note"), self._window)
        chooser.taken.connect(lambda language: give(desk, language))
        chooser.show_over(self._window)


def give(desk: Desk, language: str) -> None:
    """Give a note a language, as one step."""
    front = replace(desk.note.front, language=language)
    desk.do(tr("Language of the note"), lambda note: set_front(note, front))

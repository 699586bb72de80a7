"""What the open note says of itself, chosen by name: its language, its marking, how far a section is."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.app.desk import Desk
from briefing.domain.edits import set_front, set_marking, set_status
from briefing.domain.marking import TLP
from briefing.domain.note import Status
from briefing.ui.chooser import Choice, Chooser
from briefing.ui.files import Host
from briefing.ui.status_button import status_words
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


class NoteFacts(QObject):
    """The commands that offer these; `section` gives the key of the section in hand."""

    def __init__(self, window: QWidget, host: Host, section: Callable[[], str]) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._section = section

    def choose_language(self) -> None:
        """Offer the languages, that of the note first."""
        if self._host.desk is not None:
            desk, has = self._host.desk, self._host.desk.note.front.language
            names = {has: LANGUAGES.get(has, has), **LANGUAGES}
            offered = [Choice(*row, row[0]) for row in names.items()]
            self._offer(offered, tr("Language of the note"), lambda language: give_language(desk, language))

    def choose_marking(self) -> None:
        """Offer the handling labels."""
        if self._host.desk is not None:
            desk = self._host.desk
            offered = [Choice(label, label or tr("No marking")) for label in ("", *TLP)]
            self._offer(offered, tr("Marking of the note"), lambda label: mark(desk, label))

    def choose_status(self) -> None:
        """Offer what the section in hand may be."""
        desk, key = self._host.desk, self._section()
        if desk is not None and key:
            section = desk.note.section(key)
            offered = [Choice(status.value, status_words(status)) for status in Status]
            prompt = tr("Status of {section}", section=section.title)
            self._offer(offered, prompt, lambda value: give_status(desk, section.key, Status(value)))

    def _offer(self, offered: Sequence[Choice], prompt: str, take: Callable[[str], None]) -> None:
        chooser = Chooser(offered, prompt, self._window)
        chooser.taken.connect(take)
        chooser.show_over(self._window)


def give_language(desk: Desk, language: str) -> None:
    """Give a note a language."""
    front = replace(desk.note.front, language=language)
    desk.do(tr("Language of the note"), lambda note: set_front(note, front))


def mark(desk: Desk, label: str) -> None:
    """Give a note a handling label; an empty one takes it away."""
    words = tr("Mark as {marking}", marking=label) if label else tr("Remove the marking")
    desk.do(words, lambda note: set_marking(note, label))


def give_status(desk: Desk, key: str, status: Status) -> None:
    """Say how far a section is."""
    words = tr("Mark {section} as {status}", section=desk.note.section(key).title, status=status_words(status))
    desk.do(words, lambda note: set_status(note, key, status))

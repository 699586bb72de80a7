"""A line for a date: written in any way people write dates, kept in ISO 8601 with the precision that was given."""

import re
from datetime import date, datetime

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from briefing.domain.dates import read_date
from briefing.domain.labels import labels_in, readable_date
from briefing.ui.words import spoken, tr

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?")


class DateLine(QLineEdit):
    """The line; `hint` says beneath it how the date is understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = QLabel(parent)
        self.hint.setObjectName("date_hint")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.setPlaceholderText(tr("Such as 2025-11-17, 2025-11 or 2025"))
        self.textChanged.connect(self._tell)
        self.editingFinished.connect(self.tidy)

    def tidy(self) -> None:
        """Write in ISO 8601 what was written in another way."""
        typed = self.text().strip()
        if typed and not is_iso(typed) and (found := read_date(typed)):
            self.setText(found)
            self._say(tr("“{typed}” is read as {date}.", typed=typed, date=in_words(found)))

    def _tell(self, typed: str) -> None:
        typed = typed.strip()
        if not typed:
            self._say("")
        elif is_iso(typed):
            self._say(in_words(typed))
        elif found := read_date(typed):
            self._say(tr("Read as {date}.", date=in_words(found)))
        else:
            self._say(tr("This is not understood as a date; it is kept just as it stands here."))

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.setAccessibleDescription(words)


def is_iso(text: str) -> bool:
    """Whether a text is a date of the calendar in ISO 8601: a year, a month, a day, or a day with its time."""
    found = _ISO.fullmatch(text)
    if found is None:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
        if found[4]:
            datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def in_words(iso: str) -> str:
    """A date of ISO 8601 as people write it, with its time and zone where stated."""
    day, has_time, clock = iso.partition("T")
    words = readable_date(day, labels_in(spoken()))
    if not has_time:
        return words
    zone = re.search(r"Z|[+-]\d{2}:\d{2}$", clock)
    if zone is None:
        return tr("{day}, {time}", day=words, time=clock[:5])
    stated = tr("UTC") if zone[0] == "Z" else tr("UTC{offset}", offset=zone[0])
    return tr("{day}, {time} ({zone})", day=words, time=clock[:5], zone=stated)

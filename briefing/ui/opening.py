"""Opening what is named: a note, or an article that a note is begun on. It is what a start with a file needs."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.app.desk import Desk
from briefing.app.opening import default_template, is_note, read_article, sample_article
from briefing.domain.source import Source
from briefing.ui.beginning import begin_note
from briefing.ui.files import Files, Host
from briefing.ui.reading import Reading
from briefing.ui.words import tr
from briefing.ui.work import start


class Opening(QObject):
    """What the opening commands of one window do."""

    def __init__(self, window: QWidget, host: Host, files: Files) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._files = files

    def new_from_sample(self) -> None:
        """Begin a note on the bundled sample."""
        start(sample_article, self._begin, self._files.failed)

    def open_path(self, path: Path) -> None:
        """Open a note, or begin one on an article; each has a notice of its own, for several may be opened at once."""
        if is_note(path):
            self._files.open_path(path)
            return
        words = tr("Reading “{name}” …", name=path.name)
        Reading(self._window).start(words, partial(read_article, path), self._begin, self._files.failed, lambda: None)

    def _begin(self, source: Source) -> None:
        self._host.open_desk(Desk(begin_note(default_template(), [source])))

"""Articles of the window: bringing them in from the clipboard, from files, by dropping, and correcting their facts."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.app import intake
from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template, is_note, sample_article
from briefing.domain.edits import add_source, edit_record
from briefing.domain.source import Source
from briefing.ui import settings
from briefing.ui.files import Files, Host
from briefing.ui.intake_dialog import IntakeDialog
from briefing.ui.words import tr
from briefing.ui.work import start

Taker = Callable[[Source], None]


class Articles(QObject):
    """What the article commands of one window do."""

    def __init__(self, window: QWidget, host: Host, files: Files) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._files = files

    def new_from_clipboard(self) -> None:
        """Begin a note on the article in the clipboard."""
        self._take_clipboard(self.begin, tr("Begin note"))

    def add_from_clipboard(self) -> None:
        """Add the article in the clipboard to the note."""
        self._take_clipboard(self.add, tr("Add article"))

    def new_from_file(self) -> None:
        """Begin a note on articles that are chosen."""
        self._choose(self.begin, tr("Begin note"))

    def add_from_file(self) -> None:
        """Add articles that are chosen."""
        self._choose(self.add, tr("Add article"))

    def new_from_sample(self) -> None:
        """Begin a note on the bundled sample."""
        start(sample_article, self.begin, self._files.failed)

    def open_path(self, path: Path) -> None:
        """Open a note, or begin one on an article."""
        if is_note(path):
            self._files.open_path(path)
        else:
            start(partial(intake.read_file, path), self.begin, self._files.failed)

    def take(self, paths: Sequence[Path]) -> None:
        """Take what was dropped on the window: notes are opened, articles are added or begin a note."""
        for path in paths:
            if is_note(path):
                self._files.open_path(path)
            else:
                self._read(partial(intake.read_file, path), *self._fitting())

    def begin(self, source: Source) -> None:
        """Begin a note on an article."""
        self._host.open_desk(Desk(new_note(default_template(), [source], author=settings.choices().author)))

    def add(self, source: Source) -> None:
        """Add an article to the open note."""
        desk = self._host.desk
        if desk is not None:
            desk.do(tr("Add article"), lambda note: add_source(note, source))

    def edit_details(self) -> None:
        """Correct what is known about the article in view."""
        desk, source = self._host.desk, self._host.source_in_view
        if desk is None or source is None:
            return
        dialog = IntakeDialog(source, tr("Keep details"), self._window)
        dialog.taken.connect(partial(self._keep_details, desk))
        dialog.open()

    def _keep_details(self, desk: Desk, source: Source) -> None:
        desk.do(tr("Edit article details"), lambda note: edit_record(note, source.id, source.record))

    def _fitting(self) -> tuple[Taker, str]:
        return (self.add, tr("Add article")) if self._host.desk is not None else (self.begin, tr("Begin note"))

    def _take_clipboard(self, take: Taker, words: str) -> None:
        data = QGuiApplication.clipboard().mimeData()
        text, html = data.text(), data.html() if data.hasHtml() else ""
        if not text.strip() and not html:
            self._host.warn(tr("The clipboard holds no text; copy an article first."))
            return
        self._read(partial(intake.read_paste, text, html), take, words)

    def _choose(self, take: Taker, words: str) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Choose articles"))
        for name in names:
            self._read(partial(intake.read_file, Path(name)), take, words)

    def _read(self, read: Callable[[], Source], take: Taker, words: str) -> None:
        """Read an article in the background and show what was understood before it is taken."""

        def show(source: Source) -> None:
            dialog = IntakeDialog(source, words, self._window)
            dialog.taken.connect(take)
            dialog.open()

        start(read, show, self._files.failed)

"""Articles of the window: bringing them in from wherever they are, correcting their facts, and their new versions."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.app import intake
from briefing.app.arrival import Arrival, parcel
from briefing.app.desk import Desk
from briefing.app.opening import is_note
from briefing.domain.edits import edit_record
from briefing.domain.source import Source
from briefing.ui import outlets
from briefing.ui.address_dialog import AddressDialog, address_on_clipboard, page_of
from briefing.ui.arrivals import Arrivals, Incoming
from briefing.ui.files import Files, Host
from briefing.ui.intake_dialog import IntakeDialog
from briefing.ui.reading import Reading
from briefing.ui.version_dialog import VersionDialog
from briefing.ui.versions_dialog import VersionsDialog
from briefing.ui.words import tr


class Articles(QObject):
    """What the article commands of one window do."""

    def __init__(self, window: QWidget, host: Host, files: Files) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._files = files
        self._arrivals = Arrivals(window, host.open_desk, files.failed)
        self._reading = Reading(window)

    # Bringing articles in

    def new_from_clipboard(self) -> None:
        """Begin a note on the article in the clipboard."""
        self._take_clipboard(None)

    def add_from_clipboard(self) -> None:
        """Add the article in the clipboard to the note."""
        self._take_clipboard(self._host.desk)

    def new_from_file(self) -> None:
        """Begin a note on articles that are chosen."""
        self._arrivals.expect(map(_file, self._chosen()), None)

    def add_from_file(self) -> None:
        """Add articles that are chosen."""
        self._arrivals.expect(map(_file, self._chosen()), self._host.desk)

    def new_from_address(self) -> None:
        """Ask for an address, and begin a note on the article there."""
        self._ask_address(tr("New note from an address"), address_on_clipboard(), None)

    def add_from_address(self) -> None:
        """Ask for an address, and add the article there."""
        self._ask_address(tr("Add article from an address"), address_on_clipboard(), self._host.desk)

    def take(self, paths: Sequence[Path]) -> None:
        """Take what was dropped on the window: notes are opened, articles are added or begin a note."""
        for path in filter(is_note, paths):
            self._files.open_path(path)
        self._arrivals.expect((_file(path) for path in paths if not is_note(path)), self._host.desk)

    def take_address(self, address: str) -> None:
        """Take a link that was dropped: ask before anything is fetched."""
        desk = self._host.desk
        words = tr("Add article from an address") if desk is not None else tr("New note from an address")
        self._ask_address(words, address, desk)

    def _ask_address(self, words: str, address: str, desk: Desk | None) -> None:
        dialog = AddressDialog(words, address, self._window)
        dialog.chosen.connect(lambda chosen: self._arrivals.expect([_page(chosen)], desk))
        dialog.open()

    def _take_clipboard(self, desk: Desk | None) -> None:
        """Take what was copied: files, a link alone (which asks first), or the words of an article."""
        data = _copied()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        address = address_on_clipboard()
        if paths:
            self._arrivals.expect(map(_file, paths), desk)
        elif address:
            words = tr("Add article from an address") if desk is not None else tr("New note from an address")
            self._ask_address(words, address, desk)
        elif read := self._pasted(data):
            self._arrivals.expect([Incoming(tr("the clipboard"), read)], desk)

    def _pasted(self, data: QMimeData) -> Callable[[], Source] | None:
        text, html = data.text(), data.html() if data.hasHtml() else ""
        if not text.strip() and not html.strip():
            self._host.warn(tr("The clipboard holds no text; copy an article first."))
            return None
        return partial(intake.read_paste, text, html, address=page_of(data))

    def _chosen(self) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Choose articles"))
        return [Path(name) for name in names]

    # The article in view

    def edit_details(self) -> None:
        """Correct what is known about the article in view."""
        desk, source = self._host.desk, self._host.source_in_view
        if desk is None or source is None:
            return
        dialog = IntakeDialog(Arrival(source), tr("Keep details"), self._window)
        dialog.taken.connect(lambda corrected, _: self._keep_details(desk, corrected))
        dialog.open()

    def _keep_details(self, desk: Desk, source: Source) -> None:
        outlets.remember(source.record)
        desk.do(tr("Edit article details"), lambda note: edit_record(note, source.id, source.record))

    def version_from_clipboard(self) -> None:
        """Compare the article in view with a newer version in the clipboard, and take that if it is wanted."""
        read = self._pasted(_copied())
        if read:
            self._renew(Incoming(tr("the clipboard"), read))

    def version_from_file(self) -> None:
        """Compare the article in view with a newer version in a file, and take that if it is wanted."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Choose the new version"))
        if name:
            self._renew(_file(Path(name)))

    def version_from_address(self) -> None:
        """Ask whether the article in view is to be fetched once more, and compare it with what is there now."""
        source = self._host.source_in_view
        if source is not None:
            dialog = AddressDialog(
                tr("Look for a new version of {source}", source=source.id), source.record.address, self._window
            )
            dialog.chosen.connect(lambda address: self._renew(_page(address)))
            dialog.open()

    def _renew(self, incoming: Incoming) -> None:
        desk, source = self._host.desk, self._host.source_in_view
        if desk is None or source is None or self._reading.is_busy:
            return
        words = tr("Reading “{name}” …", name=incoming.name)
        show = partial(self._show_version, desk, source)
        self._reading.start(words, incoming.read, show, self._files.failed, lambda: None)

    def _show_version(self, desk: Desk, source: Source, newer: Source) -> None:
        if newer.text == source.text:
            self._host.say(tr("The text is the same, letter for letter; {source} is up to date.", source=source.id))
        else:
            VersionDialog(desk, source.id, newer, self._window).open()

    def show_versions(self) -> None:
        """Look at the earlier versions of the article in view."""
        desk, source = self._host.desk, self._host.source_in_view
        if desk is None or source is None:
            return
        if not source.earlier:
            self._host.say(tr("{source} has no earlier version.", source=source.id))
            return
        VersionsDialog(desk, source.id, self._window).open()


def _copied() -> QMimeData:
    """What the clipboard holds; Qt may give nothing at all for an empty one."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if data is None else data


def _file(path: Path) -> Incoming:
    return Incoming(path.name, partial(intake.read_file, path), partial(parcel, path))


def _page(address: str) -> Incoming:
    return Incoming(urlsplit(address).hostname or address, partial(intake.read_address, address))

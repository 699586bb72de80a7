"""Reading back: an edited document is chosen, its changes are shown, and those that are accepted become one step."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.app.desk import Desk
from briefing.app.readback import read_back_file
from briefing.app.snapshots import take
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.domain.options import Options
from briefing.domain.readback import Proposal, ReadBack, accept
from briefing.domain.snapshot import Reason
from briefing.io.recipes import find_recipe
from briefing.ui import settings
from briefing.ui.files import Files, Host
from briefing.ui.read_back_dialog import ReadBackDialog
from briefing.ui.words import tr
from briefing.ui.work import start


class ReadBacks(QObject):
    """What the read-back command of one window does."""

    def __init__(self, window: QWidget, host: Host, files: Files) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._files = files

    def choose(self) -> None:
        """Read back a document that is chosen."""
        desk = self._host.desk
        if desk is None:
            return
        kinds = tr("Edited documents ({pattern})", pattern="*.docx *.md")
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Read back"), "", kinds)
        if name:
            note = desk.note
            read = partial(read_back_file, note, Path(name), _options(note))
            start(read, partial(self._show, desk), self._files.failed)

    def _show(self, desk: Desk, found: ReadBack) -> None:
        dialog = ReadBackDialog(desk.note, found, self._window)
        dialog.accepted_some.connect(partial(self._accept, desk, desk.note))
        dialog.open()

    def _accept(self, desk: Desk, shown: object, chosen: list[Proposal]) -> None:
        if desk.note is not shown:
            self._host.warn(tr("The note has changed since the document was read; read it back again."))
            return
        try:
            take(desk, reason=Reason.READ_BACK)
        except BriefingError as error:
            self._host.warn(str(error))
        desk.do(tr("Read back document"), lambda note: accept(note, chosen))
        one, many = tr("1 change was taken into the note."), tr("{count} changes were taken into the note.")
        self._host.say(one if len(chosen) == 1 else many.format(count=len(chosen)), tr("Undo"), desk.undo)


def _options(note: Note) -> Options | None:
    """What the document was sent out by, as far as is known: the recipe that was used last."""
    try:
        return find_recipe(settings.last_recipe(), note).options
    except BriefingError:
        return None

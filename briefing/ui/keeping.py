"""Keeping the work of a window: every change follows to disk, and what a crash left behind is offered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.app.desk import Desk
from briefing.app.recovered import Recovered, recoverable
from briefing.app.recovery import Recovery
from briefing.domain.errors import BriefingError
from briefing.ui import crash
from briefing.ui.passphrase_dialog import PassphraseDialog
from briefing.ui.recovery_list import RecoveryList
from briefing.ui.start_page import StartPage
from briefing.ui.words import tr


class Keeping(QObject):
    """The recovery copy of the open note; `trouble` says why there is none."""

    trouble = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._recovery: Recovery | None = None

    def follow(self, desk: Desk) -> None:
        """Have every change of a desk on disk within two seconds."""
        self._recovery = Recovery(desk, trouble=self.trouble.emit)  # from another thread: Qt hands it over
        crash.keep_with(self.flush)

    def flush(self) -> None:
        """Have everything on disk when this returns; BriefingError says why it is not."""
        if self._recovery is not None:
            self._recovery.flush()

    def note_saved(self) -> None:
        """Take note that the desk was saved."""
        if self._recovery is not None:
            self._recovery.note_saved()

    def end(self) -> None:
        """The note is saved or was given up: its copy goes."""
        if self._recovery is not None:
            self._recovery.close()
            self._recovery = None
            crash.forget(self.flush)

    def offer(self, page: StartPage, take: Callable[[Desk], None], warn: Callable[[str], None]) -> None:
        """Offer on the start page what a crash left behind."""
        found = recoverable()
        if not found:
            page.offer(None)
            return
        offered = RecoveryList(found, page)
        offered.taken.connect(lambda copy: self.take_up(copy, page, take, warn))
        offered.dismissed.connect(lambda copy: self._dismiss(copy, page, take, warn))
        page.offer(offered)

    def take_up(
        self, copy: Recovered, page: StartPage, take: Callable[[Desk], None], warn: Callable[[str], None]
    ) -> None:
        """Open the copy; it is deleted only when the note it became is on disk itself."""
        if copy.is_sealed:
            words = tr("The recovery copy of “{title}” is protected by a passphrase.", title=copy.title)
            dialog = PassphraseDialog(words, page)
            dialog.given.connect(lambda given: self.take_up(copy.unlocked(given), page, take, warn))
            dialog.open()
            return
        try:
            take(copy.take())
            self.flush()
        except BriefingError as error:
            warn(str(error))
        else:
            copy.dismiss()

    def _dismiss(
        self, copy: Recovered, page: StartPage, take: Callable[[Desk], None], warn: Callable[[str], None]
    ) -> None:
        copy.dismiss()
        self.offer(page, take, warn)


def left_behind(path: Path) -> Recovered | None:
    """The copy with unsaved work on the note of a file, None if there is none."""
    return next((c for c in recoverable() if c.path is not None and c.path.resolve() == path.resolve()), None)

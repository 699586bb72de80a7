"""An error that nobody expected: the work is put on disk, one calm window says so, and a report tells where it was."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from briefing.app.reports import report_words, write_report
from briefing.domain.errors import BriefingError
from briefing.io.places import state_folder
from briefing.ui.words import told, tr

Keep = Callable[[], None]  # puts the work of one window on disk, or raises BriefingError

_keepers: list[Keep] = []
_is_told = False


def keep_with(keep: Keep) -> None:
    """Call something that puts work on disk when the program comes to grief."""
    _keepers.append(keep)


def forget(keep: Keep) -> None:
    """Stop calling it."""
    _keepers.remove(keep)


def meet(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """Keep everything, write the report, and say it once; the program goes on, for most of it is whole."""
    global _is_told  # noqa: PLW0603  # a second error while the first is being told is not told again
    sys.stderr.write(report_words(kind, trace, datetime.now(UTC)))  # no message: it may quote the note
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    troubles = [trouble for keep in _keepers if (trouble := _kept(keep))]
    if _is_told:
        return
    _is_told = True
    _tell(troubles, _report(kind, trace))
    _is_told = False


def _kept(keep: Keep) -> str:
    try:
        keep()
    except BriefingError as error:
        return told(str(error))
    return ""


def _report(kind: type[BaseException], trace: TracebackType | None) -> str:
    try:
        return str(write_report(kind, trace))
    except (BriefingError, OSError):
        return ""


def _tell(troubles: list[str], report: str) -> None:
    box = QMessageBox(QApplication.activeWindow())
    box.setObjectName("crash")
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle("Briefing")
    box.setText(tr("Something went wrong in the program."))
    folder = state_folder("recovery")
    words = troubles or [tr("Your work is kept in {folder}; save the note now to be sure.", folder=folder)]
    if report:
        words.append(tr("A report without any of your text is in {path}.", path=report))
    box.setInformativeText("\n\n".join(words))
    box.exec()

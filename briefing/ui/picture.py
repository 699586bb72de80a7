"""A picture of the window with a note in it, as the demonstration shows it."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from briefing.app.opening import open_desk
from briefing.domain.errors import BriefingError
from briefing.ui.application import make, open_frame
from briefing.ui.window import Window

SIZE = (1440, 900)
PAUSE = 600  # milliseconds


def take(note: Path, out: Path, size: tuple[int, int] = SIZE) -> None:
    """Draw the window with a note and write it as a PNG."""
    make()
    frame = open_frame()
    frame.resize(*size)
    window = frame.commands
    if isinstance(window, Window):
        window.open_desk(open_desk(note))
        QApplication.processEvents()
        _go_to_what_is_filed(window)
    _rest()
    if not frame.grab().save(str(out), "PNG"):
        raise BriefingError(f"The picture could not be written to “{out}”.")
    frame.close()


def _go_to_what_is_filed(window: Window) -> None:
    """Scroll the article to where it has been filed from."""
    pane, desk = window.article, window.desk
    if pane is None or desk is None:
        return
    filed = sorted((e for e in desk.note.excerpts if e.source == pane.source_id), key=lambda e: e.start)
    if filed:
        middle = filed[len(filed) // 3]
        pane.show_range(middle.start, middle.end)


def _rest() -> None:
    """Let everything be drawn that waits for a pause."""
    loop = QEventLoop()
    QTimer.singleShot(PAUSE, loop.quit)
    loop.exec()


def main(arguments: list[str]) -> int:
    """Take the picture that the arguments ask for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The picture shows a first start: it takes nothing from the analyst's own settings and leaves nothing there.
    with TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        try:
            take(Path(arguments[0]), Path(arguments[1]))
        except BriefingError as error:
            sys.stderr.write(f"briefing: {error}\n")
            return 1
    return 0

"""Start-up: from the start of the process to the first painted window."""

import os
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic

from tests.bench.row import Row

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "summit.txt"

# In place of the event loop: one that looks every millisecond whether a window with a title has been shown, paints it,
# tells the time, and leaves. In between it waits, as the real one does: what reads in the background has its turn.
_UNTIL_PAINTED = """
import os, sys, time
def paint(*_):
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication
    def look():
        shown = [w for w in QApplication.topLevelWidgets() if w.windowHandle() and w.windowHandle().isExposed()]
        if any(window.windowTitle() not in {unwanted!r} for window in shown):
            QApplication.processEvents()
            os.write(1, repr(time.monotonic()).encode())
            os._exit(0)
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(1)
    QEventLoop().exec()
"""
_BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit, QTreeWidget
application = QApplication([])
window = QMainWindow()
splitter = QSplitter()
splitter.addWidget(QTextEdit())
splitter.addWidget(QTreeWidget())
window.setCentralWidget(splitter)
window.show()
paint()
"""
_PROGRAM = """
from briefing import __main__ as program
def load(name, load=program.import_module):
    module = load(name)
    from PySide6.QtWidgets import QApplication
    QApplication.exec = paint
    return module
program.import_module = load
program.main(sys.argv[1:])
"""
_START_PAGE = "Briefing"  # the title of a window without a note


@cache
def _home() -> dict[str, str]:
    """Settings of their own, so that what the user has open last plays no part."""
    home = mkdtemp(prefix="briefing-bench-")
    return {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_DATA_HOME": home}


def _start(code: str, *arguments: str) -> float:
    unwanted = {_START_PAGE} if arguments else set()
    command = [sys.executable, "-c", _UNTIL_PAINTED.replace("{unwanted!r}", repr(unwanted)) + code, *arguments]
    begin = monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=_home())
    return float(done.stdout) - begin


@cache
def _note() -> str:
    """A small note with the sample article, a passage of it filed in every section."""
    from briefing.app.notes import new_note  # noqa: PLC0415 (importing rows is to be cheap)
    from briefing.app.opening import default_template, sample_article, write_note  # noqa: PLC0415
    from briefing.domain.edits import file_excerpt  # noqa: PLC0415

    note = new_note(default_template(), [sample_article()], title="A note")
    for number, section in enumerate(note.sections):
        note = file_excerpt(note, "S1", 500 + 200 * number, 600 + 200 * number, section.key)
    path = Path(_home()["HOME"]) / "note.brief"
    write_note(note, path, None)
    return str(path)


_FLOOR = "a bare PySide6 window with a text field and a tree"

ROWS = (
    Row(
        "start",
        "to the first painted window, nothing open",
        measure=partial(_start, _PROGRAM),
        floor=partial(_start, _BARE_WINDOW),
        floor_words=_FLOOR,
        bound=1.3,
        runs=21,
    ),
    Row(
        "start-article",
        "to the first painted window, with the sample article read and shown",
        measure=partial(_start, _PROGRAM, str(SAMPLE)),
        floor=partial(_start, _BARE_WINDOW),
        floor_words=_FLOOR,
    ),
    Row(
        "start-note",
        "to the first painted window, with a small note opened and shown",
        measure=lambda: _start(_PROGRAM, _note()),
        floor=partial(_start, _BARE_WINDOW),
        floor_words=_FLOOR,
    ),
)

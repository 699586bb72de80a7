"""Memory: what a long article with ten thousand excerpts holds, against the bare editor with the same text."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.bench.row import Row

# Shows what is named on the command line for as long as Qt takes to lay it out, and tells the megabytes held then.
_TELL = """
import os, re, sys
from PySide6.QtTest import QTest
def tell():
    QTest.qWait(2500)
    status = open("/proc/self/status").read()
    os.write(1, str(int(re.search("VmRSS:\\s*([0-9]+)", status)[1]) / 1024).encode())
    os._exit(0)
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QTextEdit
application = QApplication([])
editor = QTextEdit()
editor.resize(1280, 800)
editor.setReadOnly(True)
editor.setPlainText(open(sys.argv[1], encoding="utf-8").read())
editor.show()
tell()
"""
_WINDOW = """
from pathlib import Path
from briefing.ui import application
application.make()
frame = application.open_frame()
frame.resize(1280, 800)
frame.commands.open_path(Path(sys.argv[1]))
while frame.commands.desk is None:
    QTest.qWait(50)
tell()
"""


@cache
def _home() -> Path:
    """A folder with the note and its text, and with settings of its own."""
    from briefing.io.store import save  # noqa: PLC0415 (importing rows is to be cheap)
    from tests.bench.window_measures import full_note  # noqa: PLC0415

    home = Path(mkdtemp(prefix="briefing-bench-"))
    note = full_note(10_000)
    save(note, home / "n.brief")
    (home / "n.txt").write_text(note.sources[0].text, "utf-8")
    return home


def _held(code: str, name: str) -> float:
    home = str(_home())
    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_DATA_HOME": home}
    command = [sys.executable, "-c", _TELL + code, str(_home() / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, env=environment)
    return float(done.stdout)


ROWS = (
    Row(
        "memory-window-10000",
        "memory of the window on a note of 1,000,000 characters with 10,000 excerpts and their quote blocks",
        measure=lambda: _held(_WINDOW, "n.brief"),
        floor=lambda: _held(_BARE, "n.txt"),
        floor_words="a bare QTextEdit with the same text",
        bound=3,
        unit="MB",
        runs=2,
    ),
)

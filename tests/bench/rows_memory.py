"""Memory: what a long article with ten thousand excerpts holds, against a bare program that holds as much."""

import os
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile

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


# Holds the finished parts of a document in memory and packs them.
_PACK = """
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile
folder = Path(sys.argv[1])
parts = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
with ZipFile(sys.argv[2], "w", ZIP_DEFLATED) as archive:
    for name, data in parts.items():
        archive.writestr(name, data)
"""
_EXPORT = """
import sys
from briefing.__main__ import main
assert main(["export", sys.argv[1], "-o", sys.argv[2]]) == 0
"""
_TELL_MOST = """
import re
print(int(re.search("VmHWM:\\s*([0-9]+)", open("/proc/self/status").read())[1]) / 1024)
"""


@cache
def _parts() -> Path:
    """A folder with the finished parts of a document of 10,000 cited excerpts, and beside it the note."""
    from briefing.domain.document import compose  # noqa: PLC0415 (importing rows is to be cheap)
    from briefing.io.store import save  # noqa: PLC0415 (likewise)
    from briefing.io.writers import docx  # noqa: PLC0415 (likewise)
    from tests.bench.rows_documents import note_of  # noqa: PLC0415 (likewise)

    home = Path(mkdtemp(prefix="briefing-bench-"))
    save(note_of(10_000), home / "n.brief")
    with ZipFile(BytesIO(docx.write(compose(note_of(10_000))))) as archive:
        archive.extractall(home / "parts")
    return home / "parts"


def _most(code: str, name: str) -> float:
    """The most megabytes that a Python held while it wrote a document from what lies beside it."""
    home = _parts().parent
    command = [sys.executable, "-c", code + _TELL_MOST, str(home / name), str(home / "out.docx")]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


ROWS = (
    Row(
        "memory-export-10000",
        "the most memory that briefing export to DOCX takes with 10,000 cited excerpts, the whole process",
        measure=lambda: _most(_EXPORT, "n.brief"),
        floor=lambda: _most(_PACK, "parts"),
        floor_words="packing the finished parts",
        bound=2,
        unit="MB",
        runs=3,
    ),
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

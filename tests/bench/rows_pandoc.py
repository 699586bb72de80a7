"""Export to DOCX by the command line, the whole process, against pandoc on the same content.

Where pandoc is not installed the rows only inform.
"""

import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from shutil import which
from tempfile import mkdtemp

from tests.bench.row import Row, stopwatch
from tests.bench.rows_documents import SIZES, note_of

PANDOC = which("pandoc")
_BOUNDS = {100: 1.0, 1000: 1.0, 10_000: 1 / 8}  # of the time that pandoc takes


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="briefing-bench-"))


@cache
def _note(excerpts: int) -> Path:
    from briefing.app.opening import write_note  # noqa: PLC0415 (importing this file is cheap)

    path = _folder() / f"{excerpts}.brief"
    write_note(note_of(excerpts), path, None)
    return path


@cache
def _markdown(excerpts: int) -> Path:
    from briefing.app.export import export  # noqa: PLC0415 (importing this file is cheap)

    path = _folder() / f"{excerpts}.md"
    export(note_of(excerpts), path)
    return path


def _time(*command: str) -> float:
    with stopwatch() as seconds:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return seconds()


def _export(excerpts: int) -> float:
    out = _folder() / f"{excerpts}.docx"
    return _time(sys.executable, "-m", "briefing", "export", str(_note(excerpts)), "-o", str(out))


def _pandoc(pandoc: str, excerpts: int) -> float:
    return _time(pandoc, str(_markdown(excerpts)), "-o", str(_folder() / f"{excerpts}-pandoc.docx"))


def _row(size: int) -> Row:
    return Row(
        f"pandoc-{size}",
        f"a note of {size} cited excerpts exported to DOCX, the whole process",
        measure=partial(_export, size),
        floor=partial(_pandoc, PANDOC, size) if PANDOC else None,
        floor_words="pandoc on the same content as Markdown",
        bound=_BOUNDS.get(size) if PANDOC else None,
        runs=3 if size > SIZES[2] else 9,
    )


ROWS = tuple(map(_row, SIZES))

"""Saving and recovery: what keeping the work costs, in notes with many excerpts and large originals."""

import os
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.bench.row import Row, stopwatch

EXCERPTS = 10_000
ORIGINAL = 100_000_000  # bytes


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="briefing-bench-"))


def _note(count: int, original: int) -> Any:  # noqa: ANN401  # its type is loaded late
    from dataclasses import replace  # noqa: PLC0415

    from briefing.domain.anchor import describe  # noqa: PLC0415
    from briefing.domain.note import Excerpt  # noqa: PLC0415
    from tests.builders import note, source  # noqa: PLC0415

    text = "word " * 200_000
    article = replace(source(text), id="S1", original=os.urandom(original))
    places = ((n, describe(text, n * 50, n * 50 + 200)) for n in range(1, count + 1))
    excerpts = tuple(Excerpt(f"x{n}", "S1", "energy", anchor) for n, anchor in places)
    blank = note("# energy\n# risks")
    return replace(blank, sources=(article,), excerpts=excerpts, last_source=1, last_excerpt=count)


@cache
def _desk() -> Any:  # noqa: ANN401
    from briefing.app.desk import Desk  # noqa: PLC0415
    from briefing.app.recovery import Recovery  # noqa: PLC0415

    desk = Desk(_note(EXCERPTS, 1))
    return desk, Recovery(desk, _folder() / "recovery")


def _type() -> None:
    from briefing.domain.edits import write_body  # noqa: PLC0415
    from briefing.domain.note import Block, Style, Words  # noqa: PLC0415

    typed = Block(Style.PARAGRAPH, (Words("word"),))
    _desk()[0].do("Type", lambda n: write_body(n, "risks", (*n.section("risks").blocks[-20:], typed)))


def _typed_with_recovery() -> float:
    _desk()
    with stopwatch() as seconds:
        _type()
    return seconds()


def _flushed() -> float:
    _type()
    with stopwatch() as seconds:
        _desk()[1].flush()
    return seconds()


@cache
def _saved() -> Any:  # noqa: ANN401
    from briefing.io.store import load, save  # noqa: PLC0415

    path = _folder() / "large.brief"
    save(_note(100, ORIGINAL), path)
    loaded = load(path)
    return [path, loaded.note, loaded.stamp]


def _save_again() -> float:
    from briefing.domain.edits import retitle  # noqa: PLC0415
    from briefing.io.store import save  # noqa: PLC0415

    state = _saved()
    path, note, stamp = state
    note = retitle(note, note.title + "x")
    with stopwatch() as seconds:
        state[2] = save(note, path, stamp)
    state[1] = note
    return seconds()


def _write_as_many_bytes() -> float:
    """A file of the same bytes written beside, forced to disk and renamed over the one before."""
    data = _saved()[0].read_bytes()
    beside, target = _folder() / "beside", _folder() / "target"
    with stopwatch() as seconds:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(handle, data)
        os.fsync(handle)
        os.close(handle)
        beside.replace(target)
    return seconds()


ROWS = (
    Row(
        "recovery-typing",
        "a word typed in a note with 10,000 excerpts while recovery follows",
        measure=_typed_with_recovery,
        bound=16,
    ),
    Row("recovery-written", "that word written to disk, in a thread of its own", measure=_flushed, bound=16),
    Row(
        "save-again",
        "a save of a note with an original of 100 MB that did not change",
        measure=_save_again,
        floor=_write_as_many_bytes,
        floor_words="writing the same bytes, forcing them to disk, renaming",
        bound=1.5,
    ),
)

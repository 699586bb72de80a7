"""The note pane: from a key pressed, or a passage filed, to the painted page, with the desk and its history between."""

from functools import cache
from statistics import median
from typing import Any

from tests.bench.row import Row, stopwatch

_KEYS = 20  # pressed in a measurement, whose median counts


@cache
def _writing(count: int) -> Any:  # noqa: ANN401 (its type would be imported too early)
    """The editor of a section of so many blocks, caret in the middle; the pane is kept along with it."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 (importing rows is to be cheap)

    from briefing.domain.note import Citation, Style, Words, block  # noqa: PLC0415
    from tests.ui.notes import Pane, bare_note, filed, written  # noqa: PLC0415

    application = QApplication.instance() or QApplication([])
    styles = (Style.PARAGRAPH, Style.BULLET, Style.NUMBER, Style.QUOTE)
    words = "A sentence of a section that says something at some length and takes two lines of the page. "
    blocks = [block(styles[n % 4], [Words(f"{n} {words * 2}"), Citation("x1")]) for n in range(count)]
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", *blocks))
    application.processEvents()
    editor = shown.editor("energy")
    middle = editor.document().findBlockByNumber(count // 2).position() + 10
    editor.select(middle, middle)
    editor.caret_moved.emit(editor.cursorRect())
    application.processEvents()
    return editor, shown, application


def _typed(count: int) -> float:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    editor, _, application = _writing(count)
    taken = []
    for _ in range(_KEYS):
        with stopwatch() as seconds:
            QTest.keyClicks(editor, "a")
            application.processEvents()
        taken.append(seconds())
    return median(taken)


@cache
def _full_note(count: int) -> Any:  # noqa: ANN401 (its type would be imported too early)
    """A pane on a note with so many excerpts, each with its quote in one of three sections."""
    from dataclasses import replace  # noqa: PLC0415

    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from briefing.domain.anchor import describe  # noqa: PLC0415
    from briefing.domain.edits import quote_block  # noqa: PLC0415
    from briefing.domain.note import Excerpt  # noqa: PLC0415
    from tests.ui.notes import Pane, bare_note  # noqa: PLC0415

    application = QApplication.instance() or QApplication([])
    note = bare_note()
    source = note.sources[0]
    anchor = describe(source.text, 0, 29)
    keys = [section.key for section in note.sections]
    filed = tuple(Excerpt(f"x{n + 1}", "S1", keys[n % 3], anchor) for n in range(count))
    sections = [
        replace(s, blocks=tuple(quote_block(source, e) for e in filed if e.section == s.key)) for s in note.sections
    ]
    shown = Pane(replace(note, excerpts=filed, last_excerpt=count, sections=tuple(sections)))
    application.processEvents()
    return shown, application


def _filed() -> float:
    from tests.ui.notes import filed  # noqa: PLC0415

    shown, application = _full_note(10_000)
    taken = []
    for _ in range(_KEYS):
        with stopwatch() as seconds:
            shown.desk.do("File", lambda note: filed(note, 2, "energy"))
            application.processEvents()
        taken.append(seconds())
    return median(taken)


ROWS = (
    Row("typing", "a key typed in a section of 200 blocks, painted", measure=lambda: _typed(200), bound=16),
    Row("typing_long", "a key typed in a section of 2,000 blocks, painted", measure=lambda: _typed(2000), bound=16),
    Row("filing_in_note", "a quote block painted beside 10,000 excerpts", measure=_filed, bound=16, runs=5),
)

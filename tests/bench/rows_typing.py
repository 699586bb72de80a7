"""Typing: from a key pressed in a long section to the painted page, with the desk and its history in between."""

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


ROWS = (
    Row("typing", "a key typed in a section of 200 blocks, painted", measure=lambda: _typed(200), bound=16),
    Row("typing_long", "a key typed in a section of 2,000 blocks, painted", measure=lambda: _typed(2000), bound=16),
)

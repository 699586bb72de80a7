"""What the row of the excerpts table measures; it stands apart because it needs Qt."""

from functools import cache
from itertools import cycle

from PySide6.QtWidgets import QLineEdit

from briefing.app.desk import Desk
from briefing.ui import application
from briefing.ui.bridge import Bridge
from briefing.ui.excerpts_table import ExcerptsTable
from tests.bench.article_measures import note_for
from tests.bench.row import stopwatch

_typed = cycle(("p", "pa", "paragraph 19", "日", "enough to be read", "", "no such words"))


@cache
def _table() -> ExcerptsTable:
    application.make()
    made = ExcerptsTable(Bridge(Desk(note_for(10_000))))
    made.resize(1200, 300)
    made.show()
    made.grab()
    return made


def narrow() -> float:
    """Type other words into the filter of 10,000 rows, to the painted table."""
    table = _table()
    line = table.findChild(QLineEdit, "excerpts_words")
    assert line is not None
    with stopwatch() as seconds:
        line.setText(next(_typed))
        table.grab()
    return seconds()

"""The card of a chip says what is cited, where it stands and how far it can be trusted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from briefing.domain.edits import comment_excerpt
from briefing.domain.note import Citation, Style, block
from briefing.ui.citations import citations
from briefing.ui.section_hints import card
from tests.ui.notes import Pane, bare_note, filed, written
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_card_tells_quote_source_grade_and_comment() -> None:
    note = comment_excerpt(filed(bare_note(), 2, "energy"), "x1", "<check>")
    words = card(citations(note), "x1")
    for part in ("S1 p2", "An article", "“Prices rise by a tenth.”", "A paper", "grade B2", "&lt;check&gt;"):
        assert part in words


def test_an_ungraded_source_and_an_excerpt_that_is_gone_say_so() -> None:
    note = filed(bare_note(), 1, "energy")
    source = note.sources[0]
    bare = replace(note, sources=(replace(source, record=replace(source.record, reliability="", credibility="")),))
    assert "not graded" in card(citations(bare), "x1")
    assert card(citations(note), "x9") == "This excerpt is no longer in the note."


def test_the_card_shows_up_at_a_chip_and_nowhere_else() -> None:
    cited = block(Style.PARAGRAPH, [Citation("x1")])
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", cited))
    viewport = shown.pane.editor("energy").viewport()
    for at, expected in ((QPoint(40, 14), "S1 p1"), (QPoint(300, 14), "")):
        event = QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, event)
        if expected:
            assert expected in QToolTip.text()
        else:
            until(lambda: not QToolTip.isVisible())

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QTextEdit

from briefing.ui.article_sight import stripes
from briefing.ui.positions import Positions, shown_lines
from tests.articles import article

pytestmark = pytest.mark.usefixtures("qapp")


_LENGTHS = st.lists(st.integers(1, 60), min_size=1, max_size=40)


@settings(max_examples=30)
@given(_LENGTHS, st.integers(0, 3000), st.integers(0, 60), st.integers(5, 300))
def test_the_blocks_in_sight_are_found_from_wherever_one_looks(
    lengths: list[int], scrolled: int, near: int, height: int
) -> None:
    source = article(*("word " * length for length in lengths))
    positions = Positions(source, shown_lines(source, frozenset()), lambda _: "")
    view = QTextEdit(positions.text_between(0, len(lengths)))
    view.resize(200, 150)
    view.show()
    view.verticalScrollBar().setValue(scrolled)
    area = QRect(0, 10, 200, height)
    offset = view.verticalScrollBar().value()
    document = view.document()
    wanted = []
    for number in range(document.blockCount()):
        box = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number)).translated(0, -offset)
        if box.bottom() >= area.top() and box.top() <= area.bottom():
            wanted.append(number)
    found = [stripe.block.blockNumber() for stripe in stripes(view, positions, area, near)]
    view.deleteLater()
    assert found == wanted

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextLayout, QTextOption

from briefing.ui.text_places import begins_right_to_left, has_right_to_left, line_rects

pytestmark = pytest.mark.usefixtures("qapp")

_WORDS = st.lists(
    st.sampled_from(["وصل", "الوزير", "LNG", "550", "(x)", "שלום", "gas,", "«ن»"]), min_size=1, max_size=7
)


def _layout(text: str) -> QTextLayout:
    made = QTextLayout(text, QFont("DejaVu Sans", 12))
    made.setTextOption(QTextOption())
    made.beginLayout()
    line = made.createLine()
    line.setLineWidth(900)
    made.endLayout()
    return made


def _selected_columns(layout: QTextLayout, first: int, last: int) -> set[int]:
    """The columns of pixels that Qt itself paints as selected."""
    picture = QImage(1000, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = first, last - first
    marked.format.setBackground(QColor("red"))
    marked.format.setForeground(QColor("red"))
    with QPainter(picture) as painter:
        layout.draw(painter, layout.position(), [marked])
    return {x for x in range(1000) if picture.pixelColor(x, 2) == QColor("red")}


@settings(max_examples=40)
@given(_WORDS, st.data())
def test_marks_cover_what_qt_would_show_as_selected_where_directions_mix(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    layout = _layout(text)
    bounds = [0, *(at for at in range(1, len(text)) if text[at - 1] == " " or text[at] == " "), len(text)]
    first = data.draw(st.sampled_from(bounds[:-1]))
    last = data.draw(st.sampled_from([bound for bound in bounds if bound > first]))
    rects = line_rects(layout, first, last, is_mixed=has_right_to_left(text))
    covered = {x for rect in rects for x in range(round(rect.left()), round(rect.right()))}
    assert len(covered ^ _selected_columns(layout, first, last)) <= 4 * (1 + len(rects))


def test_text_without_such_letters_needs_no_care() -> None:
    assert not has_right_to_left("Überall “quotes”, 日本 and 😀")
    assert has_right_to_left("a שלום")
    assert has_right_to_left("a\u202eb")


@pytest.mark.parametrize(
    ("text", "expected"), [("שלום", True), ("15 % شكرا", True), ("Gas שלום", False), ("15 %", False)]
)
def test_a_text_runs_as_its_first_letter_does(text: str, expected: bool) -> None:  # noqa: FBT001
    assert begins_right_to_left(text) is expected

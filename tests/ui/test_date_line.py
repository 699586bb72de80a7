import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.ui.date_line import DateLine, in_words, is_iso


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025", "2025"),
        ("2025-11", "November 2025"),
        ("2025-11-17", "17 November 2025"),
        ("2025-11-17T09:30", "17 November 2025, 09:30"),
        ("2025-11-17T09:30:12Z", "17 November 2025, 09:30 (UTC)"),
        ("2025-11-17T09:30+09:00", "17 November 2025, 09:30 (UTC+09:00)"),
    ],
)
def test_a_date_says_as_much_as_is_known(iso: str, words: str) -> None:
    assert is_iso(iso)
    assert in_words(iso) == words


@pytest.mark.parametrize("text", ["", "2025-13", "2025-02-30", "17.11.2025", "2025-11-17T25:00", "soon", "25-11-17"])
def test_what_is_no_date_of_the_calendar_is_none(text: str) -> None:
    assert not is_iso(text)


def typed(text: str) -> DateLine:
    page = QWidget()
    line = DateLine(page)
    QVBoxLayout(page).addWidget(line)
    QTest.keyClicks(line, text)
    line.editingFinished.emit()
    LINES.append(page)
    return line


LINES: list[QWidget] = []


@pytest.mark.usefixtures("qapp")
def test_a_date_in_words_becomes_one_that_every_program_reads_and_says_so() -> None:
    line = typed("17 November 2025")
    assert line.text() == "2025-11-17"
    assert line.hint.text() == "“17 November 2025” is read as 17 November 2025."


@pytest.mark.usefixtures("qapp")
def test_what_is_not_understood_is_kept_and_said() -> None:
    line = typed("last week")
    assert line.text() == "last week"
    assert "not understood" in line.hint.text()


@pytest.mark.usefixtures("qapp")
def test_an_empty_line_says_nothing() -> None:
    line = typed("2025")
    line.clear()
    assert not line.hint.text()
    assert line.hint.isHidden()

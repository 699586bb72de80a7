import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from tests.reader import Reader, filed

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told, taken where it leaves the program."""
    told: list[str] = []

    def tell(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    return told


def test_filing_is_announced(heard: list[str], reader: Reader) -> None:
    reader.select("agreed on gas")
    reader.press(reader.key.Key_5)
    assert heard == ["Filed in Energy."]


def test_the_excerpt_that_the_caret_enters_is_announced_once(heard: list[str]) -> None:
    reader = filed("agreed on gas")
    reader.put_caret("agreed")
    reader.press(reader.key.Key_Right)
    reader.put_caret("Monday")
    assert heard == ["Excerpt in Energy"]
    reader.put_caret("gas")
    assert heard == ["Excerpt in Energy"] * 2


def test_the_article_can_be_read_by_a_screen_reader(reader: Reader) -> None:
    found = QAccessible.queryAccessibleInterface(reader.view)
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Text of the article"
    assert found.state().readOnly
    text = found.textInterface()
    assert text is not None
    assert "The ministers met" in text.text(0, text.characterCount())
    reader.select("agreed")
    assert text.selectionCount() == 1
    assert text.cursorPosition() == reader.view.textCursor().position()

"""An analyst at an article pane, with keys and a mouse."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefing.app.desk import Desk
from briefing.domain.edits import file_excerpt
from briefing.domain.note import Note
from briefing.ui.article_filing import Filing
from briefing.ui.article_pane import ArticlePane
from briefing.ui.article_view import ArticleView
from briefing.ui.bridge import Bridge
from tests.articles import article, note_on

_PLAIN = Qt.KeyboardModifier.NoModifier
PANES: list[QWidget] = []  # open windows, closed when the test ends

TEXT = (
    "# The visit",
    "The ministers met on Monday. They agreed on gas and steel.",
    "~ Share this page",
    "~ Also read: something else",
    "Protests were small 😀 and calm. Police said so.",
    "# The outlook",
    "More talks will follow in spring.",
)


class Reader:
    """An analyst at an article pane: keys, mouse, and what can be seen."""

    def __init__(self, note: Note) -> None:
        self.desk = Desk(note)
        self.bridge = Bridge(self.desk)
        self.pane = ArticlePane(self.bridge, "S1")
        self.text = note.source("S1").text
        self.notices: list[str] = []
        self.activated: list[str] = []
        self.pane.notice.connect(self.notices.append)
        self.pane.removed.connect(self.notices.append)
        self.pane.excerpt_activated.connect(self.activated.append)
        PANES.append(self.pane)
        self.pane.resize(700, 500)
        self.pane.show()
        self.view.setFocus()

    @property
    def view(self) -> ArticleView:
        found = self.pane.findChild(ArticleView, "article_text")
        assert isinstance(found, ArticleView)
        return found

    @property
    def quotes(self) -> list[tuple[str, str | None]]:
        return [(e.quote, e.section) for e in self.desk.note.excerpts]

    key = Qt.Key

    @property
    def filing(self) -> Filing:
        """The desk as the pane sees it."""
        return Filing(self.bridge, "S1")

    def is_shown(self, position: int) -> bool:
        """Whether a place of the text is not folded away."""
        return self.view.positions.is_shown(self.pane.source.index_at(position))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifiers)

    def put_caret(self, words: str) -> None:
        at = self.text.index(words)
        self.view.select(at, at)

    def select(self, words: str) -> None:
        """Select with the keyboard alone: the caret before the words, then onwards."""
        self.put_caret(words)
        is_reversed = self.view.textCursor().block().textDirection() is Qt.LayoutDirection.RightToLeft
        for _ in words:
            self.press(Qt.Key.Key_Left if is_reversed else Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    def place(self, words: str) -> QPoint:
        """The middle of the first letter of some words, in the viewport."""
        at = self.view.positions.document_position(self.text.index(words))
        cursor = self.view.textCursor()
        cursor.setPosition(at)
        left = self.view.cursorRect(cursor)
        cursor.setPosition(at + 1)
        return QPoint((left.x() + self.view.cursorRect(cursor).x()) // 2, left.center().y())

    def drag(self, first: str, after: str) -> None:
        """Select with the mouse, from the left of some words to the left of some others."""
        cursor = self.view.textCursor()
        places = []
        for words in (first, after):
            cursor.setPosition(self.view.positions.document_position(self.text.index(words)))
            places.append(self.view.cursorRect(cursor).center())
        page, button = self.view.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(page, button, pos=places[0])
        for place in (places[0] + QPoint(15, 0), places[1]):
            moved = QMouseEvent(
                QEvent.Type.MouseMove, place.toPointF(), page.mapToGlobal(place).toPointF(), button, button, _PLAIN
            )
            QApplication.sendEvent(page, moved)
        QTest.mouseRelease(page, button, pos=places[1])

    def right_click(self, words: str) -> None:
        """Ask for the menu at some words."""
        place, page = self.place(words), self.view.viewport()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, page.mapToGlobal(place))
        QApplication.sendEvent(page, asked)

    def click(self, words: str) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.place(words))


def filed(words: str, section: str = "energy") -> Reader:
    """A reader of the usual article in which some words are filed."""
    note = note_on(article(*TEXT))
    start = note.source("S1").text.index(words)
    return Reader(file_excerpt(note, "S1", start, start + len(words), section))

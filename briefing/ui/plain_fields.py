"""Fields for plain words that leave undo to the window: one of a single line, one that grows with its text."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QTextEdit, QWidget

from briefing.domain.ends import shared_ends
from briefing.ui.actions import ANYWHERE
from briefing.ui.article_keys import action_of
from briefing.ui.pasted_html import clean
from briefing.ui.section_text import units_of


class SoughtLine(QLineEdit):
    """A single line with an undo of its own, for what is sought; all other keys of the window are left to it."""

    def event(self, event: QEvent) -> bool:
        """Decline the keys of the window: Ctrl+E, for one, would only go to the end of the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.declines(event):
            event.ignore()
            return False
        return super().event(event)

    def declines(self, event: QKeyEvent) -> bool:
        """Whether a key is for the window."""
        return is_of_window(event) and not is_undo(event)


class LineField(SoughtLine):
    """A single line of the note."""

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any pane; a longer text is moved along as it is written."""
        return QSize(60, super().minimumSizeHint().height())

    def show_text(self, text: str) -> None:
        """Show a text, the caret where it was."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def declines(self, event: QKeyEvent) -> bool:
        """Whether a key is for the window: undo and redo are, too."""
        return is_of_window(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the window."""
        if is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)


class GrowingField(QTextEdit):
    """A text as tall as it needs to be; Enter goes on to the next field, so it is one paragraph."""

    text_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.textChanged.connect(self._tell)

    @property
    def text(self) -> str:
        """The text, every character as it was typed."""
        piece = self.document().firstBlock()
        lines = []
        while piece.isValid():
            lines.append(piece.text())
            piece = piece.next()
        return "\n".join(lines).replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show a text, replacing only what differs."""
        if text == self._shown:
            return
        old, self._shown = self._shown, text
        head, tail = shared_ends(old, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(units_of(old[:head]))
        cursor.setPosition(units_of(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[head : len(text) - tail].replace("\n", "\u2028"))
        self.fit()

    def _tell(self) -> None:
        text = self.text
        if text != self._shown:
            self._shown = text
            self.text_edited.emit(text)

    def fit(self) -> None:
        """Be as tall as the text, and as one line at least."""
        line = self.fontMetrics().height() + 2 * self.document().documentMargin()
        border = max(0, self.height() - self.viewport().height())  # less, while the font of a hidden one changes
        height = max(ceil(self.document().size().height()), ceil(line)) + border
        if height != self.height():
            self.setFixedHeight(height)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any pane."""
        return QSize(60, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines for the new width."""
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around."""
        event.ignore()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words in one paragraph."""
        words = " ".join(line.strip() for line in clean(source.text()).split("\n"))
        self.textCursor().insertText(words.strip())

    def event(self, event: QEvent) -> bool:
        """Decline the keys of the window, undo and redo among them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and is_of_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter; leave undo and redo to the window."""
        if is_undo(event):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key asks for undo or redo."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def is_of_window(event: QKeyEvent) -> bool:
    """Whether a key is one of the window's, as they are chosen now; a text would claim some of them for itself."""
    return is_undo(event) or action_of(event, ANYWHERE) is not None

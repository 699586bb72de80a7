"""A small box beside the work in which an excerpt is commented on; every word stands in the note as it is typed."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from briefing.app.change import Change
from briefing.domain.edits import comment_excerpt
from briefing.domain.references import shortened
from briefing.ui.bridge import Bridge
from briefing.ui.text_size import give_size
from briefing.ui.words import tr


class CommentBox(QDialog):
    """Leaves the window free to work in; Escape, Ctrl+Enter and closing it all keep what was written."""

    def __init__(self, bridge: Bridge, excerpt_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comment")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Comment"))
        self._desk = bridge.desk
        self.excerpt_id = excerpt_id
        excerpt = self._desk.note.excerpt(excerpt_id)
        self._asked = QLabel(tr("Comment on “{quote}”", quote=shortened(" ".join(excerpt.quote.split()))), self)
        self._asked.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setWordWrap(True)
        self._field = QPlainTextEdit(excerpt.comment, self)
        self._field.setObjectName("comment_words")
        self._field.setAccessibleName(tr("Comment"))
        self._field.setTabChangesFocus(True)
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._field.textChanged.connect(self._write)
        self._lay_out()
        bridge.changed.connect(self._follow)
        self.finished.connect(self._desk.seal)

    def _lay_out(self) -> None:
        hint = QLabel(tr("Kept as you type. Ctrl+Enter or Esc closes."), self)
        hint.setObjectName("hint")
        done = QPushButton(tr("Done"), self)
        done.setObjectName("comment_done")
        done.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self._asked)
        layout.addWidget(self._field, 1)
        layout.addLayout(row)
        give_size(self, 460, 240)

    def _write(self) -> None:
        words = self._words()
        if words != self._desk.note.excerpt(self.excerpt_id).comment:
            edit = partial(comment_excerpt, excerpt_id=self.excerpt_id, comment=words)
            merge = ("comment", self.excerpt_id)
            self._desk.do(tr("Comment on excerpt"), edit, merge=merge, origin=self)

    def _words(self) -> str:
        """What stands in the field, with its no-break spaces, which Qt would make plain ones."""
        document = self._field.document()
        lines = [document.findBlockByNumber(number).text() for number in range(document.blockCount())]
        return "\n".join(lines).replace("\u2028", "\n").strip()

    def _follow(self, change: Change) -> None:
        """Show what undo or another part of the window made of the comment; without the excerpt there is none."""
        if not change.after.has_excerpt(self.excerpt_id):
            self.close()
            return
        comment = change.after.excerpt(self.excerpt_id).comment
        if change.origin is not self and comment.strip() != self._words():
            with QSignalBlocker(self._field):  # showing is no writing
                self._field.setPlainText(comment)
            self._field.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter closes the box as Escape does."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.close()
        else:
            super().keyPressEvent(event)

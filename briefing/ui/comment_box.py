"""A small box beside the work in which excerpts are commented on; every word stands in the note as it is typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from briefing.app.change import Change
from briefing.domain.edits import comment_excerpt
from briefing.domain.note import Note
from briefing.domain.references import shortened
from briefing.ui.bridge import Bridge
from briefing.ui.text_size import give_size
from briefing.ui.words import tr


class CommentBox(QDialog):
    """Leaves the window free to work in; Escape, Ctrl+Enter and closing it all keep what was written."""

    def __init__(self, bridge: Bridge, excerpts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comment")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Comment"))
        self._desk = bridge.desk
        self.excerpts = tuple(excerpts)
        self._asked = QLabel(self._question(), self)
        self._asked.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setWordWrap(True)
        self._field = QPlainTextEdit(self._shared(self._desk.note), self)
        self._field.setObjectName("comment_words")
        self._field.setAccessibleName(tr("Comment"))
        self._field.setTabChangesFocus(True)
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._field.textChanged.connect(self._write)
        self._lay_out()
        bridge.changed.connect(self._follow)
        self.finished.connect(self._desk.seal)

    def _question(self) -> str:
        count = len(self.excerpts)
        if count > 1 and len({self._desk.note.excerpt(name).comment for name in self.excerpts}) > 1:
            return tr("Comment on {number} excerpts, in place of what is said about each", number=count)
        if count > 1:
            return tr("Comment on {number} excerpts", number=count)
        quote = self._desk.note.excerpt(self.excerpts[0]).quote
        return tr("Comment on “{quote}”", quote=shortened(" ".join(quote.split())))

    def _shared(self, note: Note) -> str:
        """The comment that all the excerpts have; empty if they differ."""
        said = {note.excerpt(name).comment for name in self.excerpts}
        return said.pop() if len(said) == 1 else ""

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
        if any(words != self._desk.note.excerpt(name).comment for name in self.excerpts):
            label = tr("Comment on excerpts") if self.excerpts[1:] else tr("Comment on excerpt")
            edit = partial(_comment, excerpts=self.excerpts, words=words)
            self._desk.do(label, edit, merge=("comment", *self.excerpts), origin=self)

    def _words(self) -> str:
        """What stands in the field, with its no-break spaces, which Qt would make plain ones."""
        document = self._field.document()
        lines = [document.findBlockByNumber(number).text() for number in range(document.blockCount())]
        return "\n".join(lines).replace("\u2028", "\n").strip()

    def _follow(self, change: Change) -> None:
        """Show what undo or another part of the window made of the comment; without an excerpt there is none."""
        if not all(map(change.after.has_excerpt, self.excerpts)):
            self.close()
            return
        comment = self._shared(change.after)
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


def _comment(note: Note, *, excerpts: Sequence[str], words: str) -> Note:
    for name in excerpts:
        note = comment_excerpt(note, name, words)
    return note

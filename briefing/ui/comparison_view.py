"""The comparison of two versions: the text with its marks, ways to show it, and the way from change to change."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from briefing.domain.side_by_side import Row
from briefing.ui.article_document import Look, reading_font
from briefing.ui.comparison_document import Manner, compared
from briefing.ui.tab_order import tab_through
from briefing.ui.theme import current
from briefing.ui.words import tr

_MOST = 1_000  # paragraphs up to which the whole text is offered: more would keep the analyst waiting
_SIZE = 0.82  # against the reading page


class ComparisonView(QWidget):
    """Shows the rows of two versions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._names = ("", "")
        self._changes: tuple[int, ...] = ()
        self._page: QTextDocument | None = None
        self._told = QLabel(self)
        self._told.setObjectName("comparison_told")
        self._told.setWordWrap(True)
        self._manner = QComboBox(self)
        self._manner.setObjectName("comparison_manner")
        self._manner.setAccessibleName(tr("How the versions are shown"))
        self._manner.setAccessibleDescription(tr("How the versions are shown"))
        self._manner.addItems([tr("Side by side"), tr("In one text")])
        self._manner.currentIndexChanged.connect(self._write)
        self._whole = QCheckBox(tr("Show the &whole text"), self)
        self._whole.setObjectName("comparison_whole")
        self._whole.toggled.connect(self._write)
        self._text = QTextEdit(self)
        self._text.setObjectName("comparison_text")
        self._text.setAccessibleName(tr("What changed between the versions"))
        self._text.setReadOnly(True)
        self._text.setUndoRedoEnabled(False)
        self._text.setTabChangesFocus(True)
        self._last = QPushButton(tr("&Previous change"), self)
        self._next = QPushButton(tr("&Next change"), self)
        for button, name, by in ((self._last, "comparison_last", -1), (self._next, "comparison_next", 1)):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, by=by: self.go(by))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        for widget in (self._manner, self._whole):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self._last, self._next):
            head.addWidget(button)
        tab_through(self._manner, self._whole, self._last, self._next, self._text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._told)
        layout.addWidget(self._text, 1)

    def show_rows(self, rows: Sequence[Row], names: tuple[str, str]) -> None:
        """Compare two versions that are called by names."""
        self._rows, self._names = rows, names
        self._whole.setEnabled(len(rows) <= _MOST)
        if len(rows) > _MOST:
            self._whole.setChecked(False)
        self._write()

    def wait(self, words: str) -> None:
        """Say that the versions are still being compared, or why they cannot be."""
        self._rows = ()
        self._changes = ()
        self._text.setPlainText(words)
        self._told.clear()

    def _write(self) -> None:
        if not self._rows:
            return
        manner = Manner(self._manner.currentIndex() == 0, self._whole.isChecked(), self._names)
        shown = compared(self._rows, manner, reading_font(Look(_SIZE)), current())
        shown.document.setParent(self._text)
        self._text.setDocument(shown.document)
        if self._page is not None:
            self._page.deleteLater()  # Qt does away with the first document, which was its own
        self._page = shown.document
        self._changes = shown.changes
        told = tr("Struck out: only in {old}. Underlined: only in {new}.", old=self._names[0], new=self._names[1])
        count = len(self._changes)
        places = tr("1 paragraph differs.") if count == 1 else tr("{count} paragraphs differ.", count=count)
        self._told.setText(f"{places} {told}" if count else tr("The two versions read the same."))
        for button in (self._last, self._next):
            button.setEnabled(bool(count))

    def go(self, by: int) -> None:
        """Go to the next change, or to the one before; from the last to the first."""
        if not self._changes:
            return
        here = self._text.textCursor().position()
        at = bisect_right(self._changes, here) if by > 0 else bisect_left(self._changes, here) - 1
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(self._changes[at % len(self._changes)])
        self._text.setTextCursor(cursor)
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() + self._text.cursorRect(cursor).top() - self._text.viewport().height() // 4)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_text"):
            self._write()

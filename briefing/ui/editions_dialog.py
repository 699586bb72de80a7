"""The editions of the note: what was sent out and when, compared word by word, or written again."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing.app.desk import Desk
from briefing.app.editions import compared, editions
from briefing.domain.note import Note
from briefing.domain.snapshot import Snapshot
from briefing.ui.button_row import ButtonRow
from briefing.ui.marked_words import marked_parts
from briefing.ui.single_list import SingleList
from briefing.ui.text_size import give_size
from briefing.ui.words import told, tr


class EditionsDialog(QDialog):
    """A list, the latest first, beside what changed from it to the note as it is or to another edition."""

    again_wanted = Signal(object)  # Snapshot

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Editions"))
        self._note = desk.note
        self._shown = list(reversed(editions(desk)))
        self._list = SingleList(self)
        self._list.setObjectName("editions_list")
        self._list.setAccessibleName(tr("Editions"))
        self._list.addItems([_words(found) for found in self._shown])
        self._other = QComboBox(self)
        self._other.setObjectName("editions_other")
        self._other.setAccessibleName(tr("Compare with"))
        self._other.setAccessibleDescription(tr("Compare with"))
        self._other.addItems([tr("the note as it is now"), *(_when(found) for found in self._shown)])
        self._words = QTextBrowser(self)
        self._words.setObjectName("editions_words")
        self._words.setAccessibleName(tr("What changed"))
        self._words.setOpenLinks(False)
        self._list.currentRowChanged.connect(self._compare)
        self._other.currentIndexChanged.connect(self._compare)
        self._lay_out()
        self._list.setCurrentRow(0)
        self._compare()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(QLabel(tr("Compare with"), self))
        head.addWidget(self._other, 1)
        right.addLayout(head)
        right.addWidget(self._words, 1)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._list, 5)
        row.addLayout(right, 7)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Close, self)
        again = buttons.addButton(tr("Write it again…"), QDialogButtonBox.ButtonRole.ActionRole)
        again.setObjectName("editions_again")
        again.setEnabled(bool(self._shown))
        again.clicked.connect(self._ask_again)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        give_size(self, 940, 540)

    def _marked(self) -> Snapshot | None:
        row = self._list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _compare(self) -> None:
        found = self._marked()
        if found is None:
            self._words.setPlainText(tr("Nothing was sent out yet. An export that is recorded stands here."))
            return
        at = self._other.currentIndex()
        other: Note = self._note if at <= 0 else self._shown[at - 1].note
        parts = marked_parts(compared(found.note, other))
        self._words.setHtml(parts or f"<p>{tr('The words are the same in both.')}</p>")

    def _ask_again(self) -> None:
        found = self._marked()
        if found is not None:
            self.again_wanted.emit(found)


def _when(found: Snapshot) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(found.at).timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _words(found: Snapshot) -> str:
    sent = found.sent
    named = f"{told(found.name)} · {sent.file_name}\nSHA-256 {sent.sha256[:16]}…" if sent is not None else found.name
    return f"{_when(found)}\n{named}"

"""Work that a crash left behind, offered on the start page: what differs, and whether to take it up."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from briefing.app.recovered import Recovered
from briefing.domain.errors import BriefingError
from briefing.ui.words import told, tr

SHOWN = 4  # differences told before the rest is counted


class RecoveryList(QFrame):
    """One row a note; `taken` and `dismissed` carry the recovery copy."""

    taken = Signal(object)  # Recovered
    dismissed = Signal(object)  # Recovered

    def __init__(self, found: Sequence[Recovered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.setAccessibleName(tr("Unsaved work was found"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 13, 16, 13)
        head = QLabel(tr("Unsaved work was found"), self)
        head.setObjectName("recovery_head")
        layout.addWidget(head)
        for copy in found:
            layout.addWidget(self._row(copy))

    def _row(self, copy: Recovered) -> QWidget:
        row = QWidget(self)
        words = QLabel(_words(copy), row)
        words.setWordWrap(True)
        take = QPushButton(tr("Take it up"), row)
        take.setObjectName("recovery_take")
        take.clicked.connect(lambda: self.taken.emit(copy))
        drop = QPushButton(tr("Discard…"), row)
        drop.setObjectName("recovery_drop")
        drop.clicked.connect(lambda: self._ask(copy))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(words, 1)
        layout.addWidget(take)
        layout.addWidget(drop)
        return row

    def _ask(self, copy: Recovered) -> None:
        words = tr("Discard the unsaved work on “{title}”? It cannot be brought back.", title=_title(copy))
        answer = QMessageBox.question(self, tr("Discard"), words)
        if answer == QMessageBox.StandardButton.Yes:
            self.dismissed.emit(copy)


def _title(copy: Recovered) -> str:
    return copy.title or tr("Untitled note")


def _words(copy: Recovered) -> str:
    changed = QDateTime.fromSecsSinceEpoch(int(copy.changed))
    when = QLocale().toString(changed, QLocale.FormatType.ShortFormat)
    try:
        found = copy.differences
    except BriefingError as error:
        found = (str(error),)
    lines = [tr("{title}, last changed {when}", title=_title(copy), when=when), *map(told, found[:SHOWN])]
    if len(found) > SHOWN:
        lines.append(tr("and {count} more", count=len(found) - SHOWN))
    return "\n".join(lines)

"""The snapshots of the open note: taken, looked through, and restored."""

from datetime import datetime
from html import escape

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing.app.desk import Desk
from briefing.app.editions import compared
from briefing.app.snapshots import restore, snapshots, take
from briefing.domain.differences import differences
from briefing.domain.snapshot import Reason, Snapshot
from briefing.ui.announce import explain
from briefing.ui.button_row import ButtonRow
from briefing.ui.marked_words import marked_parts
from briefing.ui.single_list import SingleList
from briefing.ui.tab_order import tab_through
from briefing.ui.text_size import give_size
from briefing.ui.words import told, tr


class SnapshotsDialog(QDialog):
    """A list, the latest first, beside what the note has now that the snapshot has not."""

    taken = Signal()  # there is a snapshot that the file has not

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("snapshots")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Snapshots"))
        self._desk = desk
        self._shown: list[Snapshot] = []
        self._list = SingleList(self)
        self._list.setObjectName("snapshots_list")
        self._list.setAccessibleName(tr("Snapshots"))
        self._list.currentRowChanged.connect(self._tell)
        self._told = QTextBrowser(self)
        self._told.setObjectName("snapshots_told")
        self._told.setAccessibleName(tr("What changed"))
        self._told.setOpenLinks(False)
        self._name = QLineEdit(self)
        self._name.setObjectName("snapshots_name")
        self._name.setPlaceholderText(tr("Name of a new snapshot"))
        self._name.setAccessibleName(tr("Name of a new snapshot"))
        self._take = QPushButton(tr("Take snapshot"), self)
        self._take.setObjectName("snapshots_take")
        self._take.setAutoDefault(False)
        self._take.clicked.connect(self.take)
        self._name.returnPressed.connect(self.take)
        self._restore = QPushButton(tr("Restore"), self)
        self._restore.setObjectName("snapshots_restore")
        self._restore.setAutoDefault(False)
        self._restore.clicked.connect(self.restore)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        new = QHBoxLayout()
        new.addWidget(self._name, 1)
        new.addWidget(self._take)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list, 5)
        row.addWidget(self._told, 6)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        tab_through(self._name, self._take, self._list, self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addLayout(new)
        layout.addLayout(row, 1)
        layout.addWidget(QLabel(tr("Snapshots are written when the note is saved."), self))
        layout.addWidget(buttons)
        give_size(self, 820, 480)

    def _fill(self) -> None:
        self._shown = list(reversed(snapshots(self._desk)))
        self._list.clear()
        self._list.addItems([_words(snapshot) for snapshot in self._shown])
        self._list.setCurrentRow(0)
        self._tell()

    def _marked(self) -> Snapshot | None:
        row = self._list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _tell(self) -> None:
        snapshot = self._marked()
        self._restore.setEnabled(snapshot is not None)
        if snapshot is None:
            self._told.setPlainText(tr("There is no snapshot yet."))
            return
        found = differences(snapshot.note, self._desk.note)
        if not found:
            self._told.setPlainText(tr("The note is as it was then."))
            explain(self._list, self._told.toPlainText())
            return
        listed = "".join(f"<li>{escape(told(sentence))}</li>" for sentence in found)
        head = f"<p>{tr('What the note has now:')}</p><ul>{listed}</ul>"
        self._told.setHtml(head + marked_parts(compared(snapshot.note, self._desk.note)))
        explain(self._list, self._told.toPlainText())

    def take(self) -> None:
        """Keep the note as it is now, under the name in the field."""
        now = QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)
        take(self._desk, self._name.text().strip() or now)
        self._name.clear()
        self._fill()
        self.taken.emit()

    def restore(self) -> None:
        """Make the note what it was in the snapshot that is marked, as one step."""
        snapshot = self._marked()
        if snapshot is not None:
            restore(self._desk, snapshot, tr("Restore snapshot"))
            self._fill()


def _words(snapshot: Snapshot) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(snapshot.at).timestamp()))
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    reasons = {
        Reason.OPENING: tr("when it was opened"),
        Reason.READ_BACK: tr("before a document was read back"),
        Reason.TEMPLATE: tr("before the template was changed"),
        Reason.VERSION: tr("before a new version of a source"),
        Reason.RESTORE: tr("before another was restored"),
    }
    return f"{when}\n{_name(snapshot) or reasons.get(snapshot.reason, '')}"


def _name(snapshot: Snapshot) -> str:
    """What a snapshot is called; an edition by the title of its recipe, which may be one of ours."""
    return told(snapshot.name) if snapshot.reason is Reason.EDITION else snapshot.name

"""What the checks want looked at; an empty list is good news and says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing.domain.findings import Finding
from briefing.domain.note import Note
from briefing.ui.words import told, tr


class FindingsPane(QWidget):
    """A list of findings; `activated` carries the one whose place the analyst goes to."""

    activated = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._list = QListWidget(self)
        self._list.setObjectName("findings_list")
        self._list.setAccessibleName(tr("Findings"))
        self._list.setWordWrap(True)
        self._list.itemActivated.connect(self._go)
        self._list.itemClicked.connect(self._go)
        self._good = QLabel(tr("Nothing wants to be looked at."), self)
        self._good.setObjectName("findings_none")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.addWidget(self._good)
        layout.addWidget(self._list)
        self.setFocusProxy(self._list)

    def show_findings(self, findings: Sequence[Finding], note: Note) -> None:
        """List findings of a note."""
        titles = {section.key: section.title for section in note.sections}
        row = self._list.currentRow()
        self._list.clear()
        for finding in findings:
            place = titles.get(finding.section or "", "")
            words = told(finding.message)
            item = QListWidgetItem(tr("{words}: {names}", words=place, names=words) if place else words, self._list)
            item.setData(Qt.ItemDataRole.UserRole, finding)
        self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
        self._list.setVisible(bool(findings))
        self._good.setVisible(not findings)

    def _go(self, item: QListWidgetItem) -> None:
        self.activated.emit(item.data(Qt.ItemDataRole.UserRole))

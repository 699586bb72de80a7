"""The sheet of keyboard shortcuts, made from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from briefing.ui.actions import ANYWHERE, ARTICLE, SECTION, table
from briefing.ui.words import tr


class KeySheet(QDialog):
    """Every action that has a key, grouped by where the key holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        tree = QTreeWidget(self)
        tree.setObjectName("keys")
        tree.setHeaderLabels([tr("What it does"), tr("Key")])
        tree.setRootIsDecorated(False)
        tree.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        for where, words in (
            (ARTICLE, tr("In the article")),
            (SECTION, tr("In a section")),
            (ANYWHERE, tr("Anywhere")),
        ):
            group = QTreeWidgetItem(tree, [words])
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for row in table():
                if row.where == where and row.keys:
                    QTreeWidgetItem(group, [row.words, ", ".join(_shown(key) for key in row.keys)])
            group.setExpanded(True)
        tree.setColumnWidth(0, 400)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tree)
        layout.addWidget(buttons)
        self.resize(600, 640)


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)

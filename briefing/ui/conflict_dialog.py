"""The file changed on disk since it was read: what differs, and what can be done without losing anything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QVBoxLayout, QWidget

from briefing.ui.button_row import ChoiceRow
from briefing.ui.text_size import give_size
from briefing.ui.words import told, tr


class ConflictDialog(QDialog):
    """Says what happened and what the two notes differ in; nothing is done until something is chosen."""

    copy_wanted = Signal()
    replace_wanted = Signal()
    reload_wanted = Signal()

    def __init__(self, sentence: str, differences: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The file has changed"))
        words = QLabel(told(sentence), self)
        words.setWordWrap(True)
        listed = QListWidget(self)
        listed.setObjectName("conflict_differences")
        listed.setAccessibleName(tr("What your note has that the file has not"))
        listed.addItems([told(words) for words in differences] or [tr("The words are the same in both.")])
        listed.setWordWrap(True)
        listed.setCurrentRow(0)
        buttons = ChoiceRow(
            self,
            ("conflict_copy", tr("Save a copy…"), self.copy_wanted),
            ("conflict_reload", tr("Open the file beside it"), self.reload_wanted),
            ("conflict_replace", tr("Replace the file"), self.replace_wanted),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(QLabel(tr("Your note beside the file:"), self))
        layout.addWidget(listed, 1)
        layout.addWidget(buttons)
        give_size(self, 640, 380)

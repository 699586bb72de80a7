"""A note that is open elsewhere: who has it, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from briefing.ui.button_row import ChoiceRow
from briefing.ui.text_size import hold_width
from briefing.ui.words import told, tr


class LockDialog(QDialog):
    """Says who has the note open; nothing is done until something is chosen."""

    read_wanted = Signal()
    takeover_wanted = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("locked")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The note is open elsewhere"))
        words = QLabel(told(sentence), self)
        words.setObjectName("locked_words")
        words.setWordWrap(True)
        meaning = QLabel(
            tr("Opened to read, it can be saved as a copy. Taken over, the other window can no longer save it."), self
        )
        meaning.setWordWrap(True)
        buttons = ChoiceRow(
            self,
            ("locked_read", tr("Open to read"), self.read_wanted),
            ("locked_take", tr("Take over"), self.takeover_wanted),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        for widget in (words, meaning, buttons):
            layout.addWidget(widget)
        hold_width(layout, 476)

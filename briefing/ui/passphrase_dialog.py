"""Asking for a passphrase: once to open a note, twice to protect one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from briefing.ui.button_row import ButtonRow
from briefing.ui.text_size import room
from briefing.ui.words import told, tr


class PassphraseDialog(QDialog):
    """Asks in a field that does not show what is typed; `given` carries the passphrase, empty to take it away."""

    given = Signal(str)

    def __init__(self, sentence: str, parent: QWidget | None = None, *, is_new: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("passphrase")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Passphrase"))
        words = QLabel(told(sentence), self)
        words.setWordWrap(True)
        self._first = self._field("passphrase_first", tr("Passphrase"))
        self._again = self._field("passphrase_again", tr("Once more")) if is_new else None
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self._ok: QPushButton = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setEnabled(False)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addRow(words)
        layout.addRow(tr("Passphrase"), self._first)
        if self._again is not None:
            layout.addRow(tr("Once more"), self._again)
        layout.addRow(buttons)
        words.setMinimumWidth(room(436))

    def _field(self, name: str, words: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(self._judge)
        return field

    def _judge(self) -> None:
        """A passphrase can be given when there is one, typed the same twice where it is new."""
        is_same = self._again is None or self._again.text() == self._first.text()
        self._ok.setEnabled(bool(self._first.text()) and is_same)

    def _give(self) -> None:
        passphrase = self._first.text()
        self.accept()
        self.given.emit(passphrase)

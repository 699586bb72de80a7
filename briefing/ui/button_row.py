"""The row of buttons of a dialog."""

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from briefing.ui.tab_order import tab_through


class ButtonRow(QDialogButtonBox):
    """Tab goes through the buttons as they stand side by side; every style has an order of its own."""

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the order of the style, which has laid the buttons out by now."""
        row = self.layout()
        if row is not None:
            tab_through(*sorted(self.buttons(), key=row.indexOf))
        super().showEvent(event)


class ChoiceRow(ButtonRow):
    """Ways on, side by side, and Cancel; each ends the dialog before it is told."""

    def __init__(self, dialog: QDialog, *choices: tuple[str, str, SignalInstance]) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Cancel, dialog)
        for name, words, wanted in choices:
            button = self.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(name)
            button.clicked.connect(dialog.accept)
            button.clicked.connect(wanted)
        self.rejected.connect(dialog.reject)

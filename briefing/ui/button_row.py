"""The row of buttons of a dialog."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox

from briefing.ui.tab_order import tab_through


class ButtonRow(QDialogButtonBox):
    """Tab goes through the buttons as they stand side by side; every style has an order of its own."""

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the order of the style, which has laid the buttons out by now."""
        row = self.layout()
        if row is not None:
            tab_through(*sorted(self.buttons(), key=row.indexOf))
        super().showEvent(event)

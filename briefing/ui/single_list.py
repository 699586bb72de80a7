"""A list of which one row is marked, however it was marked."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QListWidget, QWidget


class SingleList(QListWidget):
    """Makes the row that is selected the current one: an assistive program selects without moving to a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settled = QTimer(self, singleShot=True, interval=0)  # a key or click selects first, and then moves
        self._settled.timeout.connect(self._follow)
        self.itemSelectionChanged.connect(self._settled.start)

    def _follow(self) -> None:
        selected = self.selectedItems()
        if selected and self.currentItem() is not selected[0]:
            self.setCurrentItem(selected[0])

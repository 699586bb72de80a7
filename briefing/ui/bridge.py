"""The bridge: changes of the desk as a Qt signal, and what several widgets want to know of its note."""

from PySide6.QtCore import QObject, Signal

from briefing.app.change import Change
from briefing.app.desk import Desk
from briefing.domain.measures import WordCount


class Bridge(QObject):
    """Tells widgets what the desk tells its watchers, for as long as it lives."""

    changed = Signal(object)  # Change
    saved = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.words = WordCount()
        desk.watch(self._tell)
        self.destroyed.connect(lambda: desk.unwatch(self._tell))

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)

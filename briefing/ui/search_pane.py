"""Search in the dock: the note and all its sources at once, each hit with its line and its place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from briefing.domain.note import Note
from briefing.domain.search import MOST, Hit, Place, search
from briefing.ui.bridge import Bridge
from briefing.ui.plain_fields import SoughtLine
from briefing.ui.words import tr

PAUSE = 180  # milliseconds after the last key before the search begins


class SearchPane(QWidget):
    """A line and its hits; `found` carries the hit that the analyst goes to."""

    found = Signal(object)  # Hit

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._bridge = bridge
        self._hits: list[Hit] = []
        self._sought = ""  # what the hits are hits of
        self._line = SoughtLine(self)
        self._line.setObjectName("search_line")
        self._line.setPlaceholderText(tr("Search the note and its sources"))
        self._line.setAccessibleName(tr("Search the note and its sources"))
        self._line.setClearButtonEnabled(True)
        self._line.returnPressed.connect(self._go_from_line)
        self._told = QLabel(self)
        self._told.setObjectName("search_told")
        self._tree = QTreeWidget(self)
        self._tree.setObjectName("search_hits")
        self._tree.setAccessibleName(tr("Hits"))
        self._tree.setHeaderHidden(True)
        self._tree.setColumnCount(2)
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.itemActivated.connect(self._go)
        self._tree.itemClicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        for widget in (self._line, self._told, self._tree):
            layout.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.search)
        self._line.textChanged.connect(self._wait)
        bridge.changed.connect(self._wait)

    def focus_line(self, words: str = "") -> None:
        """Begin a search, for some words or those of last time."""
        if words:
            self._line.setText(words)
        self._line.setFocus()
        self._line.selectAll()

    def _wait(self) -> None:
        if self.isVisible():
            self._timer.start()

    def search(self) -> None:
        """Search now for what stands in the line."""
        self._timer.stop()
        note = self._bridge.desk.note
        row = self._row() if self._line.text() == self._sought else -1
        self._sought = self._line.text()
        self._hits = search(note, self._sought)
        self._tree.clear()
        self._tree.addTopLevelItems([QTreeWidgetItem([_where(hit, note), _line(hit)]) for hit in self._hits])
        self._tree.resizeColumnToContents(0)
        in_hand = self._tree.topLevelItem(row)
        if in_hand is not None:  # the note changed, the hit in hand did not
            self._tree.setCurrentItem(in_hand)
        self._told.setText(self._count() if self._line.text().strip() else "")

    def _count(self) -> str:
        if not self._hits:
            return tr("Nothing found.")
        if len(self._hits) >= MOST:
            return tr("More than {count} hits; the first ones are shown.", count=MOST)
        return tr("1 hit") if len(self._hits) == 1 else tr("{count} hits", count=len(self._hits))

    def next_hit(self) -> None:
        """Go to the hit after the current one, from the last to the first."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before the current one, from the first to the last."""
        self._step(-1)

    def _go_from_line(self) -> None:
        """Go on to the next hit, with Shift back to the one before; the line keeps the focus, for Enter to go on."""
        is_back = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self._step(-1 if is_back else 1)
        self._line.setFocus()

    def _step(self, by: int) -> None:
        if self._timer.isActive():
            self.search()
        if not self._hits:
            return
        row = self._row() if self._row() >= 0 else min(-by, 0)  # the first one, or back the last
        following = self._tree.topLevelItem((row + by) % len(self._hits))
        if following is not None:
            self._tree.setCurrentItem(following)
            self._go(following)

    def _row(self) -> int:
        """Number of the current hit, -1 if none is."""
        current = self._tree.currentItem()
        return self._tree.indexOfTopLevelItem(current) if current is not None else -1

    def _go(self, item: QTreeWidgetItem) -> None:
        self.found.emit(self._hits[self._tree.indexOfTopLevelItem(item)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the line and the list do not know goes to the window."""
        event.ignore()


def _where(hit: Hit, note: Note) -> str:
    if hit.place is Place.SOURCE:
        number = note.source(hit.id).number_at(hit.start)
        return tr("{source} para. {number}", source=hit.id, number=number) if number else hit.id
    if hit.place is Place.SECTION:
        return note.section(hit.id).title
    if hit.place is Place.COMMENT:
        return tr("Comment")
    return tr("Title") if hit.place is Place.TITLE else tr("Bottom line")


def _line(hit: Hit) -> str:
    return " ".join(f"{hit.before}{hit.words}{hit.after}".split())

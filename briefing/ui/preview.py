"""The preview: the pages as they will be sent, following every change; a click on a paragraph goes to its block."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from briefing.app.change import Change
from briefing.app.preview import preview_pages
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.io.writers.pages import Pages
from briefing.ui.announce import announce
from briefing.ui.bridge import Bridge
from briefing.ui.sheets import GAP, Sheets
from briefing.ui.words import told, tr
from briefing.ui.work import Work, start

PAUSE = 100  # milliseconds after the last change before the pages are set again
REST = 1000  # milliseconds after which pages that were set quickly are set as they will be sent
ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)  # per cent of the width of the pane
INCHES = 8.5  # the widest page, for fitting it into the pane


class Preview(QScrollArea):
    """Shows pages one below the other, as wide as the pane; `place_pressed` carries a section's key and a block."""

    place_pressed = Signal(str, int)
    notice = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(tr("Preview of the pages"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleDescription(tr("Up and down go from block to block, Enter goes to it in the note."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._zoom = 100
        self._bridge = bridge
        self._sheets = Sheets()
        self._sheets.pressed.connect(self._press)
        self.setWidget(self._sheets)
        self._work: Work | None = None
        self._shown: Note | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        self._exactly = QTimer(self, singleShot=True, interval=REST)
        self._exactly.timeout.connect(self.refresh)
        bridge.changed.connect(self._wait)

    def _wait(self, _: Change) -> None:
        if self.isVisible():
            self._timer.start()

    def refresh(self) -> None:
        """Set the pages again, in the background; what is shown stays until the new ones are there."""
        self._set(frozenset())

    def _look(self) -> None:
        """Set the pages quickly, from what was found for those that are shown."""
        self._set(self._sheets.moved)

    def _set(self, moved: frozenset[int]) -> None:
        self._timer.stop()
        self._exactly.stop()
        if not self._sheets.count:
            self._sheets.resize(self.viewport().size())
        if self._work is not None:
            self._work.cancel()
        note = self._bridge.desk.note
        ratio = self.devicePixelRatioF()
        ppi = max(48.0, (self.viewport().width() - 2 * GAP) / INCHES) * ratio * self._zoom / 100
        done = partial(self._show, note, ratio, is_exact=not moved)
        self._work = start(partial(preview_pages, note, ppi, moved), done, self._failed)

    def _show(self, note: Note, ratio: float, pages: Pages, *, is_exact: bool) -> None:
        self._work, self._shown = None, note
        if not is_exact:
            self._exactly.start()
        self._sheets.show_pages(pages, ratio, self.viewport().width())

    def _failed(self, error: Exception) -> None:
        self._work = None
        if not isinstance(error, BriefingError):
            raise error
        self.notice.emit(told(str(error)))

    def _press(self, section: str, block: int) -> None:
        self.place_pressed.emit(section, block)

    @property
    def zoom(self) -> int:
        """The size of the pages in per cent of the width of the pane."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the pages at a size, in per cent of the width of the pane."""
        self._zoom = max(ZOOMS[0], min(percent, ZOOMS[-1]))
        is_wide = self._zoom > 100  # noqa: PLR2004 (per cent)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self.refresh()

    def zoom_in(self) -> None:
        """Show the pages a step larger."""
        self.set_zoom(next((z for z in ZOOMS if z > self._zoom), self._zoom))

    def zoom_out(self) -> None:
        """Show the pages a step smaller."""
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self._zoom), self._zoom))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl show the pages at another size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from block to block, and from a block to its place in the note."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        place = self._sheets.marked
        if event.key() in steps:
            bar = self._sheets.mark(steps[Qt.Key(event.key())])
            self.ensureVisible(bar.center().x(), bar.center().y(), 0, bar.height() // 2 + 3 * GAP)
            self._tell()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place is not None:
            self._press(place.section, max(0, place.block))
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        """Say which block the marker has come to."""
        place, note = self._sheets.marked, self._shown
        if place is None or note is None:
            return
        section = next((s for s in note.sections if s.key == place.section), None)
        words = section.title if section is not None else place.section
        if section is not None and 0 <= place.block < len(section.blocks):
            words = tr("{words}: {names}", words=words, names=section.blocks[place.block].text)
        announce(self, words)

    def showEvent(self, event: QShowEvent) -> None:
        """Set the pages when the pane comes into view, unless they are those of the note."""
        super().showEvent(event)
        if self._shown is not self._bridge.desk.note:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        if self.isVisible() and event.oldSize().width() != event.size().width():
            self._timer.start()

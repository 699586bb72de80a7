"""The dock at the foot of the workspace: excerpts, findings and search behind a row of tabs, folded by default."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from briefing.app.change import Change
from briefing.domain.findings import Finding, Looked, findings
from briefing.domain.note import Note
from briefing.ui.bridge import Bridge
from briefing.ui.excerpts_table import ExcerptsTable
from briefing.ui.findings_pane import FindingsPane
from briefing.ui.icons import plain_icon
from briefing.ui.search_pane import SearchPane
from briefing.ui.words import tr
from briefing.ui.work import start_aside

EXCERPTS, FINDINGS, SEARCH = range(3)
PAUSE = 600  # milliseconds after the last change before the note is checked again


class Dock(QWidget):
    """Three panes, of which one or none is open; each is made when it is first opened."""

    excerpt_activated = Signal(str)
    comment_wanted = Signal(object)  # tuple[str, ...], the excerpts
    removed = Signal(str)  # what was done that undo takes back
    hit_found = Signal(object)  # Hit
    finding_activated = Signal(object)  # Finding
    opened = Signal()  # it was folded
    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dock")
        self._bridge = bridge
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("dock_tabs")
        self.tabs.setAccessibleName(tr("Dock"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (tr("Excerpts"), tr("Findings"), tr("Search")):
            self.tabs.addTab(words)
        self._draw_icons()
        self.tabs.installEventFilter(self)
        self._stack = QStackedWidget(self)
        self._stack.hide()
        self._panes: dict[int, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._stack, 1)
        self._looked = Looked()  # by the checks that run aside
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._check_aside)
        bridge.changed.connect(self._show)
        self._count_excerpts(len(bridge.desk.note.excerpts))
        self._timer.start()
        self._fit()

    @property
    def open_pane(self) -> int | None:
        """Which pane is open."""
        return self.tabs.currentIndex() if self._stack.isVisibleTo(self) else None

    def open(self, which: int) -> QWidget:
        """Open a pane and give it."""
        pane = self._panes.get(which)
        if pane is None:
            pane = self._panes[which] = self._makers()[which]()
            self._stack.addWidget(pane)
        was_folded = self.open_pane is None
        self.tabs.setCurrentIndex(which)
        self._stack.setCurrentWidget(pane)
        self._stack.show()
        self._fit()
        if was_folded:
            self.opened.emit()
        return pane

    def fold(self) -> None:
        """Leave only the tabs."""
        self._stack.hide()
        self._fit()
        self.left.emit()

    def toggle(self, which: int) -> None:
        """Open a pane, or fold it if it is open."""
        if self.open_pane == which:
            self.fold()
        else:
            self._enter(self.open(which))

    def enter(self) -> None:
        """Put the focus into the open pane, or on the tabs if none is open."""
        if self.open_pane is None:
            self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._enter(self.open(self.open_pane))

    def _enter(self, pane: QWidget) -> None:
        """Put the focus where a pane is used; a focus proxy would hide what stands before that from Tab."""
        if isinstance(pane, SearchPane):
            pane.focus_line("")
        else:
            (pane.view if isinstance(pane, ExcerptsTable) else pane).setFocus()

    def search(self, words: str = "") -> None:
        """Open the search, for some words or those of last time."""
        pane = self.open(SEARCH)
        if isinstance(pane, SearchPane):
            pane.focus_line(words)

    def next_hit(self) -> None:
        """Go to the next hit of the search."""
        pane = self.open(SEARCH)
        if isinstance(pane, SearchPane):
            pane.next_hit()

    def previous_hit(self) -> None:
        """Go to the hit before."""
        pane = self.open(SEARCH)
        if isinstance(pane, SearchPane):
            pane.previous_hit()

    def check(self) -> None:
        """Look at the note again, now."""
        note = self._bridge.desk.note
        self._show_findings(note, findings(note))

    def _check_aside(self) -> None:
        """Look at the note again without keeping anybody who types waiting."""
        note = self._bridge.desk.note
        start_aside(partial(findings, note, self._looked), partial(self._show_findings, note), self._fail)

    def _fail(self, error: Exception) -> None:
        raise error

    def _show_findings(self, note: Note, found: tuple[Finding, ...]) -> None:
        if note is not self._bridge.desk.note:
            return  # it changed meanwhile: another look is on its way
        self.tabs.setTabText(FINDINGS, tr("Findings {count}", count=len(found)))
        pane = self._panes.get(FINDINGS)
        if isinstance(pane, FindingsPane):
            pane.show_findings(found, note)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again when the colours have changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
        super().changeEvent(event)

    def _draw_icons(self) -> None:
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        for index, name in enumerate(("highlighter", "list-checks", "search")):
            self.tabs.setTabIcon(index, plain_icon(name, ink))

    def _makers(self) -> dict[int, Callable[[], QWidget]]:
        return {EXCERPTS: self._excerpts, FINDINGS: self._findings, SEARCH: self._search}

    def _excerpts(self) -> QWidget:
        pane = ExcerptsTable(self._bridge, self._stack)
        pane.activated.connect(self.excerpt_activated)
        pane.comment_wanted.connect(self.comment_wanted)
        pane.removed.connect(self.removed)
        return pane

    def _findings(self) -> QWidget:
        pane = FindingsPane(self._stack)
        pane.activated.connect(self.finding_activated)
        pane.show_findings(findings(self._bridge.desk.note), self._bridge.desk.note)
        return pane

    def _search(self) -> QWidget:
        pane = SearchPane(self._bridge, self._stack)
        pane.found.connect(self.hit_found)
        return pane

    def _show(self, change: Change) -> None:
        if change.after.excerpts is not change.before.excerpts:
            self._count_excerpts(len(change.after.excerpts))
        self._timer.start()

    def _count_excerpts(self, count: int) -> None:
        self.tabs.setTabText(EXCERPTS, tr("Excerpts {count}", count=count))

    def _fit(self) -> None:
        is_open = self._stack.isVisibleTo(self)
        height = self.tabs.sizeHint().height()
        self.setMinimumHeight(height + 140 if is_open else height)
        self.setMaximumHeight(16_777_215 if is_open else height)
        self._mark_tab(is_open=is_open)

    def _mark_tab(self, *, is_open: bool) -> None:
        """Let the style sheet show which tab is open: a folded dock has none, though one of its tabs is current."""
        if self.tabs.property("open") != is_open:
            self.tabs.setProperty("open", is_open)
            self.tabs.style().unpolish(self.tabs)
            self.tabs.style().polish(self.tabs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the open tab folds it, on another opens it; Enter does the same from the keyboard."""
        if watched is self.tabs and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            index = self.tabs.tabAt(event.position().toPoint())
            if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
                self.toggle(index)
            return True
        if watched is self.tabs and event.type() == QEvent.Type.MouseButtonPress:
            return True
        if watched is self.tabs and _is_taking(event):
            self.toggle(self.tabs.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds the dock and gives the focus back."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold()
        else:
            super().keyPressEvent(event)


def _is_taking(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

"""The frame of a window: menus, marking, start page, status bar and notices.

It is all that a start needs. What the commands do is loaded when the first of them is asked for.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from briefing.ui import appearance, settings
from briefing.ui.menus import enable, fill_menus, show_menus, tick_appearance
from briefing.ui.notice import Notice
from briefing.ui.start_page import StartPage
from briefing.ui.status import Status

SIZE = (1360, 860)
_FILLED = 30  # milliseconds after which the menus are filled: the window is painted, and nobody is that quick
FRAME = (8, 40)  # pixels that the system's frame may take


class Commands(Protocol):
    """What a frame asks of those who do its commands."""

    def may_close(self) -> bool:
        """Whether the frame may be closed; asks the analyst where something would be lost."""

    def open_path(self, path: Path) -> None:
        """Open a note, or begin one on an article."""

    def take(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped."""

    def take_address(self, address: str) -> None:
        """Take a link that was dropped."""


class Frame(QMainWindow):
    """One window as the system sees it; `load` makes what does its commands."""

    def __init__(self, load: Callable[["Frame"], Commands]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self._load = load
        self._commands: Commands | None = None
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.start_page = StartPage(self._stack)
        self.start_page.chosen.connect(self.perform)
        self.start_page.opened.connect(self._open)
        self._stack.addWidget(self.start_page)
        self.status = Status(self)
        self.setStatusBar(self.status)
        self._notice: Notice | None = None
        self._menus = show_menus(self)
        geometry = settings.shape("window")
        if geometry is None or not self.restoreGeometry(geometry):
            self._fit_screen()
        self.show_start()
        QTimer.singleShot(_FILLED, self, lambda: self.actions_by_id)

    @cached_property
    def actions_by_id(self) -> dict[str, QAction]:
        """What can be done, in the menus as well; made when the window has been painted, or at the first call."""
        made = fill_menus(self, self._menus, lambda: self.commands)
        enable(made, has_note=False)
        tick_appearance(made, settings.choices().appearance)
        return made

    @property
    def commands(self) -> Commands:
        """Those who do the commands; made at the first call."""
        if self._commands is None:
            self._commands = self._load(self)
        return self._commands

    @property
    def notice(self) -> Notice:
        """Where things are said; made when the first is said."""
        if self._notice is None:
            self._notice = Notice(self)
        return self._notice

    def perform(self, name: str) -> None:
        """Do the action with an id."""
        self.actions_by_id[name].trigger()

    def show_start(self) -> None:
        """Show the start page."""
        self.setWindowTitle("Briefing")
        self.setWindowModified(False)
        corner = self.menuBar().cornerWidget()
        if corner is not None:
            corner.hide()
        self.status.clear()
        self.start_page.show_keys()
        self.start_page.show_recent(settings.recent_notes(), settings.recent_titles())
        self._stack.setCurrentWidget(self.start_page)

    def show_page(self, page: QWidget) -> None:
        """Show an open note in place of the start page."""
        self._stack.setCurrentIndex(self._stack.addWidget(page))

    def drop_page(self, page: QWidget) -> None:
        """Do away with the page of a note that is closed."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def dress(self, choice: str) -> None:
        """Show everything in an appearance: of the system, light or dark."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            appearance.apply(application, choice)

    def _fit_screen(self) -> None:
        """At first the window has its usual size, or what the screen leaves for it."""
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - FRAME[0]), min(SIZE[1], room.height() - FRAME[1]))

    def _open(self, path: Path) -> None:
        self.commands.open_path(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and links may be dropped on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files, or a dropped link: the page is only read, so the link stays where it was."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - making this namespace takes a tenth of a start

        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        urls = event.mimeData().urls()
        if paths := [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]:
            self.commands.take(paths)
        elif links := [url.toString() for url in urls if url.scheme() in ("http", "https")]:
            self.commands.take_address(links[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before unsaved changes are lost; remember the shape of the window, which is no more once it is closed."""
        if self._commands is not None and not self._commands.may_close():
            event.ignore()
            return
        settings.remember_shape("window", self.saveGeometry())
        event.accept()
        self.deleteLater()

"""The window: menus, marking, the start page or the workspace of the open note, status bar and notices."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMainWindow, QStackedWidget

from briefing.app.change import Change
from briefing.app.desk import Desk
from briefing.domain.edits import comment_excerpt, set_marking
from briefing.domain.references import shortened
from briefing.domain.source import Source
from briefing.ui import appearance, settings
from briefing.ui.article_pane import ArticlePane
from briefing.ui.articles import Articles
from briefing.ui.bridge import Bridge
from briefing.ui.command_palette import show_palette
from briefing.ui.files import Files
from briefing.ui.marking_box import MarkingBox
from briefing.ui.menus import fill_menus, refresh
from briefing.ui.note_pane import NotePane
from briefing.ui.notice import Notice
from briefing.ui.settings import Choices
from briefing.ui.start_page import StartPage
from briefing.ui.status import Status
from briefing.ui.words import tr
from briefing.ui.workspace import Workspace

SIZE = (1360, 860)
FRAME = (8, 40)  # pixels that a window's frame may take
_open: list["Window"] = []  # windows live as long as they are shown


class Window(QMainWindow):
    """One window, with one note or none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self._bridge: Bridge | None = None
        self.workspace: Workspace | None = None
        self.files = Files(self, self)
        self.articles = Articles(self, self, self.files)
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self._start = StartPage(self._stack)
        self._start.chosen.connect(self.perform)
        self._start.opened.connect(self.files.open_path)
        self._stack.addWidget(self._start)
        self.status = Status(self)
        self.setStatusBar(self.status)
        self.notice = Notice(self)
        self.marking = MarkingBox(self)
        self.marking.chosen.connect(self._mark)
        self.menuBar().setCornerWidget(self.marking, Qt.Corner.TopRightCorner)
        self._actions = fill_menus(self)
        geometry = settings.shape("window")
        if geometry is None or not self.restoreGeometry(geometry):
            self._fit_screen()
        self._show_start()

    def _fit_screen(self) -> None:
        """At first the window has its usual size, or what the screen leaves for it."""
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - FRAME[0]), min(SIZE[1], room.height() - FRAME[1]))

    @property
    def desk(self) -> Desk | None:
        """The open note, if there is one."""
        return self._bridge.desk if self._bridge is not None else None

    @property
    def article(self) -> ArticlePane | None:
        """The article in view, if there is one."""
        return self.workspace.article if self.workspace is not None else None

    @property
    def note_pane(self) -> NotePane | None:
        """The pane of the open note, if there is one."""
        return self.workspace.note_pane if self.workspace is not None else None

    @property
    def source_in_view(self) -> Source | None:
        """The source of the article in view, if there is one."""
        pane, desk = self.article, self.desk
        return desk.note.source(pane.source_id) if pane is not None and desk is not None else None

    def perform(self, name: str) -> None:
        """Do the action with an id."""
        self._actions[name].trigger()

    def open_desk(self, desk: Desk) -> None:
        """Show a note here if no note is open, else in a window of its own."""
        if self._bridge is not None:
            other = open_window()
            other.open_desk(desk)
            return
        self._bridge = Bridge(desk, self)
        self.workspace = Workspace(self._bridge, self._stack)
        self.workspace.notice.connect(self.say)
        self.workspace.caret_moved.connect(self.status.show_caret)
        self.workspace.article_shown.connect(lambda source: self.status.show_note(desk.note, source))
        self.workspace.comment_wanted.connect(self._comment)
        state = settings.shape("workspace")
        if state is None or not self.workspace.across.restoreState(state):
            self.workspace.share_width(self.width())
        self._stack.setCurrentIndex(self._stack.addWidget(self.workspace))
        self._bridge.changed.connect(self._show)
        self.marking.show_marking(desk.note.marking)
        self.status.show_note(desk.note, self.source_in_view)
        self.show_saved()
        self.workspace.focus_article()

    def close_note(self) -> None:
        """Close the note and show the start page, unless the analyst thinks better of it."""
        if self._bridge is None or not self.files.may_leave():
            return
        workspace, bridge = self.workspace, self._bridge
        self._bridge = self.workspace = None
        self._show_start()
        if workspace is not None:
            settings.remember_shape("workspace", workspace.across.saveState())
            self._stack.removeWidget(workspace)
            workspace.deleteLater()
        bridge.deleteLater()

    def quit(self) -> None:
        """Close every window, and with the last the program."""
        for window in _open:
            if not window.close():
                return

    def undo(self) -> None:
        """Take the last step back, whatever it was."""
        if self.desk is not None:
            self.desk.undo()

    def redo(self) -> None:
        """Bring the last undone step again."""
        if self.desk is not None:
            self.desk.redo()

    def dress(self, choice: str) -> None:
        """Choose the appearance: of the system, light or dark."""
        settings.remember_choices(replace(settings.choices(), appearance=choice))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            appearance.apply(application, choice)

    def show_settings(self) -> None:
        """Show the settings."""
        from briefing.ui.settings_dialog import SettingsDialog  # noqa: PLC0415  # seldom asked for

        dialog = SettingsDialog(settings.choices(), self)
        dialog.changed.connect(self._choose)
        dialog.exec()

    def _choose(self, choices: Choices) -> None:
        self.dress(choices.appearance)

    def show_keys(self) -> None:
        """Show the sheet of keyboard shortcuts."""
        from briefing.ui.key_sheet import KeySheet  # noqa: PLC0415  # a dialog that is seldom asked for

        KeySheet(self).exec()

    def show_palette(self) -> None:
        """Offer every command by name."""
        show_palette(self, self._actions)

    def _comment(self, excerpt_id: str) -> None:
        desk = self.desk
        if desk is None:
            return
        excerpt = desk.note.excerpt(excerpt_id)
        words, is_given = QInputDialog.getMultiLineText(
            self, tr("Comment"), tr("Comment on “{quote}”", quote=shortened(excerpt.quote)), excerpt.comment
        )
        if is_given:
            desk.do(tr("Comment on excerpt"), lambda note: comment_excerpt(note, excerpt_id, words.strip()))

    def show_about(self) -> None:
        """Say what this program is."""
        from briefing.ui.about import show_about  # noqa: PLC0415  # a dialog that is seldom asked for

        show_about(self)

    def say(self, words: str, offer: str = "", taken: Callable[[], None] | None = None) -> None:
        """Say what has happened."""
        self.notice.say(words, offer, taken)

    def warn(self, words: str) -> None:
        """Say what went wrong."""
        self.notice.warn(words)

    def show_saved(self) -> None:
        """Show in the title and the status bar whether the note is saved."""
        desk = self.desk
        if desk is None:
            self.setWindowTitle("Briefing")
            self.status.show_saved("")
        else:
            title = desk.note.title or tr("Untitled note")
            self.setWindowTitle(f"{title}[*] – Briefing")
            self.setWindowModified(desk.is_dirty)
            self.status.show_saved(_saved_words(desk))
        refresh(self._actions, desk)

    def _show(self, change: Change) -> None:
        if change.after.marking != change.before.marking:
            self.marking.show_marking(change.after.marking)
        self.status.show_note(change.after, self.source_in_view)
        self.show_saved()

    def _show_start(self) -> None:
        self._start.show_recent(settings.recent_notes())
        self._stack.setCurrentWidget(self._start)
        self.marking.setVisible(False)
        self.status.show_note(None, None)
        self.show_saved()

    def _mark(self, marking: str) -> None:
        if self.desk is not None:
            self.desk.do(
                tr("Mark {marking}", marking=marking or tr("without marking")), lambda n: set_marking(n, marking)
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files."""
        data: QMimeData = event.mimeData()
        event.acceptProposedAction()
        self.articles.drop(data)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before unsaved changes are lost; remember the shape of the window."""
        if not self.files.may_leave():
            event.ignore()
            return
        settings.remember_shape("window", self.saveGeometry())
        if self.workspace is not None:
            settings.remember_shape("workspace", self.workspace.across.saveState())
        if self in _open:
            _open.remove(self)
        event.accept()


def open_window() -> Window:
    """A new window, shown."""
    window = Window()
    _open.append(window)
    window.show()
    return window


def _saved_words(desk: Desk) -> str:
    if desk.path is None:
        return tr("not saved yet")
    return tr("changed") if desk.is_dirty else tr("saved in {name}", name=desk.path.name)

"""A window at work: the open note in its frame, and what the commands do."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing.app import waste
from briefing.app.change import Change
from briefing.app.desk import Desk
from briefing.app.recovered import Recovered
from briefing.domain.keeping import keeping_everything
from briefing.domain.note import Style
from briefing.domain.source import Kind, Source
from briefing.io.lock import Locked
from briefing.ui import settings
from briefing.ui.article_pane import ArticlePane
from briefing.ui.as_left import find_again, leave
from briefing.ui.bridge import Bridge
from briefing.ui.command_palette import show_palette
from briefing.ui.comment_box import CommentBox
from briefing.ui.counts import Counts
from briefing.ui.files import Files
from briefing.ui.frame import Frame
from briefing.ui.keeping import Keeping, left_behind
from briefing.ui.marking_box import MarkingBox
from briefing.ui.menus import enable, name_sections, name_steps, rekey, tick_appearance
from briefing.ui.note_facts import NoteFacts, mark
from briefing.ui.note_lock import NoteLock
from briefing.ui.note_pane import NotePane
from briefing.ui.opening import Opening
from briefing.ui.settings import Choices
from briefing.ui.words import told, tr
from briefing.ui.workspace import Workspace

SETTLED = 1500  # milliseconds after which a note that was opened is laid out and looked through


class Window(QObject):
    """What the commands of one frame do, with one note or none."""

    def __init__(self, frame: Frame, open_frame: Callable[[], "Window"]) -> None:
        super().__init__(frame)
        self.frame = frame
        self._open_frame = open_frame
        self._bridge: Bridge | None = None
        self._counts: Counts | None = None
        self.workspace: Workspace | None = None
        self.keeping = Keeping(self)
        self.keeping.trouble.connect(self.warn)
        self.lock = NoteLock(self)
        self.lock.lost.connect(self.warn)
        self.files = Files(frame, self)
        self.opening = Opening(frame, self, self.files)
        self.note_facts = NoteFacts(frame, self, self._section_in_hand)
        self.marking = MarkingBox(frame)
        self.marking.chosen.connect(self._mark)
        frame.menuBar().setCornerWidget(self.marking)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(waste.leave_out)
        self._settle.timeout.connect(self._offer_unsaved)
        self._offer_recovery()

    # What is loaded with the first command that needs it: a note is on show before it could be asked for

    @cached_property
    def articles(self) -> Any:  # noqa: ANN401  # of the class Articles, whose module is loaded only here
        """What is done with articles."""
        from briefing.ui.articles import Articles  # noqa: PLC0415

        return Articles(self.frame, self, self.files)

    @cached_property
    def templates(self) -> Any:  # noqa: ANN401  # of the class Templates, whose module is loaded only here
        """What is done with templates."""
        from briefing.ui.templates_menu import Templates  # noqa: PLC0415

        return Templates(self.frame, self)

    @cached_property
    def taking_over(self) -> Any:  # noqa: ANN401  # of the class TakingOver, whose module is loaded only here
        """Taking over excerpts from other programs."""
        from briefing.ui.taking_over import TakingOver  # noqa: PLC0415

        return TakingOver(self.frame, self, self.files.failed)

    @cached_property
    def exports(self) -> Any:  # noqa: ANN401  # of the class Exports, whose module is loaded only here
        """The ways out of the window."""
        from briefing.ui.exports import Exports  # noqa: PLC0415

        return Exports(self.frame, self, self.files)

    @cached_property
    def read_backs(self) -> Any:  # noqa: ANN401  # of the class ReadBacks, whose module is loaded only here
        """Reading edited documents back."""
        from briefing.ui.read_backs import ReadBacks  # noqa: PLC0415

        return ReadBacks(self.frame, self, self.files)

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

    def open_path(self, path: Path) -> None:
        """Open a note, or begin one on an article."""
        self.opening.open_path(path)

    def take(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped."""
        self.articles.take(paths)

    def take_address(self, address: str) -> None:
        """Take a link that was dropped."""
        self.articles.take_address(address)

    def refuses_saving(self, path: Path) -> str:
        """Why a file must not be written over now, in a sentence; empty if it may be."""
        return self.lock.refuses(path)

    def show_open(self, path: Path) -> bool:
        """Raise the window that has a file open; False if none has."""
        for widget in QApplication.topLevelWidgets():
            commands = widget.commands if isinstance(widget, Frame) else None
            desk = commands.desk if isinstance(commands, Window) else None
            if desk is not None and desk.path is not None and desk.path.resolve() == path.resolve():
                widget.raise_()
                widget.activateWindow()
                return True
        return False

    def open_desk(self, desk: Desk, *, is_forced: bool = False) -> None:
        """Show a note here if no note is open, else in a window of its own; Locked if its file is open elsewhere."""
        if self._bridge is not None:
            self._open_frame().open_desk(desk, is_forced=is_forced)
            return
        if desk.path is not None:
            self.lock.hold(desk.path, is_forced=is_forced)
        with keeping_everything():
            self._show_desk(desk)
        self._settle.start()

    def _show_desk(self, desk: Desk) -> None:
        self._bridge = Bridge(desk, self)
        self.keeping.follow(desk)
        self._counts = Counts(self.frame.status, self._bridge)
        self.workspace = Workspace(self._bridge)
        self.workspace.notice.connect(self.say)
        self.workspace.removed.connect(lambda words: self.say(words, tr("Undo"), self.undo))
        self.workspace.caret_moved.connect(self._counts.show_caret)
        self.workspace.article_shown.connect(self._counts.show_article)
        self.workspace.comment_wanted.connect(self._comment)
        ways_in = [self.frame.actions_by_id[name] for name in ("add_paste", "add_file", "add_address")]
        self.workspace.offer_ways_in(ways_in)
        self.frame.show_page(self.workspace)
        self._bridge.changed.connect(self._show)
        self.marking.show_marking(desk.note.marking)
        self._counts.show_article(self.article)
        enable(self.frame.actions_by_id, has_note=True)
        name_sections(self.frame.actions_by_id, desk.note.sections)
        self.show_saved()
        find_again(self.workspace, desk.path)
        self.workspace.focus_article()
        if desk.damage:
            self.warn(" ".join(map(told, desk.damage)))

    def close_note(self) -> None:
        """Close the note and show the start page, unless the analyst thinks better of it."""
        workspace, bridge = self.workspace, self._bridge
        if workspace is None or bridge is None or not self.files.may_leave():
            return
        leave(workspace, bridge.desk.path)
        self._bridge = self.workspace = self._counts = None
        bridge.deleteLater()
        QTimer.singleShot(0, waste.clear)
        self.keeping.end()
        self.lock.release()
        self.frame.drop_page(workspace)
        self.frame.show_start()
        self._offer_recovery()
        enable(self.frame.actions_by_id, has_note=False)

    def may_close(self) -> bool:
        """Whether the frame may be closed."""
        if not self.files.may_leave():
            return False
        if self.workspace is not None and self.desk is not None:
            leave(self.workspace, self.desk.path)
            QTimer.singleShot(0, waste.clear)
        self.keeping.end()
        self.lock.release()
        return True

    def _offer_recovery(self) -> None:
        self.keeping.offer(self.frame.start_page, self.open_desk, self.warn)

    def _offer_unsaved(self) -> None:
        """Tell of what a crash left of the note that was opened just now; its file has less."""
        desk = self.desk
        copy = left_behind(desk.path) if desk is not None and desk.path is not None and not desk.damage else None
        if copy is not None:
            self.warn(tr("Unsaved work on this note was found."), tr("Take it up"), partial(self._take_up, copy))

    def _take_up(self, copy: Recovered) -> None:
        self.close_note()
        if self.desk is None:
            self.keeping.take_up(copy, self.frame.start_page, self.open_desk, self.warn)

    def quit(self) -> None:
        """Close every window, and with the last the program."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Frame) and not widget.close():
                return

    def undo(self) -> None:
        """Take the last step back, whatever it was."""
        if self.desk is not None:
            self.desk.undo()

    def redo(self) -> None:
        """Bring the last undone step again."""
        if self.desk is not None:
            self.desk.redo()

    def turn_into(self, style: str) -> None:
        """Turn the blocks at the caret of the note into another style."""
        if self.note_pane is not None:
            self.note_pane.turn_into(Style(style))

    def mark_passage(self, kind: str) -> None:
        """Say what the passages at the caret of the article are."""
        if self.article is not None:
            self.article.mark_passage(Kind(kind))

    def move_block(self, way: int) -> None:
        """Move the blocks at the caret of the note up or down."""
        if self.note_pane is not None:
            self.note_pane.editor(self.note_pane.current_section()).move_wanted.emit(way)

    def edit_text(self, what: str) -> None:
        """Cut, copy or paste where the focus is."""
        method = getattr(QApplication.focusWidget(), what, None)
        if method is not None:
            method()

    def dress(self, choice: str) -> None:
        """Choose the appearance: of the system, light or dark."""
        settings.remember_choices(settings.choices()._replace(appearance=choice))
        self._choose(settings.choices())

    def show_keys(self) -> None:
        """Show the sheet of keyboard shortcuts."""
        from briefing.ui.key_sheet import KeySheet  # noqa: PLC0415  # seldom asked for

        sheet = KeySheet(self.frame)
        sheet.changed.connect(self._rekey)
        sheet.open()

    def _rekey(self) -> None:
        """Let other keys hold at once, in every window."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Frame):
                rekey(widget.actions_by_id)
                widget.start_page.show_keys()

    def show_snapshots(self) -> None:
        """Show the snapshots of the note."""
        from briefing.ui.snapshots_dialog import SnapshotsDialog  # noqa: PLC0415  # seldom asked for

        if self.desk is not None:
            dialog = SnapshotsDialog(self.desk, self.frame)
            dialog.taken.connect(self.show_saved)
            dialog.open()

    def show_settings(self) -> None:
        """Show the settings."""
        from briefing.ui.settings_dialog import SettingsDialog  # noqa: PLC0415  # seldom asked for

        dialog = SettingsDialog(settings.choices(), self.frame)
        dialog.changed.connect(self._choose)
        dialog.exec()

    def show_palette(self) -> None:
        """Offer every command by name."""
        show_palette(self.frame, self.frame.actions_by_id)

    def show_about(self) -> None:
        """Say what this program is."""
        from briefing.ui.about import show_about  # noqa: PLC0415  # seldom asked for

        show_about(self.frame)

    def say(self, words: str, offer: str = "", taken: Callable[[], None] | None = None) -> None:
        """Say what has happened."""
        self.frame.notice.say(words, offer, taken)

    def warn(self, words: str, offer: str = "", taken: Callable[[], None] | None = None) -> None:
        """Say what went wrong, perhaps with one thing that can be done about it."""
        self.frame.notice.warn(told(words), offer, taken)

    def show_saved(self) -> None:
        """Show in the title and the status bar whether the note is saved."""
        desk = self.desk
        if desk is None or self._counts is None:
            return
        self.frame.setWindowTitle(f"{desk.note.title or tr('Untitled note')}[*] – Briefing")
        self.frame.setWindowModified(desk.is_dirty)
        self._counts.show_saved()
        if not desk.is_dirty:
            self.keeping.note_saved()
            self._follow_file(desk)
        name_steps(self.frame.actions_by_id, desk)

    def _follow_file(self, desk: Desk) -> None:
        """Hold the lock of the file that the note is saved in."""
        if desk.path is None:
            return
        try:
            self.lock.hold(desk.path)
        except Locked as error:
            self.warn(str(error))

    def _choose(self, choices: Choices) -> None:
        """Let choices hold at once, in every window."""
        self.frame.dress(choices.appearance)
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Frame):
                tick_appearance(widget.actions_by_id, choices.appearance)
                commands = widget.commands
                if isinstance(commands, Window) and commands.workspace is not None:
                    commands.workspace.set_choices(choices)

    def _show(self, change: Change) -> None:
        if change.after.marking != change.before.marking:
            self.marking.show_marking(change.after.marking)
        if [s.title for s in change.after.sections] != [s.title for s in change.before.sections]:
            name_sections(self.frame.actions_by_id, change.after.sections)
        if self._counts is not None:
            self._counts.wait()
        self.show_saved()
        self.frame.notice.withdraw(tr("Undo"))  # which would take back this change, not the one that was told of

    def _mark(self, marking: str) -> None:
        if self.desk is not None:
            mark(self.desk, marking)

    def _section_in_hand(self) -> str:
        """The section that was written in last, at first the first one; empty where there is none."""
        return self.note_pane.current_section() if self.note_pane is not None else ""

    def _comment(self, excerpts: tuple[str, ...]) -> None:
        if self._bridge is None or self.workspace is None:
            return
        for box in self.workspace.findChildren(CommentBox):
            box.close()
        CommentBox(self._bridge, excerpts, self.workspace).show()

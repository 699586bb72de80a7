"""Files of the window: beginning, opening, saving and exporting notes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from briefing.app.desk import Desk
from briefing.app.opening import Saved, default_template, file_stem, open_desk, open_to_work, protect_note, write_note
from briefing.domain.differences import differences
from briefing.domain.errors import BriefingError, FileChanged
from briefing.domain.note import Note
from briefing.domain.source import Source
from briefing.io.lock import Locked
from briefing.io.places import state_folder
from briefing.io.plain import sentence
from briefing.io.secret import Sealed, WrongPassphrase
from briefing.ui import settings
from briefing.ui.beginning import begin_note
from briefing.ui.conflict_dialog import ConflictDialog
from briefing.ui.lock_dialog import LockDialog
from briefing.ui.passphrase_dialog import PassphraseDialog
from briefing.ui.words import told, tr
from briefing.ui.work import start

NOTES = "*.brief"


class Host(Protocol):
    """What the files need of a window."""

    @property
    def desk(self) -> Desk | None:
        """The open note, if there is one."""

    @property
    def source_in_view(self) -> Source | None:
        """The article in view, if there is one."""

    def open_desk(self, desk: Desk, *, is_forced: bool = False) -> None:
        """Show a note, in this window or in one of its own; Locked if somebody else has its file open."""

    def refuses_saving(self, path: Path) -> str:
        """Why a file must not be written over now, in a sentence; empty if it may be."""

    def show_open(self, path: Path) -> bool:
        """Raise the window that has a file open; False if none has."""

    def show_saved(self) -> None:
        """Tell that the note is saved."""

    def say(self, words: str, offer: str = "", taken: Callable[[], None] | None = None) -> None:
        """Say what has happened."""

    def warn(self, words: str, offer: str = "", taken: Callable[[], None] | None = None) -> None:
        """Say what went wrong, perhaps with one thing that can be done about it."""


class Files(QObject):
    """What the file commands of one window do."""

    def __init__(self, window: QWidget, host: Host) -> None:
        super().__init__(window)
        self._window = window
        self._host = host

    def new_blank(self) -> None:
        """Begin a note without an article."""
        self._host.open_desk(Desk(begin_note(default_template())))

    def open(self) -> None:
        """Open a note that is chosen."""
        kinds = tr("Notes ({pattern})", pattern=NOTES)
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open note"), folder_of(self._host.desk), kinds)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path, *, is_forced: bool = False, passphrase: str | None = None) -> None:
        """Open a note from a file; one that is open in this program already is shown."""
        if not self._host.show_open(path):
            opened = partial(self._opened, path, is_forced)
            start(partial(open_to_work, path, passphrase), opened, partial(self._not_opened, path, is_forced))

    def _not_opened(self, path: Path, is_forced: bool, error: Exception) -> None:  # noqa: FBT001  # bound by partial
        """Ask for the passphrase where there is one; else say what was wrong."""
        if not isinstance(error, (Sealed, WrongPassphrase)):
            self.failed(error)
            return
        dialog = PassphraseDialog(str(error), self._window)
        dialog.given.connect(lambda words: self.open_path(path, is_forced=is_forced, passphrase=words))
        dialog.open()

    def protect(self) -> None:
        """Give the note a passphrase, or another one; its file and its recovery copy are sealed with it."""
        desk = self._host.desk
        if desk is None or desk.path is None:
            self._host.warn(tr("Save the note first; then it can be protected by a passphrase."))
            return
        words = tr(
            "The note will open with this passphrase only. If it is forgotten, nobody can open the note any more."
        )
        dialog = PassphraseDialog(words, self._window, is_new=True)
        dialog.given.connect(partial(self._protect, desk, desk.path))
        dialog.open()

    def _protect(self, desk: Desk, path: Path, passphrase: str) -> None:
        note, stamp, snapshots = desk.note, desk.stamp, desk.snapshots
        self._save(desk, lambda: protect_note(note, path, stamp, passphrase, snapshots))

    def unprotect(self) -> None:
        """Take the passphrase away from the note."""
        desk = self._host.desk
        if desk is None or desk.path is None or desk.stamp is None or desk.stamp.secret is None:
            self._host.say(tr("The note has no passphrase."))
            return
        self._save(desk, partial(protect_note, desk.note, desk.path, desk.stamp, "", desk.snapshots))

    def _opened(self, path: Path, is_forced: bool, desk: Desk) -> None:  # noqa: FBT001  # bound by partial
        try:
            self._host.open_desk(desk, is_forced=is_forced)
        except Locked as error:
            dialog = LockDialog(str(error), self._window)
            dialog.read_wanted.connect(partial(self._open_to_read, desk))
            dialog.takeover_wanted.connect(partial(self.open_path, path, is_forced=True))
            dialog.open()
        else:
            _remember(desk, path)

    def _open_to_read(self, desk: Desk) -> None:
        """Without a place of its own the note cannot be saved over the one that somebody else has open."""
        desk.path = None  # the stamp stays: a protected note goes on being sealed
        self._host.open_desk(desk)
        self._host.say(tr("Opened to read: what you change here can be saved as a copy."))

    def save(self) -> None:
        """Save the note where it was saved last, or where the analyst says."""
        desk = self._host.desk
        if desk is None or desk.path is None:
            self.save_as()
        elif refusal := self._host.refuses_saving(desk.path):
            self._host.warn(refusal, tr("Save a copy…"), self.save_as)
        else:
            self._save(desk, _write(desk, desk.path))

    def save_as(self) -> None:
        """Save the note in a place that is chosen; what the dialog let be replaced is replaced."""
        desk = self._host.desk
        path = self._ask_for_place(desk) if desk is not None else None
        if desk is not None and path is not None:
            write = _write(desk, path, is_replacing=True)
            self._save(desk, write)

    def _ask_for_place(self, desk: Desk) -> Path | None:
        kinds = tr("Notes ({pattern})", pattern=NOTES)
        suggestion = str(Path(folder_of(desk)) / f"{stem_of(desk.note)}.brief")
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save note"), suggestion, kinds)
        return Path(name if name.endswith(".brief") else f"{name}.brief") if name else None

    def _save(self, desk: Desk, write: Callable[[], Saved]) -> None:
        desk.seal()
        start(write, partial(self._saved, desk), partial(self._not_saved, desk))

    def _not_saved(self, desk: Desk, error: Exception) -> None:
        """Another program changed the file: show what differs and offer what loses nothing; else say what was wrong."""
        if isinstance(error, (BriefingError, OSError)) and not isinstance(error, FileChanged):
            reason = sentence(error) if isinstance(error, OSError) else str(error)
            words = tr("Your changes are kept in {folder}.", folder=state_folder("recovery"))
            self._host.warn(f"{told(reason)} {words}")
            return
        if not isinstance(error, FileChanged) or desk.path is None:
            self.failed(error)
            return
        dialog = ConflictDialog(str(error), _differences(desk.path, desk.note), self._window)
        dialog.copy_wanted.connect(self.save_as)
        dialog.reload_wanted.connect(partial(self.open_path, desk.path))
        kept = desk.snapshots
        replace = partial(write_note, desk.note, desk.path, desk.stamp, is_replacing=True, snapshots=kept)
        dialog.replace_wanted.connect(partial(self._save, desk, replace))
        dialog.open()

    def _saved(self, desk: Desk, saved: Saved) -> None:
        desk.mark_saved(saved.note, saved.path, saved.stamp)
        _remember(desk, saved.path)
        self._host.show_saved()

    def save_now(self) -> bool:
        """Save before something that cannot be undone; False if it was not saved."""
        desk = self._host.desk
        if desk is None:
            return True
        refusal = self._host.refuses_saving(desk.path) if desk.path is not None else ""
        if refusal:
            self._host.warn(refusal, tr("Save a copy…"), self.save_as)
            return False
        path = desk.path or self._ask_for_place(desk)
        if path is None:
            return False
        try:
            is_new, kept = desk.path is None, desk.snapshots
            self._saved(desk, write_note(desk.note, path, desk.stamp, is_replacing=is_new, snapshots=kept))
        except (BriefingError, OSError) as error:
            self.failed(error)
            return False
        return True

    def may_leave(self) -> bool:
        """Whether the note may be closed: it is saved, or the analyst gives the changes up."""
        desk = self._host.desk
        if desk is None or not desk.is_dirty:
            return True
        box = QMessageBox(self._window)
        box.setObjectName("leave")
        box.setText(tr("Save the changes to “{title}”?", title=desk.note.title or tr("Untitled note")))
        box.setInformativeText(tr("What was not saved is lost when the note is closed."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Save:
            return self.save_now()
        return answer == buttons.Discard

    def failed(self, error: Exception) -> None:
        """Say in one sentence what could not be done; an error that nobody expected is raised again."""
        if isinstance(error, OSError):
            self._host.warn(sentence(error))
        elif isinstance(error, BriefingError):
            self._host.warn(str(error))
        else:
            raise error


def _remember(desk: Desk, path: Path) -> None:
    """Remember where a note is and its title, unless that is sealed in the note by a passphrase."""
    is_sealed = desk.stamp is not None and desk.stamp.secret is not None
    settings.remember_note(path.absolute(), "" if is_sealed else desk.note.title)


def _write(desk: Desk, path: Path, *, is_replacing: bool = False) -> Callable[[], Saved]:
    """The writing of a desk's note as it is now, to be done anywhere."""
    return partial(write_note, desk.note, path, desk.stamp, is_replacing=is_replacing, snapshots=desk.snapshots)


def _differences(path: Path, note: Note) -> tuple[str, ...]:
    """What a note has beyond a file, in sentences."""
    try:
        return differences(open_desk(path).note, note)
    except BriefingError as error:
        return (str(error),)


def folder_of(desk: Desk | None) -> str:
    """Where a file dialog begins: beside the note, else in the folder of documents."""
    if desk is not None and desk.path is not None:
        return str(desk.path.absolute().parent)
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def stem_of(note: Note) -> str:
    """The file name, without suffix, that a note is offered to be written under."""
    return file_stem(note.title, tr("Untitled note"))

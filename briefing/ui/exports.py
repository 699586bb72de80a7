"""Ways out of the window: exporting by a recipe, and the editions that were sent out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.app.desk import Desk
from briefing.app.editions import editions, send, write_again
from briefing.app.export import export
from briefing.app.snapshots import snapshots
from briefing.domain.errors import BriefingError
from briefing.domain.options import Recipe
from briefing.domain.snapshot import Snapshot, taken
from briefing.io.recipes import cookbook
from briefing.ui import settings
from briefing.ui.editions_dialog import EditionsDialog
from briefing.ui.export_dialog import ExportDialog
from briefing.ui.files import Files, Host, folder_of, stem_of
from briefing.ui.recipe_keeping import RecipeKeeping
from briefing.ui.words import told, tr
from briefing.ui.work import start

WORKING_COPY = "desk"
FITTING = {"assessment": "assessment", "ministerial": "submission"}  # recipes that templates are made for


class Exports(QObject):
    """What the export commands of one window do."""

    def __init__(self, window: QWidget, host: Host, files: Files) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._files = files

    def choose(self) -> None:
        """Write the note out as a document: by a recipe, in a place that is chosen."""
        desk = self._host.desk
        if desk is not None:
            usual = settings.last_recipe() or FITTING.get(desk.note.template, WORKING_COPY)
            dialog = ExportDialog(desk.note, cookbook(desk.note), usual, self._window)
            RecipeKeeping(dialog, desk)
            dialog.chosen.connect(partial(self._export, desk))
            dialog.open()

    def _export(self, desk: Desk, recipe: Recipe, is_recorded: bool) -> None:  # noqa: FBT001  # comes by a signal
        settings.remember_recipe(recipe.name)
        path = self._ask_for_place(desk, recipe)
        if path is None:
            return
        if is_recorded:
            aside = Desk(desk.note, desk.path, stamp=desk.stamp)  # a desk of its own for the thread that writes
            aside.snapshots = desk.snapshots
            start(partial(_sent, aside, path, recipe), partial(self._recorded, desk, path), self._files.failed)
        else:
            start(partial(export, desk.note, path, recipe), partial(self._done, path), self._files.failed)

    def _ask_for_place(self, desk: Desk, recipe: Recipe) -> Path | None:
        kinds = tr("{title} ({pattern})", title=told(recipe.title), pattern=f"*.{recipe.format}")
        suggestion = str(Path(folder_of(desk)) / f"{stem_of(desk.note)}.{recipe.format}")
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Export note"), suggestion, kinds)
        if not name:
            return None
        return Path(name) if Path(name).suffix else Path(f"{name}.{recipe.format}")

    def _recorded(self, desk: Desk, path: Path, outcome: tuple[tuple[str, ...], Snapshot]) -> None:
        remarks, sent = outcome
        desk.snapshots = taken(snapshots(desk), sent)
        desk.has_news = True
        self._host.show_saved()
        if desk.path is not None:
            self._files.save()
        self._done(path, None, remarks)

    def _done(self, path: Path, _: object, remarks: tuple[str, ...] = ()) -> None:
        words = " ".join((tr("Exported to {path}.", path=path), *map(told, remarks)))
        self._host.say(words, tr("Open"), partial(_show_file, path))

    def show_editions(self) -> None:
        """Show what was sent out."""
        desk = self._host.desk
        if desk is None:
            return
        try:
            dialog = EditionsDialog(desk, self._window)
        except BriefingError as error:
            self._host.warn(str(error))
            return
        dialog.again_wanted.connect(partial(self._write_again, desk))
        dialog.open()

    def _write_again(self, desk: Desk, found: Snapshot) -> None:
        if found.sent is None:
            return
        suggestion = str(Path(folder_of(desk)) / found.sent.file_name)
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Write edition again"), suggestion)
        if name:
            path = Path(name)
            done = partial(self._written_again, path)
            start(partial(write_again, found, path), done, self._files.failed)

    def _written_again(self, path: Path, remarks: tuple[str, ...]) -> None:
        self._done(path, None, remarks)


def _sent(desk: Desk, path: Path, recipe: Recipe) -> tuple[tuple[str, ...], Snapshot]:
    remarks = send(desk, path, recipe)
    return remarks, editions(desk)[-1]


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

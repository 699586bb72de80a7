"""Taking over excerpts that were made in another program: a file is chosen, looked at, and filed as one step."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QVBoxLayout, QWidget

from briefing.app.desk import Desk
from briefing.app.imports import Taken, read_file
from briefing.domain.note import Note
from briefing.io.imports.imported import Imported
from briefing.ui.files import Host
from briefing.ui.reading import Reading
from briefing.ui.take_over_dialog import TakeOverDialog
from briefing.ui.words import tr

KINDS = "*.jsonld *.json *.jsonl *.qdpx *.csv *.html *.md"


class TakingOver(QObject):
    """What the command for taking over excerpts does in one window."""

    def __init__(self, window: QWidget, host: Host, failed: Callable[[Exception], None]) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._failed = failed
        self._reading = Reading(window)

    def choose(self) -> None:
        """Choose an export and say where its excerpts go."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Choose annotations of another program"),
            filter=f"{tr('Annotations')} ({KINDS});;{tr('All files')} (*)",
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Read an export in the background, then ask where its excerpts go."""
        desk = self._host.desk
        if desk is None:
            return
        if not desk.note.sources:
            self._host.warn(tr("The note has no article yet; add the one that the excerpts are from first."))
            return
        words = tr("Reading “{name}” …", name=path.name)
        self._reading.start(
            words, partial(read_file, path), partial(self._ask, desk, path.name), self._failed, lambda: None
        )

    def _ask(self, desk: Desk, name: str, imported: Sequence[Imported]) -> None:
        dialog = TakeOverDialog(desk.note, imported, name, self._window)
        dialog.taken.connect(partial(self._file, desk, desk.note))
        dialog.open()

    def _file(self, desk: Desk, before: Note, taken: Taken) -> None:
        """File what was found; the dialog was modal, so the note is still the one that was looked at."""
        if desk.note is not before:
            self._host.warn(tr("The note changed in the meantime, so nothing was taken over; choose the file again."))
            return
        desk.do(tr("Take over excerpts"), lambda _: taken.note)
        if taken.lost:
            self._host.say(_outcome(taken), tr("List them"), partial(self._list, taken.lost))
        else:
            self._host.say(_outcome(taken), tr("Undo"), desk.undo)

    def _list(self, lost: Sequence[Imported]) -> None:
        """Show what stands in none of the articles."""
        dialog = QDialog(self._window)
        dialog.setObjectName("take_over_lost")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Not found in the articles"))
        quotes = QListWidget(dialog)
        quotes.setAccessibleName(tr("Not found in the articles"))
        quotes.setWordWrap(True)
        quotes.addItems([tr("“{quote}”", quote=one.anchor.exact.strip()) for one in lost])
        layout = QVBoxLayout(dialog)
        layout.addWidget(quotes)
        dialog.resize(560, 420)
        dialog.open()


def _outcome(taken: Taken) -> str:
    words = (
        (taken.filed, tr("1 excerpt was taken over"), tr("{count} excerpts were taken over")),
        (taken.present, tr("1 was there already"), tr("{count} were there already")),
        (taken.lost, tr("1 stands in none of the articles"), tr("{count} stand in none of the articles")),
    )
    parts = [
        one if len(some) == 1 else many.format(count=len(some))
        for some, one, many in words
        if some or some is taken.filed
    ]
    return "; ".join(parts) + "."

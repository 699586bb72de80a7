"""A new version of an article: what changed, what becomes of the excerpts, and taking it as one step."""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from briefing.app.desk import Desk
from briefing.app.snapshots import take
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.domain.side_by_side import Row, rows
from briefing.domain.snapshot import Reason
from briefing.domain.source import Source
from briefing.domain.versions import confirm_excerpt, new_version, unconfirmed
from briefing.ui.button_row import ButtonRow
from briefing.ui.changed_excerpts import ChangedExcerpts
from briefing.ui.comparison_view import ComparisonView
from briefing.ui.text_size import give_size
from briefing.ui.words import told, tr
from briefing.ui.work import Work, start

SIZE = (1120, 740)


class VersionDialog(QDialog):
    """Compares a source with its newer version; nothing changes before it is taken."""

    def __init__(self, desk: Desk, source_id: str, newer: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("version")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New version of {source}", source=source_id))
        self._desk = desk
        self._source_id = source_id
        self._newer = newer
        title = desk.note.source(source_id).record.title
        self._head = QLabel(tr("{source}  {title}", source=source_id, title=title), self)
        self._head.setObjectName("version_head")
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._view = ComparisonView(self)
        self._excerpts = ChangedExcerpts(self)
        self._take = QPushButton(tr("Take the new version"), self)
        self._take.setObjectName("version_take")
        self._take.setEnabled(False)
        self._lay_out()
        self._view.wait(tr("Comparing …"))
        note = desk.note
        self._work: Work = start(partial(_compared, note, source_id, newer), self._show, self._refuse)

    def _lay_out(self) -> None:
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        fill_comparison(self, self._head, self._view, self._excerpts, buttons)

    def _show(self, found: tuple[Note, tuple[Row, ...]]) -> None:
        note, compared = found
        source = note.source(self._source_id)
        self._view.show_rows(compared, (tr("the version so far"), tr("the new version")))
        mine = [excerpt for excerpt in note.excerpts if excerpt.source == source.id]
        asked = [excerpt for excerpt in unconfirmed(note) if excerpt.source == source.id]
        self._excerpts.show_excerpts(asked, note, len(mine) - len(asked))
        self._take.setEnabled(True)
        self._take.setFocus()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        self._view.wait(told(str(error)))

    def _accept(self) -> None:
        confirmed = self._excerpts.confirmed()
        label = tr("New version of {source}", source=self._source_id)
        with suppress(BriefingError):  # a snapshot that cannot be taken is no hindrance: the step can be undone
            take(self._desk, reason=Reason.VERSION)
        self._desk.do(label, lambda note: renewed(note, self._source_id, self._newer, confirmed))
        self.accept()

    def done(self, result: int) -> None:
        """Nobody waits for the comparison any more."""
        self._work.cancel()
        super().done(result)


def renewed(note: Note, source_id: str, newer: Source, confirmed: tuple[str, ...]) -> Note:
    """The note with a newer version of a source, in which some changed excerpts are confirmed."""
    note = new_version(note, source_id, newer)
    for excerpt_id in confirmed:
        note = confirm_excerpt(note, excerpt_id)
    return note


def _compared(note: Note, source_id: str, newer: Source) -> tuple[Note, tuple[Row, ...]]:
    return new_version(note, source_id, newer), rows(note.source(source_id), newer)


def fill_comparison(
    dialog: QDialog, head: QWidget, view: ComparisonView, excerpts: ChangedExcerpts, buttons: QDialogButtonBox
) -> None:
    """Lay a dialog out that shows a comparison over what became of the excerpts."""
    split = QSplitter(Qt.Orientation.Vertical, dialog)
    split.setChildrenCollapsible(False)
    split.addWidget(view)
    split.addWidget(excerpts)
    split.setStretchFactor(0, 3)
    split.setStretchFactor(1, 1)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(22, 18, 22, 16)
    layout.setSpacing(12)
    layout.addWidget(head)
    layout.addWidget(split, 1)
    layout.addWidget(buttons)
    give_size(dialog, *SIZE)

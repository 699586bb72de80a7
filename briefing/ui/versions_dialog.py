"""The versions of an article in the note: each can be compared with the newest, and changed excerpts be confirmed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QWidget

from briefing.app.desk import Desk
from briefing.domain.labels import labels_in, readable_date
from briefing.domain.note import Note
from briefing.domain.side_by_side import Row, rows
from briefing.domain.source import Source
from briefing.domain.versions import confirm_excerpt, unconfirmed
from briefing.ui.button_row import ButtonRow
from briefing.ui.changed_excerpts import ChangedExcerpts
from briefing.ui.comparison_view import ComparisonView
from briefing.ui.version_dialog import fill_comparison
from briefing.ui.words import spoken, tr
from briefing.ui.work import Work, start


class VersionsDialog(QDialog):
    """Looks at the earlier versions of a source; its text changes nothing, confirming is one step."""

    def __init__(self, desk: Desk, source_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Versions of {source}", source=source_id))
        self._desk = desk
        self._source = desk.note.source(source_id)
        self._work: Work | None = None
        self._earlier = self._source.versions[1:]
        self._choice = QComboBox(self)
        self._choice.setObjectName("versions_choice")
        self._choice.addItems([_called(version) for version in self._earlier])
        self._choice.currentIndexChanged.connect(self._compare)
        self._view = ComparisonView(self)
        self._excerpts = ChangedExcerpts(self)
        self._excerpts.ticked.connect(self._count)
        self._confirm = QPushButton(tr("Confirm what is ticked"), self)
        self._confirm.setObjectName("versions_confirm")
        self._confirm.setEnabled(False)
        self._confirm.setAutoDefault(False)
        self._confirm.clicked.connect(self._confirm_ticked)
        self._lay_out()
        self._show_excerpts()
        self._compare()

    def _lay_out(self) -> None:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("{source} as it is now, compared with", source=self._source.id), head)
        label.setBuddy(self._choice)
        row.addWidget(label)
        row.addWidget(self._choice, 1)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._confirm, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        fill_comparison(self, head, self._view, self._excerpts, buttons)

    def _compare(self) -> None:
        if self._work is not None:
            self._work.cancel()
        version = self._earlier[self._choice.currentIndex()]
        self._view.wait(tr("Comparing …"))
        self._work = start(partial(rows, version, self._source), partial(self._show, version), self._refuse)

    def _show(self, version: Source, compared: tuple[Row, ...]) -> None:
        self._view.show_rows(compared, (version.id, tr("{source} as it is now", source=self._source.id)))

    def _refuse(self, error: Exception) -> None:
        raise error

    def _show_excerpts(self) -> None:
        note = self._desk.note
        mine = [excerpt for excerpt in note.excerpts if excerpt.source == self._source.id]
        asked = [excerpt for excerpt in unconfirmed(note) if excerpt.source == self._source.id]
        self._excerpts.show_excerpts(asked, note, len(mine) - len(asked))

    def _count(self) -> None:
        self._confirm.setEnabled(bool(self._excerpts.confirmed()))

    def _confirm_ticked(self) -> None:
        confirmed = self._excerpts.confirmed()
        words = tr("Confirm excerpt") if len(confirmed) == 1 else tr("Confirm {count} excerpts", count=len(confirmed))
        self._desk.do(words, lambda note: _confirmed(note, confirmed))
        self._show_excerpts()
        self._count()

    def done(self, result: int) -> None:
        """Nobody waits for a comparison any more."""
        if self._work is not None:
            self._work.cancel()
        super().done(result)


def _confirmed(note: Note, excerpts: tuple[str, ...]) -> Note:
    for excerpt_id in excerpts:
        note = confirm_excerpt(note, excerpt_id)
    return note


def _called(version: Source) -> str:
    record = version.record
    taken, date = record.retrieved, record.updated or record.published
    parts = (
        version.id,
        record.title,
        tr("dated {date}", date=readable_date(date, labels_in(spoken()))) if date else "",
        tr("read on {date}", date=f"{readable_date(taken[:10], labels_in(spoken()))} {taken[11:16]}".strip())
        if taken
        else "",
    )
    return "  ·  ".join(part for part in parts if part)

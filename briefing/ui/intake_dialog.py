"""The intake dialog: what was understood of an article, each fact to be corrected, beside the text as it will read."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.app.arrival import Arrival, Manner, read_again
from briefing.domain.errors import BriefingError
from briefing.domain.source import Source
from briefing.ui.button_row import ButtonRow
from briefing.ui.manner_choice import MannerChoice
from briefing.ui.reading_preview import ReadingPreview
from briefing.ui.record_form import RecordForm
from briefing.ui.side_column import SideColumn
from briefing.ui.text_size import give_size
from briefing.ui.words import told
from briefing.ui.work import Work, start

SIZE = (1120, 720)
_FORM = 430  # pixels of the left column


class IntakeDialog(QDialog):
    """Shows one article; `taken` carries it as it was corrected, and what came with it that is wanted too."""

    taken = Signal(object, object)  # Source, tuple of Enclosed

    def __init__(self, arrival: Arrival, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words)
        self._first = self._source = arrival.source
        self._work: Work | None = None
        self._choice = MannerChoice(arrival, self)
        self._choice.changed.connect(self._read_again)
        self._form = RecordForm(arrival.source.record, self, is_new=not arrival.source.id)
        self._preview = ReadingPreview(arrival.source, self)
        self._trouble = QLabel(self)
        self._trouble.setObjectName("intake_trouble")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._accept = QPushButton(words, self)
        self._accept.setObjectName("intake_accept")
        self._accept.setDefault(True)
        self._lay_out()
        give_size(self, *SIZE)
        self._accept.setFocus()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(14)
        column.addWidget(self._choice)
        column.addWidget(self._trouble)
        column.addWidget(self._form)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(SideColumn(left, "intake_facts", _FORM, self))
        row.addWidget(self._preview, 1)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)

    def source(self) -> Source:
        """The article as it is read now, with the facts as they stand in the form."""
        return replace(self._source, record=self._form.record(self._source.record))

    def _take(self) -> None:
        source, wanted = self.source(), self._choice.wanted()
        self.accept()
        self.taken.emit(source, wanted)

    def _read_again(self) -> None:
        """Read the article in the manner that was chosen; what was read before is shown until then."""
        if self._work is not None:
            self._work.cancel()
        self._accept.setEnabled(False)
        if self._choice.trouble():
            self._say(self._choice.trouble())
            return
        manner: Manner = self._choice.manner()
        self._work = start(partial(read_again, self._first, manner), self._show, self._refuse)

    def _show(self, source: Source) -> None:
        self._source = source
        self._trouble.hide()
        self._accept.setEnabled(True)
        self._form.show_record(source.record)
        self._preview.show_source(source)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        self._say(told(str(error)))

    def _say(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.show()

    def done(self, result: int) -> None:
        """Nobody waits for a reading any more."""
        if self._work is not None:
            self._work.cancel()
        super().done(result)

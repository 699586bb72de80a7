"""The intake dialog: what was understood of an article, each fact to be corrected, beside the cleaned text."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.domain.source import Kind, Record, Source
from briefing.ui.words import tr

PREVIEW = 60_000  # characters of the cleaned text shown


class IntakeDialog(QDialog):
    """Shows one article; `taken` carries it with the facts as they were corrected."""

    taken = Signal(object)  # Source

    def __init__(self, source: Source, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words)
        self._source = source
        self._fields: dict[str, QLineEdit] = {}
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addLayout(self._form(source.record), 5)
        row.addWidget(self._preview(), 6)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        accept = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setObjectName("intake_accept")
        accept.setDefault(True)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        self.resize(980, 600)

    def _form(self, record: Record) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, label, value in _facts(record):
            field = QLineEdit(value, self)
            field.setObjectName(f"intake_{name}")
            field.setAccessibleName(label)
            field.setCursorPosition(0)
            self._fields[name] = field
            form.addRow(label, field)
        told = QLabel(_told(self._source), self)
        told.setWordWrap(True)
        told.setObjectName("intake_told")
        form.addRow(told)
        return form

    def _preview(self) -> QTextEdit:
        view = QTextEdit(self)
        view.setObjectName("intake_text")
        view.setAccessibleName(tr("The article as it was read"))
        view.setReadOnly(True)
        view.setUndoRedoEnabled(False)
        view.setTabChangesFocus(True)
        view.document().setDocumentMargin(14)
        view.setPlainText(_preview_text(self._source))
        return view

    def _take(self) -> None:
        source = self.source()
        self.accept()
        self.taken.emit(source)

    def source(self) -> Source:
        """The article with the facts as they stand in the fields."""
        values = {name: field.text().strip() for name, field in self._fields.items()}
        authors = tuple(part.strip() for part in values.pop("authors").split(";") if part.strip())
        return replace(self._source, record=replace(self._source.record, authors=authors, **values))


def _facts(record: Record) -> Sequence[tuple[str, str, str]]:
    return (
        ("title", tr("Title"), record.title),
        ("authors", tr("Authors"), "; ".join(record.authors)),
        ("outlet", tr("Outlet"), record.outlet),
        ("published", tr("Published"), record.published),
        ("updated", tr("Updated"), record.updated),
        ("language", tr("Language"), record.language),
        ("address", tr("Address"), record.address),
        ("reliability", tr("Reliability (A–F)"), record.reliability),
        ("credibility", tr("Credibility (1–6)"), record.credibility),
    )


def _told(source: Source) -> str:
    noise = sum(p.kind is Kind.NOISE for p in source.passages)
    paragraphs = source.last_number
    if not noise:
        return tr("{paragraphs} paragraphs.", paragraphs=paragraphs)
    return tr(
        "{paragraphs} paragraphs. {noise} lines look like page noise: they are folded away, not deleted.",
        paragraphs=paragraphs,
        noise=noise,
    )


def _preview_text(source: Source) -> str:
    kept = (source.text[p.start : p.end] for p in source.passages if p.kind is not Kind.NOISE)
    return "\n\n".join(" ".join(part.split("\n")) for part in kept)[:PREVIEW]

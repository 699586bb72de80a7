"""Taking over excerpts that were made in another program: which label goes under which section, then one step."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.app.imports import Taken, read_file, take_over
from briefing.domain.note import Note
from briefing.domain.references import shortened
from briefing.io.imports.imported import Imported
from briefing.ui.files import Host
from briefing.ui.words import tr
from briefing.ui.work import start

KINDS = "*.jsonld *.json *.jsonl *.qdpx *.csv *.html *.md"
MOST_LABELS = 60  # labels that get a line of their own; the rest goes where the others go


class TakeOverDialog(QDialog):
    """What an export holds, and where it goes; `chosen` carries a dictionary of labels and the section of the rest."""

    chosen = Signal(object, object)  # dict[str, str | None], str | None

    def __init__(self, imported: Sequence[Imported], note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("take_over")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Take over excerpts"))
        self._note = note
        self._boxes: dict[str, QComboBox] = {}
        counts = Counter(label for one in imported for label in dict.fromkeys(one.labels))
        told = QLabel(_told(imported, note), self)
        told.setObjectName("take_over_told")
        told.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        accept = buttons.addButton(tr("Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setObjectName("take_over_accept")
        accept.setDefault(True)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(14)
        layout.addWidget(told)
        layout.addWidget(self._form(counts), 1)
        layout.addWidget(buttons)
        self.resize(560, min(620, 190 + 36 * len(self._boxes)))

    def _form(self, counts: Counter[str]) -> QScrollArea:
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, count in counts.most_common(MOST_LABELS):
            self._boxes[label] = self._box(f"take_over_label_{len(self._boxes)}", label)
            form.addRow(tr("{label} ({count})", label=shortened(label), count=count), self._boxes[label])
        self._others = self._box("take_over_others", "")
        form.addRow(tr("All others") if counts else tr("All of them"), self._others)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area

    def _box(self, name: str, label: str) -> QComboBox:
        """The sections of the note, the one that a label names chosen."""
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(label or tr("All others"))
        box.addItem(tr("Unsorted"), None)
        for section in self._note.sections:
            box.addItem(section.title or section.key, section.key)
            if label.casefold() in (section.key.casefold(), section.title.casefold()):
                box.setCurrentIndex(box.count() - 1)
        return box

    def _take(self) -> None:
        mapping = {label: box.currentData() for label, box in self._boxes.items()}
        self.chosen.emit(mapping, self._others.currentData())
        self.accept()


class TakingOver(QObject):
    """What the command for taking over excerpts does in one window."""

    def __init__(self, window: QWidget, host: Host) -> None:
        super().__init__(window)
        self._window = window
        self._host = host

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
        start(partial(read_file, path), self._ask, lambda error: self._host.warn(str(error)))

    def _ask(self, imported: Sequence[Imported]) -> None:
        desk = self._host.desk
        if desk is None:
            return
        if not desk.note.sources:
            self._host.warn(tr("The note has no article yet; add the one that the excerpts are from first."))
            return
        dialog = TakeOverDialog(imported, desk.note, self._window)
        dialog.chosen.connect(partial(self._file, imported))
        dialog.open()

    def _file(self, imported: Sequence[Imported], sections: dict[str, str | None], otherwise: str | None) -> None:
        desk = self._host.desk
        if desk is None:
            return
        taken = take_over(desk.note, imported, sections, otherwise=otherwise)
        if taken.filed:
            desk.do(tr("Take over excerpts"), lambda _: taken.note)
        if taken.lost:
            self._host.say(_outcome(taken), tr("List them"), partial(self._list, taken.lost))
        else:
            self._host.say(_outcome(taken), tr("Undo") if taken.filed else "", desk.undo)

    def _list(self, lost: Sequence[Imported]) -> None:
        """Show what stands in none of the articles."""
        dialog = QDialog(self._window)
        dialog.setObjectName("take_over_lost")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Not found in the articles"))
        quotes = QListWidget(dialog)
        quotes.setAccessibleName(tr("Not found in the articles"))
        quotes.setWordWrap(True)
        quotes.addItems([f"“{one.anchor.exact.strip()}”" for one in lost])
        layout = QVBoxLayout(dialog)
        layout.addWidget(quotes)
        dialog.resize(560, 420)
        dialog.open()


def _told(imported: Sequence[Imported], note: Note) -> str:
    """How much there is, in one sentence or two."""
    told = tr("{count} passages are marked in the file.", count=len(imported))
    if len(note.sources) > 1:
        told += " " + tr("Each is looked for in all articles of the note.")
    if any(one.labels for one in imported):
        told += " " + tr("Choose the section that each label goes to.")
    return told


def _outcome(taken: Taken) -> str:
    parts = [tr("{count} excerpts were taken over", count=len(taken.filed))]
    if taken.present:
        parts.append(tr("{count} were there already", count=len(taken.present)))
    if taken.lost:
        parts.append(tr("{count} stand in none of the articles", count=len(taken.lost)))
    return "; ".join(parts) + "."

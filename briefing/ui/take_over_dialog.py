"""Excerpts that others made: which label goes under which section, and what is found of them, before any is filed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.app.imports import Taken, as_called, keys_by_name, take_over
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.io.imports import Imported
from briefing.ui.button_row import ButtonRow
from briefing.ui.quiet_box import QuietBox
from briefing.ui.side_column import SideColumn
from briefing.ui.tab_order import tab_through
from briefing.ui.take_over_preview import fill_preview
from briefing.ui.text_size import give_size
from briefing.ui.words import told, tr
from briefing.ui.work import Work, start

SIZE = (1060, 680)
_AS_OTHERS = "*"  # no key of a section
_LABELS = 330  # pixels of the column of labels


class TakeOverDialog(QDialog):
    """Maps labels to sections beside a preview; `taken` carries what is to become of the note."""

    taken = Signal(object)  # Taken

    def __init__(self, note: Note, imported: Sequence[Imported], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("take_over")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Take over excerpts of “{name}”", name=name))
        self._note = note
        self._imported = imported
        self._found: Taken | None = None
        self._work: Work | None = None
        self._boxes = {label: self._box(label, number) for number, label in enumerate(_labels(imported))}
        self._otherwise = self._sections("take_over_others", None)
        self._source = self._sources()
        self._tree = QTreeWidget(self)
        self._tree.setObjectName("take_over_found")
        self._tree.setAccessibleName(tr("What is found of the excerpts"))
        self._told = QLabel(self)
        self._told.setObjectName("take_over_told")
        self._told.setWordWrap(True)
        self._accept = QPushButton(tr("Take over"), self)
        self._accept.setObjectName("take_over_accept")
        self._accept.setDefault(True)
        self._lay_out()
        for box in (*self._boxes.values(), self._otherwise, self._source):
            box.currentIndexChanged.connect(self._look)
        self._look()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._mapping())
        row.addWidget(self._tree, 1)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(self._told)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        give_size(self, *SIZE)

    def _mapping(self) -> SideColumn:
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 10, 0)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Look in"), self._source)
        for label, box in self._boxes.items():
            form.addRow(tr("“{label}” goes under", label=_short(label)), box)
        tab_through(self._source, *self._boxes.values(), self._otherwise)
        others = tr("All others go under") if self._boxes else tr("All go under")
        form.addRow(others, self._otherwise)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        return SideColumn(inside, "take_over_labels", _LABELS, self)

    def _box(self, label: str, number: int) -> QComboBox:
        """Where a label goes: under the section that is called like it, if there is one."""
        box = self._sections(f"take_over_label_{number}", None)
        box.insertItem(0, tr("as all others"), _AS_OTHERS)
        box.setCurrentIndex(max(0, box.findData(keys_by_name(self._note).get(as_called(label), _AS_OTHERS))))
        box.setAccessibleName(tr("Section for “{label}”", label=label))
        return box

    def _sections(self, name: str, chosen: str | None) -> QComboBox:
        box = QuietBox(self)
        box.setObjectName(name)
        box.addItem(tr("Unsorted"), "")
        for section in self._note.sections:
            box.addItem(section.title, section.key)
        box.setCurrentIndex(max(0, box.findData(chosen or "")))
        return box

    def _sources(self) -> QComboBox:
        box = QuietBox(self)
        box.setObjectName("take_over_source")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem(tr("all articles of the note"), "")
        for source in self._note.sources:
            box.addItem(f"{source.id}  {source.record.title}", source.id)
        return box

    def _look(self) -> None:
        """Look for the excerpts, as the labels are mapped now."""
        if self._work is not None:
            self._work.cancel()
        self._accept.setEnabled(False)
        self._told.setText(_sought(len(self._imported)))
        otherwise = str(self._otherwise.currentData()) or None
        mapping = self._mapped(otherwise)
        find = partial(
            take_over, self._note, self._imported, mapping, otherwise=otherwise, source=str(self._source.currentData())
        )
        self._work = start(find, self._show, self._refuse)

    def _mapped(self, otherwise: str | None) -> dict[str, str | None]:
        """Labels that say where an excerpt goes; those without a say are left out, so that another label may say it."""
        keys = keys_by_name(self._note)
        mapping: dict[str, str | None] = {}
        for label, box in self._boxes.items():
            chosen = str(box.currentData())
            if chosen != _AS_OTHERS:
                mapping[label] = chosen or None
            elif as_called(label) in keys:  # else it would go under the section that is called like it
                mapping[label] = otherwise
        return mapping

    def _show(self, found: Taken) -> None:
        self._found = found
        fill_preview(self._tree, self._note, found)
        count = len(found.filed)
        self._told.setText(_summary(found))
        self._accept.setText(_taken(count))
        self._accept.setEnabled(bool(count))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        self._told.setText(told(str(error)))

    def _take(self) -> None:
        found = self._found
        if found is not None:
            self.accept()
            self.taken.emit(found)

    def done(self, result: int) -> None:
        """Nobody waits for what is found any more."""
        if self._work is not None:
            self._work.cancel()
        super().done(result)


def _labels(imported: Sequence[Imported]) -> list[str]:
    return list(dict.fromkeys(label for one in imported for label in one.labels))


def _short(label: str, most: int = 32) -> str:
    return label if len(label) <= most else label[: most - 1].rstrip() + "…"


def _summary(found: Taken) -> str:
    if not found.filed and not found.present:
        return tr("None of these excerpts stands in the articles of the note; add the article they are from first.")
    parts = (
        (found.filed, tr("{count} can be filed", count=len(found.filed))),
        (found.present, tr("{count} in the note already", count=len(found.present))),
        (found.lost, tr("{count} not found in its articles", count=len(found.lost))),
    )
    return ", ".join(words for some, words in parts if some) + "."


def _sought(count: int) -> str:
    return tr("Looking for 1 excerpt …") if count == 1 else tr("Looking for {count} excerpts …", count=count)


def _taken(count: int) -> str:
    if not count:
        return tr("Take over excerpts")
    return tr("Take over 1 excerpt") if count == 1 else tr("Take over {count} excerpts", count=count)

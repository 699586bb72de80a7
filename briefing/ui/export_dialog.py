"""The export dialog: which recipe, and what it leaves out, said before anything is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.domain.leaving import LeftOut, left_out
from briefing.domain.note import Excerpt, Note
from briefing.domain.options import Recipe
from briefing.domain.references import shortened
from briefing.io.recipes import Cookbook
from briefing.ui.announce import explain
from briefing.ui.single_list import SingleList
from briefing.ui.words import tr

NAMES = 6  # of what is left out, that are told before the rest is counted


class ExportDialog(QDialog):
    """A list of recipes beside what the chosen one leaves out; `chosen` carries the recipe."""

    chosen = Signal(object, bool)  # Recipe, and whether the export is recorded as an edition

    def __init__(self, note: Note, cookbook: Cookbook, last: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export"))
        self._note = note
        self._list = SingleList(self)
        self._list.setObjectName("export_recipes")
        self._list.setAccessibleName(tr("Recipes"))
        for listed in cookbook.listed:
            item = QListWidgetItem(f"{listed.recipe.title}   .{listed.recipe.format}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, listed.recipe)
            if listed.recipe.name == last:
                self._list.setCurrentItem(item)
        self._told = QLabel(self)
        self._told.setObjectName("export_told")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.RichText)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._record = QCheckBox(tr("Record it in the note as an edition that was sent out"), self)
        self._record.setObjectName("export_record")
        self._record.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton(tr("Choose place…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setObjectName("export_go")
        self._go.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons, cookbook.broken)
        self._list.currentItemChanged.connect(self._tell)
        self._list.itemActivated.connect(self._choose)
        if self._list.currentItem() is None:
            self._list.setCurrentRow(0)
        self._tell()

    def _lay_out(self, buttons: QDialogButtonBox, broken: tuple[str, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list, 4)
        row.addWidget(self._told, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.addLayout(row, 1)
        for sentence in broken:
            label = QLabel(sentence, self)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self._record)
        layout.addWidget(buttons)
        self.resize(760, 420)

    def recipe(self) -> Recipe | None:
        """The recipe that is marked."""
        item = self._list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, Recipe) else None

    def _tell(self) -> None:
        recipe = self.recipe()
        self._go.setEnabled(recipe is not None)
        if recipe is None:
            self._told.clear()
            return
        rows = left_out(self._note, recipe.options)
        head = f"<p>{_safe(recipe.description)}</p>"
        if not rows:
            self._show_told(head + f"<p>{tr('Nothing is left out.')}</p>")
            return
        items = "".join(f"<li style='margin-bottom: 5px'>{self._row(row)}</li>" for row in rows)
        self._show_told(f"{head}<p><b>{tr('Left out')}</b></p><ul style='margin-left: -22px'>{items}</ul>")

    def _show_told(self, page: str) -> None:
        self._told.setText(page)
        explain(self._list, QTextDocumentFragment.fromHtml(page).toPlainText())

    def _row(self, row: LeftOut) -> str:
        excerpts = {excerpt.id: excerpt for excerpt in self._note.excerpts}
        shown = [_shown(excerpts[name]) if name in excerpts else name for name in row.names[:NAMES]]
        rest = len(row.names) - len(shown)
        names = ", ".join(shown)
        return (
            f"{_safe(row.words)}: {_safe(tr('{names} and {count} more', names=names, count=rest) if rest else names)}"
        )

    def _choose(self) -> None:
        recipe = self.recipe()
        if recipe is not None:
            self.accept()
            self.chosen.emit(recipe, self._record.isChecked())


def _shown(excerpt: Excerpt) -> str:
    return f"“{shortened(' '.join(excerpt.quote.split()))}”"


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

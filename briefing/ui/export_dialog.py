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
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.app.export import marking_refusal
from briefing.domain.leaving import LeftOut, left_out
from briefing.domain.note import Excerpt, Note
from briefing.domain.options import Recipe
from briefing.domain.references import shortened
from briefing.io.recipes import Cookbook, ListedRecipe
from briefing.ui.announce import explain
from briefing.ui.button_row import ButtonRow
from briefing.ui.single_list import SingleList
from briefing.ui.tab_order import tab_through
from briefing.ui.text_size import give_size
from briefing.ui.words import told, tr

NAMES = 6  # of what is left out, that are told before the rest is counted


class ExportDialog(QDialog):
    """A list of recipes beside what the chosen one leaves out; `chosen` carries the recipe."""

    chosen = Signal(object, bool)  # Recipe, and whether the export is recorded as an edition
    new_wanted = Signal()
    edit_wanted = Signal(object)  # ListedRecipe
    delete_wanted = Signal(object)  # ListedRecipe

    def __init__(self, note: Note, cookbook: Cookbook, last: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export"))
        self._note = note
        self._list = SingleList(self)
        self._list.setObjectName("export_recipes")
        self._list.setAccessibleName(tr("Recipes"))
        self._told = QLabel(self)
        self._told.setObjectName("export_told")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.RichText)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._record = QCheckBox(tr("Record it in the note as an edition that was sent out"), self)
        self._record.setObjectName("export_record")
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton(tr("Choose place…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setObjectName("export_go")
        self._go.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self._broken = QLabel(self)
        self._broken.setWordWrap(True)
        self._lay_out(buttons)
        self._list.currentItemChanged.connect(self._tell)
        self._list.itemActivated.connect(self._choose)
        self.show_note(note, cookbook, last)

    def show_note(self, note: Note, cookbook: Cookbook, marked: str) -> None:
        """Show the recipes there are for a note, one of them marked by its name."""
        self._note = note
        self._list.clear()
        for listed in cookbook.listed:
            item = QListWidgetItem(_line(listed), self._list)
            item.setData(Qt.ItemDataRole.UserRole, listed)
            if listed.recipe.name == marked:
                self._list.setCurrentItem(item)
        if self._list.currentItem() is None:
            self._list.setCurrentRow(0)
        self._broken.setText("\n".join(map(told, cookbook.broken)))
        self._broken.setVisible(bool(cookbook.broken))
        self._tell()

    def _keeping(self) -> QHBoxLayout:
        """The buttons below the list."""
        new, self._edit = QPushButton(tr("New…"), self), QPushButton(tr("Edit…"), self)
        self._delete = QPushButton(tr("Delete"), self)
        new.clicked.connect(self.new_wanted)
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._listed()))
        self._delete.clicked.connect(lambda: self.delete_wanted.emit(self._listed()))
        row = QHBoxLayout()
        for name, button in (("new", new), ("edit", self._edit), ("delete", self._delete)):
            button.setObjectName(f"export_{name}")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        tab_through(self._list, new, self._edit, self._delete)
        return row

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        row = QHBoxLayout()
        row.setSpacing(20)
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addLayout(self._keeping())
        row.addLayout(left, 4)
        row.addWidget(self._told, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.addLayout(row, 1)
        layout.addWidget(self._broken)
        layout.addWidget(self._record)
        layout.addWidget(buttons)
        give_size(self, 760, 420)

    def recipe(self) -> Recipe | None:
        """The recipe that is marked."""
        listed = self._listed()
        return listed.recipe if listed is not None else None

    def _listed(self) -> ListedRecipe | None:
        item = self._list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, ListedRecipe) else None

    def _tell(self) -> None:
        listed, recipe = self._listed(), self.recipe()
        self._go.setEnabled(recipe is not None)
        self._edit.setEnabled(recipe is not None)
        self._delete.setEnabled(listed is not None and listed.is_own)
        if recipe is None:
            self._told.clear()
            return
        self._record.setChecked(recipe.is_edition)
        head = f"<p>{_safe(told(recipe.description))}</p>"
        if refusal := marking_refusal(self._note, recipe):
            self._go.setEnabled(False)
            self._show_told(f"{head}<p><b>{_safe(told(refusal))}</b></p>")
            return
        rows = left_out(self._note, recipe.options, recipe.format)
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
        names = tr("{names} and {count} more", names=names, count=rest) if rest else names
        return _safe(tr("{words}: {names}", words=told(row.words), names=names))

    def _choose(self) -> None:
        recipe = self.recipe()
        if recipe is not None and self._go.isEnabled():
            self.accept()
            self.chosen.emit(recipe, self._record.isChecked())


def _line(listed: ListedRecipe) -> str:
    words = f"{told(listed.recipe.title)}   .{listed.recipe.format}"
    return tr("{recipe}   in this note", recipe=words) if listed.is_in_note else words


def _shown(excerpt: Excerpt) -> str:
    return tr("“{quote}”", quote=shortened(" ".join(excerpt.quote.split())))


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

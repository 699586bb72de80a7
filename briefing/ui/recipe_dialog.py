"""The recipe dialog: every decision of a way out, in plain words, and where it is kept."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.domain.errors import BriefingError
from briefing.domain.marking import TLP
from briefing.domain.options import Citing, Counting, Notes, Options, Page, Recipe
from briefing.io.scales import find_scale, scale_names
from briefing.ui.button_row import ButtonRow
from briefing.ui.side_column import FieldArea
from briefing.ui.text_size import give_room
from briefing.ui.words import told, tr

_PAGED = ("docx", "pdf")
LONGEST = 32  # characters of a choice that is read whole
_PRINTED = ("docx", "pdf", "md", "html")  # formats that are read; the others go to programs
_EXCERPTS = (*_PRINTED, "jsonld", "qdpx", "csv")  # formats that hold excerpts
_USED_IN = {"has_annex": _EXCERPTS, "has_comments": _EXCERPTS, "has_anchors": ("docx",)}  # others: where it is read


class RecipeDialog(QDialog):
    """Edits one recipe; `kept` carries it and whether it goes into the note."""

    kept = Signal(object, bool)  # Recipe, and whether the note keeps it

    def __init__(self, recipe: Recipe, *, is_in_note: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipe")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Edit recipe") if recipe.title else tr("New recipe"))
        self._recipe = recipe
        options = recipe.options
        self._title = QLineEdit(told(recipe.title), self)
        self._description = QLineEdit(told(recipe.description), self)
        self._description.setCursorPosition(0)
        self._format = _combo(self, _formats(), recipe.format)
        self._page = _combo(self, {Page.A4: "A4", Page.LETTER: tr("US Letter")}, options.page)
        self._notes = _combo(self, _places(), options.notes)
        self._citing = _combo(self, _manners(), options.citing)
        self._counting = _combo(self, _counted(), options.counting)
        self._scale = _combo(self, _scales(), options.scale.name if options.scale else "")
        self._ceiling = _combo(self, _ceilings(options.ceiling), options.ceiling)
        self._reference = QLineEdit(recipe.reference, self)
        self._reference.setPlaceholderText(tr("The house's own style"))
        self._browse = QPushButton(tr("Choose…"), self)
        self._switches = _switches(self, options)
        self._accessible = _check(self, tr("Accessible PDF (PDF/UA-1)"), is_on="ua-1" in options.standards)
        self._archived = _check(self, tr("PDF for archives (PDF/A-2b)"), is_on="a-2b" in options.standards)
        self._edition = _check(self, tr("It goes out: record it as an edition"), is_on=recipe.is_edition)
        self._place = _combo(self, {"": tr("For me, in every note"), "note": tr("In this note")}, "")
        self._place.setCurrentIndex(int(is_in_note))
        self._buttons = ButtonRow(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        self._lay_out()
        self._connect()
        self._suit()

    def recipe(self) -> Recipe:
        """The recipe as it is chosen; what its format has no use for is kept as it was."""
        return replace(
            self._recipe,
            title=" ".join(self._title.text().split()),
            description=" ".join(self._description.text().split()),
            format=str(self._format.currentData()),
            options=self._options(),
            reference=self._reference.text().strip(),
            is_edition=self._edition.isChecked(),
        )

    def _options(self) -> Options:
        scale = str(self._scale.currentData())
        boxes = (("ua-1", self._accessible), ("a-2b", self._archived))
        return replace(
            self._recipe.options,
            page=Page(self._page.currentData()),
            notes=Notes(self._notes.currentData()),
            citing=Citing(self._citing.currentData()),
            counting=Counting(self._counting.currentData()),
            scale=find_scale(scale) if scale else None,
            ceiling=str(self._ceiling.currentData()),
            standards=tuple(name for name, box in boxes if box.isChecked()),
            **{name: box.isChecked() for name, box in self._switches.items()},
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(18)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        reference = QHBoxLayout()
        reference.addWidget(self._reference, 1)
        reference.addWidget(self._browse)
        for name, words, widget in self._rows():
            widget.setObjectName(f"recipe_{name}")
            widget.setAccessibleName(words)
            label = QLabel(words, self)
            label.setBuddy(widget)
            form.addRow(label, reference if widget is self._reference else widget)
        right = QVBoxLayout()
        right.setSpacing(7)
        right.addWidget(QLabel(f"<b>{tr('What goes along')}</b>", self))
        extra = {"edition": self._edition, "accessible": self._accessible, "archived": self._archived}
        for name, box in {**self._switches, **extra}.items():
            box.setObjectName(f"recipe_{name}")
            right.addWidget(box)
        right.addStretch(1)
        fields = QWidget(self)
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        row.addLayout(form, 6)
        row.addLayout(right, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(16)
        layout.addWidget(FieldArea(fields, "recipe_fields", self), 1)
        layout.addWidget(self._buttons)
        give_room(self, 880, 460)

    def _rows(self) -> tuple[tuple[str, str, QWidget], ...]:
        return (
            ("title", tr("Name of the recipe"), self._title),
            ("description", tr("What it is for"), self._description),
            ("format", tr("Format"), self._format),
            ("page", tr("Paper"), self._page),
            ("notes", tr("Notes stand"), self._notes),
            ("citing", tr("Sources are cited"), self._citing),
            ("counting", tr("Numbered are"), self._counting),
            ("scale", tr("Key of likelihood"), self._scale),
            ("ceiling", tr("Highest marking let out"), self._ceiling),
            ("reference", tr("Styles from a Word document"), self._reference),
            ("place", tr("Keep it"), self._place),
        )

    def _connect(self) -> None:
        self._title.textChanged.connect(self._suit)
        self._format.currentIndexChanged.connect(self._suit)
        self._browse.clicked.connect(self._choose_reference)
        self._buttons.accepted.connect(self._keep)
        self._buttons.rejected.connect(self.reject)

    def _suit(self) -> None:
        """Offer what the format has a use for, and saving once there is a name."""
        chosen = str(self._format.currentData())
        for choice in (self._page, self._notes):
            choice.setEnabled(chosen in _PAGED)
        for choice in (self._citing, self._counting, self._scale):
            choice.setEnabled(chosen in _PRINTED)
        for name, box in self._switches.items():
            box.setEnabled(chosen in _USED_IN.get(name, _PRINTED))
        self._reference.setEnabled(chosen == "docx")
        self._browse.setEnabled(chosen == "docx")
        for box in (self._accessible, self._archived):
            box.setEnabled(chosen == "pdf")
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(self._title.text().strip()))

    def _choose_reference(self) -> None:
        title = tr("Styles from a Word document")
        name, _ = QFileDialog.getOpenFileName(self, title, self._reference.text(), "*.docx")
        if name:
            self._reference.setText(name)

    def _keep(self) -> None:
        recipe, is_in_note = self.recipe(), bool(self._place.currentData())
        self.accept()
        self.kept.emit(recipe, is_in_note)


def _formats() -> dict[str, str]:
    return {
        "docx": tr("Word document"),
        "pdf": "PDF",
        "md": "Markdown",
        "html": tr("Evidence pack (one HTML file)"),
        "jsonld": tr("Annotations (JSON-LD)"),
        "qdpx": tr("Research project (QDPX)"),
        "csv": tr("Table (CSV)"),
        "bib": tr("Sources for BibTeX"),
        "ris": tr("Sources for reference programs (RIS)"),
        "json": tr("Sources as CSL-JSON"),
    }


def _places() -> dict[Notes, str]:
    return {Notes.FOOT: tr("at the foot of the page"), Notes.END: tr("at the end")}


def _manners() -> dict[Citing, str]:
    return {
        Citing.FULL: tr("in full the first time, then short"),
        Citing.SHORT: tr("always short"),
        Citing.AUTHOR_DATE: tr("by author and date in the text"),
    }


def _counted() -> dict[Counting, str]:
    return {
        Counting.NOTHING: tr("neither headings nor paragraphs"),
        Counting.HEADINGS: tr("headings"),
        Counting.PARAGRAPHS: tr("paragraphs"),
    }


def _scales() -> dict[str, str]:
    words = {"": tr("no key")}
    for name in scale_names():
        try:
            scale = find_scale(name)
            words[name] = f"{told(scale.title)} ({name.upper()})" if scale.title else name
        except BriefingError:
            continue  # a scale that cannot be read cannot be chosen
    return words


def _ceilings(chosen: str) -> dict[str, str]:
    labels = {label: label for label in (*TLP, chosen) if label}
    return {"": tr("any"), **labels}


def _switches(parent: QWidget, options: Options) -> dict[str, QCheckBox]:
    words = {
        "has_empty_sections": tr("Sections in which nothing stands yet"),
        "has_source_list": tr("List of sources"),
        "has_source_summary": tr("Summary of the sources"),
        "has_annex": tr("Annex of the excerpts that are filed nowhere"),
        "has_comments": tr("Comments on excerpts"),
        "has_anchors": tr("What is needed to read an edited document back"),
    }
    return {name: _check(parent, text, is_on=getattr(options, name)) for name, text in words.items()}


def _check(parent: QWidget, words: str, *, is_on: bool) -> QCheckBox:
    box = QCheckBox(words, parent)
    box.setChecked(is_on)
    return box


def _combo(parent: QWidget, words: Mapping[Any, str], chosen: str) -> QComboBox:
    combo = QComboBox(parent)
    for data, shown in words.items():
        combo.addItem(shown, str(data))
    combo.setCurrentIndex(max(0, combo.findData(str(chosen))))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(LONGEST)
    return combo

"""The settings: few, plain, and taken at once."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import settings
from briefing.ui.button_row import ButtonRow
from briefing.ui.settings import Choices
from briefing.ui.text_size import hold_width
from briefing.ui.translation import LANGUAGES, SYSTEM
from briefing.ui.words import tr


class SettingsDialog(QDialog):
    """Shows the choices and tells of every change; closing keeps them, there is nothing to confirm."""

    changed = Signal(object)  # Choices

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(tr("Settings"))
        self._author = QLineEdit(choices.author, self)
        self._author.setPlaceholderText(tr("Stands in “From” of a new note"))
        self._appearance = _combo(
            self, {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}, choices.appearance
        )
        self._language = _combo(self, {SYSTEM: tr("As the system"), **LANGUAGES}, choices.language)
        self._font = _combo(self, {"serif": tr("Serif"), "sans": tr("Sans serif")}, choices.reading_font)
        self._width = QSpinBox(self)
        self._width.setRange(45, 110)
        self._width.setSuffix(tr(" characters"))
        self._width.setValue(choices.line_width)
        self._width.lineEdit().setTextMargins(6, 0, 0, 0)  # which a style sheet cannot give it
        self._quotes = QCheckBox(tr("Typographic quotes while typing"), self)
        self._quotes.setChecked(choices.has_smart_quotes)
        self._spelling = QCheckBox(tr("Check spelling in sections"), self)
        self._spelling.setChecked(choices.has_spelling)
        self._lay_out()
        for widget in (self._appearance, self._language, self._font):
            widget.currentIndexChanged.connect(self._tell)
        self._width.valueChanged.connect(self._tell)
        self._author.editingFinished.connect(self._tell)
        for box in (self._quotes, self._spelling):
            box.toggled.connect(self._tell)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(11)
        form.setHorizontalSpacing(18)
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("author", tr("Your name"), self._author),
            ("appearance", tr("Appearance"), self._appearance),
            ("language", tr("Language"), self._language),
            ("font", tr("Articles are set in"), self._font),
            ("width", tr("Line width of articles"), self._width),
        )
        for name, words, widget in rows:
            widget.setObjectName(f"settings_{name}")
            widget.setAccessibleName(words)
            form.addRow(words, widget)
        for name, box in (("quotes", self._quotes), ("spelling", self._spelling)):
            box.setObjectName(f"settings_{name}")
            form.addRow("", box)
        told = QLabel(tr("The language changes when the program is started again."), self)
        told.setWordWrap(True)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Close, self)
        reset = buttons.addButton(tr("Usual settings"), QDialogButtonBox.ButtonRole.ResetRole)
        reset.setObjectName("settings_reset")
        reset.setAutoDefault(False)
        reset.clicked.connect(self.reset)
        buttons.rejected.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(told)
        layout.addStretch(1)
        layout.addWidget(buttons)
        hold_width(layout, 416)

    def reset(self) -> None:
        """Make every choice again what it is on a first start, but for the name."""
        usual = Choices()
        for combo, value in (
            (self._appearance, usual.appearance),
            (self._language, usual.language),
            (self._font, usual.reading_font),
        ):
            combo.setCurrentIndex(combo.findData(value))
        self._width.setValue(usual.line_width)
        self._quotes.setChecked(usual.has_smart_quotes)
        self._spelling.setChecked(usual.has_spelling)

    def choices(self) -> Choices:
        """The choices as they stand."""
        return Choices(
            author=self._author.text().strip(),
            appearance=str(self._appearance.currentData()),
            language=str(self._language.currentData()),
            reading_font=str(self._font.currentData()),
            line_width=self._width.value(),
            has_smart_quotes=self._quotes.isChecked(),
            has_spelling=self._spelling.isChecked(),
        )

    def done(self, result: int) -> None:
        """Keep what was typed last too, however the dialog is left."""
        if self._author.isModified():
            self._tell()
        super().done(result)

    def _tell(self) -> None:
        settings.remember_choices(self.choices())
        self.changed.emit(self.choices())


def _combo(parent: QWidget, words: Mapping[str, str], chosen: str) -> QComboBox:
    combo = QComboBox(parent)
    for data, shown in words.items():
        combo.addItem(shown, data)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    return combo

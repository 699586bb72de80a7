"""What is known about an article, as a form: every fact can be corrected, dates are checked gently."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing.domain.marking import TLP
from briefing.domain.source import Record
from briefing.ui import outlets
from briefing.ui.date_line import DateLine
from briefing.ui.quiet_box import QuietBox
from briefing.ui.tab_order import tab_through
from briefing.ui.words import tr

_LINES = ("title", "authors", "outlet", "published", "updated", "language", "address", "descriptor")


class RecordForm(QWidget):
    """A line for each fact; `corrected` tells that one was changed by hand."""

    corrected = Signal(str)

    def __init__(self, record: Record, parent: QWidget | None = None, *, is_new: bool = False) -> None:
        super().__init__(parent)
        self._is_new = is_new
        self._remembered = QLabel(tr("As you graded this outlet last time."), self)
        self._remembered.setObjectName("intake_remembered")
        self._remembered.hide()
        self._by_hand: set[str] = set()
        self._lines = {name: self._line(name, words) for name, words in _words().items() if name in _LINES}
        self._boxes = {
            "reliability": self._box("reliability", reliabilities()),
            "credibility": self._box("credibility", credibilities()),
            "marking": self._box("marking", {"": tr("Not marked"), **{label: label for label in TLP}}),
        }
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, words in _words().items():
            field = self._lines.get(name) or self._boxes[name]
            hint = field.hint if isinstance(field, DateLine) else self._remembered if name == "reliability" else None
            form.addRow(words, _with_hint(field, hint, self) if hint is not None else field)
        tab_through(*(self._lines.get(name) or self._boxes[name] for name in _words()))
        self._lines["outlet"].editingFinished.connect(self._suggest)
        self.show_record(record)

    def show_record(self, record: Record) -> None:
        """Show what was understood; what was corrected by hand stays."""
        for name, line in self._lines.items():
            if name not in self._by_hand:
                value = "; ".join(record.authors) if name == "authors" else getattr(record, name)
                line.setText(value)
                line.setCursorPosition(0)
        for name, box in self._boxes.items():
            if name not in self._by_hand:
                _choose(box, getattr(record, name))
        self._suggest()

    def _suggest(self) -> None:
        """For a new article that is not graded take the grade that its outlet had last time, and say so."""
        box = self._boxes["reliability"]
        is_open = self._is_new and "reliability" not in self._by_hand
        if not is_open or (box.currentData() and self._remembered.isHidden()):
            return
        letter = outlets.reliability_of(self._lines["outlet"].text())
        _choose(box, letter)
        self._remembered.setVisible(bool(letter))

    def record(self, record: Record) -> Record:
        """A record with the facts as they stand in the form."""
        for line in self._lines.values():
            if isinstance(line, DateLine):
                line.tidy()
        values = {name: line.text().strip() for name, line in self._lines.items()}
        authors = tuple(part.strip() for part in values.pop("authors").split(";") if part.strip())
        chosen = {name: str(box.currentData()) for name, box in self._boxes.items()}
        return replace(record, authors=authors, **values, **chosen)

    def _line(self, name: str, words: str) -> QLineEdit:
        line = DateLine(self) if name in ("published", "updated") else QLineEdit(self)
        line.setObjectName(f"intake_{name}")
        line.setAccessibleName(words)
        if name == "authors":
            line.setPlaceholderText(tr("Several are parted by a semicolon"))
        if name == "descriptor":
            line.setPlaceholderText(tr("What affects how far it can be relied on"))
        line.textEdited.connect(lambda: self._correct(name))
        return line

    def _box(self, name: str, choices: dict[str, str]) -> QComboBox:
        box = QuietBox(self)
        box.setObjectName(f"intake_{name}")
        box.setAccessibleName(_words()[name])
        box.setAccessibleDescription(_words()[name])  # its name is what is chosen in it, on Linux
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(18)
        for data, words in choices.items():
            box.addItem(words, data)
        box.activated.connect(lambda: self._correct(name))
        return box

    def _correct(self, name: str) -> None:
        self._by_hand.add(name)
        if name == "reliability":
            self._remembered.hide()
        self.corrected.emit(name)


def _with_hint(field: QWidget, hint: QLabel, parent: QWidget) -> QWidget:
    both = QWidget(parent)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(field)
    column.addWidget(hint)
    return both


def reliabilities() -> dict[str, str]:
    """How far an outlet is relied on, in the letters of the Admiralty code."""
    return {
        "": tr("Not graded"),
        "A": tr("A  completely reliable"),
        "B": tr("B  usually reliable"),
        "C": tr("C  fairly reliable"),
        "D": tr("D  not usually reliable"),
        "E": tr("E  unreliable"),
        "F": tr("F  reliability cannot be judged"),
    }


def credibilities() -> dict[str, str]:
    """How far an article is believed, in the numbers of the Admiralty code."""
    return {
        "": tr("Not graded"),
        "1": tr("1  confirmed by other sources"),
        "2": tr("2  probably true"),
        "3": tr("3  possibly true"),
        "4": tr("4  doubtful"),
        "5": tr("5  improbable"),
        "6": tr("6  truth cannot be judged"),
    }


def _words() -> dict[str, str]:
    """The facts in the order of the form, and how they are called."""
    return {
        "title": tr("Title"),
        "authors": tr("Authors"),
        "outlet": tr("Outlet"),
        "published": tr("Published"),
        "updated": tr("Updated"),
        "language": tr("Language"),
        "address": tr("Address"),
        "reliability": tr("Outlet is"),
        "credibility": tr("Content is"),
        "descriptor": tr("About it"),
        "marking": tr("Marking"),
    }


def _choose(box: QComboBox, value: str) -> None:
    """Show a value; one that is none of the choices is kept as it is."""
    if box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(box.findData(value))

"""The front matter of a note: title, To, From, Date, Cut-off, Reference and the bottom line, each a plain field."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from briefing.app.desk import Desk
from briefing.domain.edits import retitle, set_front
from briefing.domain.note import Note
from briefing.ui.plain_fields import GrowingField, LineField
from briefing.ui.section_look import Look
from briefing.ui.theme import Theme
from briefing.ui.words import tr


class FrontMatter(QWidget):
    """Shows what stands above the sections; every change is a named step of the desk."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("front-matter")
        self._desk = desk
        self._look = look
        self.title = GrowingField(self)
        self._fields = {name: LineField(self) for name in _captions()}
        self._labels = {name: QLabel(words, self) for name, words in _captions().items()}
        self.bottom_line = GrowingField(self)
        self._bottom_label = QLabel(tr("Bottom line"), self)
        self._name_all()
        self._lay_out()
        self._connect()
        self.set_look(look)
        self.show_note(desk.note)

    def _name_all(self) -> None:
        self.title.setObjectName("note-title")
        self.title.setAccessibleName(tr("Title"))
        self.title.setPlaceholderText(tr("Title of the note"))
        self.bottom_line.setObjectName("bottom-line")
        self.bottom_line.setAccessibleName(tr("Bottom line"))
        self.bottom_line.setPlaceholderText(tr("The answer first, for a reader who reads no further"))
        self._bottom_label.setBuddy(self.bottom_line)
        for name, field in self._fields.items():
            field.setObjectName(f"front-{name}")
            field.setAccessibleName(self._labels[name].text())
            self._labels[name].setBuddy(field)
        for name in ("date", "cutoff"):
            self._fields[name].setPlaceholderText(tr("year-month-day"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        places = {"audience": (0, 0), "author": (0, 2), "date": (1, 0), "cutoff": (1, 2), "reference": (2, 0)}
        for name, (row, column) in places.items():
            grid.addWidget(self._labels[name], row, column)
            span = 3 if name == "reference" else 1
            grid.addWidget(self._fields[name], row, column + 1, 1, span)
        grid.addWidget(self._bottom_label, 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.bottom_line, 3, 1, 1, 3)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(20, 14, 20, 18)
        column_.setSpacing(10)
        column_.addWidget(self.title)
        column_.addLayout(grid)

    def _connect(self) -> None:
        self.title.text_edited.connect(self._write_title)
        self.bottom_line.text_edited.connect(lambda text: self._write("bottom_line", text))
        for name, field in self._fields.items():
            field.textEdited.connect(lambda text, name=name: self._write(name, text))
            field.editingFinished.connect(self._desk.seal)

    def _write_title(self, title: str) -> None:
        self._desk.do(tr("Change title"), lambda note: retitle(note, title), merge=("title",), origin=self)

    def _write(self, name: str, text: str) -> None:
        words = {**_captions(), "bottom_line": tr("Bottom line")}[name]
        self._desk.do(
            tr("Change {field}", field=words),
            lambda note: set_front(note, replace(note.front, **{name: text})),
            merge=("front", name),
            origin=self,
        )

    def show_note(self, note: Note) -> None:
        """Show the front matter of a note as it is now."""
        self.title.show_text(note.title)
        self.bottom_line.show_text(note.front.bottom_line)
        for name, field in self._fields.items():
            field.show_text(getattr(note.front, name))

    def focus_title(self) -> None:
        """Put the caret into the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        """Show everything in another look."""
        self._look = look
        large, small = QFont(look.font), QFont(look.font)
        large.setPointSizeF(look.size * 1.6)
        large.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(look.size * 0.92)
        sheet = _sheet(look.theme)
        self._bottom_label.setContentsMargins(0, 6, 0, 0)
        self.title.setFont(large)
        for field in (self.bottom_line, *self._fields.values()):
            field.setFont(look.font)
        for label in (self._bottom_label, *self._labels.values()):
            label.setFont(small)
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, look.theme.faint)
            label.setPalette(palette)
        self.setStyleSheet(sheet)
        self.title.fit()
        self.bottom_line.fit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.paper)
        painter.setPen(QPen(theme.line, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


def _captions() -> dict[str, str]:
    return {
        "audience": tr("To"),
        "author": tr("From"),
        "date": tr("Date"),
        "cutoff": tr("Cut-off"),
        "reference": tr("Reference"),
    }


def _sheet(theme: Theme) -> str:
    """Fields that look like words on paper until they are pointed at or written in."""
    ink, faint, line, desk = (c.name() for c in (theme.ink, theme.faint, theme.line, theme.desk))
    focus = theme.section(0).name()
    return f"""
        QLineEdit, QTextEdit {{ color: {ink}; background: transparent; placeholder-text-color: {faint};
            border: 1px solid transparent; border-bottom-color: {line}; border-radius: 4px; padding: 3px 4px; }}
        QTextEdit {{ padding: 0px 2px; }}
        #note-title {{ border-bottom-color: transparent; }}
        #note-title:focus {{ border-bottom-color: {focus}; }}
        QLineEdit:hover, QTextEdit:hover {{ background: {desk}; }}
        QLineEdit:focus, QTextEdit:focus {{ border-color: {focus}; background: {desk}; }}
    """

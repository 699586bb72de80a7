"""The front matter of a note: title, To, From, Date, Cut-off, Reference and the bottom line, each a plain field."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from briefing.app.desk import Desk
from briefing.domain.edits import retitle, set_front
from briefing.domain.note import Note
from briefing.ui.plain_fields import GrowingField, LineField
from briefing.ui.section_look import Look
from briefing.ui.theme import Theme
from briefing.ui.words import tr

TWO_COLUMNS = 44  # times the size of the text: the least width for two columns of fields


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
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 18)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        for label in (*self._labels.values(), self._bottom_label):
            label.setContentsMargins(6, 0, 0, 0)  # in line with the words of the title
        self._bottom_label.setContentsMargins(6, 6, 0, 0)
        self._arrange(is_wide=True)

    def _arrange(self, *, is_wide: bool) -> None:
        """Put the fields in two columns, or in one where there is no room for two."""
        self._is_wide = is_wide
        self._grid.setColumnStretch(3, 1 if is_wide else 0)
        row = 0
        for at, (name, field) in enumerate(self._fields.items()):
            is_alone = not is_wide or name == "reference"
            row, column = (at // 2, at % 2 * 2) if is_wide else (at, 0)
            self._grid.addWidget(self._labels[name], row, column)
            self._grid.addWidget(field, row, column + 1, 1, 3 if is_alone else 1)
        self._grid.addWidget(self._bottom_label, row + 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.bottom_line, row + 1, 1, 1, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= self._look.size * TWO_COLUMNS
        if is_wide != self._is_wide:
            self._arrange(is_wide=is_wide)

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
        self.setStyleSheet(_sheet(look.theme))  # before the palettes, which it would take back
        self.title.setFont(large)
        for field in (self.bottom_line, *self._fields.values()):
            field.setFont(look.font)
        for label in (self._bottom_label, *self._labels.values()):
            label.setFont(small)
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, look.theme.faint)
            label.setPalette(palette)
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
    ink, faint, edge, desk = (c.name() for c in (theme.ink, theme.faint, theme.edge, theme.desk))
    focus = theme.section(0).name()
    return f"""
        QLineEdit, QTextEdit {{ color: {ink}; background: transparent; placeholder-text-color: {faint};
            border: 1px solid transparent; border-bottom-color: {edge}; border-radius: 4px; padding: 3px 4px; }}
        QTextEdit {{ padding: 0px 2px; }}
        #note-title {{ border-bottom-color: transparent; }}
        #note-title:focus {{ border-bottom-color: {focus}; }}
        QLineEdit:hover, QTextEdit:hover {{ background: {desk}; }}
        QLineEdit:focus, QTextEdit:focus {{ border-color: {focus}; background: {desk}; }}
    """

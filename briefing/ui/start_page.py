"""The start page: what can be begun when no note is open, and the notes worked on lately."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.ui.choice_button import choice_button, drawing, show_keys
from briefing.ui.text_size import room
from briefing.ui.words import tr

WIDTH = 560  # pixels of the column in the middle


class StartPage(QScrollArea):
    """A column of choices, scrolled in a low window; `chosen` names an action of the table, `opened` a note."""

    chosen = Signal(str)
    opened = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []
        column = QVBoxLayout()
        column.setSpacing(9)
        column.addStretch(2)
        column.addWidget(_title())
        column.addWidget(_saying())
        column.addSpacing(14)
        self._offers = column
        self._at = column.count()
        self._offer: QWidget | None = None
        choices = [self._choice(action, words) for action, words in self._choices()]
        for choice in choices:
            column.addWidget(choice)
        self.setFocusProxy(choices[0])  # so that it has no focus itself; naming a policy costs a tenth of a start
        column.addSpacing(18)
        self._lately = QLabel(tr("Lately"), self)
        self._recent = QListWidget(self)
        self._recent.setObjectName("recent")
        self._recent.setWordWrap(True)
        self._recent.setAccessibleName(tr("Recent notes"))
        self._recent.itemActivated.connect(lambda item: self.opened.emit(self._paths[self._recent.row(item)]))
        column.addWidget(self._lately)
        column.addWidget(self._recent)
        column.addStretch(3)
        self._show_column(column)
        self.show_recent((), {})
        self._drawing = drawing(self)
        self._drawing.start()

    def _show_column(self, column: QVBoxLayout) -> None:
        page = QWidget(self)
        frame = QWidget(page)
        frame.setMaximumWidth(room(WIDTH))
        frame.setMinimumWidth(WIDTH - 160)
        frame.setLayout(column)
        row = QHBoxLayout(page)
        row.addStretch(1)
        row.addWidget(frame, 4)
        row.addStretch(1)
        ground = QWidget(self)  # to ask for the one that is there makes every class of widget known: a tenth of a start
        self.setViewport(ground)
        self.setWidgetResizable(True)
        self.setWidget(page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page.setAutoFillBackground(False)
        ground.setAutoFillBackground(False)

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            ("new", tr("New note from the clipboard")),
            ("new_file", tr("New note from a file…")),
            ("new_address", tr("New note from an address…")),
            ("open", tr("Open note…")),
            ("sample", tr("Try it on the sample article")),
        )

    def show_keys(self) -> None:
        """Show on each choice the key that does the same now."""
        show_keys(self)

    def _choice(self, action: str, words: str) -> QPushButton:
        button = choice_button(action, words, "", self)
        button.clicked.connect(lambda: self.chosen.emit(action))
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again when the colours have changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_drawing"):
            self._drawing.start()

    def offer(self, widget: QWidget | None) -> None:
        """Show something above the choices, or nothing any more."""
        if self._offer is not None:
            self._offer.deleteLater()
        self._offer = widget
        if widget is not None:
            self._offers.insertWidget(self._at, widget)

    def show_recent(self, paths: Sequence[Path], titles: Mapping[Path, str]) -> None:
        """List notes by title and place, the latest first; those that are gone are left out."""
        self._recent.clear()
        self._paths = [path for path in paths if path.is_file()]
        self._recent.addItems([f"{titles.get(path) or path.stem}\n{_place(path)}" for path in self._paths])
        has_any = bool(self._paths)
        if has_any:
            from PySide6.QtCore import Qt  # noqa: PLC0415 - making this namespace takes a tenth of a start

            self._recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lately.setVisible(has_any)
        self._recent.setVisible(has_any)


def _title() -> QLabel:
    label = QLabel("Briefing")
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 2.4)
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label


def _saying() -> QLabel:
    label = QLabel(tr("From an article to a note in which every claim can be traced to its passage."))
    label.setWordWrap(True)
    return label


def _place(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)

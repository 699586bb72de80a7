"""A chooser: a line to type in over a list that narrows as one types; Enter takes, Esc leaves.

Commands, sections and citations are all chosen with it.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import theme
from briefing.ui.announce import announce
from briefing.ui.text_size import room
from briefing.ui.words import tr

ROWS = 12  # shown without scrolling
MOST = 300  # listed; typing narrows
EDGE = 8  # pixels between a row and what is written in it
ROOM = 30  # pixels around the line and the list
HINT = Qt.ItemDataRole.UserRole + 1
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list: what is taken, its words, a hint at its end such as a key, and words only looked in."""

    id: str
    words: str
    hint: str = ""
    more: str = ""


def narrow(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices that hold every word typed: the one whose hint it is first, then those that begin with it.

    Neither case nor accents matter.
    """
    words = _plain(typed).split()
    if not words:
        return list(choices)
    fitting = [c for c in choices if all(w in _plain(f"{c.words} {c.hint} {c.more}") for w in words)]
    return sorted(fitting, key=lambda c: _rank(c, words[0]))


def _rank(choice: Choice, typed: str) -> int:
    words = _plain(choice.words)
    if words.startswith(typed) or _plain(choice.hint) == typed:
        return 0
    return 1 if any(word.startswith(typed) for word in words.split()) else 2


@lru_cache(maxsize=20_000)
def _plain(words: str) -> str:
    """Words as they are compared."""
    parted = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


class Hints(QStyledItemDelegate):
    """Writes the hint of a row at its end; where there is too little room for both, the hint is cut first."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row with room at its end, and the hint in it."""
        hint = str(index.data(HINT) or "")
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        room = drawn.rect.adjusted(EDGE, 0, -EDGE, 0)
        said = min(drawn.fontMetrics.horizontalAdvance(f"{drawn.text}  "), room.width() * 2 // 3)
        hint = drawn.fontMetrics.elidedText(hint, Qt.TextElideMode.ElideRight, room.width() - said)
        taken = drawn.fontMetrics.horizontalAdvance(f"{hint}  ") if hint else 0
        drawn.text = drawn.fontMetrics.elidedText(drawn.text, Qt.TextElideMode.ElideRight, room.width() - taken)
        style = drawn.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        is_marked = bool(drawn.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(drawn.palette.highlightedText().color() if is_marked else theme.current().faint)
        end = QStyle.visualAlignment(drawn.direction, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, int(end), hint)
        painter.restore()


class Chooser(QFrame):
    """A popup over its parent; `taken` carries the id of the choice."""

    taken = Signal(str)
    left = Signal()

    def __init__(self, choices: Sequence[Choice], prompt: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._choices = choices
        self._line = QLineEdit(self)
        self._line.setObjectName("chooser_line")
        self._line.setPlaceholderText(prompt)
        self._line.setAccessibleName(prompt)
        self._line.textChanged.connect(self._fill)
        self._line.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("chooser_list")
        self._list.setAccessibleName(prompt)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(Hints(self._list))
        self._list.currentItemChanged.connect(self._say)
        self._list.itemClicked.connect(lambda _: self._take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        self._fill("")

    def show_over(self, widget: QWidget, width: int = 520, at: QPoint | None = None) -> None:
        """Show it at a point of a widget, else at the upper middle of it."""
        self.setFixedWidth(min(room(width), widget.width()))
        self._fit()
        place = at or QPoint((widget.width() - self.width()) // 2, max(24, widget.height() // 8))
        self.move(widget.mapToGlobal(place))
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, typed: str) -> None:
        self._list.clear()
        found = narrow(self._choices, typed)[:MOST]
        for choice in found:
            item = QListWidgetItem(choice.words, self._list)
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            item.setData(HINT, choice.hint)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.words}  {choice.hint}".rstrip())
        if not found:
            QListWidgetItem(tr("Nothing fits."), self._list).setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.setCurrentRow(0 if found else -1)
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the rows that are left."""
        row = max(24, self._list.sizeHintForRow(0))
        self.setFixedHeight(min(ROWS, self._list.count()) * row + self._line.sizeHint().height() + ROOM)

    def _say(self, item: QListWidgetItem | None) -> None:
        """Have the marked choice read out, for the focus stays in the line."""
        if item is not None:
            announce(self._line, str(item.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            chosen = str(item.data(Qt.ItemDataRole.UserRole))
            self.close()
            self.taken.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while the line keeps the focus."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVES:
                self._list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

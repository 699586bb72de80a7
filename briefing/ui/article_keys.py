"""The keys of the article pane, each with the method it stands for."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

# The keys of the pane: sequence, method, arguments. Actions of the window with the same keys go first.
ARTICLE_KEYS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    *((str(number), "file_in", (number,)) for number in range(1, 10)),
    *((f"Ctrl+{number}", "file_exactly_in", (number,)) for number in range(1, 10)),
    ("0", "file_unsorted", ()),
    ("Q", "repeat_filing", ()),
    ("/", "file_by_name", ()),
    ("S", "choose_sticky", ()),
    ("Escape", "escape", ()),
    ("D", "toggle_dimming", ()),
    ("Return", "activate", ()),
    ("Enter", "activate", ()),
    ("Delete", "remove_excerpt", ()),
    ("H", "next_heading", ()),
    ("Shift+H", "previous_heading", ()),
    ("M", "comment", ()),
    ("Alt+Shift+Down", "shift_end_by_sentence", (1,)),
    ("Alt+Shift+Up", "shift_end_by_sentence", (-1,)),
    ("Alt+Ctrl+Down", "shift_start_by_sentence", (1,)),
    ("Alt+Ctrl+Up", "shift_start_by_sentence", (-1,)),
    ("V", "move_excerpt", ()),
    ("X", "split_excerpt", ()),
    ("J", "join_excerpt", ()),
    ("Ctrl++", "zoom_in", ()),
    ("Ctrl+=", "zoom_in", ()),
    ("Ctrl+-", "zoom_out", ()),
    ("Ctrl+0", "set_zoom", (100,)),
    ("Alt+Shift+Right", "shift_end", (1,)),
    ("Alt+Shift+Left", "shift_end", (-1,)),
    ("Alt+Ctrl+Right", "shift_start", (1,)),
    ("Alt+Ctrl+Left", "shift_start", (-1,)),
)


class Keys(QObject):
    """Does what keys stand for while a widget has the focus; keys that are not named are the widget's own."""

    def __init__(self, widget: QWidget, table: dict[str, Callable[[], None]]) -> None:
        super().__init__(widget)
        self._table = {QKeySequence(keys).toString(): call for keys, call in table.items()}
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key presses of the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.keyCombination().toCombined() & ~int(Qt.KeyboardModifier.KeypadModifier.value)
            call = self._table.get(QKeySequence(plain).toString())
            if call:
                call()
                return True
        return super().eventFilter(watched, event)

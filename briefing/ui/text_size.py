"""How large things are beside the text of the system, which people set as large as they need it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QScreen
from PySide6.QtWidgets import QApplication, QBoxLayout, QDialog

_USUAL_LINE = 20  # pixels of a line of text of a usual size, on a screen of usual density
_USUAL_NOTE, _AGAINST_SYSTEM = 10.5, 1.05  # points of a note's text at 100 per cent, and its size against other text
_FRAME = (40, 60)  # pixels that a frame and the bars of a desktop may take


def room(pixels: int) -> int:
    """The pixels that something needs which has so many in text of a usual size."""
    return round(pixels * max(1.0, QFontMetrics(QApplication.font()).height() / _USUAL_LINE))


def note_points() -> float:
    """Points of the text of a note at 100 per cent: never smaller than the words around it."""
    return max(_USUAL_NOTE, QApplication.font().pointSizeF() * _AGAINST_SYSTEM)


def give_size(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog the room for so many pixels of usual text, or what the screen of its window leaves for it."""
    _resize(dialog, QSize(room(width), room(height)))


def give_room(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog so much room, and more if what is in it asks for more, within what the screen leaves."""
    _resize(dialog, QSize(room(width), room(height)).expandedTo(dialog.sizeHint()))


def _resize(dialog: QDialog, wanted: QSize) -> None:
    screen: QScreen = (dialog.parentWidget() or dialog).screen()
    most = screen.availableSize()
    dialog.resize(wanted.boundedTo(QSize(most.width() - _FRAME[0], most.height() - _FRAME[1])))


def hold_width(column: QBoxLayout, width: int) -> None:
    """Let a dialog be no narrower than its sentences need to be read with ease, nor than its buttons need."""
    column.addStrut(room(width))

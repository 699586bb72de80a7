"""The filing bar: the sections, at hand beside a selection."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QWidget

from briefing.ui.article_filing import UNSORTED
from briefing.ui.chooser import Choice
from briefing.ui.theme import Theme
from briefing.ui.words import tr

_GAP = 8  # pixels between the selection and the bar
_BADGE = 16
_LETTERS = 14  # of a title that are shown on the bar
_EDGE = 6


class FilingBar(QFrame):
    """Floats over its parent, never takes the focus, and offers every section at one click."""

    chosen = Signal(str)  # key of a section, UNSORTED for none

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filing_bar")
        self.setAccessibleName(tr("File the selection under"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._grid.setSpacing(2)
        self._shown: tuple[list[Choice], Theme] | None = None
        self._buttons: list[QToolButton] = []
        self._line = self._ground = QColor()
        self.hide()

    def show_sections(self, choices: list[Choice], theme: Theme) -> None:
        """Offer these sections, in the colours of a theme."""
        if (choices, theme) == self._shown:
            return
        self._shown = (choices, theme)
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self._line = theme.faint if theme.is_dark else theme.line
        self._ground = theme.line if theme.is_dark else theme.paper
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.ButtonText, theme.ink)
        palette.setColor(QPalette.ColorRole.Button, self._ground)
        self.setPalette(palette)
        self._buttons = [self._button(choice, index, theme) for index, choice in enumerate(choices)]

    def _button(self, choice: Choice, index: int, theme: Theme) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"file_in_{choice.id or 'unsorted'}")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setAutoRaise(True)
        made.setIconSize(QSize(_BADGE, _BADGE))
        made.setIcon(badge(choice.hint, theme, None if choice.id == UNSORTED else index, self.devicePixelRatioF()))
        short = choice.words if len(choice.words) <= _LETTERS else choice.words[: _LETTERS - 1].rstrip() + "…"
        made.setText(short.replace("&", "&&"))
        tip = tr("File under {section} ({key}); with Ctrl exactly as selected", section=choice.words, key=choice.hint)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.clicked.connect(lambda: self.chosen.emit(choice.id))
        made.show()  # a button that comes later to a bar that is seen stays hidden otherwise, and has no size
        return made

    def show_at(self, selection: QRect, room: QRect) -> None:
        """Show the bar under a selection, over it where there is no room below; both rectangles are the parent's."""
        self._arrange(room.width())
        size = self.sizeHint()
        top = selection.bottom() + _GAP
        if top + size.height() > room.bottom():
            top = max(room.top() + _GAP, selection.top() - _GAP - size.height())
        left = min(max(room.left(), selection.left() - _EDGE), max(room.left(), room.right() - size.width()))
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.raise_()

    def _arrange(self, width: int) -> None:
        """As many buttons a row as fit, the rows about equally long."""
        widest = max((button.sizeHint().width() for button in self._buttons), default=1) + 2
        fitting = max(1, (width - 2 * _EDGE) // widest)
        rows = -(-len(self._buttons) // fitting)
        across = -(-len(self._buttons) // max(1, rows))
        for index, button in enumerate(self._buttons):
            self._grid.addWidget(button, index // across, index % across)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a hairline around it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._line)
            painter.setBrush(self._ground)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _EDGE, _EDGE)


def badge(text: str, theme: Theme, index: int | None, ratio: float = 1.0) -> QIcon:
    """The mark of a section: its key number on its colour."""
    picture = QPixmap(round(_BADGE * ratio), round(_BADGE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.section(index))
        box = QRectF(0, 0, _BADGE, _BADGE)
        painter.drawRoundedRect(box, 4, 4)
        font = QFont()
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(theme.on_section)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return QIcon(picture)

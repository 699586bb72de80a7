"""A page of parts that scrolls only when someone asks for it: what is looked at stays in place."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.ui.theme import Theme

DRAG_EDGE = 36  # pixels at the upper and lower edge where a drag scrolls the page
DRAG_STEP = 14


class ScrollingPage(QScrollArea):
    """A column of parts on the ground of the desk."""

    def __init__(self, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts have it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that lines are not broken anew when a page grows beyond the window.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.page = QWidget()
        self.page.setMaximumWidth(widest)
        self.column = QVBoxLayout(self.page)
        self.column.setContentsMargins(12, 12, 12, 60)
        self.column.setSpacing(10)
        self.setWidget(self.page)
        self._drag_speed = 0
        self._drag_timer = QTimer(self, interval=25)
        self._drag_timer.timeout.connect(self._scroll_on)

    def sizeHint(self) -> QSize:
        """Wide enough for lines that read well."""
        return QSize(640, 700)

    def colour_ground(self, theme: Theme) -> None:
        """Paint the ground behind the parts."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, theme.desk)
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # with a style sheet it keeps the one it had
        self.viewport().setAutoFillBackground(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.page.setAutoFillBackground(False)

    def parts(self) -> Sequence[QWidget]:
        """The parts of the page, from top to bottom."""
        items = [self.column.itemAt(at) for at in range(self.column.count())]
        return [widget for item in items if item and (widget := item.widget())]

    def settle(self) -> None:
        """Let a layout that is due take place now, so that positions are right."""
        for part in (*self.parts(), self.page, self.viewport()):
            QCoreApplication.sendPostedEvents(part, QEvent.Type.LayoutRequest.value)

    def reveal(self, rect: QRect, within: QWidget) -> None:
        """Scroll only if a place is not in view, and then to a third of the height."""
        bar = self.verticalScrollBar()
        top = within.mapTo(self.page, rect.topLeft()).y()
        room = self.viewport().height()
        if top < bar.value() or top + min(rect.height(), room) > bar.value() + room:
            bar.setValue(top - room // 3)

    def follow(self, rect: QRect, within: QWidget) -> None:
        """Keep a caret in view while someone writes."""
        self.settle()
        top = within.mapTo(self.page, rect.topLeft()).y()
        self.ensureVisible(self.page.width() // 2, top + rect.height() // 2, 0, rect.height() + 12)

    def hold(self, current: QWidget | None) -> tuple[QWidget, int] | None:
        """What is to stay in place: the part being worked on if it is in view, else what is at the upper edge."""
        top = self.verticalScrollBar().value()
        if not top:
            return None
        bottom = top + self.viewport().height()
        seen = [part for part in self.parts() if part.geometry().bottom() > top and part.y() < bottom]
        held = current if current in seen else seen[0] if seen else None
        return (held, held.y()) if held else None

    def keep(self, held: tuple[QWidget, int] | None) -> None:
        """Leave in place what was in view, whatever became of the parts above it."""
        if held is None:
            return
        self.settle()
        part, before = held
        if part.y() != before:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + part.y() - before)

    def scroll_for_drag(self, at: QPoint | None) -> None:
        """Scroll on while something is dragged near the upper or lower edge; `at` is on the screen, None at the end."""
        room = self.viewport().height()
        y = self.viewport().mapFromGlobal(at).y() if at is not None else room // 2
        self._drag_speed = -DRAG_STEP if y < DRAG_EDGE else DRAG_STEP if y > room - DRAG_EDGE else 0
        if self._drag_speed:
            self._drag_timer.start()
        else:
            self._drag_timer.stop()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._drag_speed)

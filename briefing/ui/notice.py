"""A notice: one sentence at the foot of the window, with an offer to undo, gone after a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefing.ui.words import tr

SHOWN_FOR = 7_000  # milliseconds; errors stay until dismissed
GAP = 8  # pixels between two notices
ROOM = 24  # pixels kept to the edges of the window


class Notice(QFrame):
    """Floats over its parent; says one thing at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(tr("Notice"))
        self._words = QLabel(self)
        self._words.setObjectName("notice_words")
        self._words.setWordWrap(True)
        self._offer = QPushButton(self)
        self._offer.setObjectName("notice_offer")
        self._offer.clicked.connect(self._take)
        self._dismiss = QPushButton(tr("Dismiss"), self)
        self._dismiss.setObjectName("notice_dismiss")
        self._dismiss.clicked.connect(self.hide)
        self._over = parent
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 10, 9)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._offer)
        layout.addWidget(self._dismiss)
        self._taken: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, offer: str = "", taken: Callable[[], None] | None = None) -> None:
        """Say something that has happened, perhaps with one thing that can be done about it."""
        self._show(words, offer, taken)
        _announce(self, f"{words} {offer}".strip())
        self._timer.start()

    def warn(self, words: str, offer: str = "", taken: Callable[[], None] | None = None) -> None:
        """Say what went wrong; stays until it is dismissed."""
        self._show(words, offer, taken)
        _announce(self, f"{words} {offer}".strip(), is_urgent=True)
        self._timer.stop()

    def hold(self, words: str, offer: str, taken: Callable[[], None]) -> None:
        """Say what is going on, with what can be done about it; stays until it is hidden."""
        self._show(words, offer, taken)
        _announce(self, f"{words} {offer}".strip())
        self._dismiss.hide()
        self._timer.stop()

    def withdraw(self, offer: str) -> None:
        """Hide what makes an offer that no longer means what it did."""
        if self._offer.text() == offer:
            self._offer.setText("")
            self._timer.stop()
            self.hide()

    def _show(self, words: str, offer: str, taken: Callable[[], None] | None) -> None:
        self._dismiss.show()
        self._words.setText(words)
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._taken = taken
        self.setAccessibleDescription(words)
        if not self.isVisible():
            self.raise_()  # what is said already keeps its place among the others
        self._place()
        self.show()

    def _take(self) -> None:
        self.hide()
        if self._taken is not None:
            self._taken()

    def _place(self) -> None:
        parent = self._over
        metrics = self._words.fontMetrics()
        width = min(parent.width() - 2 * ROOM, max(360, metrics.horizontalAdvance(self._words.text()) + 230), 760)
        self.setFixedWidth(width)
        self._row.activate()
        height = self._row.heightForWidth(width)
        self.setFixedHeight(max(height, self.sizeHint().height() if height < 0 else height))
        self.move((parent.width() - width) // 2, parent.height() - self.height() - ROOM - 24 - self._taken_below())

    def _taken_below(self) -> int:
        """The height of what stays said under this, such as a warning while the next article is read."""
        said = [child for child in self._over.children() if isinstance(child, Notice)]
        return sum(one.height() + GAP for one in said[: said.index(self)] if one.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


def _announce(notice: Notice, words: str, *, is_urgent: bool = False) -> None:
    from briefing.ui.announce import announce  # noqa: PLC0415 - a start says nothing

    announce(notice, words, is_urgent=is_urgent)

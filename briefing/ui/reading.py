"""Reading in the background: a quiet notice says so if it takes a while, and offers to cancel."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from briefing.ui.notice import Notice
from briefing.ui.words import tr
from briefing.ui.work import Work, start

PATIENCE = 300  # milliseconds before anything is said

Result = TypeVar("Result")


class Reading(QObject):
    """One slow thing at a time over a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._notice: Notice | None = None
        self._work: Work | None = None
        self._words = ""
        self._left: Callable[[], None] = _nothing
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._work is not None

    def start(
        self,
        words: str,
        function: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        left: Callable[[], None],
    ) -> None:
        """Read something, then tell one of three: it is done, it failed, or the analyst cancelled it."""
        self._words, self._left = words, left
        self._timer.start()
        self._work = start(function, partial(self._finish, done), partial(self._finish, failed))

    def _finish(self, told: Callable[[Any], None], outcome: object) -> None:
        self._end()
        told(outcome)

    def cancel(self) -> None:
        """Give up what is being read; its result is forgotten."""
        if self._work is not None:
            self._work.cancel()
            self._end()
            self._left()

    def _tell(self) -> None:
        if self._notice is None:
            self._notice = Notice(self._window)
        self._notice.hold(self._words, tr("Cancel"), self.cancel)

    def _end(self) -> None:
        self._work = None
        self._timer.stop()
        if self._notice is not None:
            self._notice.hide()


def _nothing() -> None:
    pass

"""One slow thing off the main thread; its result comes back to the main thread as one call."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Result = TypeVar("Result")


class _Messenger(QObject):
    """Carries the outcome from the worker's thread to the thread that started it."""

    done = Signal(object)
    failed = Signal(object)


class Work(QRunnable):
    """A pure function running in the background. Cancelled work still ends, but nobody hears of it."""

    def __init__(self, function: Callable[[], Result]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._function = function
        self._messenger = _Messenger()
        self._is_cancelled = False

    def run(self) -> None:
        """Called by the thread pool; whatever goes wrong is told on the main thread."""
        try:
            result = self._function()
        except Exception as error:  # noqa: BLE001  # an error of any kind must not be lost in a thread
            self._messenger.failed.emit(error)
        else:
            self._messenger.done.emit(result)

    def cancel(self) -> None:
        """Forget about the outcome."""
        self._is_cancelled = True

    def then(self, done: Callable[[Result], None], failed: Callable[[Exception], None]) -> None:
        """Say who is told, on the main thread."""
        self._messenger.done.connect(lambda result: None if self._is_cancelled else done(result))
        self._messenger.failed.connect(lambda error: None if self._is_cancelled else failed(error))


_running: set[Work] = set()


def start(function: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]) -> Work:
    """Run a function in the background, then tell one of two callables on the main thread."""
    work = Work(function)
    _running.add(work)

    def finish(result: Result) -> None:
        _running.discard(work)
        done(result)

    def fail(error: Exception) -> None:
        _running.discard(work)
        failed(error)

    work.then(finish, fail)
    QThreadPool.globalInstance().start(work)
    return work


def wait_for_all(milliseconds: int = 30_000) -> bool:
    """Wait until no work is running, for example before the program ends."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)

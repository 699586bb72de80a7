"""One slow thing off the main thread; its result comes back to the main thread as one call.

What somebody waits for begins at once. What nobody asked for (checks, dictionaries) waits in a line of its own: each
thread that computes takes the interpreter from the window for a while, so there is to be one at most.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, SignalInstance
from shiboken6 import isValid

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
            self._tell(self._messenger.failed, error)
        else:
            self._tell(self._messenger.done, result)

    def _tell(self, signal: SignalInstance, outcome: object) -> None:
        """Tell it, unless the program is ending and there is nobody to be told."""
        if isValid(self._messenger):
            signal.emit(outcome)

    def cancel(self) -> None:
        """Forget about the outcome."""
        self._is_cancelled = True

    def then(self, done: Callable[[Result], None], failed: Callable[[Exception], None]) -> None:
        """Say who is told, on the main thread."""
        self._messenger.done.connect(partial(self._end, done))
        self._messenger.failed.connect(partial(self._end, failed))

    def _end(self, told: Callable[[Any], None], outcome: object) -> None:
        _running.discard(self)
        if not self._is_cancelled and not _is_gone(told):
            told(outcome)


_running: set[Work] = set()


@cache
def _aside() -> QThreadPool:
    """Where what nobody asked for is done, one thing at a time."""
    pool = QThreadPool(QCoreApplication.instance())
    pool.setMaxThreadCount(1)
    return pool


def start(function: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]) -> Work:
    """Run a function in the background, then tell one of two callables on the main thread.

    A method of a Qt object that was destroyed meanwhile is not told.
    """
    return _started(Work(function), done, failed, QThreadPool.globalInstance())


def start_aside(
    function: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
) -> Work:
    """The same for what nobody asked for and nobody waits for: it has its turn after what was started so before."""
    return _started(Work(function), done, failed, _aside())


def _started(
    work: Work, done: Callable[[Result], None], failed: Callable[[Exception], None], pool: QThreadPool
) -> Work:
    _running.add(work)
    work.then(done, failed)
    pool.start(work)
    return work


def _is_gone(told: Callable[..., object]) -> bool:
    """Whether a callable belongs to a Qt object that is no more."""
    while isinstance(told, partial):
        told = told.func
    owner = getattr(told, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def wait_for_all(milliseconds: int = 30_000) -> bool:
    """Wait until no work is running, for example before the program ends."""
    return all(pool.waitForDone(milliseconds) for pool in (QThreadPool.globalInstance(), _aside()))

"""The lock of the open note: taken when it is opened, renewed while it is open, given back when it is closed."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.io.lock import RENEW, Lock
from briefing.ui.words import tr


class NoteLock(QObject):
    """Follows one window's note from file to file; `lost` says that somebody took it over."""

    lost = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lock: Lock | None = None
        self._timer = QTimer(self, interval=int(RENEW * 1000))
        self._timer.timeout.connect(self.renew)

    def hold(self, path: Path, *, is_forced: bool = False) -> None:
        """Hold the lock of a file, and no other; Locked if somebody else has it open."""
        if self._lock is not None and self._lock.note == path and self._lock.is_held:
            return
        lock = Lock(path)
        lock.take(is_forced=is_forced)
        self.release()
        self._lock = lock
        self._timer.start()

    def refuses(self, path: Path) -> str:
        """Why a file must not be written over: somebody else has it open now. Empty if nobody has."""
        if self._lock is not None and self._lock.note == path and self._lock.is_held:
            return ""
        holder = Lock(path).holder()
        if holder is None or holder.is_stale:
            return ""
        return _taken(holder.owner.name, path)

    def renew(self) -> None:
        """Give a sign of life; tell it once if the note was taken over."""
        lock = self._lock
        if lock is None or lock.renew() or lock.holder() is None:
            return
        self._timer.stop()
        self._lock = None
        holder = lock.holder()
        self.lost.emit(_taken(holder.owner.name if holder is not None else tr("somebody"), lock.note))

    def release(self) -> None:
        """Let others open the note."""
        self._timer.stop()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _taken(name: str, note: Path) -> str:
    return tr("{name} took over “{file}”; save your note as a copy.", name=name, file=note.name)

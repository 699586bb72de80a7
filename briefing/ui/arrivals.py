"""Articles on their way into a note, one after the other: read, asked about, taken."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.app.arrival import Arrival, Enclosed, arrive
from briefing.app.desk import Desk
from briefing.app.intake import read_bytes
from briefing.app.opening import default_template
from briefing.domain.edits import add_source
from briefing.domain.errors import BriefingError
from briefing.domain.likeness import Likeness
from briefing.domain.source import Source
from briefing.ui import outlets
from briefing.ui.beginning import begin_note
from briefing.ui.double_dialog import DoubleDialog
from briefing.ui.intake_dialog import IntakeDialog
from briefing.ui.reading import Reading
from briefing.ui.version_dialog import VersionDialog
from briefing.ui.words import tr


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that is to be read: how it is called, and how it is read."""

    name: str
    read: Callable[[], Source]
    parcel: Callable[[], tuple[Enclosed, ...]] = tuple  # what came in it, where it cannot be read itself


class Group:
    """Articles that go into one note: an open one, or one that the first of them begins."""

    def __init__(self, desk: Desk | None) -> None:
        self.desk = desk

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles that the note has."""
        return self.desk.note.sources if self.desk is not None else ()


class Arrivals(QObject):
    """The queue before the notes of one window; one dialog is open at a time."""

    def __init__(self, window: QWidget, open_desk: Callable[[Desk], None], failed: Callable[[Exception], None]) -> None:
        super().__init__(window)
        self._window = window
        self._open_desk = open_desk
        self._failed = failed
        self._waiting: deque[tuple[Group, Incoming]] = deque()
        self._reading = Reading(window)
        self._is_asking = False

    def expect(self, incoming: Iterable[Incoming], desk: Desk | None) -> None:
        """Bring articles into an open note, or into a new one if there is none."""
        group = Group(desk)
        self._waiting.extend((group, one) for one in incoming)
        self._next()

    def _next(self) -> None:
        if self._is_asking or self._reading.is_busy or not self._waiting:
            return
        group, one = self._waiting.popleft()
        known = group.sources
        self._reading.start(
            tr("Reading “{name}” …", name=one.name),
            partial(_arrive, one, known),
            partial(self._ask, group),
            self._refuse,
            self._next,
        )

    def _refuse(self, error: Exception) -> None:
        self._next()
        self._failed(error)

    def _ask(self, group: Group, arrival: Arrival | tuple[Enclosed, ...]) -> None:
        if isinstance(arrival, tuple):
            self._put_first(group, arrival)
            self._next()
            return
        self._is_asking = True
        if arrival.likeness is not None and group.desk is not None:
            self._ask_about_double(group, group.desk, arrival, arrival.likeness)
        else:
            self._show(group, arrival)

    def _ask_about_double(self, group: Group, desk: Desk, arrival: Arrival, likeness: Likeness) -> None:
        dialog = DoubleDialog(arrival.source, likeness, self._window)
        dialog.rejected.connect(self._go_on)
        dialog.both_wanted.connect(partial(self._show, group, arrival))
        dialog.version_wanted.connect(partial(self._show_version, desk, likeness.source.id, arrival.source))
        dialog.open()

    def _show(self, group: Group, arrival: Arrival) -> None:
        words = tr("Begin note") if group.desk is None else tr("Add article")
        dialog = IntakeDialog(arrival, words, self._window)
        dialog.taken.connect(partial(self._take, group))
        dialog.rejected.connect(self._go_on)
        dialog.open()

    def _show_version(self, desk: Desk, source_id: str, newer: Source) -> None:
        dialog = VersionDialog(desk, source_id, newer, self._window)
        dialog.finished.connect(self._go_on)
        dialog.open()

    def _take(self, group: Group, source: Source, wanted: tuple[Enclosed, ...]) -> None:
        outlets.remember(source.record)
        if group.desk is None:
            group.desk = Desk(begin_note(default_template(), [source]))
            self._open_desk(group.desk)
        else:
            group.desk.do(tr("Add article"), lambda note: add_source(note, source))
        self._put_first(group, wanted)
        self._go_on()

    def _put_first(self, group: Group, enclosed: tuple[Enclosed, ...]) -> None:
        for one in reversed(enclosed):
            self._waiting.appendleft((group, Incoming(one.name, partial(read_bytes, one.data, one.name))))

    def _go_on(self) -> None:
        self._is_asking = False
        self._next()


def _arrive(one: Incoming, known: tuple[Source, ...]) -> Arrival | tuple[Enclosed, ...]:
    """An article with what there is to be asked about it; for a mail without words of its own what came with it."""
    try:
        return arrive(one.read(), known)
    except BriefingError:
        enclosed = one.parcel()
        if not enclosed:
            raise
        return enclosed

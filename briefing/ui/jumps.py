"""The jumps between places, to walk back and forward as in a browser."""

from typing import NamedTuple

MOST = 200  # places remembered


class Place(NamedTuple):
    """Where the caret is: a source and a position of its text, or a section, the number of a block and an offset."""

    is_article: bool
    id: str
    block: int
    offset: int


class Jumps:
    """Two stacks of places."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember where a jump begins; what lay ahead is forgotten."""
        if self._back[-1:] != [place]:
            self._back = [*self._back[1 - MOST :], place]
        self._forward.clear()

    def back(self, here: Place) -> Place | None:
        """Where the last jump began, None if there was none."""
        return self._move(self._back, self._forward, here)

    def forward(self, here: Place) -> Place | None:
        """Where the last return came from, None if there was none."""
        return self._move(self._forward, self._back, here)

    def _move(self, taken: list[Place], left: list[Place], here: Place) -> Place | None:
        if not taken:
            return None
        left.append(here)
        return taken.pop()

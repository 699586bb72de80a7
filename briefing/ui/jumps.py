"""The jumps between article and note, to walk back and forward as in a browser."""

Place = tuple[str, str]  # pane ("article" or "note") and excerpt


class Jumps:
    """Two stacks of places."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self.latest = ""

    def leave(self, place: Place) -> None:
        """Remember where a jump begins; what lay ahead is forgotten."""
        self.latest = place[1]
        self._back.append(place)
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
        place = taken.pop()
        left.append(here)
        self.latest = place[1]
        return place

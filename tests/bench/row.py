"""One line of the speed table: what is measured, what it is held against, and how much it may take.

To add rows, put a file `rows_NAME.py` beside this one with a tuple `ROWS` of `Row`:

    def _typing() -> float:
        window = _window()                # prepared once: decorate it with functools.cache
        with stopwatch() as seconds:
            QTest.keyClick(...)
        return seconds()

    ROWS = (Row("typing", "a key typed in a section with 200 blocks", measure=_typing, bound=16),)

- Importing the file must be cheap: heavy imports and preparation stand inside the functions.
- `measure` and `floor` each do the work once and return seconds; they are called in turns, so that a busy machine
  slows both alike. The first call of each only warms up.
- With a floor, `bound` is the most that the median of measure / floor may be; without one it is milliseconds.
- Without a bound the row only informs.
- `late` bounds what only one run in twenty may take longer than, in milliseconds.
- A row whose unit is MB gives megabytes in place of seconds.
- Every row is measured in a process of its own, with Qt offscreen unless QT_QPA_PLATFORM says otherwise.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

Measure = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """Something a user waits for; `runs` is how often it is measured."""

    name: str
    words: str
    measure: Measure
    floor: Measure | None = None
    floor_words: str = ""
    bound: float | None = None
    late: float | None = None
    unit: str = "ms"
    runs: int = 9


@contextmanager
def stopwatch() -> Iterator[Measure]:
    """Give a function that tells the seconds spent inside the block."""
    begin = perf_counter()
    end: list[float] = []
    yield lambda: (end[0] if end else perf_counter()) - begin
    end.append(perf_counter())

"""How a measured row is judged and written down."""

import os
import platform
from dataclasses import dataclass

from tests.bench.row import Row


@dataclass(frozen=True, slots=True)
class Result:
    """Medians: of the work and of its floor in seconds, and of the one divided by the other, run for run."""

    median: float
    floor: float | None = None
    ratio: float | None = None
    late: float | None = None  # seconds that one run in twenty took longer than

    @property
    def value(self) -> float:
        """What the bound limits: times the floor, or milliseconds where there is none."""
        return self.median * 1000 if self.ratio is None else self.ratio

    def is_over(self, row: Row) -> bool:
        """Whether the row took more than it may."""
        is_late = row.late is not None and self.late is not None and self.late * 1000 > row.late
        return is_late or (row.bound is not None and self.value > row.bound)


def title() -> str:
    """The head of the table, with what the numbers depend on."""
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors; medians of interleaved runs"
    return f"{machine}\n{'row':<24}{'ms':>9}{'floor':>9}{'ratio':>8}{'bound':>9}      what\n"


def line(row: Row, result: Result) -> str:
    """One line of the table."""
    scale = 1000 if row.unit == "ms" else 1
    floor = "" if result.floor is None else f"{result.floor * scale:.1f}"
    ratio = "" if result.ratio is None else f"{result.value:.2f}"
    bound = "" if row.bound is None else f"{row.bound:g}{' ms' if result.floor is None else ''}"
    verdict = "" if row.bound is None else ("OVER" if result.is_over(row) else "ok")
    numbers = f"{row.name:<24}{result.median * scale:>9.1f}{floor:>9}{ratio:>8}{bound:>9} {verdict:<4}"
    return f"{numbers} {row.words}{_against(row)}{_late(row, result)}\n"


def _against(row: Row) -> str:
    unit = "" if row.unit == "ms" else f" ({row.unit})"
    return (f", against {row.floor_words}" if row.floor_words else "") + unit


def _late(row: Row, result: Result) -> str:
    if row.late is None or result.late is None:
        return ""
    return f"; 95 % within {result.late * 1000:.1f} of {row.late:g} ms"

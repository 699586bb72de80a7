"""Measures the rows of `rows_*.py` against their floors and bounds: `./dev bench [NAME ...]`.

A name picks its row, one that ends with a hyphen all rows that begin with it. The exit status is 1 if a row is over
its bound.
"""

import importlib
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles

from tests.bench.report import Result, line, title
from tests.bench.row import Row

HERE = Path(__file__).parent
ENOUGH = 20  # runs, of which one may be late


def every_row() -> list[tuple[str, int, Row]]:
    """All rows with the module and the index they are found at."""
    modules = [f"tests.bench.{path.stem}" for path in sorted(HERE.glob("rows_*.py"))]
    return [(module, at, row) for module in modules for at, row in enumerate(importlib.import_module(module).ROWS)]


def measure(module: str, index: int) -> Result:
    """Measure one row in this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # offscreen says what it does not support
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's Python keeps what it has compiled; the warm-up does it
    row: Row = importlib.import_module(module).ROWS[index]
    taken: list[float] = []
    floors: list[float] = []
    for _ in range(row.runs + 1):
        if row.floor:
            floors.append(row.floor())
        taken.append(row.measure())
    taken, floors = taken[1:], floors[1:]
    if not floors:
        return Result(median(taken), late=_late(taken))
    # Neighbouring runs share what else the machine is doing, so they are divided before the median is taken.
    ratio = median(work / floor for work, floor in zip(taken, floors, strict=True))
    return Result(median(taken), median(floors), ratio, _late(taken))


def _late(taken: list[float]) -> float | None:
    """The 95th percentile, None of runs too few to have one."""
    return quantiles(taken, n=20, method="inclusive")[-1] if len(taken) >= ENOUGH else None


def _picks(name: str, row: Row) -> bool:
    """Whether a name means a row: its own, or its beginning with a hyphen, as `export-` for all of export."""
    return row.name == name or (name.endswith("-") and row.name.startswith(name))


def main(names: list[str]) -> int:
    """Measure the rows that are named (all if none is) and say how they did."""
    rows = [found for found in every_row() if not names or any(_picks(name, found[2]) for name in names)]
    if not rows:
        known = ", ".join(row.name for *_, row in every_row())
        sys.stderr.write(f"No row is called {' or '.join(names)}; there are: {known}.\n")
        return 2
    sys.stdout.write(title())
    is_over = False
    for module, index, row in rows:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            result = process.submit(measure, module, index).result()
        sys.stdout.write(line(row, result))
        sys.stdout.flush()
        is_over |= result.is_over(row)
    return int(is_over)

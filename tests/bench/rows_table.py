"""The table of excerpts: how long the rows take to follow the filter."""

from tests.bench.row import Row


def _narrow() -> float:
    from tests.bench import table_measures  # noqa: PLC0415 - it imports Qt

    return table_measures.narrow()


ROWS = (
    Row("table-filter-10000", "10,000 excerpts filtered by words, to the painted table", _narrow, bound=50, runs=35),
)

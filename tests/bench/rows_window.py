"""The whole window: what the analyst waits for when a passage is filed."""

from functools import partial

from tests.bench.row import Row


def _file(excerpts: int | None) -> float:
    from tests.bench import window_measures  # noqa: PLC0415 - it imports Qt

    return window_measures.file(excerpts)


_WORDS = "filing in the whole window, from key to painted highlight and quote block"

ROWS = (
    Row("window-file-sample", f"{_WORDS}, sample article", measure=partial(_file, None), bound=16, late=33, runs=61),
    Row(
        "window-file-1000",
        f"{_WORDS}, 1,000,000 characters and 1,000 excerpts",
        measure=partial(_file, 1_000),
        bound=16,
        late=33,
        runs=61,
    ),
    Row(
        "window-file-10000",
        f"{_WORDS}, 1,000,000 characters and 10,000 excerpts",
        measure=partial(_file, 10_000),
        bound=16,
        late=33,
        runs=61,
    ),
)

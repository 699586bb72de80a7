"""The whole window, as an analyst has it: opening a note, filing, undoing, scrolling and writing in it."""

from functools import partial

from tests.bench.row import Row


def _in(measure: str, *excerpts: int | None) -> float:
    """Measure on the sample (None), or in a long article with so many excerpts and their quote blocks."""
    from tests.bench import window_measures  # noqa: PLC0415 - it imports Qt

    return float(getattr(window_measures, measure)(*excerpts))


_MILLION = "1,000,000 characters and {count:,} excerpts"
_STEPS = (
    ("file", "file", "filing in the whole window, from key to painted highlight and quote block"),
    ("undo", "undo", "undoing that in the whole window, to the painted page"),
    ("scroll-article", "scroll_article", "a scroll step of the article in the whole window"),
    ("scroll-note", "scroll_note", "a scroll step of the note in the whole window"),
)

ROWS = (
    *(
        Row(
            f"window-{name}-{'sample' if excerpts is None else excerpts}",
            f"{words}, {'sample article' if excerpts is None else _MILLION.format(count=excerpts)}",
            measure=partial(_in, measure, excerpts),
            bound=16,
            late=33,
            runs=61,
        )
        for excerpts in (None, 1_000, 10_000)
        for name, measure, words in _STEPS
        if excerpts is not None or name == "file"
    ),
    Row(
        "window-typing",
        "a key typed in a section of 2,000 blocks in the whole window beside 10,000 excerpts, painted",
        measure=partial(_in, "type_word"),
        bound=16,
        late=33,
        runs=31,
    ),
    Row(
        "window-settle-10000",
        "the longest that the window does not answer after a filing, while counts, checks and recovery follow, "
        f"{_MILLION.format(count=10_000)}",
        measure=partial(_in, "settle", 10_000),
        bound=33,
        runs=15,
    ),
    Row(
        "window-calm-10000",
        "the longest that the window does not answer once a note is on show, while it is looked through, "
        f"{_MILLION.format(count=10_000)}",
        measure=partial(_in, "calm", 10_000),
        runs=5,
    ),
    Row(
        "window-open-growth",
        f"showing a note in the whole window, to the first painted page, {_MILLION.format(count=10_000)}",
        measure=partial(_in, "open_note", 10_000),
        floor=partial(_in, "open_note", None),
        floor_words="showing the sample article with no excerpts",
        bound=1.5,  # half of what it grows by is Qt's own work on a million characters
        runs=7,
    ),
    Row(
        "window-open-10000",
        f"showing a note in the whole window, to the first painted page, {_MILLION.format(count=10_000)}",
        measure=partial(_in, "open_note", 10_000),
        floor=partial(_in, "open_bare", 10_000),
        floor_words="two bare QTextEdits with the same words of article and note",
        bound=2.0,
        runs=7,
    ),
)

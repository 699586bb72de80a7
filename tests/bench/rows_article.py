"""The article pane: opening a long article, filing in it, taking that back, and scrolling."""

from functools import partial

from tests.bench.row import Row


def _in(measure: str, excerpts: int | None) -> float:
    """Measure in the sample (None), in a long article with so many excerpts, or (negative) in one endless line."""
    from tests.bench import article_measures  # noqa: PLC0415 - it imports Qt

    return float(getattr(article_measures, measure)(excerpts))


_MILLION = "1,000,000 characters with {count:,} excerpts"

ROWS = (
    Row(
        "article-file-sample",
        "filing an excerpt in the sample, from key to painted highlight",
        measure=partial(_in, "file", None),
        bound=16,
        late=33,
        runs=61,
    ),
    *(
        Row(
            f"article-{measure}-{excerpts}",
            f"{words} in {_MILLION.format(count=excerpts)}",
            measure=partial(_in, measure, excerpts),
            bound=16,
            late=33,
            runs=61,
        )
        for excerpts in (1_000, 10_000)
        for measure, words in (("file", "filing"), ("undo", "undoing"), ("scroll", "a scroll step"))
    ),
    Row(
        "article-scroll-endless",
        "a scroll step in one line of 1,000,000 characters with 10,000 excerpts",
        measure=partial(_in, "scroll", -10_000),
        bound=16,
        late=33,
        runs=61,
    ),
    Row(
        "article-open",
        f"opening {_MILLION.format(count=10_000)}, to the first painted page",
        measure=partial(_in, "open_pane", 10_000),
        floor=partial(_in, "open_bare", 10_000),
        floor_words="a bare QTextEdit with the same text",
        bound=2.0,
        runs=15,
    ),
)

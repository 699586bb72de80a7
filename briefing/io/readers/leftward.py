"""Writing from right to left on a page: which text is, and the order in which the words of its lines are said."""

import re
from collections.abc import Iterator, Sequence

# Hebrew, Arabic and their kin, without their commas and figures, which run from left to right.
RIGHT_TO_LEFT = re.compile("[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u052f]+")


def is_leftward(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    leftward = RIGHT_TO_LEFT.findall(text)
    return bool(leftward) and sum(map(len, leftward)) > sum(map(len, _LATIN.findall(text)))


def in_reading_order(words: Sequence[tuple[float, str]], *, leftward: bool) -> Iterator[str]:
    """The words of a line, each with its left edge, in the order in which they are said.

    A line is read in one direction; words that are written in the other one stand in runs of their own.
    """
    run: list[str] = []
    for _, word in sorted(words, key=lambda placed: placed[0], reverse=leftward):
        if _is_against(word, leftward=leftward):
            run.append(word)
            continue
        yield from reversed(run)
        run.clear()
        yield word
    yield from reversed(run)


def _is_against(word: str, *, leftward: bool) -> bool:
    """Whether a word is written against the direction of its line."""
    if leftward:
        return not RIGHT_TO_LEFT.search(word) and any(map(str.isalnum, word))
    return RIGHT_TO_LEFT.search(word) is not None

"""Anchors: milliseconds to find a quotation again in a text of 100,000 characters that was edited since."""

from functools import cache
from random import Random

from briefing.domain.anchor import Anchor, describe
from briefing.domain.locating import locate, locate_all
from tests.bench.row import Row, stopwatch

_QUOTES = 1_000
_LENGTH = 100_000
_LONG = 10_000


@cache
def _texts() -> tuple[str, str, Random]:
    """A text, and the same edited: one word in twenty was changed, dropped or added."""
    dice = Random(4)
    letters = "eeeeetttaaooiinnsshhrdlucmfwypvbgk"
    words = ["".join(dice.choices(letters, k=dice.randint(1, 10))) for _ in range(6_000)]
    frequent = [int(len(words) * dice.random() ** 3) for _ in range(_LENGTH // 6)]
    old = [words[at] + dice.choice(["", "", "", "", "", "", "", "", ",", "."]) for at in frequent]
    new = " ".join(edited for word in old if (edited := dice.choice([word] * 19 + ["", "other", word + " more"])))
    return " ".join(old), new, dice


@cache
def _revision() -> tuple[str, list[Anchor]]:
    """The edited text and anchors of the text before."""
    text, new, dice = _texts()
    starts = [dice.randrange(len(text) - 400) for _ in range(_QUOTES)]
    return new, [describe(text, at, at + dice.randint(5, 300)) for at in starts]


def _each() -> float:
    text, anchors = _revision()
    with stopwatch() as seconds:
        for anchor in anchors:
            locate(text, anchor)
    return seconds() / _QUOTES


def _together() -> float:
    text, anchors = _revision()
    with stopwatch() as seconds:
        locate_all(text, anchors)
    return seconds() / _QUOTES


def _long() -> float:
    text, new, _ = _texts()
    anchors = [describe(text, at, at + _LONG) for at in range(_LONG, len(text) - _LONG, _LONG)]
    locate(new, anchors[0])  # readies the ground, as the first quote of many does
    with stopwatch() as seconds:
        for anchor in anchors:
            locate(new, anchor)
    return seconds() / len(anchors)


ROWS = (
    Row("anchor", "a quote found in 100,000 edited characters, each alone", measure=_each, bound=3, runs=3),
    Row("anchors", "a quote found in 100,000 edited characters, 1,000 together", measure=_together, bound=3, runs=3),
    Row("anchor-long", "a quote of 10,000 edited characters found in 100,000", measure=_long, bound=50, runs=3),
)

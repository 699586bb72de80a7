"""Exports of others, damaged in every way: each is read or refused in one sentence."""

import json
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.errors import BriefingError
from briefing.io.imports import read_imports
from tests.io.imports.test_project import QUOTES, TEXT, project

KEYS = st.sampled_from(
    [
        "target",
        "selector",
        "type",
        "exact",
        "prefix",
        "start",
        "end",
        "source",
        "id",
        "body",
        "value",
        "purpose",
        "tags",
        "text",
        "uri",
        "references",
        "annotationText",
        "annotationComment",
        "refinedBy",
        "name",
        "tag",
        "data",
    ]
)
WORDS = st.sampled_from(["TextQuoteSelector", "TextPositionSelector", "highlight", "tagging", "the pact", "", "\ud800"])
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=25,
)
NOTE = '<p><span class="highlight" data-annotation="%7B%7D">“the pact”</span> <span class="citation">(A)</span> So.</p>'
TABLE = 'quote;comment;tags\n"the pact";So.;"a, b"\n'


@given(VALUES)
def test_json_of_any_shape_is_read_or_refused(value: object) -> None:
    with suppress(BriefingError):
        for one in read_imports(json.dumps(value).encode(), "any.json"):
            assert isinstance(one.anchor.exact, str)
            assert all(isinstance(label, str) for label in one.labels)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BriefingError):
        read_imports(text.encode("utf-8", "replace"), "any")


def _damaged(data: bytes, dice: Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(damaged))
        damaged[at : at + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
    return bytes(damaged[: dice.randint(1, len(damaged))] if dice.random() < 0.3 else damaged)


def _try(count: int) -> None:
    dice = Random(7)
    places = [(TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in QUOTES]
    samples = [project(TEXT, places, ["", ""]), project(TEXT, places, ["", ""], is_inline=True)]
    samples += [NOTE.encode(), TABLE.encode()]
    for _ in range(count):
        with suppress(BriefingError):
            read_imports(_damaged(dice.choice(samples), dice), "damaged")


def test_damaged_exports_are_read_or_refused() -> None:
    _try(300)


@pytest.mark.long
def test_very_many_damaged_exports_are_read_or_refused() -> None:
    _try(30_000)

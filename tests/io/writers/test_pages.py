"""The preview: one picture a page, and a way back from every place on it."""

import struct

from briefing.domain.document import compose
from briefing.domain.note import Block, Words
from briefing.domain.template import blank
from briefing.io.writers.pages import pages
from tests.notes import TEMPLATE, whole_note, with_blocks


def test_pages_are_pictures_of_the_size_asked_for() -> None:
    shown = pages(compose(whole_note()), ppi=72)
    assert len(shown.images) >= 1
    width, height = struct.unpack(">II", shown.images[0][16:24])
    assert (width, height) in {(595, 842), (596, 842)}


def test_every_block_has_its_place_and_is_found_at_it() -> None:
    note = whole_note()
    shown = pages(compose(note), ppi=144)
    expected = [(s.key, n) for s in note.sections for n in range(-1, len(s.blocks))]
    assert [(place.section, place.block) for place in shown.places] == expected
    for place in shown.places:
        assert shown.block_at(place.page, place.top * 2 + 1) == place
    assert shown.block_at(1, 0) is None


def test_a_long_note_takes_several_pages() -> None:
    blocks = (Block(runs=(Words("word " * 80),)) for _ in range(20))
    shown = pages(compose(with_blocks(blank(TEMPLATE, "n"), "agenda", *blocks)), ppi=20)
    assert len(shown.images) > 2
    assert {place.page for place in shown.places} == set(range(1, len(shown.images) + 1))

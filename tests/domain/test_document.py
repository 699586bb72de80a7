"""One reading of a note: order, numbers, labels, and what stays behind."""

from dataclasses import replace

import pytest

from briefing.domain import edits
from briefing.domain.document import compose
from briefing.domain.labels import labels_in, readable_date
from briefing.domain.leaving import left_out
from briefing.domain.marking import is_above
from briefing.domain.note import Block, Style, Words
from briefing.domain.options import Citing, Counting, Options
from briefing.domain.printed import Mark
from briefing.domain.template import blank
from tests.notes import TEMPLATE, whole_note, with_blocks
from tests.random_notes import SCALE


def _plain(pieces: tuple[Words, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def test_footnotes_are_numbered_by_place_full_at_first_and_short_after() -> None:
    notes = compose(whole_note()).footnotes
    assert [note.label for note in notes] == [
        *("s1p3", "s1p1", "s1p3-2", "s1p1-2", "s1p2", "s1p3-3", "s1p4", "s2p2"),
    ]
    assert _plain(notes[0].pieces).startswith("First Author, Second Author, Port deal nears, Harbour Courier, 14 Nov")
    assert _plain(notes[1].pieces) == "Author, Port deal nears, para. 1."
    assert _plain(notes[7].pieces).startswith("Was der Vertrag kostet, Hafenblatt, 12 November 2025, para. 2")


def test_citations_can_always_be_short() -> None:
    notes = compose(whole_note(), Options(citing=Citing.SHORT)).footnotes
    assert _plain(notes[0].pieces) == "Author, Port deal nears, para. 3."


def test_authors_and_dates_stand_in_the_text_without_footnotes() -> None:
    document = compose(whole_note(), Options(citing=Citing.AUTHOR_DATE))
    marks = [p for part in document.parts for par in part.paragraphs for p in par.pieces if isinstance(p, Mark)]
    assert document.footnotes == ()
    assert marks[0].words == "(Author & Author 2025, para. 3)"
    assert [entry.id for entry in document.sources] == ["S1", "S2"]


def test_list_levels_leave_no_gap_and_numbers_begin_anew() -> None:
    levels = [(Style.NUMBER, 3), (Style.NUMBER, 0), (Style.BULLET, 4), (Style.PARAGRAPH, 2), (Style.NUMBER, 0)]
    note = with_blocks(blank(TEMPLATE, "n"), "agenda", *(Block(s, (Words("x"),), level) for s, level in levels))
    read = [(p.level, p.ordinal) for p in compose(note).parts[0].paragraphs]
    assert read == [(0, 1), (0, 2), (1, 0), (0, 0), (0, 1)]


def test_headings_or_paragraphs_are_counted() -> None:
    headings = compose(whole_note(), Options(counting=Counting.HEADINGS))
    assert [part.label for part in headings.parts] == ["1", "2", "3", "4", "5"]
    assert [p.label for p in headings.parts[0].paragraphs if p.label] == ["1.1"]
    paragraphs = compose(whole_note(), Options(counting=Counting.PARAGRAPHS))
    assert [p.label for part in paragraphs.parts for p in part.paragraphs if p.label] == ["1"]


def test_sources_above_the_ceiling_stay_behind_with_their_quotations() -> None:
    note = whole_note()
    note = edits.edit_record(note, "S2", replace(note.source("S2").record, marking="TLP:RED"))
    options = Options(ceiling="TLP:AMBER")
    document = compose(note, options)
    assert [entry.id for entry in document.sources] == ["S1"]
    assert "Händler" not in str(document.parts)
    assert {row.kind: row.names for row in left_out(note, options)} == {
        "above": ("S2",),
        "unfiled": ("x6",),
        "comments": ("x3",),
    }


@pytest.mark.parametrize(
    ("marking", "ceiling", "above"),
    [
        ("TLP:RED", "TLP:GREEN", True),
        ("tlp:white", "TLP:GREEN", False),
        ("TLP:AMBER+STRICT", "TLP:AMBER", True),
        ("", "TLP:CLEAR", False),
        ("RESTREINT", "TLP:GREEN", True),
        ("TLP:RED", "", False),
    ],
)
def test_markings_have_an_order(marking: str, ceiling: str, above: bool) -> None:  # noqa: FBT001
    assert is_above(marking, ceiling) is above


def test_the_key_of_a_scale_is_printed_where_its_terms_are_the_analysts() -> None:
    assert compose(whole_note(), Options(scale=SCALE)).scale == SCALE
    silent = edits.set_front(whole_note(), replace(whole_note().front, bottom_line=""))
    assert compose(silent, Options(scale=SCALE)).scale is None


def test_labels_and_dates_speak_the_language_of_the_note() -> None:
    note = edits.set_front(whole_note(), replace(whole_note().front, language="de-CH"))
    document = compose(note)
    assert document.front[2] == ("Datum", "17. November 2025")
    assert "Abs. 3" in _plain(document.footnotes[0].pieces)
    assert labels_in("fr").bottom_line == "L’essentiel"
    assert labels_in("xx").bottom_line == "Bottom line"


@pytest.mark.parametrize(
    ("date", "read"),
    [("2025", "2025"), ("2025-11", "November 2025"), ("2025-11-17T10:00Z", "17 November 2025"), ("soon", "soon")],
)
def test_a_date_is_read_with_its_precision(date: str, read: str) -> None:
    assert readable_date(date, labels_in("en")) == read


def test_text_that_no_format_can_carry_is_made_legible() -> None:
    note = edits.retitle(
        with_blocks(blank(TEMPLATE, "n"), "agenda", Block(runs=(Words("a\x00\r\nb\ud800"),))), "T\x07\nU"
    )
    document = compose(note)
    assert document.title == "T U"
    assert document.parts[0].paragraphs[0].pieces == (Words("a\nb\ufffd"),)

"""The demonstration: the note that an analyst might make of the bundled sample, the same every time it is made."""

from dataclasses import replace
from datetime import UTC, datetime

from briefing.app.intake import read_file
from briefing.app.notes import new_note
from briefing.domain.edits import file_excerpt, set_front, set_marking, set_status, write_body
from briefing.domain.note import Block, Citation, Note, Status, Style, Words
from briefing.domain.quotes import find_quote
from briefing.io.resources import resource
from briefing.io.templates import DEFAULT, find_template

_READ = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)  # the day of the sample, so that every demonstration is the same
_ID = "demonstration"

_FILED = (  # section, quotation, comment
    ("agenda", "a transit agreement that would fix the fees for Kestrian grain on Velmara’s railways until 2031", ""),
    ("agenda", "a timetable for reopening the consulates in Sarrow and Ostrel by September", ""),
    ("security", "7,200 officers are on duty, twice the number it sent to last year’s harvest fair", ""),
    ("economics", "the transit fees rise on their own to 31 crowns", "The date that sets the pace: June."),
    (
        "defense",
        "more close encounters: 41 in the past year, after 17 in the year before",
        "",
    ),
    ("energy", "Velmara draws 38 percent of its gas through the Lann pipeline", ""),
    ("energy", "Velmara wants ten years and a fixed price", ""),
    ("risks", "a collision during the meeting would end it", ""),
    ("risks", "Mr. Heddel governs with a majority of two votes", "Watch the Agrarian Party."),
)

_WRITTEN = (  # section, style, words, the excerpt cited, words behind the citation
    ("agenda", Style.PARAGRAPH, "Three papers are ready for signature; fishing grounds are off the table.", "x1", ""),
    ("defense", Style.BULLET, "Encounters at sea have more than doubled within a year", "x5", "."),
    (
        "energy",
        Style.BULLET,
        "The sides are apart on term and price",
        "x7",
        ", and neither names gas.",
    ),
    ("risks", Style.BULLET, "If nothing is signed by June, the price of waiting rises", "x4", "."),
)


def demo_note() -> Note:
    """A note on the sample article with excerpts in every section and words of its own around them."""
    sample = read_file(resource("samples", "summit.txt"), clock=lambda: _READ)
    note = replace(new_note(find_template(DEFAULT), [sample], now=_READ), id=_ID)
    text = note.sources[0].text
    for section, quotation, comment in _FILED:
        note = file_excerpt(note, "S1", *find_quote(text, quotation), section, comment)
    for section, style, words, cited, behind in _WRITTEN:
        runs = (Words(words), Citation(cited), *((Words(behind),) if behind else ()))
        note = write_body(note, section, (*note.section(section).blocks, Block(style, runs)))
        note = set_status(note, section, Status.DRAFT)
    front = replace(
        note.front,
        audience="Head of department",
        date=_READ.date().isoformat(),
        cutoff=_READ.date().isoformat(),
        bottom_line="A transit agreement is within reach; gas is not on the table, and time works for Kestria.",
    )
    return set_marking(set_front(note, front), "TLP:CLEAR")

from dataclasses import replace

from briefing.domain.edits import file_excerpt
from briefing.domain.labels import ENGLISH
from briefing.domain.references import chip, source_reference
from briefing.domain.source import Record
from tests.builders import note, source


def test_a_chip_names_the_paragraphs_that_its_excerpt_covers() -> None:
    drawn = note("S1: The pact was signed.\n  : It holds.\n  : For now.\n# energy")
    text = drawn.sources[0].text
    one = file_excerpt(drawn, "S1", 4, 8, "energy")
    several = file_excerpt(one, "S1", text.index("It"), len(text), "energy")
    assert [chip(several.sources[0], excerpt) for excerpt in several.excerpts] == ["S1 p1", "S1 p2–3"]


def test_a_title_without_italics_is_upright_and_keeps_the_date_behind_it() -> None:
    cited = replace(source("x"), record=Record(title="اتفاق قريب", outlet="海峡新報", published="2026-05-07"))
    title, rest = source_reference(cited, ENGLISH)[0], source_reference(cited, ENGLISH)[1:]
    assert title.text == "اتفاق قريب\u200e, 海峡新報, 7 May 2026."
    assert not title.italic
    assert not rest


def test_a_title_in_latin_letters_is_italic() -> None:
    cited = replace(source("x"), record=Record(title="Péage et chenal"))
    assert source_reference(cited, ENGLISH)[0].italic

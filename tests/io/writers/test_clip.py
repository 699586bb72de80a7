"""A section on the clipboard: formatted for Word and mail, plain for anything else."""

import pytest
from lxml import html

from briefing.domain.document import compose
from briefing.domain.errors import WrongUse
from briefing.domain.options import Citing, Options
from briefing.io.writers.clip import clip
from tests.notes import typed, whole_note
from tests.random_notes import random_note, random_options


def test_a_section_is_copied_with_its_notes_numbered_from_one() -> None:
    rich, plain = clip(compose(whole_note()), "energy")
    assert plain.startswith("Energy\n\nA gas link between the two grids has been studied since 2019")
    assert "[1] Author, Port deal nears, para. 4.\n[2] Was der Vertrag kostet" in plain
    page = html.fragment_fromstring(rich, create_parent="div")
    assert [e.tag for e in page] == ["h2", "blockquote", "blockquote", "hr", "p", "p"]
    assert [e.text_content() for e in page.iter("sup")] == ["1", "2", "1", "2"]


def test_lists_are_lists_inside_each_other() -> None:
    page = html.fragment_fromstring(clip(compose(whole_note()), "agenda")[0], create_parent="div")
    (outer,) = page.xpath("./ul")
    assert outer.xpath("./li/ul/li//text()") == ["and a sentence on ", "the link"]
    assert clip(compose(whole_note()), "risks")[1].splitlines()[2:5] == [
        *("1. The statement is put off.", "  1. In steps,", "2. See the draft"),
    ]


@pytest.mark.parametrize("seed", range(10))
def test_any_section_can_be_copied(seed: int) -> None:
    document = compose(random_note(seed), random_options(seed))
    for part in document.all_parts:
        rich, plain = clip(document, part.key)
        assert html.fragment_fromstring(rich, create_parent="div").xpath(".//script") == []
        assert plain.startswith(part.title)


def test_citations_in_the_text_stay_there() -> None:
    rich, plain = clip(compose(whole_note(), Options(citing=Citing.AUTHOR_DATE)), "security")
    assert "(Author & Author 2025, para. 2)" in html.fragment_fromstring(rich, create_parent="div").text_content()
    assert "(Author & Author 2025, para. 2)" in plain


def test_what_is_typed_stays_text_and_an_unknown_section_is_wrong_use() -> None:
    assert "&lt;script&gt;" in clip(compose(typed("<script>")), "agenda")[0]
    with pytest.raises(WrongUse):
        clip(compose(whole_note()), "none")

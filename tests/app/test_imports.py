from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pytest

from briefing.app.export import export
from briefing.app.imports import read_file, take_over
from briefing.domain import edits
from briefing.domain.anchor import Found
from briefing.domain.errors import WrongUse
from briefing.domain.note import Note
from briefing.domain.source import Record
from briefing.io.imports import Imported
from briefing.io.imports.imported import quoted
from tests.builders import note, source

FIRST = "The harbour authority’s tariff rose in March.\nPilots had warned of it for months."
SECOND = "Freight moved north.\nPilots had warned of it for months, the port said."


def _note() -> Note:
    drawn = note("# energy\n# risks")
    for text, address in ((FIRST, "https://www.one.example/a/"), (SECOND, "https://two.example/b")):
        article = source(text)
        drawn = edits.add_source(drawn, replace(article, record=Record(title=text[:12], address=address)))
    return drawn


def _one(quote: str, *labels: str, source: str = "", comment: str = "") -> Imported:
    return Imported(quoted(quote), comment, labels, source)


def test_passages_are_filed_by_their_labels_with_what_was_said_of_them() -> None:
    taken = take_over(
        _note(),
        [
            _one("The harbour authority's tariff", "Energy", comment="Check."),
            _one("Freight moved north", "shipping costs"),
            _one("rose in March", "unheard of"),
        ],
        {"Shipping costs": "risks"},
    )
    assert [(e.quote, e.source, e.section, e.comment, e.found) for e in taken.note.excerpts] == [
        ("The harbour authority’s tariff", "S1", "energy", "Check.", Found.EXACT),
        ("Freight moved north", "S2", "risks", "#shipping-costs", Found.EXACT),
        ("rose in March", "S1", None, "#unheard-of", Found.EXACT),
    ]
    assert taken.filed == ("x1", "x2", "x3")


def test_a_label_is_a_section_whatever_spaces_its_title_has() -> None:
    note = edits.retitle_section(_note(), "risks", "Enjeux\u00a0: risques")
    taken = take_over(note, [_one("rose in March", "enjeux : Risques")])
    assert [(e.section, e.comment) for e in taken.note.excerpts] == [("risks", "")]


def test_a_passage_is_looked_for_first_in_the_article_that_the_export_names() -> None:
    words = "Pilots had warned of it for months"
    for name, home in (("http://two.example/b#top", "S2"), ("https://one.example/a", "S1"), ("elsewhere", "S1")):
        assert take_over(_note(), [_one(words, source=name)]).note.excerpts[0].source == home
    assert take_over(_note(), [_one(words)], source="S2").note.excerpts[0].source == "S2"


def test_what_reads_otherwise_is_filed_to_be_confirmed_and_what_is_not_there_is_told() -> None:
    changed = _one("Pilots had warned loudly of it for many months")
    gone = _one("Cranes stood idle on the northern quay all winter")
    taken = take_over(_note(), [changed, gone], otherwise="risks")
    (excerpt,) = taken.note.excerpts
    assert (excerpt.quote, excerpt.found) == ("Pilots had warned of it for months", Found.CHANGED)
    assert excerpt.was == changed.anchor.exact
    assert excerpt.section == "risks"
    assert taken.lost == (gone,)


def test_taking_over_twice_files_nothing_twice() -> None:
    imported = [_one("rose in March", "energy")]
    once = take_over(_note(), imported)
    twice = take_over(once.note, imported)
    assert twice.note is once.note
    assert (twice.filed, twice.present) == ((), ("x1",))


def test_a_section_that_is_not_there_is_wrong_use() -> None:
    with pytest.raises(WrongUse, match="no section “nowhere”"):
        take_over(_note(), [_one("rose in March")], {"a": "nowhere"})


@pytest.mark.parametrize("suffix", [".jsonld", ".qdpx", ".csv"])
def test_what_was_exported_for_other_programs_comes_back_as_it_was(tmp_path: Path, suffix: str) -> None:
    filed = _note()
    for home, words, section, comment in (
        ("S1", "tariff", "energy", "Hm."),
        ("S1", "Pilots had warned", "risks", ""),
        ("S2", "Pilots had warned", "energy", "=1+1"),
        ("S2", "Freight moved north.\nPilots", "risks", ""),
    ):
        start = filed.source(home).text.index(words)
        filed = edits.file_excerpt(filed, home, start, start + len(words), section, comment)
    export(filed, tmp_path / f"note{suffix}")
    taken = take_over(_note(), read_file(tmp_path / f"note{suffix}"))
    assert not taken.lost
    facts = attrgetter("source", "start", "end", "section", "comment", "found")
    assert sorted(map(facts, taken.note.excerpts)) == sorted(map(facts, filed.excerpts))

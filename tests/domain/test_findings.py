from dataclasses import replace

from briefing.domain.anchor import Found
from briefing.domain.edits import shift_excerpt, write_body
from briefing.domain.findings import Finding, Looked, findings
from briefing.domain.note import Note
from tests.builders import note

START = "S1: The pact was signed.\n# energy\n"


def _checks(checked: Note) -> list[tuple[str, str | None, int | None, str | None]]:
    return [(f.check, f.section, f.block, f.excerpt) for f in findings(checked)]


def test_a_note_that_is_in_order_has_no_findings() -> None:
    assert findings(note(START + "> @S1:4-8\nown words @x1")) == ()


def test_an_empty_section_is_found_once_another_has_content() -> None:
    begun = note("# agenda\nown words\n# energy")
    assert findings(begun) == (Finding("empty", "This section is empty.", "energy"),)


def test_a_note_in_which_nothing_is_written_has_no_findings() -> None:
    assert findings(note(START + "# agenda")) == ()


def test_a_quote_that_differs_from_its_source_is_found() -> None:
    assert _checks(note(START + "> @S1:4-8\n> pakt @x1")) == [("quote-differs", "energy", 1, "x1")]


def test_a_quote_in_quotation_marks_is_the_same_quote() -> None:
    assert findings(note(START + "> @S1:4-8\n> “pact” @x1")) == ()


def test_a_quote_without_citation_is_found() -> None:
    assert _checks(note(START + "> pact")) == [("uncited-quote", "energy", 0, None)]


def test_an_excerpt_that_is_cited_nowhere_is_found() -> None:
    filed = note("S1: The pact was signed.\nx1 S1 4-8 energy exact\n# energy\nown words")
    assert _checks(filed) == [("uncited", "energy", None, "x1")]


def test_an_unsorted_excerpt_is_found() -> None:
    filed = note("S1: The pact was signed.\nx1 S1 4-8 - exact\n# energy\nown words")
    assert _checks(filed) == [("unsorted", None, None, "x1")]


def test_a_lost_excerpt_is_found_once() -> None:
    filed = note(START + "> @S1:4-8")
    lost = replace(filed, excerpts=(replace(filed.excerpts[0], found=Found.LOST),))
    assert _checks(lost) == [("lost", "energy", None, "x1")]


def test_a_second_look_finds_what_changed_since_the_first() -> None:
    looked = Looked()
    first = note(START + "> @S1:4-8\n> pact @x1")
    second = shift_excerpt(first, "x1", 4, 15)
    third = write_body(second, "energy", second.section("energy").blocks[:1])
    for checked in (first, second, third, first):
        assert findings(checked, looked) == findings(checked)
    assert [f.check for f in findings(second, looked)] == ["quote-differs"] * len(findings(second))

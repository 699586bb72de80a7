from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.domain import edits
from briefing.domain.anchor import Found
from briefing.domain.errors import WrongUse
from briefing.domain.note import Note, home_of
from briefing.domain.references import chip
from briefing.domain.soundness import unsound
from briefing.domain.source import Record
from briefing.domain.versions import confirm_excerpt, new_version, unconfirmed
from briefing.io.store import load, save
from tests.builders import note, source

OLD = (
    "The harbour authority raised its tariff for the third time since spring.\n"
    "Pilots had warned of it for months, and nobody listened.\n"
    "The council will vote on the matter in April.\n"
    "Two shipping lines moved their calls to the northern port."
)
NEW = (
    "Updated on Friday with the council's decision.\n"
    "The harbour authority raised its tariff for the third time since spring.\n"
    "Pilots had warned loudly of it for many months, and nobody listened.\n"
    "Two shipping lines moved their calls to the northern port."
)


def _filed() -> Note:
    drawn = edits.add_source(note("# energy"), source(OLD))
    for words in ("raised its tariff", "Pilots had warned of it for months", "The council will vote on the matter"):
        drawn = edits.file_excerpt(drawn, "S1", OLD.index(words), OLD.index(words) + len(words), "energy")
    return drawn


def test_excerpts_move_to_the_new_text_and_say_what_became_of_them() -> None:
    renewed = new_version(_filed(), "S1", source(NEW))
    assert [(e.quote, e.found, e.was) for e in renewed.excerpts] == [
        ("raised its tariff", Found.MOVED, ""),
        ("Pilots had warned loudly of it for many months", Found.CHANGED, "Pilots had warned of it for months"),
        ("The council will vote on the matter", Found.LOST, ""),
    ]
    assert all(NEW[e.start : e.end] == e.quote for e in renewed.excerpts[:2])
    assert [e.id for e in unconfirmed(renewed)] == ["x2", "x3"]


def test_untouched_quote_blocks_follow_and_those_of_lost_excerpts_keep_their_words() -> None:
    renewed = new_version(_filed(), "S1", source(NEW))
    assert [b.text for b in renewed.section("energy").blocks] == [e.quote for e in renewed.excerpts]


def test_the_earlier_version_stays_and_lost_excerpts_are_cited_by_it() -> None:
    filed = _filed()
    renewed = new_version(filed, "S1", source(NEW))
    earlier = renewed.source("S1").earlier
    assert [(version.id, version.text) for version in earlier] == [("S1v1", OLD)]
    assert chip(renewed.source("S1"), renewed.excerpts[2]) == chip(filed.source("S1"), filed.excerpts[2]) == "S1 p3"
    removed = edits.remove_excerpt(renewed, "x3")
    assert len(removed.section("energy").blocks) == 2


def test_a_confirmed_excerpt_is_as_good_as_new() -> None:
    confirmed = confirm_excerpt(new_version(_filed(), "S1", source(NEW)), "x2")
    assert (confirmed.excerpt("x2").found, confirmed.excerpt("x2").was) == (Found.EXACT, "")
    assert confirm_excerpt(confirmed, "x2") is confirmed
    with pytest.raises(WrongUse, match="x3 does not stand in its source any more"):
        confirm_excerpt(confirmed, "x3")


def test_a_lost_excerpt_comes_back_with_its_words_and_a_changed_one_with_the_words_it_had() -> None:
    restored = new_version(new_version(_filed(), "S1", source(NEW)), "S1", source("Corrected.\n" + OLD))
    assert [(e.quote, e.found, e.was) for e in restored.excerpts] == [
        (e.quote, Found.MOVED, "") for e in _filed().excerpts
    ]
    assert [version.id for version in restored.source("S1").earlier] == ["S1v1", "S1v2"]
    assert [b.text for b in restored.section("energy").blocks] == [b.text for b in _filed().section("energy").blocks]


def test_an_excerpt_given_another_passage_is_found_again() -> None:
    renewed = new_version(_filed(), "S1", source(NEW))
    start = NEW.index("council's decision")
    mended = edits.shift_excerpt(renewed, "x3", start, start + len("council's decision"))
    assert mended.excerpt("x3").found is Found.EXACT
    assert mended.section("energy").blocks[2].text == "council's decision"


def test_what_the_analyst_said_of_the_source_stays_unless_the_new_version_says_otherwise() -> None:
    filed = edits.edit_record(_filed(), "S1", Record(title="Old", outlet="Post", reliability="B", marking="TLP:AMBER"))
    newer = replace(source(NEW), record=Record(title="New", retrieved="2025-01-02T03:04:05Z"))
    record = new_version(filed, "S1", newer).source("S1").record
    assert (record.title, record.outlet, record.reliability, record.marking) == ("New", "Post", "B", "TLP:AMBER")


def test_the_same_text_is_no_new_version() -> None:
    with pytest.raises(WrongUse, match="the same, letter for letter"):
        new_version(_filed(), "S1", source(OLD))


def test_every_version_is_saved_and_read_back(tmp_path: Path) -> None:
    twice = new_version(new_version(_filed(), "S1", source(NEW)), "S1", source("Corrected.\n" + NEW))
    twice = edits.add_source(twice, source("Another article."))
    stamp = save(twice, tmp_path / "a.brief")
    loaded = load(tmp_path / "a.brief")
    assert loaded.note == twice
    assert not loaded.damage
    save(twice, tmp_path / "b.brief", stamp)
    assert (tmp_path / "a.brief").read_bytes() == (tmp_path / "b.brief").read_bytes()


WORDS = st.lists(
    st.sampled_from(["the", "pact", "was", "kept", "é", "👩\u200d🚀", "“so”", "Évian.", "talks", "failed,\n"]),
    min_size=1,
    max_size=25,
)


@given(WORDS, WORDS, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=5))
def test_every_note_stays_sound_whatever_becomes_of_its_source(
    before: list[str], after: list[str], passages: list[tuple[float, float]]
) -> None:
    old, new = " ".join(before), " ".join(after)
    assume(old != new)
    filed = edits.add_source(note("# energy"), source(old))
    for one, other in passages:
        start, end = sorted(round(share * len(old)) for share in (one, other))
        if old[start:end].strip():
            filed = edits.file_excerpt(filed, "S1", start, end, "energy")
    renewed = new_version(filed, "S1", source(new))
    assert not list(unsound(renewed))
    assert len(renewed.excerpts) == len(filed.excerpts)
    for excerpt in renewed.excerpts:
        home = home_of(renewed.source("S1"), excerpt)
        assert home.text[excerpt.start : excerpt.end] == excerpt.quote
        assert (excerpt.was != "") == (excerpt.found is Found.CHANGED)


def test_a_passage_that_was_cut_out_is_not_taken_for_one_like_it_that_stood_elsewhere_all_along() -> None:
    alike = [
        f"The {side} quay will be closed to ferries from Monday until the end of the winter."
        for side in ("north", "south")
    ]
    text = f"{alike[0]} Nobody objected.\nThe mayor spoke for an hour about other matters.\n{alike[1]} Nobody objected."
    drawn = edits.add_source(note("# energy"), source(text))
    drawn = edits.file_excerpt(drawn, "S1", 0, len(alike[0]), "energy")
    shorter = "The mayor spoke for an hour about other matters.\n" + alike[1] + " Nobody objected."
    assert [excerpt.found for excerpt in new_version(drawn, "S1", source(shorter)).excerpts] == [Found.LOST]
    edited = text.replace("north quay", "northern quay")
    assert [excerpt.found for excerpt in new_version(drawn, "S1", source(edited)).excerpts] == [Found.CHANGED]

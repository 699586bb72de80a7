from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template, file_stem, is_note, open_desk, sample_article, write_note
from briefing.domain.edits import retitle
from briefing.domain.source import Kind


def test_a_desk_is_saved_opened_and_saved_again_over_its_own_file(tmp_path: Path) -> None:
    path = tmp_path / "note.brief"
    desk = Desk(new_note(default_template(), [sample_article()]))
    first = write_note(desk.note, path, desk.stamp)
    desk.mark_saved(first.note, first.path, first.stamp)
    desk.do("Retitle", lambda note: retitle(note, "Another title"))
    assert desk.is_dirty
    second = write_note(desk.note, path, desk.stamp)
    desk.mark_saved(second.note, second.path, second.stamp)
    assert not desk.is_dirty
    assert open_desk(path).note == desk.note


def test_the_sample_is_read_as_an_article_with_its_noise_folded() -> None:
    sample = sample_article()
    kinds = {passage.kind for passage in sample.passages}
    assert sample.record.title
    assert sample.record.updated
    assert {Kind.PARAGRAPH, Kind.HEADING, Kind.NOISE} <= kinds


def test_a_note_is_known_by_its_name() -> None:
    assert is_note(Path("A.BRIEF"))
    assert not is_note(Path("brief.txt"))


def test_a_long_title_is_cut_between_two_words() -> None:
    title = "What the ministers of the northern countries agreed on gas storage, pipelines, and joint purchases"
    assert file_stem(title, "note") == "What the ministers of the northern countries agreed on gas storage, pipelines"
    assert file_stem("word " * 16 + "more", "note") == ("word " * 16).strip()
    assert file_stem("x" * 90, "note") == "x" * 80


@given(st.text())
def test_any_title_gives_a_file_name_that_every_system_takes(title: str) -> None:
    stem = file_stem(title, "note")
    assert stem
    assert len(stem) <= 80
    assert not set(stem) & set('<>:"/\\|?*\n\0')
    assert stem == stem.strip(" .")

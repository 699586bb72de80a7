from hypothesis import given
from hypothesis import strategies as st

from briefing.domain import history
from briefing.domain.history import History
from briefing.domain.note import Note


def _titled(title: str) -> Note:
    return Note("n", title)


START = _titled("start")


def test_undo_and_redo_walk_the_steps_by_name() -> None:
    walked = History(START).commit("one", _titled("1")).commit("two", _titled("2"))
    assert (walked.undo_label, walked.redo_label) == ("two", "")
    back = walked.undo()
    assert (back.note.title, back.undo_label, back.redo_label) == ("1", "one", "two")
    assert back.undo().undo().note is START
    assert back.redo().note.title == "2"


def test_undo_at_the_beginning_and_redo_at_the_end_change_nothing() -> None:
    first = History(START)
    assert first.undo() is first
    assert first.redo() is first


def test_a_new_step_forgets_what_was_undone() -> None:
    branched = History(START).commit("one", _titled("1")).undo().commit("two", _titled("2"))
    assert branched.redo() is branched


def test_steps_of_one_key_within_half_a_second_are_one() -> None:
    typed = History(START).commit("type", _titled("a"), ("body",), 1.0).commit("type", _titled("ab"), ("body",), 1.5)
    assert typed.undo().note is START
    assert typed.commit("type", _titled("abc"), ("body",), 2.1).undo().note.title == "ab"


def test_another_key_a_seal_or_an_undo_begins_a_new_step() -> None:
    typed = History(START).commit("type", _titled("a"), ("body",), 1.0)
    assert typed.commit("type", _titled("b"), ("title",), 1.1).undo().note.title == "a"
    assert typed.seal().commit("type", _titled("b"), ("body",), 1.1).undo().note.title == "a"
    assert typed.undo().redo().commit("type", _titled("b"), ("body",), 1.1).undo().note.title == "a"


def test_undoing_back_to_what_was_saved_is_clean_again() -> None:
    worked = History(START, saved=START).commit("one", _titled("1"))
    assert worked.is_dirty
    assert not worked.undo().is_dirty
    assert not worked.commit("back", _titled("start")).is_dirty


def test_a_save_of_an_earlier_note_leaves_the_later_one_dirty() -> None:
    worked = History(START).commit("one", _titled("1"))
    assert worked.commit("two", _titled("2")).mark_saved(worked.note).is_dirty


def test_only_so_many_steps_are_kept() -> None:
    walked = History(START)
    for number in range(history.LIMIT + 10):
        walked = walked.commit("step", _titled(str(number)))
    assert len(walked.done) == history.LIMIT


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=30))
def test_undo_then_redo_is_where_one_was(moves: list[str]) -> None:
    walked = History(START)
    for number, move in enumerate(moves):
        walked = walked.commit("step", _titled(str(number))) if move == "do" else getattr(walked, move)()
    there = walked.undo()
    assert there is walked or there.redo().note is walked.note

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.domain import edits
from briefing.domain.errors import BriefingError
from briefing.domain.history import History
from briefing.domain.note import Note, Style, Words, block
from briefing.io import journal
from briefing.io.journal import Beginning, Journal, read_history, read_told
from tests.builders import draw, note, source

DRAWING = "S1: The pact was signed.\n# energy\n> @S1:4-8\n# risks"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "recovery" / "x.journal"


def _nothing(_: str) -> None:
    return None


def _read(path: Path) -> History:
    return read_history(path, _nothing)


def _chain(history: History) -> list[tuple[str, Note]]:
    steps = [(step.label, step.before) for step in history.done]
    return [*steps, ("", history.note), *((step.label, step.before) for step in reversed(history.undone))]


def _typed(history: History, words: str, *, merge: bool = False) -> History:
    body = [*history.note.section("risks").blocks, block(Style.PARAGRAPH, [Words(words)])]
    after = edits.write_body(history.note, "risks", body)
    return history.commit(f"Type {words}", after, ("risks",) if merge else ())


def test_a_history_is_read_again_with_all_its_steps(path: Path) -> None:
    start = note(DRAWING)
    history = _typed(_typed(_typed(History(start, saved=start), "one"), "two"), "three").undo()
    written = Journal(path)
    written.write(history, None, 0, 1.0)
    written.close()
    read = _read(path)
    assert _chain(read) == _chain(history)
    assert (read.undo_label, read.redo_label) == ("Type two", "Type three")
    assert read.saved == start
    assert read.undo().undo().note is read.saved


def test_parts_that_a_step_did_not_touch_are_the_same_objects_again(path: Path) -> None:
    history = _typed(History(note(DRAWING)), "one")
    written = Journal(path)
    written.write(history, None, 0, 1.0)
    written.close()
    read = _read(path)
    assert read.note.section("energy") is read.undo().note.section("energy")
    assert read.note.sources[0].text is read.undo().note.sources[0].text


def test_random_work_is_followed_step_by_step(path: Path) -> None:
    chance = random.Random(7)  # nothing secret
    history = History(note(DRAWING))
    written = Journal(path)
    for number in range(300):
        match chance.randrange(8):
            case 0:
                history = history.undo()
            case 1:
                history = history.redo()
            case 2:
                after = edits.file_excerpt(
                    history.note, "S1", number % 9, 9 + number % 9, chance.choice(["risks", None])
                )
                history = history.commit("File", after)
            case 3:
                history = history.commit("Add", edits.add_source(history.note, source(f"Article {number}.")))
            case 4 if history.note.excerpts:
                last = chance.choice(history.note.excerpts).id
                history = history.commit("Remove", edits.remove_excerpt(history.note, last))
            case 5:
                history = history.mark_saved(history.note)
            case 6:
                history = history.commit("Title", edits.retitle(history.note, str(number)))
            case _:
                history = _typed(history, str(number), merge=chance.random() < 0.5)
        if chance.random() < 0.3:
            written.write(history, None, 0, float(number))
            read = _read(path)
            assert draw(read.note) == draw(history.note)
            assert _chain(read) == _chain(history)
            assert read.is_dirty == (history.saved is None or history.is_dirty)


def test_steps_that_the_history_forgets_do_not_break_the_journal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.domain.history.LIMIT", 5)
    monkeypatch.setattr(journal, "MOST_ROWS", 12)
    history = History(note(DRAWING))
    written = Journal(path)
    for number in range(40):
        history = _typed(history, str(number))
        written.write(history, None, 0, 1.0)
        read = _read(path)
        assert read.note == history.note
        assert [step.before for step in read.done[-5:]] == [step.before for step in history.done]


def test_one_typed_word_writes_only_its_section(path: Path) -> None:
    large = edits.add_source(note(DRAWING), source("word " * 200_000))
    history = History(large)
    written = Journal(path)
    written.write(history, None, 0, 1.0)
    before = _sizes(path, "blobs", "data")
    written.write(_typed(history, "one"), None, 0, 2.0)
    assert _sizes(path, "blobs", "data") == before
    assert _sizes(path, "steps", "delta")[-1] < 200
    written.close()


def test_one_typed_word_in_a_long_section_writes_only_its_block(path: Path) -> None:
    body = [block(Style.PARAGRAPH, [Words(f"Paragraph {number}.")]) for number in range(2000)]
    history = History(edits.write_body(note(DRAWING), "risks", body))
    written = Journal(path)
    written.write(history, None, 0, 1.0)
    body[1000] = block(Style.PARAGRAPH, [Words("Another word.")])
    history = history.commit("Type", edits.write_body(history.note, "risks", body))
    written.write(history, None, 0, 2.0)
    assert _sizes(path, "steps", "delta")[-1] < 200
    assert _read(path).note == history.note
    written.close()


def test_what_is_put_back_in_the_middle_stands_in_the_middle_again(path: Path) -> None:
    filed = note(DRAWING)
    for place in range(4):
        filed = edits.file_excerpt(filed, "S1", place, place + 4, None)
    history = History(filed).commit("Remove", edits.remove_excerpt(filed, "x2"))
    back = History(history.note).commit("Put back", filed)
    written = Journal(path)
    written.write(back, None, 0, 1.0)
    assert _read(path).note == filed
    written.close()


def _sizes(path: Path, table: str, column: str) -> list[int]:
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute(f"SELECT length({column}) FROM {table} ORDER BY rowid").fetchall()  # noqa: S608  # own names
    return [int(row[0]) for row in rows]


def test_a_note_encoded_beforehand_is_read_again_like_any_other(path: Path) -> None:
    start = note(DRAWING)
    history = _typed(History(start, saved=start), "one")
    written = Journal(path, Beginning(history.first, (), None))
    written.write(history, None, 0, 1.0)
    further = _typed(history, "two")
    written.write(further, None, 0, 2.0)
    assert _chain(_read(path)) == _chain(further)


def test_another_note_than_the_one_encoded_beforehand_is_written_as_it_is(path: Path) -> None:
    written = Journal(path, Beginning(note(DRAWING), (), None))
    history = _typed(History(note("= Other\nS1: Nothing was signed.\n# risks")), "one")
    written.write(history, None, 0, 1.0)
    assert _chain(_read(path)) == _chain(history)


def test_what_the_file_of_the_note_holds_is_not_written_again(path: Path) -> None:
    kept = edits.add_source(note(DRAWING), source("Original."))
    original = kept.sources[1].original
    written = Journal(path, Beginning(None, [(original, "its hash")], None))
    written.write(History(kept), None, 0, 1.0)
    written.close()
    assert read_history(path, {"its hash": original}.get).note == kept
    assert _read(path).note.sources[1].original == b""


def test_a_journal_is_its_owners_alone_and_leaves_nothing_behind(path: Path) -> None:
    written = Journal(path)
    written.write(History(note(DRAWING)), Path("pact.brief"), 5, 1.0)
    assert all(name.stat().st_mode & 0o077 == 0 for name in path.parent.iterdir())
    assert path.parent.stat().st_mode & 0o077 == 0
    told = read_told(path)
    assert (told.path, told.fingerprint, told.owner.is_alive) == (str(Path("pact.brief").absolute()), 5, True)
    written.remove()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no database at all, only words", b"SQLite format 3\0" + bytes(200)])
def test_a_journal_that_cannot_be_read_is_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.journal"
    path.write_bytes(content)
    with pytest.raises(BriefingError, match="cannot be read"):
        read_told(path)


def test_a_write_that_fails_leaves_what_was_written_before(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    history = _typed(History(note(DRAWING)), "one")
    written = Journal(path)
    written.write(history, None, 0, 1.0)
    with monkeypatch.context() as patch:
        patch.setattr(journal, "me", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            written.write(_typed(history, "two"), None, 0, 2.0)
    assert _read(path).note == history.note
    written.write(_typed(history, "three"), None, 0, 3.0)
    assert _read(path).undo_label == "Type three"

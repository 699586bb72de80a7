"""What was sent out stays known: when, how, its words, and its very bytes."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from briefing.app.desk import Desk
from briefing.app.editions import compared, edition, editions, send, write_again
from briefing.app.opening import open_desk, write_note
from briefing.domain import edits
from briefing.domain.errors import WrongUse
from briefing.domain.options import Options, Recipe
from briefing.domain.snapshot import Reason
from briefing.io.recipes import find_recipe
from tests.notes import whole_note

NOON = datetime(2025, 11, 17, 12, tzinfo=UTC)


def _reopened(desk: Desk) -> Desk:
    assert desk.path is not None
    saved = write_note(desk.note, desk.path, desk.stamp, snapshots=desk.snapshots)
    desk.mark_saved(saved.note, saved.path, saved.stamp)
    return open_desk(desk.path)


@pytest.mark.parametrize("suffix", [".docx", ".md", ".pdf", ".html"])
def test_an_edition_is_written_again_to_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    desk = Desk(whole_note(), tmp_path / "note.brief")
    sent = tmp_path / f"sent{suffix}"
    send(desk, sent, find_recipe("assessment"), NOON)
    desk.do("Retitle", lambda note: edits.retitle(note, "Another title"))
    desk = _reopened(desk)
    (found,) = editions(desk)
    assert found.sent is not None
    assert found.sent.sha256 == sha256(sent.read_bytes()).hexdigest()
    assert (found.reason, found.name, found.sent.file_name) == (Reason.EDITION, "Assessment", sent.name)
    assert write_again(found, tmp_path / f"again{suffix}") == ()
    assert (tmp_path / f"again{suffix}").read_bytes() == sent.read_bytes()
    assert desk.note.title == "Another title"


def test_two_editions_are_compared_word_by_word(tmp_path: Path) -> None:
    desk = Desk(whole_note(), tmp_path / "note.brief")
    send(desk, tmp_path / "one.md", Recipe("r", "First"), NOON)
    desk.do("Retitle", lambda note: edits.retitle(note, "Harbour summit: what to fear"))
    send(desk, tmp_path / "two.md", Recipe("r", "Second"), NOON)
    parts = list(compared(edition(desk, 1).note, edition(desk, 2).note))
    assert [title for title, _ in parts] == [""]
    gone = [(p.old.strip(), p.new.strip()) for p in parts[0][1] if not p.is_same]
    assert gone == [("expect", "fear")]
    assert list(compared(edition(desk, 2).note, desk.note)) == []


def test_a_refused_export_is_not_recorded(tmp_path: Path) -> None:
    desk = Desk(whole_note(), tmp_path / "note.brief")
    with pytest.raises(Exception, match="marked TLP:AMBER"):
        send(desk, tmp_path / "out.md", Recipe("r", "R", options=Options(ceiling="TLP:GREEN")), NOON)
    assert editions(desk) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_number_or_suffix_is_wrong_use(tmp_path: Path) -> None:
    desk = Desk(whole_note(), tmp_path / "note.brief")
    with pytest.raises(WrongUse, match="nothing was sent out yet"):
        edition(desk, 1)
    send(desk, tmp_path / "one.md", Recipe("r", "R"), NOON)
    with pytest.raises(WrongUse, match=r"sent out as \.md"):
        write_again(edition(desk, 1), tmp_path / "again.docx")


def test_a_new_title_of_a_section_and_the_front_matter_are_compared_too() -> None:
    note = whole_note()
    after = edits.retitle_section(note, "energy", "Gas and power")
    after = edits.set_front(after, replace(note.front, audience="The minister"))
    parts = {title: "".join(p.new for p in passages) for title, passages in compared(note, after)}
    assert list(parts) == ["Front matter", "Gas and power"]
    assert parts["Front matter"].startswith("The minister\n")
    assert parts["Gas and power"].startswith("Gas and power\n")
    assert "A gas link" in parts["Gas and power"]

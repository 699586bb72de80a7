import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import edits
from briefing.domain.anchor import Found
from briefing.domain.errors import BriefingError
from briefing.domain.note import Note
from briefing.domain.snapshot import Snapshot
from briefing.domain.soundness import unsound
from briefing.io.container import pack, written
from briefing.io.readers import read
from briefing.io.repair import Repaired, repair
from briefing.io.secret import Sealed, make_secret
from briefing.io.store import save
from tests.builders import draw, note

DRAWING = (
    "= Pact\nS1: The pact was signed.\nS2: It was kept by both.\n# energy\n> @S1:4-8\nown words @x1\n# risks\n> @S2:0-6"
)


def _text(original: bytes, name: str) -> str:
    return read(original, name).text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "pact.brief"
    save(note(DRAWING), path, snapshots=[Snapshot(note(DRAWING), "2026-03-12", "First")])
    return path


def _repair(path: Path) -> Repaired:
    before = path.read_bytes()
    repaired = repair(path, _text)
    assert path.read_bytes() == before
    assert list(unsound(repaired.note)) == []
    return repaired


def _with(path: Path, name: str, content: bytes | None) -> None:
    with zipfile.ZipFile(path) as old:
        contents = {entry: old.read(entry) for entry in old.namelist()} | {name: content}
    members = (pack(entry, data) for entry, data in contents.items() if data is not None)
    path.write_bytes(b"".join(chunk for chunk in written(members) if isinstance(chunk, bytes)))


def test_a_whole_note_loses_nothing(path: Path) -> None:
    repaired = _repair(path)
    assert repaired.losses == ()
    assert repaired.note == note(DRAWING)
    assert [s.name for s in repaired.snapshots] == ["First"]


def test_without_its_directory_nothing_is_lost(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"PK\1\2")])
    assert _repair(path).note == note(DRAWING)


def test_a_damaged_text_is_read_again_from_its_original(path: Path) -> None:
    _with(path, "sources/S1/text.txt", b"Something else")
    repaired = _repair(path)
    assert repaired.note == note(DRAWING)
    assert repaired.losses == ()


def test_a_lost_text_leaves_the_words_of_its_excerpts(path: Path) -> None:
    _with(path, "sources/S1/text.txt", None)
    _with(path, "sources/S1/original.bin", None)
    _with(path, "sources/S1/original.txt", None)
    repaired = _repair(path)
    assert "The text of S1 (“”) is lost." in repaired.losses
    assert [(e.quote, e.found) for e in repaired.note.excerpts] == [("pact", Found.LOST), ("It was", Found.EXACT)]
    assert repaired.note.sections == note(DRAWING).sections


def test_a_note_cut_in_its_listing_keeps_the_lines_that_are_whole(path: Path) -> None:
    with zipfile.ZipFile(path) as file:
        listing = file.read("note.json")
    at = listing.index(b'"excerpts"')
    _with(path, "note.json", listing[: listing.index(b"\n", at + 30) + 20])
    repaired = _repair(path)
    assert repaired.losses[0].startswith("The note itself is damaged")
    assert repaired.note.title == "Pact"
    assert [s.text for s in repaired.note.sources] == [s.text for s in note(DRAWING).sources]
    assert [e.quote for e in repaired.note.excerpts] == ["pact"]
    assert draw(repaired.note).endswith("# energy\n> pact @x1\nown words @x1\n# risks\n> It was")


def test_sources_are_saved_when_the_note_is_gone(path: Path) -> None:
    _with(path, "note.json", None)
    repaired = _repair(path)
    assert [(s.id, s.text) for s in repaired.note.sources] == [(s.id, s.text) for s in note(DRAWING).sources]


def test_a_note_of_a_newer_format_is_left_to_a_newer_program(path: Path) -> None:
    _with(path, "note.json", b'{"format": 9}')
    with pytest.raises(BriefingError, match="newer Briefing"):
        repair(path, _text)


def test_a_protected_note_is_repaired_with_its_passphrase(path: Path) -> None:
    save(note(DRAWING), path, secret=make_secret("open", cost=4), is_replacing=True)
    with pytest.raises(Sealed):
        repair(path, _text)
    assert repair(path, _text, "open").note == note(DRAWING)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(BriefingError, match="passphrase"):
        repair(path, _text, "open")


def test_what_is_no_note_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "letter.brief"
    path.write_bytes(b"Dear reader, " * 50)
    with pytest.raises(BriefingError, match="Nothing of a note was found"):
        repair(path, _text)


@settings(max_examples=150)
@given(data=st.data())
def test_whatever_is_broken_the_rest_is_saved_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("broken") / "broken.brief"
    save(note(DRAWING), path)
    content = bytearray(path.read_bytes()[: data.draw(st.integers(1, path.stat().st_size))])
    for _ in range(data.draw(st.integers(0, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    try:
        repaired = _repair(path)
    except BriefingError:
        return
    out = path.with_name("out.brief")
    save(repaired.note, out)
    assert isinstance(edits.retitle(repaired.note, "x"), Note)

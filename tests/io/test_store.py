import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import edits
from briefing.domain.anchor import Found
from briefing.domain.errors import BriefingError, FileChanged
from briefing.domain.note import Front, Note, Style, Words, block
from briefing.domain.source import Kind, Passage, Record, Source
from briefing.io.container import pack, written
from briefing.io.store import load, save
from tests.builders import blocks, draw, note, source, sources

DRAWING = """
= Pact
S1: The pact was signed.
  : It was kept.
S2: 👍 Tokyo
# energy / draft
> @S1:4-8
own words @x1 and **bold**
# risks
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pact.brief"


def _full() -> Note:
    record = Record(
        title="A",
        authors=("B", "C"),
        outlet="D",
        published="2025-11-17T09:00+09:00",
        language="en",
        address="https://example.org/",
        media_type="text/html",
        file_name="a.html",
        sha256="00",
        reliability="B",
        credibility="2",
    )
    passages = (Passage(Kind.HEADING, 0, 5, 1, 2), Passage(Kind.NOISE, 6, 11, 2))
    full = edits.add_source(note(DRAWING), Source("Title\nNoise", passages, record, b"<p>\0raw"))
    return edits.set_front(edits.set_marking(full, "TLP:AMBER"), Front(author="Me", date="2025-11-17", language="de"))


def test_what_was_saved_is_read_again(path: Path) -> None:
    full = _full()
    save(full, path)
    loaded = load(path)
    assert loaded.note == full
    assert loaded.damage == ()


@settings(deadline=None, max_examples=60)
@given(st.lists(sources(), max_size=2), st.lists(blocks(), max_size=4), st.text(max_size=8))
def test_any_note_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, articles: list[Source], body: list[object], title: str
) -> None:
    any_note = edits.retitle(note("# energy"), title)
    for article in articles:
        any_note = edits.add_source(any_note, article)
        any_note = edits.file_excerpt(any_note, any_note.sources[-1].id, 0, len(article.text), "energy", title)
    any_note = edits.write_body(any_note, "energy", (*any_note.section("energy").blocks, *body))  # type: ignore[arg-type]
    path = tmp_path_factory.mktemp("any") / "any.brief"
    save(any_note, path)
    read = load(path)
    assert draw(read.note) == draw(any_note)
    assert read.note == any_note
    assert read.damage == ()


def test_the_same_note_saves_to_the_same_bytes(path: Path, tmp_path: Path) -> None:
    stamp = save(_full(), path)
    save(_full(), tmp_path / "again.brief")
    assert path.read_bytes() == (tmp_path / "again.brief").read_bytes()
    save(load(path).note, path, load(path).stamp)
    assert path.read_bytes() == (tmp_path / "again.brief").read_bytes()
    assert stamp.fingerprint == load(path).stamp.fingerprint


def test_any_tool_can_open_a_note(path: Path) -> None:
    save(_full(), path)
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        assert file.namelist()[:2] == ["mimetype", "note.json"]
        assert file.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert file.read("mimetype") == b"application/vnd.briefing.note+zip"
        assert json.loads(file.read("note.json"))["format"] == 1
        assert file.read("sources/S1/text.txt").decode() == "The pact was signed.\nIt was kept."
        assert file.read("sources/S3/original.html") == b"<p>\0raw"
        assert json.loads(file.read("sources/S3/passages.json"))[0]["kind"] == "heading"


def test_a_note_packed_again_by_another_tool_is_read(path: Path, tmp_path: Path) -> None:
    save(_full(), path)
    other = tmp_path / "other.brief"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        new.mkdir("sources")
        for name in sorted(old.namelist()):
            new.writestr(name, old.read(name))
    assert load(other).note == _full()


def test_parts_that_did_not_change_are_copied_as_they_are(path: Path) -> None:
    text = "".join(f"Line {n} of the article.\n" for n in range(2000)).strip()
    save(edits.add_source(note("# a"), source(text)), path)
    level_one = _repacked(path, "sources/S1/text.txt")
    loaded = load(path)
    save(edits.retitle(loaded.note, "New"), path, loaded.stamp)
    with zipfile.ZipFile(path) as file:
        assert file.getinfo("sources/S1/text.txt").compress_size == level_one
    assert load(path).note.sources[0].text == text


def _repacked(path: Path, name: str) -> int:
    """Pack one member worse than the program does, so that a copy of it can be told."""
    with zipfile.ZipFile(path) as old:
        contents = {entry: old.read(entry) for entry in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for entry, content in contents.items():
            new.writestr(entry, content)
        return new.getinfo(name).compress_size


def test_saving_elsewhere_works_when_the_first_file_is_gone(path: Path, tmp_path: Path) -> None:
    save(_full(), path)
    loaded = load(path)
    path.unlink()
    save(loaded.note, tmp_path / "other.brief", loaded.stamp)
    assert load(tmp_path / "other.brief").note == _full()


def test_unknown_members_are_kept(path: Path) -> None:
    save(_full(), path)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("later/thing.bin", b"from a later version" * 50)
    loaded = load(path)
    save(edits.retitle(loaded.note, "New"), path, loaded.stamp)
    again = load(path)
    save(again.note, path, again.stamp)
    with zipfile.ZipFile(path) as file:
        assert file.read("later/thing.bin") == b"from a later version" * 50
        assert file.testzip() is None


def test_a_file_that_another_program_changed_is_not_written_over(path: Path) -> None:
    save(_full(), path)
    loaded = load(path)
    save(edits.retitle(loaded.note, "Theirs"), path, loaded.stamp)
    with pytest.raises(FileChanged, match=r"was changed by another program at .* nothing was written"):
        save(edits.retitle(loaded.note, "Mine"), path, loaded.stamp)
    assert load(path).note.title == "Theirs"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_change_is_seen_although_size_and_time_are_the_same(path: Path) -> None:
    save(edits.retitle(_full(), "Pact1"), path)
    state = path.stat()
    loaded = load(path)
    other = path.with_name("other.brief")
    save(edits.retitle(_full(), "Pact2"), other)
    assert other.stat().st_size == state.st_size
    path.write_bytes(other.read_bytes())
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    with pytest.raises(FileChanged):
        save(loaded.note, path, loaded.stamp)


def test_a_file_that_was_only_touched_is_written(path: Path) -> None:
    save(_full(), path)
    loaded = load(path)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    save(edits.retitle(loaded.note, "New"), path, loaded.stamp)
    assert load(path).note.title == "New"


def test_a_file_that_was_removed_is_written_again(path: Path) -> None:
    save(_full(), path)
    loaded = load(path)
    path.unlink()
    save(loaded.note, path, loaded.stamp)
    assert load(path).note == _full()


def test_the_stamp_of_a_save_serves_the_next_one(path: Path) -> None:
    stamp = save(_full(), path)
    stamp = save(edits.retitle(_full(), "Two"), path, stamp)
    save(edits.retitle(_full(), "Three"), path, stamp)
    assert load(path).note.title == "Three"


def test_another_file_that_is_there_is_not_replaced_unless_told(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"precious")
    stamp = save(_full(), path)
    for known in (None, stamp):
        with pytest.raises(BriefingError, match="is there already"):
            save(_full(), other, known)
    assert other.read_bytes() == b"precious"
    save(_full(), other, stamp, is_replacing=True)
    assert load(other).note == _full()


@pytest.mark.parametrize("keep", [0, 1, 3, 30, 200, 900, -1, -10])
def test_a_file_cut_off_is_one_sentence_and_stays_as_it_is(keep: int, path: Path) -> None:
    save(_full(), path)
    cut = path.read_bytes()[:keep]
    path.write_bytes(cut)
    with pytest.raises(BriefingError, match=r"“pact\.brief” cannot be opened: .*\. The file was left as it is\.$"):
        load(path)
    assert path.read_bytes() == cut


def test_a_foreign_file_is_refused(path: Path) -> None:
    path.write_bytes(b"Dear reader, this is a letter and no note at all.")
    with pytest.raises(BriefingError, match="is not a briefing note"):
        load(path)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    with pytest.raises(BriefingError, match="is not a briefing note"):
        load(path)


def test_a_folder_and_a_missing_file_are_named(path: Path) -> None:
    with pytest.raises(BriefingError, match="is not there"):
        load(path)
    with pytest.raises(BriefingError, match="is no file"):
        load(path.parent)


def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(BriefingError, match="is no file"):
        load(path)


def _with(path: Path, name: str, content: bytes) -> None:
    """Replace one member of a note file."""
    with zipfile.ZipFile(path) as old:
        contents = {entry: old.read(entry) for entry in old.namelist()} | {name: content}
    members = (pack(entry, data, is_stored=entry == "mimetype") for entry, data in contents.items())
    path.write_bytes(b"".join(chunk for chunk in written(members) if isinstance(chunk, bytes)))


@pytest.mark.parametrize(
    ("listing", "reason"),
    [
        (b"", "it is not JSON"),
        (b"[]", "no format number"),
        (b'{"format": true}', "no format number"),
        (b'{"format": 1}', "no list of sections"),
        (b'{"format": 1, "sections": [], "sources": [], "excerpts": []}', "Note.id is missing"),
        (b'{"format": 1, "id": 7, "sections": [], "sources": [], "excerpts": []}', "Note.id: not of the kind str"),
        (b'{"format": 1, "id": "", "sections": [{"key": 1}], "sources": [], "excerpts": []}', "Section.key"),
        (b"[" * 100_000, "it is not JSON"),
        (b'{"format": NaN}', "it is not JSON"),
        (b'{"format": ' + b"9" * 5000 + b"}", "it is not JSON"),
        (b'{"format": 1, "sections": [], "sources": [{"id": "../x", "files": {}}], "excerpts": []}', "no proper id"),
    ],
)
def test_a_misshapen_note_is_refused(listing: bytes, reason: str, path: Path) -> None:
    save(_full(), path)
    _with(path, "note.json", listing)
    with pytest.raises(BriefingError, match=reason):
        load(path)


def test_a_newer_format_is_refused_with_its_number_and_what_to_do(path: Path) -> None:
    save(_full(), path)
    _with(path, "note.json", b'{"format": 99}')
    with pytest.raises(BriefingError, match=r"format 99 .* reads up to 1; open it with a newer Briefing"):
        load(path)


def test_a_damaged_text_is_named_and_the_rest_opens(path: Path, tmp_path: Path) -> None:
    save(_full(), path)
    _with(path, "sources/S1/text.txt", b"Somebody else's words.")
    loaded = load(path)
    assert loaded.damage[0] == "The text of S1 (“untitled”) is damaged."
    assert loaded.note.sources[1:] == _full().sources[1:]
    assert loaded.note.sections == _full().sections
    assert (loaded.note.excerpts[0].quote, loaded.note.excerpts[0].found) == ("pact", Found.LOST)
    with pytest.raises(BriefingError, match="is damaged and was left as it is"):
        save(loaded.note, path, loaded.stamp)
    save(loaded.note, tmp_path / "copy.brief", loaded.stamp)
    assert load(tmp_path / "copy.brief").damage == ()


def test_a_damaged_original_is_named_and_its_text_is_whole(path: Path) -> None:
    save(_full(), path)
    _with(path, "sources/S3/original.html", b"other")
    loaded = load(path)
    assert loaded.damage == ("The original file of S3 (“A”) is damaged.",)
    assert replace(loaded.note.sources[2], original=b"<p>\0raw") == _full().sources[2]


def test_damaged_passages_become_lines(path: Path) -> None:
    save(_full(), path)
    _with(path, "sources/S1/passages.json", b"{}")
    loaded = load(path)
    assert "division into paragraphs of S1" in loaded.damage[0]
    assert loaded.note.sources[0].passages == _full().sources[0].passages


def test_an_excerpt_that_says_something_else_is_found_again(path: Path) -> None:
    full = _full()
    wrong = replace(full.excerpts[0], anchor=replace(full.excerpts[0].anchor, start=5, end=9))
    save(replace(full, excerpts=(wrong,)), path)
    loaded = load(path)
    assert "x1 does not say what stands at its place" in loaded.damage[0]
    assert (loaded.note.excerpts[0].start, loaded.note.excerpts[0].found) == (4, Found.MOVED)


def test_half_a_surrogate_pair_does_not_keep_a_note_from_being_saved(path: Path) -> None:
    odd = edits.write_body(_full(), "risks", [block(Style.PARAGRAPH, [Words("a\ud83d")])])
    save(odd, path)
    assert load(path).note.section("risks").blocks[0].text == "a�"


def test_a_text_of_one_letter_a_million_times_is_saved_and_read(path: Path) -> None:
    endless = edits.add_source(note("# a"), source("a" * 1_000_000))
    save(endless, path)
    assert load(path).note == endless

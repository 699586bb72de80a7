"""A note goes out whole or not at all, and every refusal is one plain sentence."""

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from briefing.app.export import composed, export, written
from briefing.domain.edits import write_body
from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.options import Citing, Counting, Notes, Options, Page, Recipe
from briefing.io.scales import find_scale
from briefing.io.writers import SUFFIXES
from tests.notes import whole_note


def test_the_suffix_says_the_format(tmp_path: Path) -> None:
    export(whole_note(), tmp_path / "note.docx")
    export(whole_note(), tmp_path / "note.MD")
    export(whole_note(), tmp_path / "note.pdf")
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "note.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "note.MD").read_text("utf-8").startswith("---\n")


@pytest.mark.parametrize("name", ["note", "note.pages", "note.doc"])
def test_an_unknown_format_is_wrong_use(name: str, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"use one of \.docx, "):
        export(whole_note(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="nowhere” is not there"):
        export(whole_note(), tmp_path / "nowhere" / "note.md")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "note.md").mkdir()
    with pytest.raises(BriefingError, match="is a folder"):
        export(whole_note(), tmp_path / "note.md")


def test_a_write_protected_file_stays_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.write_text("kept")
    target.chmod(0o444)
    with pytest.raises(BriefingError, match="write-protected"):
        export(whole_note(), target)
    assert target.read_text() == "kept"


@pytest.mark.parametrize("lock", [".~lock.note.docx#", "~$te.docx", "~$note.docx"])
def test_a_document_that_is_open_elsewhere_stays_as_it_is(lock: str, tmp_path: Path) -> None:
    target = tmp_path / "note.docx"
    target.write_text("kept")
    (tmp_path / lock).write_text("")
    with pytest.raises(BriefingError, match="open in another program"):
        export(whole_note(), target)
    assert target.read_text() == "kept"


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "note.docx"
    target.write_text("kept")

    def refuse(_handle: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", refuse)
    with pytest.raises(BriefingError, match="no room left on the disk"):
        export(whole_note(), target)
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["note.docx"]
    assert target.read_text() == "kept"


def test_the_same_note_gives_the_same_file(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        export(whole_note(), tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_note_above_the_ceiling_of_a_recipe_stays_in(tmp_path: Path) -> None:
    recipe = Recipe("outside", "Outside", options=Options(ceiling="TLP:GREEN"))
    with pytest.raises(BriefingError, match="The note is marked TLP:AMBER and the recipe lets out TLP:GREEN at most"):
        export(whole_note(), tmp_path / "note.docx", recipe)
    assert list(tmp_path.iterdir()) == []


def test_a_recipe_takes_the_styles_of_a_reference(tmp_path: Path) -> None:
    reference = tmp_path / "house.docx"
    opened = docx.Document()
    opened.styles["Title"].font.name = "Office Face"
    opened.save(str(reference))
    export(whole_note(), tmp_path / "note.docx", Recipe("r", "R", reference=str(reference)))
    assert docx.Document(str(tmp_path / "note.docx")).styles["Title"].font.name == "Office Face"


def test_a_missing_reference_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="reference document of the recipe cannot be read"):
        export(whole_note(), tmp_path / "note.docx", Recipe("r", "R", reference=str(tmp_path / "none.docx")))


READ = ("docx", "pdf", "md", "html")


@pytest.mark.parametrize(
    ("changed", "formats"),
    [
        ({"page": Page.LETTER}, ("docx", "pdf")),
        ({"notes": Notes.END}, ("docx", "pdf")),
        ({"citing": Citing.SHORT}, READ),
        ({"citing": Citing.AUTHOR_DATE}, READ),
        ({"counting": Counting.HEADINGS}, READ),
        ({"counting": Counting.PARAGRAPHS}, READ),
        ({"has_empty_sections": False}, READ),
        ({"has_source_list": False}, READ),
        ({"has_source_summary": True}, READ),
        ({"has_annex": True}, (*READ, "jsonld", "qdpx", "csv")),
        ({"has_comments": True}, (*READ, "jsonld", "qdpx", "csv")),
        ({"has_anchors": False}, ("docx",)),
        ({"scale": find_scale("icd203")}, READ),
        ({"ceiling": "TLP:AMBER"}, (*READ, "jsonld", "qdpx", "csv", "bib", "ris", "json")),
        ({"standards": ("a-2b",)}, ("pdf",)),
    ],
)
def test_every_option_changes_what_is_written_and_nothing_else_does(
    changed: dict[str, Any], formats: tuple[str, ...]
) -> None:
    note = replace(write_body(whole_note(), "security", ()), title="A deal is likely", marking="")
    first, *others = note.sources
    closed = replace(first, record=replace(first.record, marking="TLP:RED"))
    note = replace(note, sources=(closed, *others))
    for suffix in SUFFIXES:
        plain, other = (Recipe("x", "x", options=Options(**options)) for options in ({}, changed))
        before, after = (written(composed(note, recipe, suffix), suffix, recipe) for recipe in (plain, other))
        assert (before != after) is (suffix[1:] in formats), suffix


def test_an_empty_reference_is_not_taken_for_the_style_of_the_house(tmp_path: Path) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    recipe = Recipe("mine", "Mine", reference=str(tmp_path / "empty.docx"))
    with pytest.raises(BriefingError, match="cannot be read as a DOCX"):
        export(whole_note(), tmp_path / "note.docx", recipe)
    assert not (tmp_path / "note.docx").exists()

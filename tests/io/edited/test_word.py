"""Word documents that come back: untouched, edited as Word edits, and saved again by LibreOffice."""

import re
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from briefing.domain.document import compose
from briefing.domain.errors import BriefingError
from briefing.domain.note import Citation, Note, Style, Words
from briefing.domain.options import Citing, Counting, Options
from briefing.domain.readback import Kind, ReadBack, accept, read_back
from briefing.io.edited.word import read_word
from briefing.io.writers.docx import write
from tests.notes import whole_note
from tests.random_notes import random_note, random_options

INSERTED = '<w:ins w:id="900" w:author="Reviewer" w:date="2025-11-18T09:00:00Z">{}</w:ins>'
DELETED = '<w:del w:id="901" w:author="Reviewer" w:date="2025-11-18T09:00:00Z">{}</w:del>'


def _read(note: Note, data: bytes, options: Options | None = None) -> ReadBack:
    sent = compose(note, options)
    return read_back(sent, read_word(data, sent))


def _edited(data: bytes, change: Callable[[str], str]) -> bytes:
    """A DOCX with its main part changed."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                changed = change(content.decode())
                assert changed != content.decode()
                content = changed.encode()
            new.writestr(name, content)
    return out.getvalue()


def _run(words: str) -> str:
    return f'<w:r w:rsidR="00A1"><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize("citing", list(Citing))
@pytest.mark.parametrize("counting", list(Counting))
def test_an_untouched_document_proposes_nothing(citing: Citing, counting: Counting) -> None:
    options = Options(citing=citing, counting=counting, has_annex=True, has_source_summary=True)
    found = _read(whole_note(), write(compose(whole_note(), options)), options)
    assert found == ReadBack(())


@pytest.mark.parametrize("seed", range(20))
def test_an_untouched_random_document_proposes_nothing(seed: int) -> None:
    note, options = random_note(seed), random_options(seed)
    found = _read(note, write(compose(note, options)), options)
    assert [p for p in found.proposals if p.kind is not Kind.COMMENTED] == []


def test_split_runs_are_no_change() -> None:
    def split(xml: str) -> str:
        return xml.replace(
            "Two sessions and a ", 'Two ses</w:t></w:r><w:r w:rsidR="00B2"><w:t xml:space="preserve">sions and a '
        )

    assert _read(whole_note(), _edited(write(compose(whole_note())), split)).proposals == ()


def test_tracked_changes_are_taken_as_accepted_and_say_whose_they_are() -> None:
    def track(xml: str) -> str:
        gone = DELETED.format('<w:r><w:delText xml:space="preserve">Two sessions and a </w:delText></w:r>')
        return xml.replace(_plain("Two sessions and a "), gone + INSERTED.format(_run("Three sessions and a ")), 1)

    note = whole_note()
    (change,) = _read(note, _edited(write(compose(note)), track)).proposals
    assert (change.kind, change.section, change.authors) == (Kind.CHANGED, "agenda", ("Reviewer",))
    assert change.after is not None
    assert change.after.text == "Three sessions and a joint statement"
    assert change.after.citations == ("x3",)
    assert not change.is_uncited
    after = accept(note, [change])
    assert after.section("agenda").blocks[0] == change.after
    assert after.section("agenda").blocks[1:] == note.section("agenda").blocks[1:]


def _plain(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_a_new_paragraph_is_proposed_as_uncited() -> None:
    added = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{_run("A sentence of the reviewer.")}</w:p>'

    def add(xml: str) -> str:
        return xml.replace(
            '<w:p><w:pPr><w:pStyle w:val="Heading2"/>', added + '<w:p><w:pPr><w:pStyle w:val="Heading2"/>', 1
        )

    note = whole_note()
    (new,) = _read(note, _edited(write(compose(note)), add)).proposals
    assert (new.kind, new.section, new.index, new.is_uncited) == (Kind.ADDED, "agenda", 1, True)
    assert [b.text for b in accept(note, [new]).section("agenda").blocks][:3] == [
        *("Two sessions and a joint statement", "A sentence of the reviewer.", "What each side wants"),
    ]


def test_a_paragraph_moved_to_another_section_is_one_proposal() -> None:
    def move(xml: str) -> str:
        found = re.search(r"<w:p><w:pPr><w:pStyle w:val=\"QuoteSection2\"/>.*?</w:p>", xml)
        assert found
        without = xml.replace(found[0], "")
        head = re.search(
            r"<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:bookmarkStart[^>]*brief_sec_risks.*?</w:p>", without
        )
        assert head
        return without.replace(head[0], head[0] + found[0])

    note = whole_note()
    (moved,) = _read(note, _edited(write(compose(note)), move)).proposals
    assert (moved.kind, moved.section, moved.to_section) == (Kind.MOVED, "security", "risks")
    after = accept(note, [moved])
    assert after.section("security").blocks == ()
    assert after.section("risks").blocks[0] == note.section("security").blocks[0]


def test_comments_come_back_beside_their_paragraph() -> None:
    note = whole_note()
    opened = docx.Document(BytesIO(write(compose(note))))
    paragraph = next(p for p in opened.paragraphs if "gas link" in p.text)
    opened.add_comment(paragraph.runs, text="Who says so?", author="Reviewer")
    out = BytesIO()
    opened.save(out)
    (comment,) = _read(note, out.getvalue()).proposals
    assert (comment.kind, comment.section, comment.comments) == (Kind.COMMENTED, "energy", ("Reviewer: Who says so?",))


def test_without_bookmarks_sections_are_known_by_title_and_citations_by_their_notes() -> None:
    def strip(xml: str) -> str:
        return re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", xml)

    options = Options(citing=Citing.FULL)
    found = _read(whole_note(), _edited(write(compose(whole_note(), options)), strip), options)
    citations = {p.section for p in found.proposals if p.before and p.after and p.before.citations != p.after.citations}
    assert citations == set()
    assert found.unplaced == ()


def test_what_stands_in_an_unknown_section_is_shown() -> None:
    head = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_run("Another note")}</w:p>'
    text = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{_run("Pasted in.")}</w:p>'

    def paste(xml: str) -> str:
        return xml.replace("<w:sectPr", head + text + "<w:sectPr", 1)

    found = _read(whole_note(), _edited(write(compose(whole_note())), paste))
    assert found.proposals == ()
    assert [edited.block.text for edited in found.unplaced] == ["Pasted in."]
    assert found.remarks == ("The section “Another note” is not one of the note's.",)


def test_a_deleted_section_keeps_its_blocks_and_is_remarked() -> None:
    def cut(xml: str) -> str:
        start = xml.index(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="', xml.index("brief_sec_agenda")
        )
        end = xml.rindex("<w:p>", 0, xml.index("brief_sec_economics"))
        return xml[:start] + xml[end:]

    found = _read(whole_note(), _edited(write(compose(whole_note())), cut))
    assert found.proposals == ()
    assert found.remarks == ("The section “Security” is not in the edited document; the note keeps it as it is.",)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_a_broken_file_is_one_sentence(data: bytes) -> None:
    sent = compose(whole_note())
    with pytest.raises(BriefingError, match="cannot be read as a DOCX"):
        read_word(data, sent)


def test_words_formatted_by_hand_are_read() -> None:
    def embolden(xml: str) -> str:
        return xml.replace(
            _plain("A signature before the vote"),
            '<w:r><w:rPr><w:b/><w:i w:val="0"/></w:rPr><w:t>A signature</w:t></w:r>',
        )

    (change,) = _read(whole_note(), _edited(write(compose(whole_note())), embolden)).proposals
    assert change.after is not None
    assert change.after.style is Style.BULLET
    assert change.after.runs == (Words("A signature", bold=True), Citation("x1"), Citation("x3"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_document_saved_by_libreoffice_proposes_nothing(tmp_path: Path) -> None:
    note, target = whole_note(), tmp_path / "note.docx"
    target.write_bytes(write(compose(note)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    folder = tmp_path / "saved"
    kind = "docx:MS Word 2007 XML"
    convert = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(target)]
    subprocess.run(convert, capture_output=True, check=True)
    found = _read(note, (folder / "note.docx").read_bytes())
    assert found == ReadBack(())

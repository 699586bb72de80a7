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

from briefing.domain import edits
from briefing.domain.document import compose
from briefing.domain.errors import BriefingError
from briefing.domain.note import Citation, Note, Style, Words
from briefing.domain.options import Citing, Counting, Options
from briefing.domain.readback import Kind, ReadBack, accept, read_back
from briefing.io.edited.word import read_word
from briefing.io.writers.docx import write
from tests import builders
from tests.notes import whole_note
from tests.random_notes import SCALE, random_note, random_options

INSERTED = '<w:ins w:id="900" w:author="Reviewer" w:date="2025-11-18T09:00:00Z">{}</w:ins>'
DELETED = '<w:del w:id="901" w:author="Reviewer" w:date="2025-11-18T09:00:00Z">{}</w:del>'


def _read(note: Note, data: bytes, options: Options | None = None) -> ReadBack:
    sent = compose(note, options)
    return read_back(sent, read_word(data, sent))


def _edited(data: bytes, change: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    """A DOCX with its main part, or another one, changed."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
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


def test_a_protected_file_is_told_from_a_broken_one() -> None:
    with pytest.raises(BriefingError, match="protected by a password"):
        read_word(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), compose(whole_note()))


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


def _replacing(old: str, new: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(old, new)


def _paragraph(xml: str, words: str) -> tuple[int, int]:
    """Where the paragraph with some words begins and ends."""
    at = xml.index(words)
    return xml.rindex("<w:p>", 0, at), xml.index("</w:p>", at) + len("</w:p>")


@pytest.mark.parametrize(
    ("old", "new", "kind", "place", "after"),
    [
        ("Harbour summit: what to expect", "Harbour summit: a draft", Kind.FRONT, "title", "Harbour summit: a draft"),
        ("The director", "The minister", Kind.FRONT, "audience", "The minister"),
        ("17 November 2025", "18 November 2025", Kind.FRONT, "date", "18 November 2025"),
        ("No date.", "In May.", Kind.FRONT, "bottom_line", "A signature is likely.\nIn May."),
        (">Security<", ">Police<", Kind.RETITLED, "security", "Police"),
    ],
)
def test_titles_and_front_matter_are_proposed(old: str, new: str, kind: Kind, place: str, after: str) -> None:
    note = whole_note()
    found = _read(note, _edited(write(compose(note)), _replacing(old, new)))
    (proposal,) = found.proposals
    assert proposal.after is not None
    assert (proposal.kind, proposal.field or proposal.section, proposal.after.text) == (kind, place, after)
    taken = accept(note, found.proposals)
    assert compose(taken).title == (after if place == "title" else note.title)
    assert taken.front.date == ("2025-11-18" if place == "date" else note.front.date)
    assert _read(taken, _edited(write(compose(note)), _replacing(old, new))).proposals == ()


def test_a_bottom_line_that_was_deleted_is_proposed_as_empty() -> None:
    def cut(xml: str) -> str:
        for words in ("A signature is likely.", "No date."):
            start, end = _paragraph(xml, words)
            xml = xml[:start] + xml[end:]
        return xml

    (proposal,) = _read(whole_note(), _edited(write(compose(whole_note())), cut)).proposals
    assert (proposal.field, accept(whole_note(), [proposal]).front.bottom_line) == ("bottom_line", "")


def test_a_renamed_section_without_bookmarks_is_known_by_its_words() -> None:
    def strip(xml: str) -> str:
        return re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", xml).replace(">Agenda<", ">Programme<")

    found = _read(whole_note(), _edited(write(compose(whole_note())), strip))
    assert [(p.kind, p.section) for p in found.proposals] == [(Kind.RETITLED, "agenda")]
    assert found.remarks == ()


def test_text_whose_heading_was_deleted_is_moved_and_not_doubled() -> None:
    def cut(xml: str) -> str:
        start, end = _paragraph(xml, ">Economics<")
        return xml[:start] + xml[end:]

    note = whole_note()
    found = _read(note, _edited(write(compose(note)), cut))
    assert [(p.kind, p.section, p.to_section) for p in found.proposals] == [(Kind.MOVED, "economics", "security")]
    after = accept(note, found.proposals)
    assert after.section("economics").blocks == ()
    assert after.section("security").blocks == (*note.section("security").blocks, *note.section("economics").blocks)


def test_a_paragraph_deleted_under_tracking_says_by_whom() -> None:
    def delete(xml: str) -> str:
        start, end = _paragraph(xml, "In steps,")
        head, _, runs = xml[start:end].removesuffix("</w:p>").partition("</w:pPr>")
        gone = DELETED.format(runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>"))
        return xml[:start] + head + f"<w:rPr>{DELETED.format('')}</w:rPr></w:pPr>{gone}</w:p>" + xml[end:]

    (proposal,) = _read(whole_note(), _edited(write(compose(whole_note())), delete)).proposals
    assert (proposal.kind, proposal.authors) == (Kind.REMOVED, ("Reviewer",))


def test_a_paragraph_whose_end_was_deleted_under_tracking_runs_on_into_the_next() -> None:
    def join(xml: str) -> str:
        start, end = _paragraph(xml, "The statement is put off.")
        joined = xml[start:end].replace("</w:pPr>", f"<w:rPr>{DELETED.format('')}</w:rPr></w:pPr>", 1)
        return xml[:start] + joined + xml[end:]

    changed, removed = _read(whole_note(), _edited(write(compose(whole_note())), join)).proposals
    assert changed.after is not None
    assert changed.after.text == "The statement is put off.In steps,"
    assert (changed.authors, removed.kind) == (("Reviewer",), Kind.REMOVED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Harbour Courier, 14 November 2025, retrieved", "Harbour Courier, 15 November 2025, retrieved"),
        ("</w:tbl>", "</w:tbl><w:p><w:r><w:t>A line below the key.</w:t></w:r></w:p>"),
        ("The director", "The director</w:t></w:r></w:p><w:p><w:r><w:t>A line before the sections."),
    ],
)
def test_what_was_changed_around_the_sections_is_shown(old: str, new: str) -> None:
    options = Options(scale=SCALE)
    document = compose(edits.retitle(whole_note(), "A deal is likely"), options)
    data = _edited(write(document), _replacing(old, new))
    assert len(read_back(document, read_word(data, document)).unplaced) == 1


def test_the_words_of_a_footnote_that_were_changed_are_shown() -> None:
    note = whole_note()
    data = _edited(write(compose(note)), _replacing("para. 3", "para. 4"), "word/footnotes.xml")
    found = _read(note, data)
    assert found.proposals == ()
    assert found.unplaced
    assert all("para. 4" in edited.block.text for edited in found.unplaced)


def test_a_document_of_another_note_is_remarked() -> None:
    data = _edited(write(compose(whole_note())), _replacing("n-whole", "n-other"), "docProps/custom.xml")
    assert _read(whole_note(), data).remarks == ("The edited document was made from another note.",)


def test_comments_that_were_sent_along_are_not_told_again() -> None:
    note, options = whole_note(), Options(has_comments=True)
    assert _read(note, write(compose(note, options)), options) == ReadBack(())
    assert _read(note, write(compose(note, options))) == ReadBack(())


def test_an_accepted_comment_goes_to_the_excerpt_that_is_cited() -> None:
    note = whole_note()
    data = write(compose(note))
    opened = docx.Document(BytesIO(data))
    quote = next(p for p in opened.paragraphs if p.text.startswith("The port agreement"))
    opened.add_comment(quote.runs, text="Which draft?", author="Reviewer")
    heading = next(p for p in opened.paragraphs if p.text == "What each side wants")
    opened.add_comment(heading.runs, text="All of them?", author="Reviewer")
    out = BytesIO()
    opened.save(out)
    proposals = _read(note, out.getvalue()).proposals
    assert [p.is_takeable for p in proposals] == [False, True]
    after = accept(note, proposals)
    assert after.excerpt("x3").comment == "Check the sum.\nReviewer: Which draft?"
    assert accept(after, proposals) == after
    assert [p.is_takeable for p in _read(after, out.getvalue()).proposals] == [False]


def test_a_paragraph_that_is_only_a_citation_comes_back_in_a_note_without_a_marking() -> None:
    note = builders.note("S1: The pact holds.\nx1 S1 4-8 agenda exact\n# agenda\n- @x1\n@x1")
    assert _read(note, write(compose(note))) == ReadBack(())


def test_what_was_said_on_a_paragraph_that_runs_on_into_the_next_is_told() -> None:
    note = whole_note()
    opened = docx.Document(BytesIO(write(compose(note))))
    paragraph = next(p for p in opened.paragraphs if "The statement is put off." in p.text)
    opened.add_comment(paragraph.runs, text="Until when?", author="Reviewer")
    out = BytesIO()
    opened.save(out)

    def join(xml: str) -> str:
        start, end = _paragraph(xml, "The statement is put off.")
        joined = xml[start:end].replace("</w:pPr>", f"<w:rPr>{DELETED.format('')}</w:rPr></w:pPr>", 1)
        return xml[:start] + joined + xml[end:]

    changed, _ = _read(note, _edited(out.getvalue(), join)).proposals
    assert changed.comments == ("Reviewer: Until when?",)


@pytest.mark.parametrize("level", ["²", "-1", "9" * 5000, ""])
def test_a_level_that_is_none_is_the_first(level: str) -> None:
    def set_level(xml: str) -> str:
        start, end = _paragraph(xml, "The statement is put off.")
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        return (
            xml[:start] + re.sub(r"(?:<w:numPr>.*?</w:numPr>)?</w:pPr>", numbered, xml[start:end], count=1) + xml[end:]
        )

    proposals = _read(whole_note(), _edited(write(compose(whole_note())), set_level)).proposals
    assert all(p.after is None or p.after.level in (0, 1) for p in proposals)

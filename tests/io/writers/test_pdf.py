"""PDF that passes Typst's own checks of the standards, whatever is typed, with the letters that stand in named."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE

import pypdfium2
import pytest
import typst

from briefing.domain import edits
from briefing.domain.document import compose
from briefing.domain.errors import BriefingError
from briefing.domain.note import Block, Citation, Front, Style, Words
from briefing.domain.options import Counting, Notes, Options, Page
from briefing.io.writers import pdf
from briefing.io.writers.pdf import _printed
from briefing.io.writers.typeset.press import Setting, print_pdf, settled
from briefing.io.writers.typeset.source import typst_source
from tests.notes import typed, whole_note, with_blocks
from tests.random_notes import SCALE, random_note, random_options

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")

FULL = Options(has_annex=True, has_comments=True, has_source_summary=True, scale=SCALE, counting=Counting.HEADINGS)


def _text(data: bytes, folder: Path) -> list[str]:
    """The text of each page."""
    (folder / "note.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", "-layout", str(folder / "note.pdf"), "-"], stdout=PIPE, check=True)
    return done.stdout.decode().rstrip("\f").split("\f")


@pytest.mark.parametrize("standards", [(), ("ua-1",), ("a-2b",), ("ua-1", "a-2b")])
@pytest.mark.parametrize("notes", list(Notes))
def test_the_standards_are_met(notes: Notes, standards: tuple[str, ...]) -> None:
    options = replace(FULL, notes=notes, standards=standards, page=Page.LETTER)
    assert pdf.write(compose(whole_note(), options)).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("seed", range(12))
def test_random_notes_become_pdf(seed: int) -> None:
    assert pdf.write(compose(random_note(seed), random_options(seed))).startswith(b"%PDF")


@pytest.mark.long
def test_many_random_notes_become_pdf() -> None:
    for seed in range(1000, 1400):
        assert pdf.write(compose(random_note(seed), random_options(seed))).startswith(b"%PDF"), seed


@needs_pdftotext
def test_every_section_quote_footnote_and_marking_is_on_the_pages(tmp_path: Path) -> None:
    note = whole_note()
    pages = _text(pdf.write(compose(note)), tmp_path)
    text = " ".join(" ".join(pages).split())
    for section in note.sections:
        assert f" {section.title} " in text
    for excerpt in note.excerpts:
        assert excerpt.section is None or excerpt.quote.rsplit(maxsplit=3)[-1] in text
    assert "First Author, Second Author, Port deal nears, Harbour Courier, 14 November 2025, para. 3" in text
    assert all(page.count("TLP:AMBER") == 2 for page in pages)
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))


@needs_pdftotext
@pytest.mark.parametrize(
    "words", ["#let x = 1", "$a$ *b* _c_ `d` <e> @f", 'a\\b "c"', "// no comment /* */", "= a", "- b"]
)
def test_nothing_typed_is_read_as_code(words: str, tmp_path: Path) -> None:
    shown = _text(pdf.write(compose(typed(words))), tmp_path)[0]
    assert "".join(words.split()) in "".join(shown.split())  # pdftotext guesses at spaces


def test_a_letter_that_no_font_has_is_replaced_and_named() -> None:
    document = compose(typed("a \u0378 b \u0379"))
    assert pdf.write(document).startswith(b"%PDF")
    assert any("U+0378, U+0379" in remark for remark in pdf.remarks(document))


def test_plain_letters_need_no_remark_but_for_a_font_that_stands_in() -> None:
    assert [remark for remark in pdf.remarks(compose(typed("plain"))) if "in other fonts" not in remark] == []


def test_pdf_for_keeping_needs_a_date() -> None:
    note = edits.set_front(typed("x"), Front())
    with pytest.raises(BriefingError, match="give the note a date"):
        pdf.write(compose(note, Options(standards=("a-2b",))))


def _pages_of(source: str) -> tuple[dict[int, int], dict[int, int]]:
    """On which page each mark and each footnote stands."""
    found = json.loads(typst.query(source.encode(), "<findings>", field="value", one=True))
    return dict(found["marks"]), dict(found["notes"])


@pytest.mark.parametrize("style", [Style.BULLET, Style.NUMBER, Style.QUOTE, Style.PARAGRAPH])
def test_every_footnote_stands_on_the_page_of_its_mark(style: Style) -> None:
    note = whole_note()
    entry = Block(style, (Words("A line that is long enough to be broken once on the page. " * 2), Citation("x1")))
    note = with_blocks(note, "agenda", *[Block(Style.HEADING, (Words("What is said"),)), *[entry] * 24] * 2)
    asked: list[frozenset[int]] = []

    def source_of(moved: frozenset[int]) -> str:
        asked.append(moved)
        return typst_source(compose(note), moved)

    marks, notes = _pages_of(settled(source_of).source)
    assert marks == notes
    assert max(marks.values()) > 2
    assert asked[-1] or style in (Style.QUOTE, Style.PARAGRAPH)  # Typst itself would have set one on another page


@needs_pdftotext
def test_a_list_that_is_broken_for_its_notes_goes_on_counting(tmp_path: Path) -> None:
    document = compose(with_blocks(whole_note(), "agenda", *[Block(Style.NUMBER, (Words("x"), Citation("x1")))] * 3))
    source = typst_source(document, moved=[2])
    pages = _text(print_pdf(Setting(source), ()).pdf, tmp_path)
    assert [line.split()[0] for page in pages for line in page.splitlines() if " x" in line] == ["1.", "2.", "3."]
    assert " x" in pages[0]
    assert " x" in pages[1]


def test_the_same_note_gives_the_same_bytes() -> None:
    document = compose(whole_note())
    _printed.cache_clear()
    once = pdf.write(document)
    _printed.cache_clear()
    assert pdf.write(document) == once


def test_what_is_read_from_the_right_begins_at_the_right_with_its_bar_and_its_bullet() -> None:
    words = (Words("قمة الطاقة مع Kestria"),)
    own = [Block(style, words) for style in (Style.PARAGRAPH, Style.BULLET, Style.HEADING, Style.QUOTE)]
    document = compose(with_blocks(typed("Energy first"), "agenda", *own))
    lines = [line for line in typst_source(document).splitlines() if "قمة" in line]
    assert [line.startswith("#from-right(") for line in lines] == [True] * len(own)
    assert [line for line in lines if "quotation" in line and "begins: right, ends: left" in line]
    assert "#from-right" not in next(line for line in typst_source(document).splitlines() if "Energy first" in line)
    left, right = _edges(pdf.write(document), "Kestria"), _edges(pdf.write(document), "Energy first")
    assert min(left) > max(right)


def _edges(data: bytes, words: str) -> list[float]:
    """How far from the left of its page each place of some words begins, in points."""
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    search, found = page.search(words), []
    while (place := search.get_next()) is not None:
        found.append(page.get_charbox(place[0])[0])
    return found

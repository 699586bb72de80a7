"""Reading articles, held against the libraries that do the heavy part, with as much asked of them."""

# ruff: noqa: PLC0415 - what is measured is loaded by the process that measures it

from functools import cache
from io import BytesIO
from pathlib import Path

from tests.bench.row import Row, stopwatch
from tests.pages import NEWS

SAMPLES = Path(__file__).parents[1] / "samples" / "articles"
PAGES = 60
CHARACTERS = 1_000_000


@cache
def _page() -> str:
    """A news page of a common size: its paragraphs many times over, a long menu, and scripts."""
    paragraph = NEWS[NEWS.index("<p>Freight") : NEWS.index("<blockquote>")]
    paragraphs = "".join(
        paragraph.replace("four hundred", f"{400 + i}").replace("paper", f"paper{i}") for i in range(25)
    )
    menu = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(80))
    scripts = "<script>" + "window.data = [1, 2, 3];" * 2000 + "</script>"
    return NEWS.replace("<blockquote>", paragraphs + "<blockquote>").replace("<nav><ul>", f"<nav><ul>{menu}") + scripts


def _read_page() -> float:
    from briefing.io.readers.html import read_page

    page = _page()
    with stopwatch() as seconds:
        read_page(page)
    return seconds()


def _extract_page() -> float:
    from trafilatura.core import bare_extraction

    page = _page()
    with stopwatch() as seconds:
        bare_extraction(page, include_comments=False, with_metadata=True)
    return seconds()


@cache
def _pdf() -> bytes:
    """A PDF of many pages, each a page of the sample."""
    import pypdfium2

    sample = pypdfium2.PdfDocument(SAMPLES / "chromium.pdf")
    document = pypdfium2.PdfDocument.new()
    for number in range(PAGES):
        document.import_pages(sample, [number % len(sample)])
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _read_pdf() -> float:
    from briefing.io.readers.pdf import read

    data = _pdf()
    with stopwatch() as seconds:
        read(data)
    return seconds()


def _extract_pdf() -> float:
    """The text of every page and the box of every character, without which no line can be placed."""
    import pypdfium2

    data = _pdf()
    with stopwatch() as seconds:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            text = page.get_textpage()
            text.get_text_range()
            for at in range(text.count_chars()):
                text.get_charbox(at)
        document.close()
    return seconds()


@cache
def _text() -> str:
    lines = (f"{i}. The ferry sailed at noon and it carried paper for the mill on the shore." for i in range(100_000))
    text = ""
    for line in lines:
        text += line + "\n\n"
        if len(text) > CHARACTERS:
            break
    return text


def _take_in() -> float:
    from briefing.app.intake import read_paste

    text = _text()
    with stopwatch() as seconds:
        read_paste(text)
    return seconds()


ROWS = (
    Row(
        "read-page",
        "a news page read, with what it says of itself",
        measure=_read_page,
        floor=_extract_page,
        floor_words="trafilatura alone, text and metadata",
        bound=1.2,
        runs=15,
    ),
    Row(
        "read-pdf",
        "a PDF of 60 pages read",
        measure=_read_pdf,
        floor=_extract_pdf,
        floor_words="pypdfium2 alone, text and boxes",
        bound=1.5,
        runs=5,
    ),
    Row("intake", "the intake of 1,000,000 characters of text", measure=_take_in, bound=1000, runs=5),
)

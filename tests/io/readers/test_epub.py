# ruff: noqa: E501 - XML is easier to see on one line
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing.app.intake import chapters, one_chapter
from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind
from briefing.io.readers import read

OPF = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>The Winter Ferry</dc:title><dc:creator>Ada Stone</dc:creator><dc:language>en</dc:language><dc:date>2025-03-07</dc:date>
</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="text/one%20.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two.xhtml#start" media-type="application/xhtml+xml"/>
<item id="pic" href="ferry.png" media-type="image/png"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="two"/><itemref idref="gone"/></spine></package>"""


def book(**parts: str) -> bytes:
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": OPF,
        "OPS/nav.xhtml": "<html><body><nav><ol><li>One</li><li>Two</li></ol></nav></body></html>",
        "OPS/text/one .xhtml": "<html><head><title/></head><body><h1>Fog</h1><p>Fog reads no timetables&nbsp;&mdash; ever.</p></body></html>",
        "OPS/text/two.xhtml": "<?xml version='1.0' encoding='utf-8'?><html><body><h1>Ice</h1><p>Ice is no road.</p></body></html>",
    } | parts
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, text in files.items():
            package.writestr(name, text)
    return stream.getvalue()


def test_a_book_is_read_in_the_order_of_its_spine_each_part_once() -> None:
    source = read(book(), "book.epub")
    said = [(p.kind, source.text[p.start : p.end]) for p in source.passages]
    assert said == [
        (Kind.NOISE, "One"),
        (Kind.NOISE, "Two"),
        (Kind.HEADING, "Fog"),
        (Kind.PARAGRAPH, "Fog reads no timetables\u00a0— ever."),
        (Kind.HEADING, "Ice"),
        (Kind.PARAGRAPH, "Ice is no road."),
    ]
    assert (source.record.title, source.record.authors, source.record.published) == (
        "The Winter Ferry",
        ("Ada Stone",),
        "2025-03-07",
    )


def test_one_chapter_can_be_chosen() -> None:
    whole = read(book(), "book.epub")
    assert chapters(whole) == ("", "Fog", "Ice")
    chapter = one_chapter(whole, 3)
    assert chapter.text == "Ice\n\nIce is no road."
    assert (chapter.record.title, chapter.record.outlet) == ("Ice", "The Winter Ferry")
    assert chapter.original == whole.original
    with pytest.raises(BriefingError, match="has 3 chapters"):
        one_chapter(whole, 9)


def test_what_is_no_book_has_no_chapters() -> None:
    assert chapters(read(b"The ferry sails at noon.")) == ()
    with pytest.raises(BriefingError, match="no book"):
        one_chapter(read(b"The ferry sails at noon."), 1)


def test_a_protected_book_says_so() -> None:
    locked = '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="OPS/text/two.xhtml"/></encryption>'
    with pytest.raises(BriefingError, match="protected"):
        read(book(**{"META-INF/encryption.xml": locked}), "book.epub")


def test_the_number_of_a_note_is_no_part_of_the_word_before_it() -> None:
    path = Path(__file__).resolve().parents[2] / "samples" / "articles" / "pandoc.epub"
    text = read(path.read_bytes(), "report.epub").text
    assert "since the autumn storms.\n" in text
    assert "when the old pier was lost in October.\n" in f"{text}\n"

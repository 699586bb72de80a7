from briefing.app.intake import chapters, one_chapter
from briefing.io.readers import read
from tests.io.readers.test_epub import OPF, book

BARE = "<html><body><p>{} reads no timetables.</p></body></html>"
PARTS = {"OPS/text/one .xhtml": BARE.format("Fog"), "OPS/text/two.xhtml": BARE.format("Ice")}
NAVIGATION = """<html xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="landmarks"><a href="text/one%20.xhtml">Start</a></nav><nav epub:type="toc"><ol>
<li><a href="text/one%20.xhtml">I. <i>Fog</i></a></li><li><a href="text/two.xhtml#top">II. Ice</a>
<ol><li><a href="text/two.xhtml#deep">Deep ice</a></li></ol></li></ol></nav></body></html>"""
NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint>
<navLabel><text>Fog, of old</text></navLabel>
<content src="text/one%20.xhtml"/></navPoint></navMap></ncx>"""
OLD = OPF.replace(
    '<item id="pic"', '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="pic"'
)


def titles(**parts: str) -> tuple[str, ...]:
    return chapters(read(book(**PARTS, **parts), "book.epub"))


def test_a_chapter_without_a_heading_is_called_as_the_navigation_calls_it() -> None:
    assert titles(**{"OPS/nav.xhtml": NAVIGATION}) == ("", "I. Fog", "II. Ice")
    whole = read(book(**PARTS, **{"OPS/nav.xhtml": NAVIGATION}), "book.epub")
    assert one_chapter(whole, 3).record.title == "II. Ice"


def test_the_older_contents_serve_where_the_navigation_says_nothing() -> None:
    assert titles(**{"OPS/book.opf": OLD, "OPS/toc.ncx": NCX}) == ("", "Fog, of old", "")


def test_broken_contents_do_not_lose_the_book() -> None:
    assert titles(**{"OPS/book.opf": OLD, "OPS/toc.ncx": "<ncx><navMap>"}) == ("", "", "")


def test_a_heading_in_the_chapter_counts_more_than_the_contents() -> None:
    assert chapters(read(book(**{"OPS/nav.xhtml": NAVIGATION}), "book.epub")) == ("", "Fog", "Ice")

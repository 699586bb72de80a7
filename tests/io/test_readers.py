from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind, Source
from briefing.io.readers import read

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "articles"
FILES = sorted(path.name for path in SAMPLES.iterdir())


def said(source: Source, *kinds: Kind) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages if p.kind in (kinds or set(Kind) - {Kind.NOISE})]


def sample(name: str) -> Source:
    return read((SAMPLES / name).read_bytes(), name)


@pytest.mark.parametrize("name", FILES)
def test_what_other_programs_write_is_read(name: str) -> None:
    source = sample(name)
    assert source.record.title == "Report on the winter ferry"
    assert any(words.startswith("Freight will be charged by weight") for words in said(source, Kind.PARAGRAPH))
    assert any(words.endswith("What comes next") for words in said(source, Kind.HEADING))
    assert source.original == (SAMPLES / name).read_bytes()


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".pdf")])
def test_dates_tables_and_notes_are_read_too(name: str) -> None:
    source = sample(name)
    assert source.record.published == "2025-03-07"
    assert "Northport\tsixty per cent" in said(source) or "Northport|sixty per cent" in said(source)
    assert "The quarrel began when the old pier was lost in October." in source.text.replace("\u00a0", " ")


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith((".pdf", ".rtf"))])
def test_quotes_and_items_are_told_from_paragraphs(name: str) -> None:
    source = sample(name)
    assert said(source, Kind.QUOTE) == ["It is cheaper than a bridge and quicker than a road."]
    assert said(source, Kind.ITEM)[:2] == ["three sailings on weekdays", "two sailings on Sundays"]


@pytest.mark.parametrize("name", FILES)
def test_the_suffix_does_not_mislead(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    assert read(data, "article.txt").record.media_type == sample(name).record.media_type


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office file or one with a password"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"%PDF-1.7 and no more", "damaged"),
        (b"{\\rtf1 ", "no text"),
        (b"GIF89a\x01\x00\x01\x00\x00", "picture"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(BriefingError, match=words):
        read(data, "article.docx")


def test_all_text_stands_in_passages() -> None:
    for name in FILES:
        source = sample(name)
        covered: set[int] = set()
        for passage in source.passages:
            covered.update(range(passage.start, passage.end))
        assert all(c.isspace() for i, c in enumerate(source.text) if i not in covered)


def test_documents_with_a_password_ask_for_one_without() -> None:
    with pytest.raises(BriefingError, match="protected by a password"):
        read((SAMPLES.parent / "password.pdf").read_bytes(), "a.pdf")
    stream = BytesIO((SAMPLES / "pandoc.odt").read_bytes())
    parts = {name: ZipFile(stream).read(name) for name in ZipFile(stream).namelist()}
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(b"</", b"<manifest:encryption-data/></", 1)
    locked = BytesIO()
    with ZipFile(locked, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    with pytest.raises(BriefingError, match="protected by a password"):
        read(locked.getvalue(), "a.odt")


def test_a_message_of_outlook_is_told_from_other_old_files() -> None:
    for inside, words in (("__substg1.0_001A001E", "format of Outlook"), ("WordDocument", "old DOC format")):
        with pytest.raises(BriefingError, match=words):
            read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + inside.encode("utf-16-le"), "mail.msg")

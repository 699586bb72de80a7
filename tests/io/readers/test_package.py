# ruff: noqa: E501 - XML is easier to see on one line

import resource
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from briefing.domain.errors import BriefingError
from briefing.io.readers import package as packages
from briefing.io.readers import read
from briefing.io.readers.package import Package, parse_xml

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "articles"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(**parts: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return stream.getvalue()


def word(document: bytes) -> bytes:
    return zipped(word__document_dot_xml=document)


def test_entities_that_grow_are_refused_before_they_do() -> None:
    lines = b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10) for i in range(1, 10))
    bomb = b'<!DOCTYPE w:document [<!ENTITY e0 "ha">' + lines + b"]>"
    with pytest.raises(BriefingError, match="entities"):
        read(
            word(bomb + f"<w:document {W}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>".encode())
        )


def test_a_file_outside_is_never_opened(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("the secret of the harbour")
    outside = f'<!DOCTYPE w:document SYSTEM "{canary.as_uri()}" [<!ENTITY x SYSTEM "{canary.as_uri()}">]>'
    with pytest.raises(BriefingError, match="entities"):
        read(
            word(
                f"{outside}<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>".encode()
            )
        )
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{canary.as_uri()}">]><html><body><p>The ferry &x; sails.</p>'
    page += f'<iframe src="{canary.as_uri()}"></iframe><object data="{canary.as_uri()}"></object></body></html>'
    assert "secret" not in read(page.encode(), "page.html").text


def test_names_that_climb_out_are_only_names(tmp_path: Path) -> None:
    data = zipped(
        word__document_dot_xml=f"<w:document {W}><w:body><w:p><w:r><w:t>Here.</w:t></w:r></w:p></w:body></w:document>".encode()
    )
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("../../" + tmp_path.name + "/escaped.txt", b"out")
    assert read(stream.getvalue(), "a.docx").text == "Here."
    assert list(tmp_path.parent.rglob("escaped.txt")) == []


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LIMIT_PART", 1_000_000)
    with pytest.raises(BriefingError, match="unpacks to more"):
        read(word(b"<w:document>" + b" " * 2_000_000 + b"</w:document>"))


def test_a_bomb_of_zeros_takes_little_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(BriefingError):
        read(word(b"\0" * 120_000_000))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500_000  # kilobytes


def test_an_encrypted_part_asks_for_a_file_without_password() -> None:
    data = bytearray((SAMPLES / "pandoc.docx").read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    with pytest.raises(BriefingError, match="password"):
        read(bytes(data), "a.docx")


def test_a_container_of_another_kind_says_what_it_is() -> None:
    with pytest.raises(BriefingError, match="spreadsheet"):
        read(zipped(xl__workbook_dot_xml=b"<x/>"), "a.xlsx")


def test_parts_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LIMIT_PARTS", 2)
    with pytest.raises(BriefingError, match="more parts"):
        Package(zipped(a=b"", b=b"", c=b""))


def test_a_document_type_without_entities_is_harmless() -> None:
    assert (
        parse_xml(b'<!DOCTYPE math PUBLIC "-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN" "math.dtd"><math/>').tag
        == "math"
    )

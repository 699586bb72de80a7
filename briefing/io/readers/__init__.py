"""Reading articles: bytes of any form in which an article comes, turned into a source."""

import re
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import PurePath
from typing import cast

from briefing.domain.errors import BriefingError
from briefing.domain.language import language_of
from briefing.domain.source import Kind, Source
from briefing.io.readers.encoding import LIMIT_CHARACTERS, beginning, decode, is_binary
from briefing.io.readers.foreign import refuse_binary, refuse_ole, refuse_package
from briefing.io.readers.package import Package, guarded

LIMIT_BYTES = 50_000_000
_BEGINNING = 20_000  # bytes by which the kind of a text is told; even in wide encodings

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<(?:head|body|article|main)[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|div|span|h[1-6]|a|ul|ol|li|br|table|title|meta)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|```|~~~|\[[^\]]+\]: |\|.*\|$|!\[)|\]\(\S+\)|\*\*\S", re.MULTILINE)
_MAIL = re.compile(r"(?:From \S+.*\r?\n)?[A-Za-z][A-Za-z0-9-]*:[ \t]?\S?.*\r?\n")
_HEADERS = {"from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path", "content-type"}
_PACKAGES = {"application/vnd.oasis.opendocument.text": "odt", "application/epub+zip": "epub"}
_OUTLOOK = "__substg1.0_".encode("utf-16-le")  # a property of a message in it
_WORD = b"wordprocessingml.document.main+xml"
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_PAGE_NAMES = (".html", ".htm", ".xhtml", ".shtml")


def read(data: bytes, name: str = "", address: str = "", encoding: str = "") -> Source:
    """The article that the bytes hold, as a source with its original; told by content, then by the name's suffix."""
    if not data.strip():
        raise BriefingError(f"{_called(name)} is empty; there is nothing to read.")
    if len(data) > LIMIT_BYTES:
        raise BriefingError(f"{_called(name)} is larger than 50 MB; cut out the article and paste it instead.")
    source = guarded(lambda: _read_as(kind_of(data, name), data, encoding, address), "an article")
    return complete(source, data, name, address)


def complete(source: Source, data: bytes, name: str, address: str) -> Source:
    """The source with its original, hash, name and address; refused when nothing in it can be read."""
    if len(source.text) > LIMIT_CHARACTERS:
        raise BriefingError(f"{_called(name)} has more than 20 million characters; cut out the article instead.")
    if not any(map(str.isalnum, source.text)):
        raise BriefingError(f"{_called(name)} holds no text that could be read.")
    record = replace(
        source.record,
        title=source.record.title or PurePath(name).stem,
        language=source.record.language or language_of(_said(source)),
        file_name=PurePath(name).name,
        address=source.record.address or address,
        sha256=sha256(data).hexdigest(),
    )
    return replace(source, record=record, original=data)


def _said(source: Source) -> str:
    """The beginning of the article without noise."""
    said = (source.text[p.start : p.end] for p in source.passages[:200] if p.kind is not Kind.NOISE)
    return " ".join(said)


def kind_of(data: bytes, name: str = "") -> str:
    """What kind of file the bytes are, by their content, and by the name's suffix where content leaves it open."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_package(data, name)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _OUTLOOK in data:
            raise BriefingError(
                f"{_called(name)} is a message in a format of Outlook; "
                "save it there as HTML or text, or as EML elsewhere."
            )
        refuse_ole(data, name)
        raise BriefingError(
            f"{_called(name)} is an old Office file or one with a password; save it as DOCX without one."
        )
    if is_binary(data):
        refuse_binary(data, name)
        raise BriefingError(f"{_called(name)} is not a text that can be read here; it looks like a binary file.")
    return _kind_of_text(decode(beginning(data, _BEGINNING))[0].lstrip("\ufeff \t\r\n"), PurePath(name).suffix.lower())


def _kind_of_package(data: bytes, name: str) -> str:
    """What document a ZIP container holds."""
    package = Package(data)
    told = package.part("mimetype").decode("ascii", "replace").strip() if package.has("mimetype") else ""
    if told in _PACKAGES:
        return _PACKAGES[told]
    if package.has("word/document.xml") or (
        package.has("[Content_Types].xml") and _WORD in package.part("[Content_Types].xml")
    ):
        return "docx"
    if package.has("META-INF/container.xml"):
        return "epub"
    refuse_package(package.names, told, name)
    raise BriefingError(
        f"{_called(name)} is a container of another kind; Word, OpenDocument text and EPUB can be read."
    )


def _kind_of_text(beginning: str, suffix: str) -> str:
    if _MAIL.match(beginning) and _is_mail(beginning):
        return "mail"
    if _is_page(beginning, suffix):
        return "html"
    if suffix in _MARKDOWN_NAMES or (not suffix and len(_MARKDOWN.findall(beginning)) > 2):  # noqa: PLR2004 - a stray star is no Markdown
        return "markdown"
    return "plain"


def _is_mail(beginning: str) -> bool:
    """Whether a text begins with the header of a mail, and not with a few words and a colon."""
    header = beginning.replace("\r", "").partition("\n\n")[0]
    names = {line.split(":")[0].lower() for line in header.splitlines() if ":" in line}
    return len(names & _HEADERS) >= 2  # noqa: PLR2004 - one such line also stands in a memorandum


def _is_page(beginning: str, suffix: str) -> bool:
    """Whether text is HTML: it begins as a page, or is named like one and has tags, or is mostly made of them."""
    page = _PAGE.search(beginning[:2000])
    if page and beginning.startswith("<"):
        return suffix not in _MARKDOWN_NAMES
    tags = len(_TAGS.findall(beginning))
    return tags > 0 if suffix in _PAGE_NAMES else beginning.startswith("<") and tags > 3  # noqa: PLR2004 - text may quote a tag


def _read_as(kind: str, data: bytes, encoding: str, address: str) -> Source:
    """Let the reader of a kind, loaded only now, read the bytes."""
    read_kind = import_module(f"briefing.io.readers.{kind}").read
    if kind == "html":
        return cast("Source", read_kind(data, encoding, address))
    if kind in ("plain", "markdown"):
        return cast("Source", read_kind(data, encoding))
    return cast("Source", read_kind(data))


def _called(name: str) -> str:
    return f"“{PurePath(name).name}”" if name else "The text"

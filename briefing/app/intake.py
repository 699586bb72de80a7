"""Bringing an article in: from a file, the clipboard or an address, read and stamped with the time it was taken."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.domain import mojibake
from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.source import Source
from briefing.io.plain import sentence
from briefing.io.readers import LIMIT_BYTES, complete, kind_of, read
from briefing.io.readers.blocks import Block, build
from briefing.io.readers.encoding import LIMIT_CHARACTERS, fits
from briefing.io.readers.plain import read_text

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment in universal time."""
    return datetime.now(UTC)


def read_file(path: Path | str, clock: Clock = now, encoding: str = "") -> Source:
    """The article in a file, read by what it holds; one sentence says why when it cannot be."""
    path = Path(path)
    return read_bytes(_bytes_of(path), path.name, clock, encoding)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LIMIT_BYTES:
            raise BriefingError(f"“{path.name}” is larger than 50 MB; cut out the article and paste it instead.")
        if path.exists() and not path.is_dir() and not path.is_file():
            raise BriefingError(f"“{path.name}” is not an ordinary file; save the article as one first.")
        return path.read_bytes()
    except OSError as error:
        raise BriefingError(sentence(error, path)) from error


def read_bytes(data: bytes, name: str, clock: Clock = now, encoding: str = "") -> Source:
    """The article in the bytes of a file, for example of one that came with a mail."""
    return _stamped(read(data, name, encoding=encoding), clock)


def read_address(address: str, clock: Clock = now, encoding: str = "") -> Source:
    """The article at an address of the web, fetched now because it was asked for."""
    from briefing.io.fetch import fetch  # noqa: PLC0415 - the network's modules are loaded when it is asked for

    fetched = fetch(address)
    charset = fetched.charset if fits(fetched.data, fetched.charset) else ""
    return _stamped(read(fetched.data, fetched.name, fetched.address, encoding or charset), clock)


def read_article(place: str, clock: Clock = now, encoding: str = "") -> Source:
    """The article at a place that was typed: an address, refused unless it is one of the web, or a file."""
    return (read_address if "://" in place else read_file)(place, clock, encoding)


def read_paste(text: str, html: str = "", clock: Clock = now, address: str = "") -> Source:
    """The article on the clipboard: its HTML flavour where a browser gave one, else the plain text.

    `address` is that of the page it was copied from, where the browser tells it; nothing is fetched.
    """
    if not text.strip() and not html.strip():
        raise BriefingError("The clipboard holds no text; copy the article first.")
    if max(len(text), len(html)) > LIMIT_CHARACTERS:
        raise BriefingError("The pasted text has more than 20 million characters; paste the article alone.")
    from briefing.io.readers.html import read_fragment  # noqa: PLC0415 - a start needs no pages

    data = html.encode("utf-8", "replace")
    source = read_fragment(html) if html.strip() else None
    if source is None or not any(map(str.isalnum, source.text)):
        source, data = read_text(text), text.encode("utf-8", "replace")
    return _stamped(complete(source, data, "", address), clock)


def is_broken(source: Source) -> bool:
    """Whether the text shows that it was decoded wrongly on its way, so that a repair can be offered."""
    return mojibake.is_broken(source.text)


def repaired(source: Source) -> Source:
    """The source with what was decoded wrongly put right; its original stays as it was received."""
    page = mojibake.code_page_of(source.text)  # of which a passage alone may tell too little
    text, record = source.text, source.record
    blocks = (Block(mojibake.repaired(text[p.start : p.end], page), p.kind, p.level, p.page) for p in source.passages)
    told = {name: mojibake.repaired(getattr(record, name), page) for name in ("title", "outlet")}
    authors = tuple(mojibake.repaired(name, page) for name in record.authors)
    return replace(build(blocks, replace(record, authors=authors, **told)), original=source.original, id=source.id)


def attached(source: Source) -> tuple[tuple[str, bytes], ...]:
    """The names and bytes of what is attached to a mail, each to be read as a further source."""
    if source.record.media_type != "message/rfc822":
        return ()
    from briefing.io.readers.mail import attachments  # noqa: PLC0415 - only mails have any

    return tuple(attachments(source.original))


def read_attached(path: Path | str, name: str, clock: Clock = now, encoding: str = "") -> Source:
    """The article that is attached, under a name, to the mail in a file; the mail itself need not say anything."""
    from briefing.io.readers.mail import attachments  # noqa: PLC0415 - only mails have any

    path = Path(path)
    data = _bytes_of(path)
    found = dict(attachments(data)) if kind_of(data, path.name) == "mail" else {}
    if name not in found:
        named = ", ".join(f"“{one}”" for one in found) or "nothing"
        raise BriefingError(f"Nothing called “{name}” is attached; what is: {named}.")
    return read_bytes(found[name], name, clock, encoding)


def chapters(source: Source) -> tuple[str, ...]:
    """The titles of a book's chapters in reading order; nothing for a source that is no book."""
    if source.record.media_type != "application/epub+zip":
        return ()
    from briefing.io.readers.epub import chapter_titles  # noqa: PLC0415 - only books have any

    return tuple(chapter_titles(source.original))


def one_chapter(source: Source, number: int) -> Source:
    """A book's source cut down to one chapter, by its number from 1."""
    found = len(chapters(source))
    if not found:
        raise BriefingError("This article is no book with chapters.")
    if not 1 <= number <= found:
        raise WrongUse(f"The book has {found} chapters; choose one of them.")
    from briefing.io.readers.epub import read_chapter  # noqa: PLC0415 - only books have any

    book = source.record
    chapter = complete(read_chapter(source.original, number), source.original, book.file_name, book.address)
    return replace(chapter, record=replace(chapter.record, retrieved=book.retrieved))


def _stamped(source: Source, clock: Clock) -> Source:
    taken = clock().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return replace(source, record=replace(source.record, retrieved=taken))

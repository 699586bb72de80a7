"""Bringing an article in: from a file, the clipboard or an address, read and stamped with the time it was taken."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.domain.addresses import is_address
from briefing.domain.errors import BriefingError
from briefing.domain.source import Source
from briefing.io.plain import sentence
from briefing.io.readers import LIMIT_BYTES, LIMIT_CHARACTERS, complete, read
from briefing.io.readers.encoding import fits
from briefing.io.readers.plain import read_text

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment in universal time."""
    return datetime.now(UTC)


def read_file(path: Path | str, clock: Clock = now, encoding: str = "") -> Source:
    """The article in a file, read by what it holds; one sentence says why when it cannot be."""
    path = Path(path)
    try:
        if path.stat().st_size > LIMIT_BYTES:
            raise BriefingError(f"“{path.name}” is larger than 50 MB; cut out the article and paste it instead.")
        if path.exists() and not path.is_dir() and not path.is_file():
            raise BriefingError(f"“{path.name}” is not an ordinary file; save the article as one first.")
        data = path.read_bytes()
    except OSError as error:
        raise BriefingError(sentence(error, path)) from error
    return _stamped(read(data, path.name, encoding=encoding), clock)


def read_address(address: str, clock: Clock = now) -> Source:
    """The article at an address of the web, fetched now because it was asked for."""
    from briefing.io.fetch import fetch  # noqa: PLC0415 - the network's modules are loaded when it is asked for

    fetched = fetch(address)
    charset = fetched.charset if fits(fetched.data, fetched.charset) else ""
    return _stamped(read(fetched.data, fetched.name, fetched.address, charset), clock)


def read_article(place: str, clock: Clock = now, encoding: str = "") -> Source:
    """The article at a place that was typed: an address of the web, or a file."""
    return read_address(place, clock) if is_address(place) else read_file(Path(place), clock, encoding)


def read_paste(text: str, html: str = "", clock: Clock = now) -> Source:
    """The article on the clipboard: its HTML flavour where a browser gave one, else the plain text."""
    if not text.strip() and not html.strip():
        raise BriefingError("The clipboard holds no text; copy the article first.")
    if max(len(text), len(html)) > LIMIT_CHARACTERS:
        raise BriefingError("The pasted text has more than 20 million characters; paste the article alone.")
    from briefing.io.readers.html import read_fragment  # noqa: PLC0415 - a start needs no pages

    data = html.encode("utf-8", "replace")
    source = read_fragment(html) if html.strip() else None
    if source is None or not any(map(str.isalnum, source.text)):
        source, data = read_text(text), text.encode("utf-8", "replace")
    return _stamped(complete(source, data, "", ""), clock)


def _stamped(source: Source, clock: Clock) -> Source:
    taken = clock().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return replace(source, record=replace(source.record, retrieved=taken))

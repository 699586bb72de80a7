"""Bringing an article in: from a file or the clipboard, read and stamped with the time it was taken."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.domain.errors import BriefingError
from briefing.domain.source import Source
from briefing.io.plain import sentence
from briefing.io.readers import LIMIT_BYTES, LIMIT_CHARACTERS, complete, read
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


def read_paste(text: str, html: str = "", clock: Clock = now) -> Source:
    """The article on the clipboard: its HTML flavour where a browser gave one, else the plain text."""
    if not text.strip() and not html.strip():
        raise BriefingError("The clipboard holds no text; copy the article first.")
    if max(len(text), len(html)) > LIMIT_CHARACTERS:
        raise BriefingError("The pasted text has more than 20 million characters; paste the article alone.")
    if html.strip():
        return _stamped(read(html.encode("utf-8", "replace"), "", encoding="utf-8"), clock)
    source = complete(read_text(text), text.encode("utf-8", "replace"), "", "")
    return _stamped(source, clock)


def _stamped(source: Source, clock: Clock) -> Source:
    taken = clock().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return replace(source, record=replace(source.record, retrieved=taken))

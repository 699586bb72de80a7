"""Mails and pages saved as MHTML: the body, forwarded articles, and attachments as further sources."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses, parsedate_to_datetime

from briefing.domain.dates import read_date
from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind, Passage, Record, Source
from briefing.domain.text import fold
from briefing.io.readers.encoding import declared_in, decode
from briefing.io.readers.html import read_fragment, read_page
from briefing.io.readers.package import guarded
from briefing.io.readers.plain import read_text

_HEAD = 200_000  # bytes of a header
_PREFIXES = re.compile(
    r"^(?:\s*(?:re|aw|sv|fwd?|wg|tr|rv|i|vs|antw|odp|ha|пересл)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE
)
_FORWARDED = re.compile(
    r"^\W*(?:forwarded message|original message|begin forwarded message|weitergeleitete nachricht"
    r"|message transféré|mensaje reenviado)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^\W*(?P<name>from|date|sent|subject|to|cc|von|gesendet|datum|betreff|an|de|envoyé|objet|à|enviado|asunto|para)\s?:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SUBJECTS = ("subject", "betreff", "objet", "asunto")
_SENDERS = ("from", "von", "de")
_DATES = ("date", "sent", "gesendet", "datum", "envoyé", "enviado")


def read(data: bytes) -> Source:
    """A mail, or a page saved with everything in it, as a source."""
    return guarded(lambda: _read(_message(data)), "a mail")


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """The names and bytes of what is attached to a mail, to be read as further sources."""
    return guarded(lambda: _attached(_message(data)), "a mail")


def _message(data: bytes) -> EmailMessage:
    head, blank, body = data.partition(b"\r\n\r\n" if b"\r\n\r\n" in data[:_HEAD] else b"\n\n")
    head = re.sub(rb"(?m)^(.{5000}).+$", rb"\1", head)  # no field is so long, and parsing one takes hours
    message = message_from_bytes(head[:_HEAD] + blank + body, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise BriefingError("The file is no mail that could be read.")
    return message


def _attached(message: EmailMessage) -> list[tuple[str, bytes]]:
    found = []
    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "message/rfc822":
            inner = _enclosed(part)
            found.append((f"{_header(inner, 'Subject') or 'mail'}.eml", inner.as_bytes()))
        elif isinstance(content, bytes) and content:
            found.append((part.get_filename() or "attachment", content))
    return found


def _enclosed(part: MIMEPart) -> EmailMessage:
    """The mail that a part encloses."""
    inner = part.get_payload(0)
    if not isinstance(inner, EmailMessage):
        raise BriefingError("The mail that is attached is damaged; get it again.")
    return inner


def _read(message: EmailMessage) -> Source:
    if _is_page(message):
        return _read_page(message)
    body = message.get_body(preferencelist=("html", "plain"))
    text = _text(body) if body is not None else ""
    if not text.strip():
        forwarded = [part for part in message.iter_attachments() if part.get_content_type() == "message/rfc822"]
        if forwarded:
            return _read(_enclosed(forwarded[0]))
        raise BriefingError("The mail holds no text of its own; open its attachments instead.")
    is_html = body is not None and body.get_content_type() == "text/html"
    source = read_fragment(text) if is_html else _unsigned(read_text(text))
    return _with_forwarded(replace(source, record=_record(message, source.record)))


def _is_page(message: EmailMessage) -> bool:
    """Whether a message is a page that a browser saved."""
    return message.get("Snapshot-Content-Location") is not None or (
        message.get_content_type() == "multipart/related"
        and message.get("To") is None
        and message.get("Received") is None
    )


def _read_page(message: EmailMessage) -> Source:
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise BriefingError("The file holds no page that could be read.")
    address = _header(message, "Snapshot-Content-Location") or _header(pages[0], "Content-Location")
    source = read_page(_text(pages[0]), address if address.startswith(("http://", "https://")) else "")
    return replace(source, record=replace(source.record, media_type="multipart/related"))


def _text(part: MIMEPart) -> str:
    """The text of a part, by its charset, or by what its bytes tell where that is missing or wrong."""
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    return decode(data, part.get_content_charset("") or declared_in(data))[0]


def _unsigned(source: Source) -> Source:
    """The source with the signature, and what stands below it, as noise."""
    sign = re.search(r"^-- ?$", source.text, re.MULTILINE)
    if not sign:
        return source
    passages = tuple(replace(p, kind=Kind.NOISE, level=0) if p.start >= sign.start() else p for p in source.passages)
    return replace(source, passages=passages)


def _record(message: EmailMessage, told: Record) -> Record:
    sender = [fold(name or address) for name, address in getaddresses([_header(message, "From")])]
    return replace(
        told,
        title=_PREFIXES.sub("", _header(message, "Subject")) or told.title,
        authors=tuple(filter(None, sender)) or told.authors,
        published=_date(_header(message, "Date")) or told.published,
        media_type="message/rfc822",
    )


def _header(message: MIMEPart, name: str) -> str:
    """A header's words; broken ones are no reason to lose the mail."""
    try:
        return fold(str(message.get(name, "")))
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""


def _date(words: str) -> str:
    """The date of a header as ISO 8601 with its zone."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return read_date(words)


def _with_forwarded(source: Source) -> Source:
    """Where an article was forwarded: its header is noise, and tells who wrote what and when."""
    passages = list(source.passages)
    start = next((i for i, p in enumerate(passages) if _FORWARDED.match(source.text[p.start : p.end])), None)
    if start is None:
        return source
    passages[start] = _noise(passages[start])
    told: dict[str, str] = {}
    for i in range(start + 1, len(passages)):
        lines = source.text[passages[i].start : passages[i].end].split("\n")
        fields = [field for field in map(_FIELD.match, lines) if field]
        if not fields:
            break
        told |= {field["name"].lower(): fold(field["value"]) for field in fields}
        passages[i] = _noise(passages[i])
    return replace(source, passages=tuple(passages), record=_forwarded(source.record, told))


def _noise(passage: Passage) -> Passage:
    return replace(passage, kind=Kind.NOISE, level=0)


def _forwarded(record: Record, told: dict[str, str]) -> Record:
    subject = next((told[name] for name in _SUBJECTS if told.get(name)), "")
    sender = next((told[name] for name in _SENDERS if told.get(name)), "")
    names = [fold(name or address) for name, address in getaddresses([sender])]
    date = next((told[name] for name in _DATES if told.get(name)), "")
    return replace(
        record,
        title=_PREFIXES.sub("", subject) or record.title,
        authors=tuple(filter(None, names)) or record.authors,
        published=read_date(date) or record.published,
    )

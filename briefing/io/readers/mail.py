"""Mails and pages saved as MHTML: the body, forwarded articles, and attachments as further sources."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses, parsedate_to_datetime

from briefing.domain.dates import read_date
from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind, Record, Source
from briefing.domain.text import fold
from briefing.io.readers.encoding import declared_in, decode
from briefing.io.readers.forwarded import with_forwarded, without_prefixes
from briefing.io.readers.html import read_fragment, read_page
from briefing.io.readers.package import guarded
from briefing.io.readers.plain import read_text

_HEAD = 200_000  # bytes of a header
_ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_SEALED = re.compile(r"\s*-----BEGIN PGP MESSAGE-----")
_SIGNED = re.compile(r"\s*-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:\S.*\r?\n)*")
_SIGNATURE = re.compile(r"^-----BEGIN PGP SIGNATURE-----[\s\S]*", re.MULTILINE)
_DASHED = re.compile(r"^- (?=-)", re.MULTILINE)  # how a line that begins with a dash is written in signed text
_SIGN = "-- "  # above a signature
_UNREAD = re.compile(r"image/|audio/|video/|application/(?:(?:x-)?pkcs7-signature|pgp-signature|ms-tnef)")


def read(data: bytes) -> Source:
    """A mail, or a page saved with everything in it, as a source."""
    return guarded(lambda: _read(_message(data)), "a mail")


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """The names and bytes of what is attached to a mail, to be read as further sources."""
    return guarded(lambda: _attached(_message(data)), "a mail")


def _message(data: bytes) -> EmailMessage:
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
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
        elif isinstance(content, bytes) and content and not _UNREAD.match(part.get_content_type()):
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
    if body is not None and body.get_content_type() == "text/html" and not _has_words(body):
        body = message.get_body(preferencelist=("plain",))
    text = _text(body) if body is not None else ""
    if message.get_param("smime-type") == "signed-data":
        raise BriefingError("The mail is signed in a form that hides its text; copy or save it in your mail program.")
    if message.get_content_type() in _ENCRYPTED or _SEALED.match(text):
        raise BriefingError("The mail is encrypted; open it in your mail program and copy or save its text.")
    if not text.strip():
        forwarded = [part for part in message.iter_attachments() if part.get_content_type() == "message/rfc822"]
        if forwarded:
            return _read(_enclosed(forwarded[0]))
        raise BriefingError(_without_text(message))
    is_html = body is not None and body.get_content_type() == "text/html"
    source = read_fragment(text) if is_html else _unsigned(read_text(_out_of_armour(text)))
    return with_forwarded(replace(source, record=_record(message, source.record)), _header(message, "Subject"))


def _has_words(part: MIMEPart) -> bool:
    """Whether a part of HTML says anything; some programs send an empty one beside the text."""
    return any(map(str.isalnum, re.sub(r"<(?:style|title)[\s\S]*?</\w+>|<[^>]*>|&\w+;", " ", _text(part))))


def _without_text(message: EmailMessage) -> str:
    """Why there is nothing to read in a mail, and what to do."""
    kinds = {part.get_content_type() for part in message.walk()}
    names = ", ".join(f"“{name}”" for name, _ in _attached(message) if message.is_multipart())
    if names:
        return f"The mail holds no text of its own; open its attachments instead: {names}."
    if "text/calendar" in kinds:
        return "The mail is an invitation to a meeting without any text; copy what you need from your calendar."
    if "application/ms-tnef" in kinds:
        return "The mail was packed by Outlook in a form of its own (winmail.dat); ask for it as HTML or as plain text."
    return "The mail holds no text and nothing is attached to it."


def _out_of_armour(text: str) -> str:
    """Signed text without the lines of PGP around it."""
    signed = _SIGNED.match(text)
    return _DASHED.sub("", _SIGNATURE.sub("", text[signed.end() :])).strip() if signed else text


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
    text = decode(data, part.get_content_charset("") or declared_in(data))[0]
    return _flowed(text, is_tight=part.get_param("delsp") == "yes") if part.get_param("format") == "flowed" else text


def _flowed(text: str, *, is_tight: bool) -> str:
    """Text in which lines that end with a space go on in the next one of the same quotation (RFC 3676)."""
    lines: list[list[str]] = []
    going = None  # the marks of quotation of a line that goes on
    for line in (raw.rstrip("\r") for raw in text.split("\n")):
        said = line.lstrip(">")
        marks = line[: len(line) - len(said)]
        said = said.removeprefix(" ")  # which keeps a line from being taken for something else
        is_soft = said.endswith(" ") and said != _SIGN
        words = said[:-1] if is_soft and is_tight else said
        if going == marks and said != _SIGN:
            lines[-1].append(words)
        else:
            lines.append([f"{marks} {words}" if marks else words])
        going = marks if is_soft else None
    joined = ("".join(pieces) for pieces in lines)
    return "\n".join(line if line == _SIGN else line.rstrip(" ") for line in joined)


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
        title=without_prefixes(_header(message, "Subject")) or told.title,
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

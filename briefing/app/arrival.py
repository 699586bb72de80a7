"""An article on its way in: what was read, what it doubles, and what can be chosen about how it is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from briefing.app import intake
from briefing.domain.errors import BriefingError
from briefing.domain.likeness import Likeness, same_article
from briefing.domain.mojibake import is_broken, repaired
from briefing.domain.source import Source
from briefing.io.readers import LIMIT_BYTES, complete, kind_of, read
from briefing.io.readers.encoding import declared_in, decode, decode_as, fits

# What Western analysts meet most, the likely ones first; any other that Python knows can be typed.
ENCODINGS = (
    *("utf-8", "windows-1252", "windows-1250", "windows-1251", "koi8-r", "windows-1253", "windows-1254"),
    *("windows-1255", "windows-1256", "iso-8859-2", "iso-8859-15", "macroman", "cp437", "cp850"),
    *("gb18030", "big5hkscs", "cp932", "euc-jp", "cp949", "cp874", "utf-16-le", "utf-16-be"),
)
_TEXTS = ("plain", "markdown", "html")
_SHOWN = 3  # words shown as examples
_WORD = 40  # letters; what is longer is no word
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Manner:
    """How an article is read, as far as the analyst chose: an encoding, mojibake put right, some chapters."""

    encoding: str = ""
    is_mended: bool = False
    chapters: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A further article that came with a mail."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article as it was read at first, and what there is to be asked about it."""

    source: Source
    likeness: Likeness | None = None  # the source of the note that it is, or was, the same article as
    guessed: str = ""  # the encoding, where nothing told it for certain
    wrong: tuple[tuple[str, str], ...] = ()  # words with mojibake, and what they become
    chapters: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()


def arrive(source: Source, known: Iterable[Source] = ()) -> Arrival:
    """What there is to be asked about an article that was just read; `known` are the sources of the note."""
    known = tuple(known)
    versions = {id(version): newest for newest in known for version in newest.versions}
    likeness = same_article(source, [version for newest in known for version in newest.versions])
    if likeness is not None:
        likeness = replace(likeness, source=versions[id(likeness.source)])
    kind = kind_of(source.original, source.record.file_name) if source.original else ""
    return Arrival(
        source,
        likeness,
        guessed=_guessed(source.original, kind),
        wrong=_wrong(source, kind),
        chapters=intake.chapters(source),
        enclosed=_enclosed(source) if source.record.media_type == "message/rfc822" else (),
    )


def read_again(source: Source, manner: Manner) -> Source:
    """An article read once more in another manner, from the bytes it came in; what was received stays as it was."""
    if manner == Manner():
        return source
    record = source.record
    kind = kind_of(source.original, record.file_name)
    if kind in _TEXTS and (record.file_name or record.address):
        again = _read_text(source, kind, manner)
    else:
        again = _read_chapters(source, manner.chapters) if kind == "epub" and manner.chapters else source
        again = intake.repaired(again) if manner.is_mended else again
    kept = replace(again.record, retrieved=record.retrieved, file_name=record.file_name, sha256=_hash(source))
    return replace(again, record=kept, original=source.original)


def enclosed_in(data: bytes, name: str = "") -> tuple[Enclosed, ...]:
    """What came with a mail and can be read; nothing if the bytes are no mail."""
    if kind_of(data, name) != "mail":
        return ()
    from briefing.io.readers.mail import attachments  # noqa: PLC0415 - only a few articles are mails

    return tuple(Enclosed(*found) for found in attachments(data) if _can_be_read(*found))


def _wrong(source: Source, kind: str) -> tuple[tuple[str, str], ...]:
    """Some words of an article that look as if they had been read in a wrong encoding, and what was meant."""
    is_file = kind in ("plain", "markdown") and bool(source.record.file_name)
    text = decode(source.original)[0] if is_file else source.text  # some of the letters are lost in a source's text
    return _examples(text, repaired(text)) if is_broken(text) else ()


def _examples(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Words of a text beside the words they become, each pair once."""
    words = zip(before.split(), after.split(), strict=False)  # what was no space may become one: then words run apart
    pairs = dict.fromkeys((old, new) for old, new in words if old != new and len(old) < _WORD)
    return tuple(pairs)[:_SHOWN]


def parcel(path: Path) -> tuple[Enclosed, ...]:
    """What came with a mail in a file that says nothing itself; nothing if it is no such mail."""
    try:
        return enclosed_in(path.read_bytes(), path.name) if path.stat().st_size <= LIMIT_BYTES else ()
    except (OSError, BriefingError):
        return ()  # why it cannot be read was told when it was read as an article


def _hash(source: Source) -> str:
    return source.record.sha256 or sha256(source.original).hexdigest()


def _read_text(source: Source, kind: str, manner: Manner) -> Source:
    name, address = source.record.file_name, source.record.address
    if not manner.is_mended:
        return read(source.original, name, address, manner.encoding)
    data = source.original
    declared = declared_in(data) if kind == "html" else ""
    text = decode_as(data, manner.encoding) if manner.encoding else decode(data, declared)[0]
    return read(repaired(text).encode("utf-8", "replace"), name, address, "utf-8")


def _read_chapters(source: Source, chosen: Sequence[int]) -> Source:
    if len(chosen) == 1:
        return intake.one_chapter(source, chosen[0] + 1)
    from briefing.io.readers.epub import read_chapters  # noqa: PLC0415 - only a few articles are books

    book = read_chapters(source.original, [number + 1 for number in chosen])
    return complete(book, source.original, source.record.file_name, source.record.address)


def _guessed(data: bytes, kind: str) -> str:
    """The encoding that a text was read with if that was found out by its letters; empty if it was certain."""
    if kind not in _TEXTS or data.startswith(_MARKS) or fits(data, "utf-8"):
        return ""
    declared = declared_in(data) if kind == "html" else ""
    return "" if declared and fits(data, declared) else decode(data, declared)[1]


def _enclosed(source: Source) -> tuple[Enclosed, ...]:
    """What came with a mail; not what was read already, because the mail itself says nothing."""
    found = enclosed_in(source.original, source.record.file_name)
    return tuple(one for one in found if not one.name.endswith(".eml") or read(one.data, one.name).text != source.text)


def _can_be_read(name: str, data: bytes) -> bool:
    try:
        kind_of(data, name)
    except BriefingError:
        return False
    return bool(data.strip())

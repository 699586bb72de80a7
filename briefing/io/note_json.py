"""The text members of a note file: the note without its sources' texts, and the passages of a source, as JSON."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from briefing.domain.note import Excerpt, Note, Section
from briefing.domain.source import Passage, Source
from briefing.io.plain_values import Misshapen, Plain, from_plain, to_plain

FORMAT = 1
LARGEST = 32_000_000  # bytes of a JSON member
_APART = ("sections", "sources", "excerpts")  # written one item a line, so that two versions can be compared
_IN_FILES = ("text", "passages", "original", "earlier")
_SOURCE_ID = re.compile(r"S[1-9][0-9]{0,8}(v[1-9][0-9]{0,8})?")  # it is part of file names
_EXCERPT_ID = re.compile(r"x[1-9][0-9]{0,8}")  # it is part of bookmarks
_LONE_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class Newer(Exception):
    """A note of a later format than this program knows; its text is the format's number."""


class Listed(NamedTuple):
    """A source, or an earlier version of one, as `note.json` lists it: what is known, and which files hold the rest."""

    source: Source  # without text, passages and original
    files: Mapping[str, str]  # file name in the folder of the source: SHA-256


def encode_note(note: Note, listed: Iterable[Listed]) -> bytes:
    """`note.json`: one line for what is short, one for each section, source and excerpt."""
    lines = [f'"format": {FORMAT}']
    lines += [f'"{key}": {_dump(value)}' for key, value in to_plain(note, _APART).items()]
    lines.append(_list("sections", [to_plain(section) for section in note.sections]))
    lines.append(_list("sources", [_plain_source(entry) for entry in listed]))
    lines.append(_list("excerpts", [to_plain(excerpt) for excerpt in note.excerpts]))
    return _encoded("{\n" + ",\n".join(lines) + "\n}\n")


def decode_note(lines: Iterator[bytes], whole: Callable[[], bytes]) -> tuple[Note, tuple[Listed, ...]]:
    """The note without its sources, and what is listed of them; Misshapen or Newer if it cannot be read.

    As `encode_note` writes it, it is read line by line, so that of a long note nothing is held twice; any other
    arrangement of the same JSON is read as a `whole`.
    """
    try:
        return _by_lines(lines)
    except (ValueError, Misshapen):
        return decode_plain(_parsed(whole()))


def _by_lines(lines: Iterator[bytes]) -> tuple[Note, tuple[Listed, ...]]:
    """ValueError if it is arranged in another way."""
    plain: Plain = {}
    lists: dict[str, tuple[Any, ...]] = {}
    if next(lines, b"") != b"{":
        raise ValueError
    for line in iter(partial(next, lines, b"}"), b"}"):
        name, _, value = line.partition(b": ")
        key = _parsed(name)
        if type(key) is not str:
            raise ValueError
        if value == b"[" and key in _APART:
            lists[key] = tuple(map(_decode_item(key), map(_parsed, _items(lines))))
        else:
            plain[key] = _parsed(value.removesuffix(b","))
    if any(lines) or plain.get("format") != FORMAT:
        raise ValueError
    return _whole(plain, lists)


def _items(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines of a list, without the commas between them."""
    for line in lines:
        if line.startswith(b"]"):
            return
        yield line.removesuffix(b",")


def decode_plain(plain: object) -> tuple[Note, tuple[Listed, ...]]:
    """The same from values that have been parsed."""
    if type(plain) is not dict or type(plain.get("format")) is not int:
        raise Misshapen("it has no format number")
    if plain["format"] > FORMAT:
        raise Newer(str(plain["format"]))
    lists = {key: tuple(map(_decode_item(key), plain[key])) for key in _APART if type(plain.get(key)) is list}
    return _whole(plain, lists)


def _decode_item(key: str) -> Callable[[object], Any]:
    """How an item of one of the long lists is read."""
    if key == "sources":
        return decode_listed
    return partial(from_plain, Section if key == "sections" else Excerpt)


def _whole(plain: Plain, lists: Mapping[str, tuple[Any, ...]]) -> tuple[Note, tuple[Listed, ...]]:
    missing = next((key for key in _APART if key not in lists), None)
    if missing is not None:
        raise Misshapen(f"it has no list of {missing}")
    if not all(_EXCERPT_ID.fullmatch(excerpt.id) for excerpt in lists["excerpts"]):
        raise Misshapen("an excerpt has no proper id")
    note = from_plain(Note, plain, _APART, sections=lists["sections"], excerpts=lists["excerpts"])
    return note, lists["sources"]


def encode_passages(passages: Iterable[Passage]) -> bytes:
    """`passages.json`: a list, one passage a line."""
    return _encoded("[\n" + ",\n".join(_dump(to_plain(passage)) for passage in passages) + "\n]\n")


def decode_passages(data: bytes) -> tuple[Passage, ...]:
    """The passages of a source; Misshapen if they cannot be read."""
    plain = _parsed(data)
    if type(plain) is not list:
        raise Misshapen("the passages are no list")
    return tuple([from_plain(Passage, item) for item in plain])


def _plain_source(entry: Listed) -> Plain:
    return {**to_plain(entry.source, _IN_FILES), "files": dict(entry.files)}


def decode_listed(plain: object) -> Listed:
    """A source as it is listed; Misshapen if it cannot be read."""
    if type(plain) is not dict:
        raise Misshapen("a source is no object")
    files = plain.get("files")
    if type(files) is not dict or not all(type(hash_) is str for hash_ in files.values()):
        raise Misshapen("a source does not say which files hold it")
    source = from_plain(Source, plain, _IN_FILES, text="", passages=())
    if not _SOURCE_ID.fullmatch(source.id):
        raise Misshapen("a source has no proper id")
    return Listed(source, files)


def _list(key: str, items: list[Plain]) -> str:
    return f'"{key}": [' + ",".join("\n  " + _dump(item) for item in items) + "\n]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _encoded(text: str) -> bytes:
    """UTF-8; half of a surrogate pair, which no text should hold, becomes a replacement character."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def _parsed(data: bytes) -> object:
    try:
        plain: object = _DECODER.decode(data.decode())
    except (ValueError, RecursionError) as error:
        raise Misshapen("it is not JSON") from error
    if _LONE_SURROGATE.search(data):
        plain = json.loads(_encoded(_dump(plain)))
    return plain


def _refuse(constant: str) -> object:
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_constant=_refuse)

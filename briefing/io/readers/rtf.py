"""Rich text: its words, by striprtf, and its title and author; notes and text boxes stand at the end."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.domain.source import Source
from briefing.domain.text import fold
from briefing.io.readers.package import guarded
from briefing.io.readers.plain import read_text

_BRACES = re.compile(r"\\[\\{}]|[{}]")
_WORDS = re.compile(r"(?:\\\*|\\[a-zA-Z]+-?\d* ?|\s)*")  # the control words with which a group begins
_WORD = re.compile(r"\\([a-zA-Z]+-?\d*)")
_UNSEEN = {"v", "v1", "deleted", "fldinst"}  # hidden, deleted while changes were tracked, the code of a field
_MACHINE = re.compile(r"\\(mac|pca|pc)\b")
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}  # what letters are in where no code page is named
_NO_PAGE = re.compile(r"\\ansicpg(?:10000|0)\b ?")  # of a Macintosh, which Python calls otherwise, and of none
_TWICE = re.compile(r"\{\\upr\s*\{[^{}]*\}\s*\{\\\*\\ud\s*\{([^{}]*)\}\s*\}\s*\}")  # said in a code page and in Unicode
_APART = {"footnote", "shptxt"}  # which striprtf would leave out with what is never shown
_CELL = re.compile(r"(?:\\par\b ?)?([\s}]{0,20})\\(?:nest)?cell\b ?")
_ROW = re.compile(r"\\(?:nest)?row\b ?")
_HEAD = 100_000  # characters in which the file states what it is


def read(data: bytes) -> Source:
    """A rich text file as a source."""
    return guarded(lambda: _read(data), "rich text")


def _read(data: bytes) -> Source:
    raw = data.decode("latin-1")
    page = _page_of(raw[:_HEAD])
    raw = _NO_PAGE.sub("", _TWICE.sub(r"{\1}", raw))
    body, apart = _parted(raw)
    end = body.rfind("}")
    end = end if end > 0 else len(body)
    text = _words("".join((body[:end], *(rf"\par {{{part}}}" for part in apart), body[end:])), page)
    source = read_text(re.sub(r"\s*\n\s*", "\n\n", text).strip())  # a line is a paragraph here
    told = source.record
    title, author = _stated(raw, "title", page), _stated(raw, "author", page)
    record = replace(told, title=title or told.title, authors=told.authors or ((author,) if author else ()))
    return replace(source, record=replace(record, media_type="application/rtf"))


def _page_of(head: str) -> str:
    """The code page of the machine that a file was written on, for letters of which nothing else is said."""
    if "\\ansicpg10000" in head:
        return _PAGES["mac"]
    machine = _MACHINE.search(head)
    return _PAGES[machine[1]] if machine else "cp1252"


def _words(raw: str, page: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - loaded when the first rich text is read

    raw = raw.replace("{\\pntext", "{\\listtext")  # the number of an item, as older programs write it
    plain = _ROW.sub(r"\\par ", _CELL.sub(r"\1\\tab ", raw))
    text = str(rtf_to_text(plain, encoding=page, errors="replace"))  # type: ignore[no-untyped-call]
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # halves of a letter put together


def _parted(raw: str) -> tuple[str, list[str]]:
    """The text without what is not seen, and what stands apart from the text: notes and boxes."""
    kept: list[str] = []
    apart: list[str] = []
    at = 0
    for start, end, words in _groups(raw):
        if start >= at:
            kept.append(raw[at:start])
            at = end
            if words & _APART and not words & _UNSEEN:
                apart.append(re.sub(r"^\{(?:\\\*)?\\(?:footnote|shptxt)\b ?", "", raw[start : end - 1]))
    return "".join((*kept, raw[at:])), apart


def _groups(raw: str) -> Iterator[tuple[int, int, set[str]]]:
    """The groups that stand apart or are not seen, in order: where each begins and ends, and its first words."""
    opened: list[tuple[int, set[str]]] = []
    found: list[tuple[int, int, set[str]]] = []
    for brace in _BRACES.finditer(raw):
        if brace[0] == "{":
            head = _WORDS.match(raw, brace.end())
            opened.append((brace.start(), set(_WORD.findall(head[0])) if head else set()))
        elif brace[0] == "}" and opened:
            start, words = opened.pop()
            if words & (_UNSEEN | _APART):
                found.append((start, brace.end(), words))
    yield from sorted(found, key=lambda group: group[:2])


def _stated(raw: str, name: str, machine: str) -> str:
    """What the file states about itself under a name."""
    at = raw.find(f"{{\\{name} ", 0, _HEAD)
    if at < 0:
        return ""
    page = re.search(r"\\ansicpg\d+", raw[:_HEAD])
    depth = 0
    for brace in _BRACES.finditer(raw, at, at + 2000):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            inner = raw[at + len(name) + 2 : brace.start()]
            return fold(_words(rf"{{\rtf1\ansi{page[0] if page else ''} {inner}}}".replace(r"\*\ud", ""), machine))
    return ""

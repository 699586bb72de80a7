"""Inline Markdown: literal text stays literal, and emphasis holds wherever it begins and ends.

What a backslash protects in every parser gets one; what only some parsers let a backslash protect is written as a
character reference, which all of them read. Strong is `**` and emphasis `_`, so that the two can stand side by side;
a delimiter that the rules of CommonMark (6.2) would not see is made visible by writing the letter beside it as a
reference. Pandoc does not see `_` right behind `**`, so that strong words which italic ones follow at once are written
with `__`, and those with `*`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import dropwhile, groupby

from briefing.domain.note import Words

_ALWAYS = re.compile(
    r"""[\\`*_\[\]{}]                              # protected by a backslash everywhere
      | [\t~^]                                     # sub- and superscript, strike-through; tabs
      | &(?=\#?\w|$)                               # what could be a reference
      | <(?=[A-Za-z/!?]|$)                         # a tag or an address
      | (?<=\S)\$(?!\d) | \$(?=\$)                 # what could close mathematics
      | (?<==)= | =(?==) | (?<=%)% | %(?=%)        # Obsidian's highlights and comments
      | !$                                         # before a link it would be a picture
    """,
    re.VERBOSE,
)
_BACKSLASHED = frozenset("\\`*_[]{}!")
_LEADING = re.compile(
    r"""(?P<space>\s)
      | (?P<sign>[#>+-])
      | (?P<rare>[=|:%~])
      | (?P<item>\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+|\#|@\w*)(?=[.)](?:\s|$)))
    """,
    re.VERBOSE,
)
_BREAK = "  \n"  # understood by every parser
_BREAK_ALONE = "&#10;"  # on an empty line, which would end the paragraph
_SAFE_BESIDE = frozenset(" \n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

_CLOSING_SIGN = re.compile(r"(?<!\\)(?:\\\\)*#$")  # a heading may end in signs, which are not its text
_CLOSES_LABEL = ":("  # after `]` these would make a definition or a link

_UNSEEN = " \n\t"  # of which nobody sees whether it is emphasised

Signs = Mapping[str, str]
_USUAL: Signs = {"**": "**", "_": "_"}
_SWAPPED: Signs = {"**": "__", "_": "*"}
_DELIMITER = re.compile(r"\*\*|_")

Inline = Words | str  # text to be made literal, or Markdown that is written as it is


def literal(text: str, *, is_one_line: bool = False) -> str:
    """Plain text as Markdown that reads the same."""
    return inline((Words(text),), is_one_line=is_one_line)


def inline(pieces: Iterable[Inline], *, is_one_line: bool = False) -> str:
    """Pieces of a paragraph as Markdown; strings among them are finished marks."""
    line = _Line(is_one_line=is_one_line)
    for address, group in groupby(pieces, key=lambda p: "" if isinstance(p, str) else p.link):
        if address:
            line.link(address, list(group))
        else:
            line.write(list(group))
    return line.finished()


def _loosened(pieces: Iterable[Inline]) -> Iterator[Inline]:
    """Pieces with the white space at the ends of emphasised words set outside, where delimiters are seen."""
    for piece in pieces:
        if isinstance(piece, str) or not (piece.bold or piece.italic):
            yield piece
            continue
        core = piece.text.strip(_UNSEEN)
        begin = len(piece.text) - len(piece.text.lstrip(_UNSEEN)) if core else 0
        yield Words(piece.text[:begin])
        yield replace(piece, text=core)
        yield Words(piece.text[begin + len(core) :])


def _emphasis(piece: Inline) -> str:
    """The delimiters that words ask for."""
    return "" if isinstance(piece, str) else ("**" if piece.bold else "") + ("_" if piece.italic else "")


def _is_strong(delimiters: str) -> bool:
    return delimiters.startswith("**")


def _meets_italic(wanted: list[str]) -> bool:
    """Whether the strong words that come first touch italic ones, and those no strong ones again."""
    behind = dropwhile(_is_strong, wanted)
    return next(behind) == "_" and not _is_strong(next(behind))


class _Line:
    """The Markdown of one paragraph as it grows."""

    def __init__(self, *, is_one_line: bool) -> None:
        self._parts: list[str] = []
        self._is_one_line = is_one_line
        self._open = ""  # delimiters of the emphasis at hand: `**`, `_` or `**_`
        self._signs = _USUAL  # how they are written
        self._hides_next = False  # the next letter is written as a reference

    def write(self, pieces: Iterable[Inline]) -> None:
        """Words with their emphasis, and marks; emphasis ends with them."""
        loose = [piece for piece in _loosened(pieces) if isinstance(piece, str) or piece.text]
        wanted = [*map(_emphasis, loose), "", ""]
        for index, piece in enumerate(loose):
            if isinstance(piece, str):
                self._turn("")
                self._put(piece)
                continue
            is_swapped = not self._open and _is_strong(wanted[index]) and _meets_italic(wanted[index:])
            self._turn(wanted[index], piece.text[0], _SWAPPED if is_swapped else _USUAL)
            self._text(piece.text)
        self._turn("")

    def link(self, address: str, pieces: list[Inline]) -> None:
        """A link; its own address is written as such."""
        only = pieces[0] if len(pieces) == 1 else None
        if only == Words(address, link=address) and _PLAIN_ADDRESS.fullmatch(address):
            self._put(f"<{address}>")
            return
        self._put("[")
        self.write(pieces)
        self._put(f"]({f'<{address}>' if '(' in address or ')' in address else address})")

    def finished(self) -> str:
        """The whole, with its ends protected."""
        ends = 0
        while self._parts and self._parts[-1] in (_BREAK, _BREAK_ALONE):
            self._parts.pop()
            ends += 1
        self._keep_space()
        text = "".join(self._parts)
        if self._is_one_line and _CLOSING_SIGN.search(text):
            text = text[:-1] + "&#35;"
        return text + "&#10;" * ends

    def _put(self, mark: str) -> None:
        self._parts.append(mark)
        self._hides_next = False

    def _turn(self, wanted: str, first: str = "", signs: Signs = _USUAL) -> None:
        """Close and open delimiters until the wanted ones are open; `first` is the letter that follows."""
        if wanted == self._open:
            return
        keeps_strong = wanted.startswith("**") and self._open.startswith("**")
        closing = self._open.removeprefix("**") if keeps_strong else self._open[::-1]
        opening = wanted.removeprefix("**") if keeps_strong else wanted
        last = self._parts[-1][-1] if self._parts else ""
        if closing:
            self._parts.append(self._written(closing))
            self._hides_next = closing != "**" or not last.isalnum()
        if opening:
            stays = keeps_strong or (closing.endswith("**") and opening == "_")  # as it was begun
            self._signs = self._signs if stays else signs
            if self._written(opening) != "**" or not first.isalnum():
                self._make_room()
            self._parts.append(self._written(opening))
            self._hides_next = first.isspace()
        self._open = wanted

    def _written(self, delimiters: str) -> str:
        return "".join(self._signs[sign] for sign in _DELIMITER.findall(delimiters))

    def _make_room(self) -> None:
        """See to it that a delimiter that comes next is seen as an opening one."""
        last = self._parts[-1] if self._parts else ""
        if last and last[-1] not in _SAFE_BESIDE:
            self._parts[-1] = last[:-1] + _reference(last[-1])

    def _text(self, text: str) -> None:
        is_after_label = bool(self._parts) and self._parts[-1].endswith("]") and text[0] in _CLOSES_LABEL
        if is_after_label or (self._hides_next and text[0] not in _SAFE_BESIDE):
            self._parts.append(_reference(text[0]))
            text = text[1:]
        self._hides_next = False
        tail = ""
        if self._open and text and text[-1].isspace():
            text, tail = text[:-1], _reference(text[-1])
        for index, line in enumerate(text.split("\n")):
            if index:
                self._break()
            if line:
                self._parts.append(_escaped(line, is_first=self._is_at_start()))
        if tail:
            self._parts.append(tail)

    def _break(self) -> None:
        if self._is_one_line:
            self._parts.append("&#10;")
        elif self._is_at_start():
            self._parts.append(_BREAK_ALONE)
        else:
            self._keep_space()
            self._parts.append(_BREAK)

    def _keep_space(self) -> None:
        """White space at the end of a line would be lost: its last character is written as a reference."""
        last = self._parts[-1] if self._parts else ""
        if last and last[-1].isspace():
            self._parts[-1] = last[:-1] + _reference(last[-1])

    def _is_at_start(self) -> bool:
        return not self._parts or self._parts[-1].endswith("\n")


def _escaped(line: str, *, is_first: bool) -> str:
    text = _ALWAYS.sub(_protected, line) if _ALWAYS.search(line) else line
    if is_first:
        match = _LEADING.match(text)
        if match is not None:
            text = _led(match) + text[match.end() :]
    return text


def _protected(match: re.Match[str]) -> str:
    character = match[0]
    if character in _BACKSLASHED:
        return "\\" + character
    return {"&": "&amp;", "<": "&lt;"}.get(character) or _reference(character)


def _led(match: re.Match[str]) -> str:
    """The beginning of a line, protected from being read as the beginning of a block."""
    if match["space"] or match["rare"]:
        return _reference(match[0])
    if match["sign"]:
        return "\\" + match[0]
    return ("\\" if match[0].startswith(("(", "#")) else "") + match[0] + "\\"


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


_PLAIN_ADDRESS = re.compile(r"(?:https?|ftp)://[A-Za-z0-9\-._/?=&+,;:@!$'()#]+")

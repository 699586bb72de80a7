"""Folded text: a copy in which only the words count, with a map back to the positions of the text it was made from.

White space, typographic quotes, dashes, case, compatibility forms (NFKD, so ligatures come apart), soft hyphens and
invisible marks are folded away. Accents stay: they are part of the word.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from functools import lru_cache

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_SPACES += "\u2028\u2029\u202f\u205f\u3000"
_SINGLE = "‘’‚‛′‵‹›`´ʼ＇"
_DOUBLE = "“”„‟″‶«»＂〝〞"
_DASHES = "‐‑‒–—―−⸺⸻﹘﹣－"
_UNSEEN = "\xad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"

_ONE_TO_ONE = str.maketrans(
    {mark: plain for marks, plain in ((_SPACES, " "), (_SINGLE, "'"), (_DOUBLE, '"'), (_DASHES, "-")) for mark in marks}
)
_UNEVEN = re.compile(rf"(?:[ {_UNSEEN}]*+-[- {_UNSEEN}]*|[ {_UNSEEN}]{{2,}}|[{_UNSEEN}]|[^\x00-\x7f{_UNSEEN}]+)")
_RULE = "----"  # no dash but a line, as in tables; each of its dashes counts
_UNSEEN_MARK = re.compile(f"[{_UNSEEN}]")
_JAMO_TAIL = ("\u1160", "\u11ff")  # vowels and finals that belong to the Hangul syllable before them


class Folded:
    """A folded copy of a text; positions of either side can be asked for in the other."""

    def __init__(self, source: str) -> None:
        self._pieces: list[str] = []
        self._at = array("q", [0])  # where each piece begins in the folded text
        self._source_at = array("q", [0])  # and in the source; pieces of equal length map one to one
        self._length = 0
        self._fold(source.translate(_ONE_TO_ONE))
        self.text = "".join(self._pieces)
        self._pieces.clear()

    def source_start(self, position: int) -> int:
        """Where the code point at a position of the folded text begins in the source."""
        piece = min(bisect_right(self._at, position), len(self._at) - 1) - 1
        if piece < 0:
            return self._source_at[-1]
        offset = position - self._at[piece]
        return self._source_at[piece] + (offset if self._is_even(piece) else 0)

    def source_end(self, position: int) -> int:
        """Where the code point before a position of the folded text ends in the source."""
        if position <= 0:
            return 0
        piece = min(bisect_right(self._at, position - 1), len(self._at) - 1) - 1
        if self._is_even(piece):
            return self._source_at[piece] + position - self._at[piece]
        return self._source_at[piece + 1]

    def position(self, source_position: int) -> int:
        """Where a position of the source lies in the folded text."""
        inside = max(0, min(source_position, self._source_at[-1]))
        piece = min(bisect_right(self._source_at, inside), len(self._source_at) - 1) - 1
        if piece < 0:
            return 0
        offset = inside - self._source_at[piece]
        return self._at[piece] + (offset if self._is_even(piece) else 0)

    def _is_even(self, piece: int) -> bool:
        folded = self._at[piece + 1] - self._at[piece]
        return folded == self._source_at[piece + 1] - self._source_at[piece]

    def _fold(self, text: str) -> None:
        done = 0
        for match in _UNEVEN.finditer(text):
            for begin, end, folded in _fold_span(match[0], match.start()):
                if len(folded) != end - begin:
                    self._add(text[done:begin].casefold(), begin)
                    self._add(folded, end)
                    done = end
                elif folded != text[begin:end]:
                    self._pieces.append(text[done:begin].casefold() + folded)
                    self._length += end - done
                    done = end
        self._add(text[done:].casefold(), len(text))

    def _add(self, folded: str, source_end: int) -> None:
        self._pieces.append(folded)
        self._length += len(folded)
        if source_end > self._source_at[-1]:
            self._at.append(self._length)
            self._source_at.append(source_end)


def fold(text: str) -> str:
    """The folded copy of a text alone."""
    return Folded(text).text


def continues(folded: str, position: int) -> bool:
    """Whether the code point at a position of a folded text belongs to the letter before it."""
    if not 0 < position < len(folded):
        return False
    mark = folded[position]
    return unicodedata.combining(mark) > 0 or _JAMO_TAIL[0] <= mark <= _JAMO_TAIL[1]


def _fold_span(span: str, at: int) -> list[tuple[int, int, str]]:
    """Source bounds and folded words of the parts of a span that one-to-one replacement does not fold."""
    if "-" in span:
        return [(at, at + len(span), "-")] if _RULE not in span else []
    if span[0] < "\x80" or _UNSEEN_MARK.match(span):
        return [(at, at + len(span), " " if " " in span else "")]
    return [(at + begin, at + end, folded) for begin, end, folded in _fold_letters(span)]


@lru_cache(maxsize=32768)
def _fold_letters(span: str) -> tuple[tuple[int, int, str], ...]:
    """The letters of a span that folding changes; spans repeat as words do, so they are folded once."""
    if unicodedata.is_normalized("NFKD", span) and span.casefold() == span:
        return ()
    parts = []
    begin = 0
    for end in range(1, len(span) + 1):
        if end == len(span) or not unicodedata.combining(span[end]):
            letter = span[begin:end]
            folded = _fold_letter(letter)
            if folded != letter:
                parts.append((begin, end, folded))
            begin = end
    return tuple(parts)


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    """One letter with its marks: compatibility decomposition and case folding, until nothing changes."""
    for _ in range(4):
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
        folded = folded.translate(_ONE_TO_ONE)
        if folded == letter:
            break
        letter = folded
    return letter

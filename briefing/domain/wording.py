"""Wording: where the words and sentences of a text begin and end, in any script."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import pairwise

from briefing.domain.source import Kind, Source

REACH = 60  # code points that a half word is followed outwards at most
_NEAR = 20_000  # code points on either side in which sentences are looked for

# Scripts written without spaces: a code point is as much of a word as can be told without a dictionary.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_TOKEN = re.compile(rf"[{_UNSPACED}][^\w\s]*|[^\s{_UNSPACED}]+")
_STOP = re.compile(r"(?:[.!?…؟۔।]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”’）]*)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[^\W\d]\.)*[^\W\d]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|vs|etc|cf|No|Nos|Fig|approx|Inc|Ltd|Co"
    r"|bzw|ca|Nr|Abs|Art|Bd|usw|vgl|p|pp|para|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec))$"
)
_NUMBERED = re.compile(r"\b(?:no|nos|fig|vol|chap|sec|art|nr|bd|abs)$", re.IGNORECASE)  # before a figure
_STRAY = " \t\n\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"
_FIGURE = re.compile(r"\d,\d")
_GROUP = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")  # what parts the thousands of a figure
_JOINER = "\u200d"
_TAGS = "".join(map(chr, range(0xE0020, 0xE0080)))  # they spell the region of a flag
_MARKS = "\u200d\ufe0e\ufe0f🏻🏼🏽🏾🏿\u0e33\u0eb3" + _TAGS  # what Unicode does not call marks
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))  # two of them are one flag
_VIRAMA = 9  # the combining class of what joins one consonant to the next
_SYLLABLE = re.compile("[\u1100-\u11ff][\u1160-\u11ff]")  # letters of Hangul that are written as one
_JOINS_WORDS = "'’-‐‑.\u200c\u200d"  # between letters: don't, 3.5, U.S


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script that is written without spaces between words."""
    return bool(_IS_UNSPACED.match(character))


def mended(source: Source, start: int, end: int) -> tuple[int, int]:
    """The range with half words at its ends made whole and stray white space left off; empty if nothing is left."""
    text = source.text
    start, end = _without_strays(text, start, end)
    if start >= end:
        return start, start
    low, high = _frame(source, start, end)
    for _ in range(REACH):
        if start <= low or not _splits_word(text, start):
            break
        start -= 1
    for _ in range(REACH):
        if end >= high or not _splits_word(text, end):
            break
        end += 1
    return start, end


def whole_characters(text: str, start: int, end: int) -> tuple[int, int]:
    """The range moved outwards so that it parts no letter from its marks, and no picture from what it is joined of."""
    while 0 < start < len(text) and _splits_character(text, start):
        start -= 1
    while 0 < end < len(text) and _splits_character(text, end):
        end += 1
    return start, end


def sentence_at(source: Source, position: int) -> tuple[int, int]:
    """The sentence of a passage that a position stands in; empty if the source has no text there."""
    if not source.passages:
        return position, position
    index = source.index_at(position)
    found = _sentences(source, index, position)
    fallback = (source.passages[index].start,) * 2
    return next((pair for pair in found if position < pair[1]), found[-1] if found else fallback)


def end_by_sentences(source: Source, start: int, end: int, sentences: int) -> int:
    """The end of [start, end) moved to the end of a sentence after it, or (negative) before it."""
    if sentences < 0:
        stops = [stop for _, stop in _sentences_between(source, start, end) if start < stop < end]
        return stops[max(sentences, -len(stops))] if stops else end
    stops = []
    for index in range(source.index_at(end), len(source.passages)):
        stops += [stop for _, stop in _sentences(source, index, end) if stop > end]
        if len(stops) >= sentences:
            return stops[sentences - 1]
    return stops[-1] if stops else end


def start_by_sentences(source: Source, start: int, end: int, sentences: int) -> int:
    """The start of [start, end) moved to the start of a sentence after it, or (negative) before it."""
    if sentences > 0:
        starts = [first for first, _ in _sentences_between(source, start, end) if start < first < end]
        return starts[min(sentences, len(starts)) - 1] if starts else start
    starts = []
    for index in range(source.index_at(max(0, start - 1)), -1, -1):
        starts = [first for first, _ in _sentences(source, index, start) if first < start] + starts
        if len(starts) >= -sentences:
            return starts[sentences]
    return starts[0] if starts else start


def _sentences_between(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    indexes = source.indexes_between(start, end)
    return [pair for index in indexes for pair in _sentences(source, index, start)]


def _sentences(source: Source, index: int, near: int) -> list[tuple[int, int]]:
    """The sentences of a passage, of a very long one those near a position; noise has none to move to."""
    passage = source.passages[index]
    if passage.kind is Kind.NOISE:
        return []
    near = min(max(near, passage.start), passage.end)
    low, high = max(passage.start, near - _NEAR), min(passage.end, near + _NEAR)
    stops = [low, *(low + stop for stop in _stops(source.text[low:high])), high]
    pairs = [_without_strays(source.text, *pair) for pair in pairwise(stops)]
    return [pair for pair in pairs if pair[0] < pair[1]]


def _without_strays(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _STRAY:
        start += 1
    while end > start and text[end - 1] in _STRAY:
        end -= 1
    return start, end


def shifted_end(source: Source, start: int, end: int, words: int) -> int:
    """The end of [start, end) moved by words, negative is back; one word stays at least, noise is skipped."""
    if words > 0:
        ends = _token_ends(source, end, words)
        return ends[min(words, len(ends)) - 1] if ends else end
    ends = _tokens_within(source, start, end, 1)
    at = max(0, bisect_left(ends, end) + words)
    return ends[at] if ends else end


def shifted_start(source: Source, start: int, end: int, words: int) -> int:
    """The start of [start, end) moved by words, negative is back; one word stays at least, noise is skipped."""
    if words > 0:
        starts = _tokens_within(source, start, end, 0)
        at = min(len(starts) - 1, bisect_right(starts, start) + words - 1)
        return starts[at] if starts else start
    starts = _token_starts(source, start, -words)
    return starts[max(0, len(starts) + words)] if starts else start


def _tokens_within(source: Source, start: int, end: int, side: int) -> list[int]:
    found = [token.span()[side] for token in _TOKEN.finditer(source.text, start, end)]
    return [at for at in found if not _is_noise(source, at - side)]


def _token_ends(source: Source, start: int, count: int) -> list[int]:
    """Ends of the next tokens after a position, at least `count` of them where there are as many."""
    found: list[int] = []
    for index in range(source.index_at(start), len(source.passages)):
        passage = source.passages[index]
        if passage.kind is not Kind.NOISE:
            begin = max(start, passage.start)
            found += [token.end() for token in _TOKEN.finditer(source.text, begin, passage.end)]
        if len(found) >= count:
            break
    return found


def _token_starts(source: Source, end: int, count: int) -> list[int]:
    """Starts of the tokens before a position, the last `count` of them at least, in order."""
    found: list[int] = []
    for index in range(source.index_at(max(0, end - 1)), -1, -1):
        passage = source.passages[index]
        if passage.kind is not Kind.NOISE:
            spans = _TOKEN.finditer(source.text, passage.start, min(end, passage.end))
            found = [token.start() for token in spans] + found
        if len(found) >= count:
            break
    return found


def _is_noise(source: Source, position: int) -> bool:
    return source.passages[source.index_at(position)].kind is Kind.NOISE


def _frame(source: Source, start: int, end: int) -> tuple[int, int]:
    """The bounds of the passages that the range begins and ends in."""
    if not source.passages:
        return 0, len(source.text)
    first = source.passages[source.index_at(start)]
    last = source.passages[source.index_at(end - 1)]
    return min(first.start, start), max(last.end, end)


def _splits_word(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _splits_character(text, at) or _GROUP.match(text, at - 1) or _GROUP.match(text, at):
        return True
    if _IS_UNSPACED.match(before) or _IS_UNSPACED.match(after):
        return False
    if "," in (before, after):
        return bool(_FIGURE.match(text[max(0, at - 2) : at + 1]) or _FIGURE.match(text[at - 1 : at + 2]))
    if before in _JOINS_WORDS:
        return _is_letter(after) and at > 1 and _is_letter(text[at - 2])
    if after in _JOINS_WORDS:
        return _is_letter(before) and at + 1 < len(text) and _is_letter(text[at + 1])
    return _is_letter(before) and _is_letter(after)


def _splits_character(text: str, at: int) -> bool:
    """Whether a place is inside of what is seen as one character: before a mark, behind a joiner, within a flag."""
    before, after = text[at - 1], text[at]
    if _is_mark(after) or before == _JOINER:
        return True
    if unicodedata.combining(before) == _VIRAMA:
        return after.isalpha()
    if after in _FLAG_LETTERS:
        run = text[max(0, at - 64) : at]
        return (len(run) - len(run.rstrip(_FLAG_LETTERS))) % 2 == 1
    return bool(_SYLLABLE.match(text, at - 1))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    """Whether a code point belongs to the one before it: accents, variation selectors, joiners, skin tones."""
    return unicodedata.category(character) in ("Mn", "Me", "Mc") or character in _MARKS


def _stops(text: str) -> list[int]:
    """Where sentences end, the end of the text left out."""
    return [stop.end() for stop in _STOP.finditer(text) if not _is_inside(text, stop)]


def _is_inside(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop ends an abbreviation, an initial or a number rather than a sentence."""
    following = text[stop.end() :].lstrip()[:1] if stop.end() < len(text) else ""
    if following.islower():
        return True
    if stop.group() != ".":
        return False
    before = (text, max(0, stop.start() - 20), stop.start())
    if following.isdigit() and _NUMBERED.search(*before):
        return True
    return following != "" and bool(_ABBREVIATED.search(*before))

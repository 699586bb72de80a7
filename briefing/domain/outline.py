"""The outline of plain text: which of its passages are headings, items, quotations, noise, and what they tell of it."""

import re
from dataclasses import dataclass
from statistics import median

from briefing.domain.noise import dateline_in, is_furniture, names_in, publication_in, repeated, update_in
from briefing.domain.source import Kind, Passage
from briefing.domain.text import ends_initials, ends_sentence, fold, is_dense, opens_item, spans, word_count

_LONGEST_TITLE = 220  # characters
_LONGEST_HEADING = 120
_PROSE = 12  # words: a sentence of so many is the article itself
_VERSES, _VERSE, _LONGEST_VERSE = 8, 48, 90  # how many at least; characters of most of them, and of the longest
_HEAD = 20_000  # characters by which verse is told
_BLANK = re.compile(r"\n\s*\n")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.|[A-Z]\.)\s+\S")


@dataclass(frozen=True, slots=True)
class Outline:
    """The passages of a text and what the text says about itself."""

    passages: tuple[Passage, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A passage on one line, without the white space inside it."""

    words: str
    alone: bool
    is_row: bool  # of a table: cells with tabs between them

    @property
    def is_prose(self) -> bool:
        return word_count(self.words) >= _PROSE and ends_sentence(self.words)


def outline(text: str) -> Outline:
    """The outline of normalised plain text; every character that is not white space stands in exactly one passage."""
    bounds = spans(text)
    airy = any(span.alone for span in bounds)
    lines = [_Line(fold(text[s.start : s.end]), s.alone or not airy, "\t" in text[s.start : s.end]) for s in bounds]
    body = next((i for i, line in enumerate(lines) if line.is_prose), len(lines))
    title = _title(lines, body)
    noise = _noise(lines, body, title, is_verse=_is_verse(text))
    kinds = _kinds(lines, noise, title)
    passages = tuple(
        Passage(kind, span.start, span.end, level=_level(kind, i == title))
        for i, (span, kind) in enumerate(zip(bounds, kinds, strict=True))
    )
    return _told(passages, lines, noise, title, body)


def _told(passages: tuple[Passage, ...], lines: list[_Line], noise: set[int], title: int, body: int) -> Outline:
    """The outline with what its lines say of title, authors and dates; an update stands for a lacking publication."""
    folded = [lines[i].words for i in sorted(noise)]
    head = [lines[i].words for i in range(min(body, len(lines)))]
    updated = next(filter(None, map(update_in, folded)), "")
    published = next(filter(None, map(publication_in, folded)), "") or _dateline(lines, body)
    return Outline(
        passages,
        title=lines[title].words if title >= 0 else "",
        authors=next(filter(None, map(names_in, head)), ()),
        published=published or updated,
        updated=updated,
    )


def _dateline(lines: list[_Line], body: int) -> str:
    """The date at the beginning of the article itself, where agencies put it."""
    return dateline_in(lines[body].words) if body < len(lines) else ""


def _level(kind: Kind, is_title: bool) -> int:  # noqa: FBT001 - two facts about one passage
    return (1 if is_title else 2) if kind is Kind.HEADING else 0


def _title(lines: list[_Line], body: int) -> int:
    """Index of the title: the first line before the prose that could be one, rather of four words and more; or -1."""
    able = [i for i in range(body) if not lines[i].is_row and _could_be_title(lines[i].words)]
    if body == len(lines):  # nothing but short lines: only the first, on its own, may be a title
        able = [i for i in able[:1] if i == 0 and lines[0].alone and len(lines) > 1 and not opens_item(lines[0].words)]
    full = [i for i in able if word_count(lines[i].words) >= 4]  # noqa: PLR2004 - a kicker or a menu has fewer words
    return (full or able or [-1])[0]


def _could_be_title(words: str) -> bool:
    told = is_furniture(words) or update_in(words) or publication_in(words) or names_in(words)
    stopped = words.endswith((".", ",", ";", ":", "：", "。", "،")) and not ends_initials(words)
    return not told and not stopped and len(words) <= _LONGEST_TITLE and not words.startswith((">", "http"))


def _is_verse(text: str) -> bool:
    """Whether a text is set in verses, of which some may be sung again."""
    verses = [line for line in text[:_HEAD].splitlines() if line.strip()]
    stanzas = [part for part in _BLANK.split(text[:_HEAD]) if part.strip()]
    if len(verses) < _VERSES or max(map(len, verses)) > _LONGEST_VERSE:
        return False
    return median(map(len, verses)) <= _VERSE and sum("\n" in part.strip() for part in stanzas) * 2 > len(stanzas)


def _noise(lines: list[_Line], body: int, title: int, *, is_verse: bool) -> set[int]:
    words = [line.words for line in lines]
    noise = set() if is_verse else repeated(words, exempt=[title])
    noise |= {i for i, line in enumerate(words) if i != title and _is_noise(line, in_head=i < body)}
    if title > 0:  # what stands above the title in a few words is the page, not the article
        noise |= {i for i in range(title) if word_count(words[i]) <= 3}  # noqa: PLR2004 - a kicker, a menu, a section
    return noise | _tail(lines, noise, body)


def _is_noise(words: str, *, in_head: bool) -> bool:
    if is_furniture(words) or update_in(words):
        return True
    if in_head:
        return bool(publication_in(words) or names_in(words))
    return not ends_sentence(words) and word_count(words) <= 8 and bool(publication_in(words))  # noqa: PLR2004 - a label and a date


def _tail(lines: list[_Line], noise: set[int], body: int) -> set[int]:
    """Short lines after the last prose, from the first furniture on: lists of other articles, tags, buttons."""
    last = max((i for i, line in enumerate(lines) if line.is_prose), default=-1)
    if last < body:
        return set()
    first = min((i for i in noise if i > last), default=len(lines))
    return {i for i in range(first, len(lines)) if not ends_sentence(lines[i].words)}


def _kinds(lines: list[_Line], noise: set[int], title: int) -> list[Kind]:
    kinds = [Kind.PARAGRAPH] * len(lines)
    following: tuple[Kind, int] | None = None  # kind and length of the next passage that is not noise
    for i in reversed(range(len(lines))):
        kinds[i] = Kind.NOISE if i in noise else Kind.HEADING if i == title else _kind(lines[i], following)
        if kinds[i] is not Kind.NOISE:
            following = (kinds[i], len(lines[i].words))
    return kinds


def _kind(line: _Line, following: tuple[Kind, int] | None) -> Kind:
    words = line.words
    if words.startswith(">"):
        return Kind.QUOTE
    if _is_heading(line, following):
        return Kind.HEADING
    return Kind.ITEM if opens_item(words) else Kind.PARAGRAPH


def _is_heading(line: _Line, following: tuple[Kind, int] | None) -> bool:
    """Whether a line announces what follows: alone, short, without a final stop, and shorter than its text."""
    words = line.words
    if not line.alone or line.is_row or following is None or len(words) > _LONGEST_HEADING:
        return False
    stopped = words[-1] in ".,;:!。、，；：！…-–—" and not ends_initials(words)
    if stopped or words[0] in "\"“«‘'(-–—•*@" or not any(map(str.isalpha, words)):
        return False
    if ends_sentence(words) and not words.endswith(("?", "？")) and not ends_initials(words):
        return False
    if opens_item(words) and not _NUMBERED.match(words):
        return False
    kind, length = following
    if kind is Kind.ITEM and opens_item(words):
        return False
    announces = kind in (Kind.HEADING, Kind.ITEM) or length > len(words)
    return announces and word_count(words) <= (15 if is_dense(words) else 16) and (_is_titled(words) or length > 80)  # noqa: PLR2004 - words of a long heading; characters of a paragraph


def _is_titled(words: str) -> bool:
    """Whether a line is in title case or capitals, numbered as chapters are, or in a script without capitals."""
    if is_dense(words) or _NUMBERED.match(words) or words.isupper():
        return True
    long = [word for word in words.split() if len(word.strip("“”\"'(),")) > 3 and word[0].isalpha()]  # noqa: PLR2004 - small words keep small letters
    return bool(long) and sum(word[0].isupper() for word in long) * 10 >= len(long) * 6

"""How a source is cited: author, title, outlet, date and locator, in full and short (ICD 206, section D)."""

from functools import lru_cache
from typing import NamedTuple

from briefing.domain.labels import Labels, readable_date
from briefing.domain.legible import ends_right_to_left, has_italics, link_target
from briefing.domain.note import Excerpt, Words, home_of
from briefing.domain.source import Record, Source

SHORT_TITLE = 48  # code points
_LEFT_TO_RIGHT = "\u200e"  # keeps a date from being drawn into the Arabic or Hebrew before it


class Locator(NamedTuple):
    """Where in a source an excerpt stands: a key for labels (`p12`), the numbers of its paragraphs, and its page."""

    key: str
    first: int
    last: int
    page: str = ""


def locator(source: Source, excerpt: Excerpt) -> Locator:
    """The paragraphs an excerpt covers, by number; 0 where the source has none."""
    home = home_of(source, excerpt)
    start, end = excerpt.anchor.start, excerpt.anchor.end
    first = home.number_at(start) or 0
    if not home.passages:
        return Locator(f"p{first}", first, first)
    passage = home.passages[home.index_at(start)]
    if end <= passage.end:  # most excerpts stand within one paragraph
        return Locator(f"p{first}", first, first, passage.page_name)
    last = max(first, home.number_at(max(start, end - 1)) or 0)
    return Locator(f"p{first}", first, last, passage.page_name)


def chip(source: Source, excerpt: Excerpt) -> str:
    """What a citation chip shows: `S1 p12`, or `S1 p12–13` for an excerpt over several paragraphs."""
    return f"{source.id} p{_numbers(locator(source, excerpt))}"


def full_reference(source: Source, where: Locator, labels: Labels) -> tuple[Words, ...]:
    """Author, title, outlet, date, page and paragraph, address."""
    return _joined(_described(source.record, labels), _place(where, labels), _linked(source.record))


def short_reference(source: Source, where: Locator, labels: Labels) -> tuple[Words, ...]:
    """Author or outlet, the beginning of the title, and the paragraph: for every citation after the first."""
    record = source.record
    who = _family(record.authors[0]) if record.authors else record.outlet
    head = _short_head(who, record.title or record.file_name or source.id)
    place = ", ".join(words.text for words in _place(where, labels))
    return (*head, Words(f", {place}.")) if place else (*head, Words("."))


@lru_cache(maxsize=256)
def _short_head(who: str, title: str) -> tuple[Words, ...]:
    named = _set(shortened(title), italic=True)
    return (Words(f"{_set(who).text}, "), named) if who else (named,)


def author_date(source: Source, where: Locator, labels: Labels) -> str:
    """Who, the year and the place in parentheses, as it stands in the text: `(Example 2025, para. 3)`."""
    record = source.record
    who = " & ".join(_family(author) for author in record.authors[:2]) if record.authors else record.outlet
    who += " et al." if len(record.authors) > 2 else ""  # noqa: PLR2004 (more than two are shortened)
    year = (record.published or record.updated)[:4]
    named = f"{_set(who or shortened(record.title or source.id)).text} {year if year.isdigit() else labels.no_date}"
    return f"({', '.join([named, *(words.text for words in _place(where, labels))])})"


def source_reference(source: Source, labels: Labels) -> tuple[Words, ...]:
    """A line of the list of sources: author, title, outlet, dates, retrieval, grade, address."""
    record = source.record
    parts = _described(record, labels)
    if record.updated and record.updated[:10] != record.published[:10]:
        parts.append(Words(f"{labels.updated} {readable_date(record.updated, labels)}"))
    if record.retrieved:
        parts.append(Words(f"{labels.retrieved} {readable_date(record.retrieved, labels)}"))
    if record.grade:
        parts.append(Words(f"{labels.grade} {record.grade}"))
    if record.descriptor:
        parts.append(Words(record.descriptor.rstrip(".")))
    return _joined(parts, [], _linked(record))


def shortened(title: str) -> str:
    """A title cut at a word, with an ellipsis, to at most 48 code points."""
    if len(title) <= SHORT_TITLE:
        return title
    cut = title[: SHORT_TITLE - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,.:;-–—") + "…"


def _described(record: Record, labels: Labels) -> list[Words]:
    date = readable_date(record.published or record.updated, labels)
    title = record.title or record.file_name
    return [_set(", ".join(record.authors)), _set(title, italic=True), _set(record.outlet), Words(date)]


def _set(name: str, *, italic: bool = False) -> Words:
    """A name among words written from left to right: upright where its writing knows no italics."""
    if name.isascii():
        return Words(name, italic=italic)
    text = f"{name}{_LEFT_TO_RIGHT}" if ends_right_to_left(name) else name
    return Words(text, italic=italic and has_italics(name))


def _linked(record: Record) -> list[Words]:
    return [Words(record.address, link=link_target(record.address))] if record.address else []


def _place(where: Locator, labels: Labels) -> list[Words]:
    parts = [Words(f"{labels.pages} {where.page}")] if where.page else []
    if where.first:
        parts.append(Words(f"{labels.paragraph} {_numbers(where)}"))
    return parts


def _numbers(where: Locator) -> str:
    return str(where.first) if where.first == where.last else f"{where.first}–{where.last}"


def _family(author: str) -> str:
    return author.rsplit(" ", maxsplit=1)[-1] if "," not in author else author.split(",", maxsplit=1)[0]


def _joined(*groups: list[Words]) -> tuple[Words, ...]:
    """Words with commas between them and a full stop at the end, in few runs; what is empty is left out."""
    pieces: list[Words] = []
    plain = ""  # what has gathered since the last formatted run
    for index, words in enumerate(words for group in groups for words in group if words.text):
        plain += ", " if index else ""
        if words.italic or words.link:
            pieces += [Words(plain), words] if plain else [words]
            plain = ""
        else:
            plain += words.text
    last = plain or (pieces[-1].text if pieces else "")
    if last and not last.endswith((".", "…")):
        plain += "."
    return (*pieces, Words(plain)) if plain else tuple(pieces)

"""Lines on pages put together into paragraphs: columns, indents and gaps read, hyphens undone, running heads told."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from briefing.domain.dates import is_only_date
from briefing.domain.noise import is_furniture
from briefing.domain.source import Kind
from briefing.domain.text import ends_sentence, is_dense, opens_item, runs_on
from briefing.io.readers.blocks import Block

HYPHEN = "\ufffe"  # PDFium's mark for a hyphen at which a line was broken
_COLUMN = 24  # points within which lines of one column begin
_RUN = 4  # lines that show by themselves how wide they are set
_FREQUENT = 7  # one distance between lines in so many is no exception
_OTHER_SIZE = 0.06  # part of a size by which another one differs at least
_EDGE = 0.1  # of a page's height, at the top and at the bottom, where running heads stand
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
# Accents that stand as glyphs of their own before their letter; an acute one without a space may be an apostrophe.
_ACCENTS = dict(zip("¨ˆ˜ˇ˘˚¯˝´", "\u0308\u0302\u0303\u030c\u0306\u030a\u0304\u030b\u0301", strict=True))
_ACCENTED = re.compile(r"([¨ˆ˜ˇ˘˚¯˝])[ \xa0]?([^\W\d_])|(´)[ \xa0]([^\W\d_])")
_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|pagina|página|стр\.?|s\.)\s*)?(?:\d{1,5}|[ivxlc]{1,7})(?:\s*(?:/|of|von|de|di|из)\s*\d{1,5})?\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+([^\W\d_])")
_HYPHENS = f"-\u2010\u00ad{HYPHEN}"
_BROKEN = re.compile(rf"(\w+)[{_HYPHENS}]$")
_LONGEST_WORD = 80
_WORD = re.compile(r"\w+(?:-\w+)*")
_LONGEST_HEADING = 160  # characters
_LONGEST_NUMBERED = 80
_LARGER, _LARGE, _LARGEST = 1.12, 1.3, 1.6  # of the body's size: headings of the third, second and first level


@dataclass(frozen=True, slots=True, eq=False)  # told apart by being, since many are looked up
class Line:
    """A line of a page: its words, its page (from 1), the page's height, and its box in points from the lower left."""

    words: str
    page: int
    height: float
    left: float
    bottom: float
    right: float
    top: float
    size: float  # of its letters, in points

    @property
    def is_at_edge(self) -> bool:
        """Whether it stands where running heads and page numbers do."""
        return self.bottom > self.height * (1 - _EDGE) or self.top < self.height * _EDGE


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the running text is set: the size of its letters, and its usual distance from line to line."""

    size: float
    leading: float

    def leading_of(self, line: Line) -> float:
        """The distance to expect below a line, which grows with its size."""
        return self.leading * max(1.0, line.size / self.size)


def blocks_of(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """The blocks of a document's pages, in order."""
    lines = [line for page in pages for line in page]
    running = _running(pages)
    body = _body_size(lines)
    setting = _Setting(body, _leading(pages, body))
    known = Counter(word.casefold() for line in lines for word in _WORD.findall(line.words))
    blocks: list[Block] = []
    groups = [list(_groups(page, running, setting)) for page in pages]
    for group in _with_whole_words(groups, running):
        words = _joined([line.words for line in group], known)
        block = _block(group, words, body, is_running=group[0] in running)
        if block.kind is Kind.HEADING and opens_item(words) and blocks and blocks[-1].kind is Kind.ITEM:
            block = Block(words, Kind.ITEM, page=block.page)  # the next number of a list, not a section's
        blocks.append(block)
    return blocks


def _with_whole_words(pages: list[list[list[Line]]], running: set[Line]) -> Iterator[list[Line]]:
    """The groups of all pages, with the rest of a word that a page broke off on the page where it begins."""
    for before, after in pairwise(pages):
        broken = [group for group in before if _BROKEN.search(group[-1].words[-_LONGEST_WORD:])]
        last = broken[-1] if broken and broken[-1][0] not in running else None
        following = next((group for group in after if last and _goes_on(last[-1], group[0], running)), None)
        if last and following:
            rest, _, kept = following[0].words.partition(" ")
            last.append(replace(following[0], words=rest, page=last[-1].page))
            following[:1] = [replace(following[0], words=kept)] if kept else []
            after[:] = filter(None, after)
    return (group for page in pages for group in page)


def _goes_on(last: Line, first: Line, running: set[Line]) -> bool:
    """Whether the first line of a group goes on with a word that the page before broke off."""
    is_text = first not in running and abs(first.size - last.size) < _OTHER_SIZE * last.size
    return is_text and first.words[:1].islower()


def _running(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Running heads, running feet and page numbers: what stands at the same edge of several pages."""
    places: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in (line for page in pages for line in page if line.is_at_edge):
        places[re.sub(r"\d+", "#", line.words.casefold()), round(line.bottom / 6)].append(line)
    needed = 2 if len(pages) <= 5 else 3  # noqa: PLR2004 - in a few pages twice is often
    found = {line for same in places.values() if _in_a_row({line.page for line in same}) >= needed for line in same}
    numbers = {line for page in pages for line in page if line.is_at_edge and _NUMBER.fullmatch(line.words)}
    return found | (numbers if len(pages) > 1 else set())


def _in_a_row(pages: set[int]) -> int:
    """How many pages of some follow each other, or every other one, as left and right pages have heads of their own."""
    most = run = 0
    before = -1
    for page in sorted(pages):
        run = run + 1 if page - before <= 2 else 1  # noqa: PLR2004 - the next one, or the next but one
        most, before = max(most, run), page
    return most


def _body_size(lines: Sequence[Line]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _leading(pages: Sequence[Sequence[Line]], body: float) -> float:
    """The usual distance from line to line of the running text: the least that is frequent, for gaps are larger."""
    steps = [
        before.bottom - line.bottom
        for page in pages
        for before, line in pairwise(page)
        if abs(line.size - body) < body / 8
        and abs(before.size - body) < body / 8
        and 0.7 * body < before.bottom - line.bottom < 3 * body
    ]
    counted = Counter(round(step, 0) for step in steps)
    often = [step for step, count in counted.items() if count * _FREQUENT >= len(steps)]
    return median(step for step in steps if abs(step - min(often)) <= 1) if often else body * 1.2


def _groups(page: Sequence[Line], running: set[Line], setting: _Setting) -> Iterator[list[Line]]:
    """The lines of a page, those of one paragraph together; running heads by themselves."""
    edges = _right_edges(page, running, setting)
    group: list[Line] = []
    for i, line in enumerate(page):
        if group and (line in running or group[-1] in running or _begins(group, line, setting, edges[i - 1])):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _right_edges(page: Sequence[Line], running: set[Line], setting: _Setting) -> list[float]:
    """For each line of a page the right edge of what it is set in: the lines run on with it, or its whole column."""
    columns: dict[tuple[int, int], list[float]] = defaultdict(list)
    runs: list[list[Line]] = []
    for line in page:
        if line not in running:
            columns[_column(line)].append(line.right)
        if runs and _follows(runs[-1][-1], line, setting):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [edge for run in runs for edge in _edges_of_run(run, {at: _edge(ends) for at, ends in columns.items()})]


def _column(line: Line) -> tuple[int, int]:
    """What tells the column of a line: where it begins, and its size, for a headline spans several columns."""
    return round(line.left / _COLUMN), round(line.size / 2)


def _edge(ends: Sequence[float]) -> float:
    """The right edge of a column: where many of its lines end, as set text does, else where the longest one ends."""
    at, count = Counter(round(end / 4) for end in ends).most_common(1)[0]
    return max(end for end in ends if round(end / 4) == at) if count >= _RUN and count * 3 >= len(ends) else max(ends)


def _edges_of_run(run: Sequence[Line], columns: dict[tuple[int, int], float]) -> Iterator[float]:
    farthest = max(line.right for line in run)
    for line in run:
        yield farthest if len(run) >= _RUN else columns.get(_column(line), farthest)


def _follows(before: Line, line: Line, setting: _Setting) -> bool:
    """Whether a line stands right below another, in the same size."""
    return (
        -0.3 * line.size < before.bottom - line.bottom <= 1.3 * setting.leading_of(line)
        and abs(line.size - before.size) < _OTHER_SIZE * line.size
    )


def _begins(group: Sequence[Line], line: Line, setting: _Setting, edge: float) -> bool:
    """Whether a line begins a new paragraph after those of a group, the last of which could have run to an edge."""
    before = group[-1]
    step = before.bottom - line.bottom
    if _same_row(before, line):
        return False
    if abs(line.size - before.size) > _OTHER_SIZE * max(line.size, before.size):
        return True
    if step < -0.5 * line.size:  # the next column: the sentence may go on there
        return ends_sentence(before.words) or not line.words[0].islower()
    if step > 1.3 * max(setting.leading_of(line), 1.05 * min(before.size, line.size)) or opens_item(line.words):
        return True
    if line.left > before.left + 0.7 * line.size and len(group) > 1 and not opens_item(group[0].words):
        return True
    first = 1 if is_dense(line.words) else len(line.words.split(maxsplit=1)[0])
    needed = (line.right - line.left) * first / len(line.words)
    tolerance = (0.05 if ends_sentence(before.words) else 0.12) * max(edge - before.left, 1)
    return edge - before.right > needed + tolerance  # the next word would have fitted


def _same_row(before: Line, line: Line) -> bool:
    return abs(before.bottom - line.bottom) < 0.3 * min(before.size, line.size) and line.left >= before.right - 1


def _joined(lines: Sequence[str], known: Counter[str]) -> str:
    """The lines of a paragraph as one; a hyphen goes where it only broke a word."""
    pieces = [lines[0]]
    for before, words in pairwise(lines):
        broken = _BROKEN.search(before[-_LONGEST_WORD:]) if before[-1] in _HYPHENS else None
        if not broken:
            pieces += ("" if runs_on(before, words) else " ", words)
            continue
        keeps = not words[:1].islower() or _keeps_hyphen(broken[1], words, known)
        pieces[-1] = pieces[-1][:-1] + ("-" if keeps else "")
        pieces.append(words)
    text = "".join(pieces).replace(HYPHEN, "-")
    return text if text.isascii() else _composed(text)


def _composed(text: str) -> str:
    """The text without ligatures, and with each accent on its letter."""
    return unicodedata.normalize("NFC", _ACCENTED.sub(_accented, text.translate(_LIGATURES)))


def _accented(found: re.Match[str]) -> str:
    """A letter with the accent before it, where there is such a letter."""
    accent, letter = (found[1], found[2]) if found[1] else (found[3], found[4])
    whole = unicodedata.normalize("NFC", letter.replace("ı", "i") + _ACCENTS[accent])
    return whole if len(whole) == 1 else found[0]


def _keeps_hyphen(first: str, words: str, known: Counter[str]) -> bool:
    """Whether a word broken at a hyphen is written with it elsewhere in the document, and never without."""
    rest = _WORD.match(words)
    second = rest[0].casefold() if rest else ""
    whole, compound = first.casefold() + second, f"{first.casefold()}-{second}"
    return known[compound] > known[whole] or first[-1:].isdigit()


def _block(group: Sequence[Line], words: str, body: float, *, is_running: bool) -> Block:
    page = group[0].page
    if is_running or is_furniture(words):
        return Block(words, Kind.NOISE, page=page)
    short = len(words) <= _LONGEST_HEADING and not words.endswith((".", ",", ";", ":"))
    ratio = group[0].size / body
    number = _NUMBERED.match(words)
    numbered = len(group) == 1 and len(words) <= _LONGEST_NUMBERED and number is not None and not number[1].islower()
    numbered = numbered and not is_only_date(words)
    if short and len(words) > 1 and (ratio > _LARGER or (numbered and ratio * _LARGER > 1)):
        return Block(words, Kind.HEADING, 1 if ratio > _LARGEST else 2 if ratio > _LARGE else 3, page)
    return Block(words, Kind.ITEM if opens_item(words) else Kind.PARAGRAPH, page=page)

"""Plain text as it stands: normalised once on intake, then split into the lines and paragraphs that were meant."""

import itertools
import re
from dataclasses import dataclass

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters other than tab and line feed, byte order marks, soft hyphens (a hint for the printer, not text).
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\u00ad\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u9fff\U00020000-\U0003ffff]")  # Thai, Lao, Japanese, Chinese
_WIDE = re.compile("[\u3000-\u303f\uff01-\uff60]")  # the punctuation of Japanese and Chinese
_STOPS = ".!?…。！？।؟։።॥"
_CLOSERS = "\"'”’»«›“)]）」』】"
_ENDINGS, _AFTER_STOPS = tuple(_STOPS), _CLOSERS + " "
_OPENS_ITEM = re.compile(r"(?:[-*•‣▪◦●■–—·]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s+\S")
_WIDTHS = (35, 130)  # columns at which text is wrapped by hand or by a mail program


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text [start, end) that is one passage; `alone` when blank lines or the text's ends surround it."""

    start: int
    end: int
    alone: bool


def normalise(text: str) -> str:
    """The text that a source keeps: line feeds only, nothing invisible that breaks a file; nothing else changes."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))


def fold(text: str) -> str:
    """The text on one line, each run of white space a single space."""
    return " ".join(text.split())


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop, question or exclamation mark, closing quotes apart."""
    return text.rstrip(_AFTER_STOPS).endswith(_ENDINGS)


def opens_item(line: str) -> bool:
    """Whether a line begins with a bullet or a number, as the item of a list does."""
    return _OPENS_ITEM.match(line) is not None


def is_dense(text: str) -> bool:
    """Whether the text is mostly written without spaces between words, as Chinese, Japanese and Thai are."""
    sample = text[:400]
    return not sample.isascii() and len(_UNSPACED.findall(sample)) * 2 > len(sample)


def runs_on(before: str, after: str) -> bool:
    """Whether a line goes on with the next one without a space, as where words are not spaced."""
    return bool(before and after) and all(_UNSPACED.match(c) or _WIDE.match(c) for c in (before[-1], after[0]))


def ends_initials(text: str) -> bool:
    """Whether the text ends with initials such as U.S., whose stop does not end a sentence for certain."""
    return re.search(r"\b(?:[A-Z]\.){2,}$", text) is not None


def word_count(text: str) -> int:
    """How many words the text has; where words are not spaced, two characters count as one."""
    return len(text) // 2 if is_dense(text) else len(text.split())


def spans(text: str) -> list[Span]:
    """The passages of plain text: its lines, joined where a paragraph was wrapped by hand over several of them."""
    chunks = _chunks(text)
    width = _wrap_width(text, chunks)
    found: list[Span] = []
    for chunk in chunks:
        joined = _join(text, chunk, width) if width else chunk
        found += [Span(start, end, len(joined) == 1) for start, end in joined]
    return found


def _chunks(text: str) -> list[list[tuple[int, int]]]:
    """Runs of lines without a blank line between them; each line without the white space around it."""
    chunks: list[list[tuple[int, int]]] = [[]]
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            first = start + len(line) - len(line.lstrip())
            chunks[-1].append((first, first + len(bare)))
        elif chunks[-1]:
            chunks.append([])
        start += len(line) + 1
    return [chunk for chunk in chunks if chunk]


def _wrap_width(text: str, chunks: list[list[tuple[int, int]]]) -> int:
    """The column at which the text was wrapped by hand, or 0: most lines are as full as their next word allows."""
    breaks = [(a, b) for chunk in chunks for a, b in itertools.pairwise(chunk)]
    if not breaks:
        return 0
    lengths = sorted(_columns(text, line) for line, _ in breaks)
    width = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
    if not _WIDTHS[0] <= width <= _WIDTHS[1]:
        return 0
    breaks = [(line, after) for line, after in breaks if _columns(text, line) * 2 >= width]  # shorter lines say nothing
    full = sum(_is_full(text, line, after, width) for line, after in breaks)
    broken = sum(not ends_sentence(text[line[0] : line[1]]) for line, _ in breaks)
    return width if full * 10 >= len(breaks) * 6 and broken * 2 >= len(breaks) else 0


def _columns(text: str, line: tuple[int, int]) -> int:
    return line[1] - line[0] + _indent(text, line)


def _indent(text: str, line: tuple[int, int]) -> int:
    return line[0] - (text.rfind("\n", 0, line[0]) + 1)


def _is_full(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line (with a tenth of tolerance)."""
    following = text[after[0] : after[1]]
    word = 1 if is_dense(following) else len(following.split(maxsplit=1)[0])
    return _columns(text, line) + 1 + word > width - width // 10


def _join(text: str, chunk: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """The paragraphs of a chunk that was wrapped at a column."""
    joined = [chunk[0]]
    for before, line in itertools.pairwise(chunk):
        if _continues(text, before, line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _continues(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    words = text[line[0] : line[1]]
    last = text[before[0] : before[1]]
    deeper = _indent(text, line) > _indent(text, before)
    if opens_item(words) and not (words[0].isdigit() and _is_full(text, before, line, width)):
        return False
    if deeper and not opens_item(last):
        return False
    return words[0].islower() or _is_full(text, before, line, width)

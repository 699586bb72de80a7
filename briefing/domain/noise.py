"""Which lines of an article are furniture of the page: general rules, in the languages where a phrase gives it away."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.domain.dates import is_only_date, read_date
from briefing.domain.phrases import BEGINNINGS, COMMENTS, POINTERS, PUBLISHED, UPDATED
from briefing.domain.text import ends_sentence, fold, opens_item, word_count

_LONGEST = 40  # words: what is longer is not furniture, whatever it begins with
_LABELLED, _LABELLED_WORDS = 200, 16  # characters and words of a label, a date, a time and a place
_POINTED = 120  # characters of a line that stands above what it points to
_CAPTION = (4, 160)  # letters at least, so that cells such as "yes" are none; characters at most
_TAIL = r"(?=\s*(?:[:：|»›→>…-]|$))"  # the phrase is the whole line, or stands before a colon or an arrow

_MARKS = r"^[\W\d_]*?"  # an icon, a bullet or a count may stand before the phrase
# Matched against a line in small letters: a pattern that need not ignore case tells by the first letter that it fails.
_CREDITS = re.compile(
    r"^\W{0,3}(?:"
    r"(?:file |handout )?(?:photo|image|picture|illustration|graphic|video|credit|photograph|foto|bild|abbildung"
    r"|crédit(?: photo)?|fotografía|imagen|immagine|фото|zdjęcie|fot\.|写真|图片|圖片|사진)s?"
    r"(?: (?:by|courtesy|credits?|source|copyright|de|von|di|par|por|来源))?\s*[:：/|©(]"
    r"|(?:photo|image|illustration|picture|photograph) (?:by|courtesy of) [a-z]"
    r"|(?:getty images|afp|reuters|ap|dpa|epa|istock|shutterstock|unsplash)(?:\s*[/|,]\s*[\w ]+)*$"
    r"|\w{2,5}/(?:dpa|afp|ap|apa|epd|kna|reuters|sid|ansa|efe)(?:/\w{2,5})*$"
    r"|\((?:photo|image|file|foto|ap photo)\b[^)]*\)$"
    r"|▲|representational image|file (?:photo|picture|image)$)"
)
_REACHED = re.compile(r"[^.!?。]{0,40}?[\w.+-]{1,40}@[\w-]{1,40}(?:\.\w{2,20}){1,3}\W?$")  # a name and an address
_BYLINE = re.compile(
    r"^\W*(?:written |reported |posted |story |reporting )?"
    r"(?:by|von|par|por|di|door|av|af|przez|autore?|author|text|texte|автор|од|від)\s*:?\s+"
    r"(?P<names>[^\W\d_][^:;!?]{2,90})$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\W*(?:(?:written|reported|posted|story) )?(?:by|von|par|por|di|door|av|af|автор)\s+[^\W\d_]", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[,;|·•–—]\s+|\s*\(")
_DATELINE = re.compile(  # a place in capitals, a day, and who sent it
    r"(?=[^\W\d_]{3})[^a-zа-яё\d,]{3,40}(?:, ?|/)?(?:[^\W\d_][^\d,]{1,30})?,\s+\S[^()]{3,38}?\s*"
    r"(?:\([^)]{2,30}\)\s*)?[-–—:]\s"
)
_EMPLOYED = re.compile(  # what stands behind a name is a paper or a post
    r"\b(?:gazette|times|post|news|herald|tribune|journal|reuters|press|agency|correspondent|editor|reporter|bureau"
    r"|korrespondent(?:in)?|redakteur(?:in)?|zeitung|nachrichten|correspondante?)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+)?:\s")  # such as "Joined: " or "Member since: "
_DIGIT = re.compile(r"\d")
_NAME = re.compile(
    r"[^\W\d_a-zа-я][\w'’.-]*(?:\s+(?:(?:de|van|von|der|den|da|di|del|la|le|bin|al|ibn|el|dos|y)\s+)*[^\W\d_a-zа-я][\w'’.-]*){1,4}"
)


def _alternatives(phrases: str) -> str:
    return "|".join(line for line in phrases.strip().splitlines())


_POINTER = re.compile(rf"{_MARKS}(?:{_alternatives(POINTERS)}){_TAIL}")
_POINTER_ALONE = re.compile(rf"{_MARKS}(?:{_alternatives(POINTERS)})[\W_]*$")
_BEGINNING = re.compile(rf"{_MARKS}(?:{_alternatives(BEGINNINGS)})")
_COMMENTS = re.compile(rf"{_MARKS}(?:{_alternatives(COMMENTS)})\s*(?:\(?\d*\)?|[:：].{{0,80}})$")
_UPDATE_LABEL = re.compile(rf"{_MARKS}(?:{_alternatives(UPDATED)})(?!\w)")
_PUBLISH_LABEL = re.compile(rf"{_MARKS}(?:{_alternatives(PUBLISHED)})(?!\w)")


def is_furniture(text: str) -> bool:
    """Whether a passage, by its own words, is a thing to press, a pointer, a notice or a credit, not the article."""
    if len(text) > _LONGEST * 16 or (len(text) > _LONGEST * 6 and ends_sentence(text)):
        return False
    line = fold(text)
    if not any(map(str.isalnum, line)):
        return True
    words = word_count(line)
    if words > _LONGEST or (words > _LONGEST // 2 and ends_sentence(line)):
        return False
    line = line.lower()
    if _POINTER.match(line) or _BEGINNING.match(line) or _CREDITS.match(line):  # each line of a text comes here
        return True
    return "@" in line and _REACHED.match(line) is not None


def is_pointer(text: str) -> bool:
    """Whether a passage is only a line such as "Related articles", to which what follows belongs."""
    return len(text) <= _POINTED and _POINTER_ALONE.match(fold(text).lower()) is not None


def opens_comments(text: str) -> bool:
    """Whether a heading is that of what readers wrote about the article."""
    return len(text) <= _POINTED and _COMMENTS.match(fold(text).lower()) is not None


def update_in(text: str, *, month_first: bool = False) -> str:
    """The date of a line such as "last updated on ...", empty for any other line."""
    if len(text) > _LABELLED or not _DIGIT.search(text):
        return ""
    line = fold(text)
    said = (line, *_PARTS.split(line)[1:])  # both dates may stand on one line
    return next(filter(None, (_labelled(part, _UPDATE_LABEL, month_first=month_first) for part in said)), "")


def publication_in(text: str, *, month_first: bool = False) -> str:
    """The date of a line such as "published ...", of a dated byline, or of a date alone; empty otherwise."""
    if len(text) > _LABELLED or not _DIGIT.search(text):
        return ""
    line = fold(text)
    if is_only_date(line) and not (_LABEL.match(line) or _UPDATE_LABEL.match(line.lower())):
        return read_date(line, month_first=month_first)
    told = _labelled(line, _PUBLISH_LABEL, month_first=month_first)
    return told or ("" if ends_sentence(line) else _labelled(line, _BY, month_first=month_first))


def dateline_in(text: str) -> str:
    """The date with which an agency's text begins, behind the place: "NORTHPORT, March 7, 2025 (Wire) - ..."."""
    found = _DATELINE.match(fold(text[:_LABELLED]))
    return read_date(found[0]) if found else ""


def names_in(text: str) -> tuple[str, ...]:
    """The people whom a byline such as "By A. Writer and B. Writer" names; empty for any other line."""
    if len(text) > _LABELLED:
        return ()
    line = re.split(r"\s*[|•·–—]\s*|,?\s+(?:for|in|at)\s", fold(text))[0]
    found = _BYLINE.match(line)
    if not found or ends_sentence(line.rstrip(".")):
        return ()
    parts = re.split(
        r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|\bи\b|\band\b)\s+", found["names"].strip(" .,")
    )
    told = [part.strip() for part in parts if part.strip()]
    names = tuple(name for i, name in enumerate(told) if i == 0 or not _EMPLOYED.search(name))
    return names if names and all(_NAME.fullmatch(name) for name in names) else ()


def repeated(lines: Sequence[str], exempt: Iterable[int] = ()) -> set[int]:
    """Indexes of short lines that stand more than once and are no sentences: captions that a page shows again."""
    folded = {i: fold(line).casefold() for i, line in enumerate(lines) if len(line) <= 2 * _CAPTION[1]}
    seen = Counter(folded.values())
    spared = set(exempt)
    return {i for i, line in folded.items() if seen[line] > 1 and i not in spared and _is_caption(line)}


def _is_caption(line: str) -> bool:
    letters = sum(c.isalpha() for c in line)
    closed = ends_sentence(line) or line[-1] in ":：" or opens_item(line)
    return letters >= _CAPTION[0] and len(line) <= _CAPTION[1] and not closed


def _labelled(text: str, label: re.Pattern[str], *, month_first: bool) -> str:
    """The date of a short line that begins with a label."""
    if len(text) > _LABELLED or not label.match(text.lower()):
        return ""
    return read_date(text, month_first=month_first) if word_count(text) <= _LABELLED_WORDS else ""

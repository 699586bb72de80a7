"""Titles without the name of the outlet that pages hang on them, and the choice among the titles a page gives."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.domain.text import fold, word_count

_SEPARATORS = re.compile(
    r"\s+(?:[|\-–—:·•»«/~⋅]|::|\\|>)\s+|\s*[|｜»]\s*|\s+[-–—]{1,2}(?=\S)|(?<=\S)[–—]{1,2}\s+|\s*[_＿]\s*"
)
_QUOTED = re.compile(r"«[^«»]{0,200}»|»[^«»]{1,200}«")
_AGREES = 0.6  # of the words of two titles
_MOST_WORDS = 45
_KICKED = 3  # words of a title below a kicker
_LONG = 5  # words of what is surely a headline
_NAME = 6  # words of an outlet's name at most
_SURE = 4  # letters of a name that is not met by chance
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|el)\s+", re.IGNORECASE)
_YEARS = re.compile(r"©|\(c\)|\bcopyright\b|\bby\b|\b(?:19|20)\d\d\b", re.IGNORECASE)  # beside the holder of the rights
_SHORT = 3  # letters of words that say nothing


def without_outlet(title: str, outlet: str = "", host: str = "") -> str:
    """A title without the outlet's name before or after it, as far as the separators and the name tell."""
    title = fold(title)
    names = _names(outlet, host)
    while parts := _last_part(title):
        body, mark, tail = parts
        if not _is_outlet(tail, names) and not _hangs_on(body, mark, tail):
            break
        title = body
    found = _SEPARATORS.search(_unquoted(title))
    if found and _is_outlet(title[: found.start()], names) and title[found.end() :]:
        title = title[found.end() :]
    return title.strip()


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a page: those above the article, those elsewhere, and the main one right above the article."""

    above: Sequence[str] = ()
    elsewhere: Sequence[str] = ()
    near: str = ""


def choose_title(given: Sequence[str], headings: Headings, outlet: str = "", host: str = "") -> str:
    """The headline: the heading of the page that the given titles confirm, else the best of those, without tail.

    `given` are titles from the page's data, the most trustworthy first. The heading right above the article is the
    headline even where the data name it otherwise, as they do for search engines.
    """
    names = _names(outlet, host)
    every = [title for title in (without_outlet(words, outlet, host) for words in given) if title]
    stripped = _whole([title for title in every if not _is_outlet(title, names)] or every)
    told = list(dict.fromkeys((*stripped, *map(fold, given))))
    above, elsewhere = (
        [words for words in map(_plain, some) if words and not _is_outlet(words, names)]
        for some in (headings.above, headings.elsewhere)
    )
    if confirmed := _confirmed(above, told) or _confirmed(elsewhere, told):
        heading = without_outlet(confirmed, outlet, host)
        return next((title for title in stripped if _has_kicker(heading, title) or _is_run_on(heading, title)), heading)
    near = _plain(headings.near)
    if _may_title(near, told) and not _is_outlet(near, names):
        return without_outlet(near, outlet, host)
    return next(iter((*stripped, *above, *elsewhere)), "")


def _may_title(near: str, told: Sequence[str]) -> bool:
    """Whether a heading right above an article is its headline: it is long, or shares a word with what is told."""
    words = word_count(near)
    shared = {word for title in told for word in _words(title) if len(word) > _SHORT}
    return words >= _LONG or (words >= _KICKED and (not told or not shared.isdisjoint(_words(near))))


def _whole(titles: list[str]) -> list[str]:
    """The titles, one that was cut off replaced by the one that goes on where it stops."""
    stems = {title: title.rstrip("….").rstrip() for title in titles if title.endswith(("…", "..."))}
    return [
        next(
            (other for other in titles if other not in stems and stems.get(title) and other.startswith(stems[title])),
            title,
        )
        for title in titles
    ]


def _confirmed(headings: Sequence[str], told: Sequence[str]) -> str:
    """The heading that agrees best with the titles that are told, of several with the first one; empty if none does."""
    scored = [(_agreement(words, title), -i, words) for words in headings for i, title in enumerate(told)]
    best = max(scored, key=lambda one: one[:2], default=(0.0, 0, ""))
    return best[2] if best[0] >= _AGREES else ""


def _plain(heading: str) -> str:
    """A heading without the sign that links to it."""
    return fold(heading).rstrip(" ¶🔗")


def _has_kicker(heading: str, title: str) -> bool:
    """Whether a heading is a title with a few words of a kicker before it."""
    return word_count(title) >= _KICKED and len(heading) > len(title) and heading.endswith(f" {title}")


def _is_run_on(heading: str, title: str) -> bool:
    """Whether a heading is a title with words run on to its end, as those of an element that is hidden."""
    return (
        word_count(title) >= _KICKED
        and re.match(r"[^\W_]", heading[len(title) :]) is not None
        and heading.startswith(title)
    )


def repeats(words: str, title: str) -> bool:
    """Whether words say a title again, a kicker before it and case apart."""
    plain = _plain(words).casefold()
    return plain == title.casefold() or _has_kicker(plain, title.casefold())


def outlet_in(titles: Sequence[str], host: str) -> str:
    """The outlet's name where a title hangs it on and the host's name confirms it; empty otherwise."""
    names = _names("", host)
    for title in map(fold, titles):
        parts = _last_part(title)
        if parts and names and _is_outlet(parts[2], names):
            return parts[2]
    return ""


def hung_on(title: str, headlines: Sequence[str]) -> str:
    """The few words that a title hangs on to one of the headlines, perhaps the outlet's name; else empty."""
    parts = _last_part(fold(title))
    if not parts or word_count(parts[2]) > _NAME:
        return ""
    body = _bare(parts[0])
    return parts[2] if body and any(_bare(words) == body for words in headlines) else ""


def is_signed(tail: str, lines: Iterable[str], handles: Iterable[str]) -> bool:
    """Whether a name is confirmed: by who holds the copyright, or by the page's handle on a network."""
    name, short = _bare(tail), _bare(_ARTICLE.sub("", tail))
    if len(short) < _SURE:
        return False
    if any(_bare(handle) in (name, short) for handle in handles):
        return True
    holders = (_bare(_YEARS.sub(" ", line)) for line in lines)
    return any(holder.startswith((name, short)) for holder in holders)


def _unquoted(title: str) -> str:
    """A title whose words in guillemets hide no separators; what else stands where it stood."""
    return _QUOTED.sub(lambda found: "x" * len(found[0]), title) if "»" in title else title


@lru_cache(maxsize=64)
def _last_part(title: str) -> tuple[str, str, str] | None:
    """The title cut at its last separator: what stands before, the separator, what hangs on."""
    found = list(_SEPARATORS.finditer(_unquoted(title)))
    if not found or not title[found[-1].end() :].strip() or not title[: found[-1].start()].strip():
        return None
    cut = found[-1]
    return title[: cut.start()].strip(), cut[0].strip() or "-", title[cut.end() :].strip()


def _hangs_on(body: str, mark: str, tail: str) -> bool:
    """Whether a tail looks like a name that was hung on: short, after a bar, below a title that stands by itself."""
    if mark in ("|", "｜", "»", "::", "_"):
        return word_count(tail) <= 5 and word_count(body) >= 2 and word_count(body) >= word_count(tail)  # noqa: PLR2004 - a name, a title
    if mark in ("-", "–", "—", "·", "•"):
        named = all(word[:1].isupper() or word in ("the", "of", "and", "de", "für") for word in tail.split())
        return named and word_count(tail) <= 3 and word_count(body) >= 5  # noqa: PLR2004 - a name, a title
    return False


def _names(outlet: str, host: str) -> set[str]:
    """What the outlet may be called, each letters and digits only."""
    parts = [part for part in host.lower().split(":")[0].split(".") if part not in ("www", "m", "amp", "news", "blog")]
    core = parts[-3] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2] if len(parts) > 1 else ""  # noqa: PLR2004 - co.uk, com.au
    return {name for name in (_bare(outlet), _bare(host), _bare(core), _bare(".".join(parts))) if len(name) > 1}


def _is_outlet(words: str, names: set[str]) -> bool:
    bare = _bare(words)
    if not bare or word_count(words) > 8:  # noqa: PLR2004 - no outlet is called so long
        return False
    initials = _bare("".join(word[0] for word in words.split()))
    shortened = _bare(re.sub(r"\b(?:the|der|die|das|le|la|el|news|online|com|blog)\b|\.\w{2,4}$", "", words.lower()))
    *first, last = re.sub(r"^the\s+", "", words.casefold()).split() or [""]
    mixed = "".join(word[0] for word in first) + _bare(last)  # as nytimes and nzherald
    return any(
        name in (bare, shortened) or (len(first) > 0 and name == mixed) or (len(initials) > 2 and initials == name)  # noqa: PLR2004 - BBC, NHK
        or (len(name) > 4 and (bare.startswith(name) or (len(bare) > 4 and name.startswith(bare))))  # noqa: PLR2004
        for name in names
    )  # fmt: skip


def _agreement(heading: str, title: str) -> float:
    """How well a heading seen on the page and a title from its data agree, from 0 to 1."""
    one, other = _bare(heading), _bare(title)
    if not one or not other or word_count(heading) > _MOST_WORDS:
        return 0
    parts = [_bare(part) for part in _SEPARATORS.split(title)] if "»" not in title else [other]
    if one in (other, parts[0]):
        return 1
    if one == parts[-1]:
        if word_count(heading) >= _LONG and len(one) > len(parts[0]):
            return 1  # for some pages name themselves first
        return 0  # what hangs on a title is the outlet, the series or the book
    if min(len(one), len(other)) >= 12 and (one.startswith(other) or other.startswith(one)):  # noqa: PLR2004 - a beginning by chance is shorter
        return 0.9
    left, right = _words(heading), _words(title)
    return len(left & right) / max(len(left), len(right), 1)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=256)
def _bare(words: str) -> str:
    """Letters and digits only, without accents and case."""
    words = words.casefold()
    return "".join(filter(str.isalnum, words if words.isascii() else unicodedata.normalize("NFKD", words)))

"""Spelling: which words a language knows, from the system's dictionaries or from word lists that come with a library.

Enchant is asked where the system has it and a dictionary of the language, pyspellchecker otherwise; where neither has
the language there is no speller, and nothing is marked.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Protocol

from briefing.io.atomic import write_bytes
from briefing.io.places import config_folder

MOST = 6  # suggestions
_LONGEST = 30  # letters of a word that suggestions are sought for
_SHORTEST_PART = 4  # letters of each part of a compound
_JOINED = {"de", "nl"}  # languages that write compounds in one word
# The word list of English is American; a British word is known by its American form.
_BRITISH = (
    (re.compile(r"our"), "or"),
    (re.compile(r"is(e|ed|er|ers|es|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|er|es|ing)$"), r"yz\1"),
    (re.compile(r"ence(s?)$"), r"ense\1"),
    (re.compile(r"tre(s|d)?$"), r"ter\1"),
    (re.compile(r"ll(ed|ing|er|ers|ation)$"), r"l\1"),
    (re.compile(r"mme(s?)$"), r"m\1"),
    (re.compile(r"[ao]e"), "e"),
)


class Speller(Protocol):
    """What knows the words of one language."""

    def knows(self, word: str) -> bool:
        """Whether a word is spelled as the language spells it."""

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first."""


class _System:
    """A dictionary of the system, by Enchant."""

    def __init__(self, dictionary: "_Dictionary") -> None:
        self._dictionary = dictionary
        self._lock = Lock()  # Enchant is not made for threads

    def knows(self, word: str) -> bool:
        with self._lock:
            return self._dictionary.check(word)

    def suggestions(self, word: str) -> tuple[str, ...]:
        with self._lock:
            return tuple(self._dictionary.suggest(word))[:MOST]


class _Dictionary(Protocol):
    def check(self, word: str) -> bool: ...

    def suggest(self, word: str) -> Iterable[str]: ...


class _Listed:
    """A list of words with how frequent they are, by pyspellchecker."""

    def __init__(self, language: str) -> None:
        from spellchecker import SpellChecker  # noqa: PLC0415  # its lists take a quarter of a second

        self._language = language
        self._words = SpellChecker(language=language, distance=1)

    def knows(self, word: str) -> bool:
        lower = word.lower().replace("’", "'")
        bare = lower.removesuffix("'s").removesuffix("'")
        return any(form in self._words for form in (lower, bare)) or self._is_variant(bare)

    def _is_variant(self, word: str) -> bool:
        if self._language == "en":
            return any(mark.sub(form, word) in self._words for mark, form in _BRITISH if mark.search(word))
        return self._language in _JOINED and self._is_compound(word)

    def _is_compound(self, word: str) -> bool:
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first, second = word[:at], word[at:]
            if second in self._words and (first in self._words or first.removesuffix("s") in self._words):
                return True
        return False

    def suggestions(self, word: str) -> tuple[str, ...]:
        if len(word) > _LONGEST:
            return ()
        found = sorted(self._words.candidates(word.lower()) or (), key=lambda w: -self._words[w])[:MOST]
        return tuple(_cased(w, word) for w in found if w != word.lower())


def _cased(found: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return found.upper()
    return found[:1].upper() + found[1:] if like[:1].isupper() else found


@cache
def speller(language: str) -> Speller | None:
    """What knows the words of a language (BCP 47), None where nothing here does."""
    return _system(language) or _listed(language.split("-", maxsplit=1)[0].lower())


def _system(language: str) -> Speller | None:
    try:
        enchant = import_module("enchant")  # never asked for, only used where the system has it
    except ImportError:  # the module is there, the system's library may not be
        return None
    names = (language.replace("-", "_"), language.split("-", maxsplit=1)[0])
    found = next((name for name in names if enchant.dict_exists(name)), None)
    return _System(enchant.Dict(found)) if found else None


def _listed(language: str) -> Speller | None:
    try:
        from spellchecker import SpellChecker  # noqa: PLC0415  # its lists take a quarter of a second
    except ImportError:  # spelling is a help that may be missing
        return None
    return _Listed(language) if language in SpellChecker.languages() else None


def personal_words() -> frozenset[str]:
    """The words that the analyst has taught, one a line in a plain file; none if it cannot be read."""
    try:
        lines = config_folder("words.txt").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(line.strip() for line in lines if line.strip())


def learn(word: str) -> None:
    """Add a word to the analyst's own; BriefingError says why it could not be kept."""
    path = config_folder("words.txt")
    words = sorted(personal_words() | {word})
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, ("\n".join(words) + "\n").encode())

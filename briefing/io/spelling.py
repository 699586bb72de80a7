"""Spelling: which words a language knows, from the system's dictionaries or from word lists that come with a library.

Enchant is asked where the system has it and a dictionary of the language, pyspellchecker otherwise; where neither has
the language there is no speller, and nothing is marked.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Protocol

from briefing.io.atomic import write_bytes
from briefing.io.places import config_folder
from briefing.io.word_forms import variants
from briefing.io.wordlist import MOST, Listed, field_words, may_be_name


class Speller(Protocol):
    """What knows the words of one language."""

    def knows(self, word: str) -> bool:
        """Whether a word is spelled as the language spells it."""

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first."""


class _Dictionary(Protocol):
    def check(self, word: str) -> bool: ...

    def suggest(self, word: str) -> Iterable[str]: ...


class _System:
    """Dictionaries of the system for one language, by Enchant: what one of them knows is right."""

    def __init__(self, dictionaries: Sequence[_Dictionary], language: str) -> None:
        self._dictionaries = dictionaries
        self._language = language
        self._lock = Lock()  # Enchant is not made for threads

    def knows(self, word: str) -> bool:
        from rapidfuzz.distance import OSA  # noqa: PLC0415  # opening the window does not wait for it

        with self._lock:
            if self._checks(word):
                return True
            lower = word.lower()
            others = variants(lower, self._language) if len(self._dictionaries) == 1 else {lower}
            if others & field_words(self._language) or any(map(self._checks, others - {lower})):
                return True
            return may_be_name(word, self._language) and not any(
                OSA.distance(near.lower(), lower) <= 1 for near in self._suggested(word)
            )

    def _checks(self, word: str) -> bool:
        return any(known.check(word) for known in self._dictionaries)

    def _suggested(self, word: str) -> list[str]:
        return list(dict.fromkeys(near for known in self._dictionaries for near in known.suggest(word)))

    def suggestions(self, word: str) -> tuple[str, ...]:
        with self._lock:
            return tuple(self._suggested(word)[:MOST])


@cache
def speller(language: str) -> Speller | None:
    """What knows the words of a language (BCP 47), None where nothing here does."""
    return _system(language) or _listed(language.split("-", maxsplit=1)[0].lower())


def _system(language: str) -> Speller | None:
    """By a dictionary of just this language, or by all that the system has of a language whose country is not named."""
    try:
        enchant = import_module("enchant")  # never asked for, only used where the system has it
    except ImportError:  # the module is there, the system's library may not be
        return None
    wanted, spoken = language.replace("-", "_"), language.split("-", maxsplit=1)[0].lower()
    known = [name for name in enchant.list_languages() if name.split("_")[0].lower() == spoken]
    names = [name for name in known if name.lower() == wanted.lower()] or known
    return _System([enchant.Dict(name) for name in names], spoken) if names else None


def _listed(language: str) -> Speller | None:
    try:
        from spellchecker import SpellChecker  # noqa: PLC0415  # its lists take a quarter of a second
    except ImportError:  # spelling is a help that may be missing
        return None
    return Listed(language) if language in SpellChecker.languages() else None


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

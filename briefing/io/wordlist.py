"""Spelling by a list of words, and by what words are made of: for machines whose system has no dictionary.

A word that the list does not hold is taken for right if it is a form or a compound of what it holds, or looks like a
name; but not if a listed word is one letter off, for then that one was meant.
"""

import gzip
import json
from collections.abc import Iterator
from functools import cache
from heapq import nlargest
from pkgutil import get_data

from briefing.io.resources import resource
from briefing.io.word_forms import is_compound, is_prefix, stems, variants

MOST = 6  # suggestions
_LONGEST = 30  # letters of a word that suggestions are sought for
_FREQUENT = 400  # words of a language that are parts of no compound: articles, prepositions and their like
_PART = 4  # letters of a part of a compound, but for these
_SHORT_PARTS = {
    "de": frozenset(["amt", "bau", "erz", "gas", "not", "ost", "rat", "see", "süd", "tag", "weg", "zug"]),
    "en": frozenset(["air", "arms", "car", "gas", "land", "law", "oil", "sea", "tax", "war"]),
}
_NAME = {"de": 9}  # letters of a word with a capital that may be a name; German nouns are as long as one likes
_LONG = 40
_PIECE, _BETWEEN = 50_000, ', "'  # characters of a list that are decoded in one go, and what stands before a word
_WEIGHED = {"en", "fr"}  # languages of which the list tells rare words from usual ones


@cache
def field_words(language: str) -> frozenset[str]:
    """Words of the field that are too new for most lists, in small letters."""
    path = resource("words", f"{language}.txt")
    return frozenset(path.read_text("utf-8").split()) if path.is_file() else frozenset()


def may_be_name(word: str, language: str) -> bool:
    """Whether a word is written as names are."""
    return word[:1].isupper() and len(word) <= _NAME.get(language, _LONG)


class Listed:
    """A list of words with how frequent they are, by pyspellchecker."""

    def __init__(self, language: str) -> None:
        from spellchecker import SpellChecker  # noqa: PLC0415  # its lists take a quarter of a second

        self._language = language
        self._words = SpellChecker(language=None, distance=1)
        self._words.word_frequency.load_json(dict(listed_counts(language)))
        self._field = field_words(language)
        counts = self._words.word_frequency.dictionary
        self._often = nlargest(_FREQUENT, counts.values())[-1]
        self._seldom = sorted(counts.values())[len(counts) // 2] if language in _WEIGHED else 0

    def knows(self, word: str) -> bool:
        """Whether a word is listed, made of what is listed, or a name."""
        lower = word.lower().replace("’", "'")
        bare = lower.removesuffix("'s").removesuffix("'")
        ways = variants(bare, self._language)
        if any(map(self._has, {lower, *ways})) or is_prefix(bare, self._language):
            return True
        core = min(ways, key=len) if self._language == "fr" else bare  # without its article
        found = stems(core, self._language, self._has)
        is_name = may_be_name(word[-len(core) :], self._language)
        if not (is_name or found or is_compound(core, self._language, self._joins)):
            return False
        nearby = self._near(core) if found else {near for near in self._near(core) if self._words[near] > self._seldom}
        return not any(self._is_other(near, found) for near in nearby)

    def _is_other(self, near: str, found: set[str]) -> bool:
        """Whether a listed word is no form of what the word was found to be a form of."""
        return not found & stems(near, self._language, self._has)

    def _has(self, word: str) -> bool:
        return word in self._words or word in self._field

    def _near(self, word: str) -> set[str]:
        return {near for near in self._words.candidates(word) or () if near != word}

    def _joins(self, word: str) -> bool:
        if len(word) < _PART:
            return word in _SHORT_PARTS.get(self._language, ())
        if self._language == "de" and any(verb in self._words for verb in (f"{word}en", f"{word}n")):
            return True
        rare = self._seldom if self._language == "en" else 0
        is_listed = word in self._words and rare < self._words[word] < self._often
        return is_listed or word in self._field or is_prefix(word, self._language)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Listed words one letter off, the most frequent first, in the case of the word."""
        if len(word) > _LONGEST:
            return ()
        lower = word.lower().replace("’", "'")
        core = min(variants(lower, self._language), key=len) if self._language == "fr" else lower
        head = word[: len(word) - len(core)]
        found = sorted(self._near(core), key=lambda near: -self._words[near])[:MOST]
        return tuple(head + _cased(near, word[len(head) :]) for near in found)


def listed_counts(language: str) -> Iterator[tuple[str, int]]:
    """The library's list, decoded piece by piece: in one go, the window would stand still for a fifth of a second."""
    listed = gzip.decompress(get_data("spellchecker", f"resources/{language}.json.gz") or b"").decode()
    start, last = listed.index("{") + 1, listed.rindex("}")
    while start < last:
        end = listed.find(_BETWEEN, start + _PIECE)
        end = end if end >= 0 else last
        yield from json.loads("{" + listed[start:end] + "}").items()
        start = end + 1


def _cased(found: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return found.upper()
    return found[:1].upper() + found[1:] if like[:1].isupper() else found

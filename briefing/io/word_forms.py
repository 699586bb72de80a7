"""Which words a word may be made of: what a list of words does not hold itself is known by its parts.

A list holds some forms of a word and not others, and few of the words that people make as they write. So a form is
known by its stem, a word with a prefix by the rest, a British one by its American form, a compound by its parts.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

Rules = tuple[tuple[re.Pattern[str], str], ...]

PREFIXES = 2
SHORTEST_STEM = 3  # letters
SHORTEST_REST = 4  # letters of what a prefix stands before
SHORTEST_PART = 3  # letters of a part of a compound
MOST_PARTS, PAIR = 3, 2
# What stands between the parts of a compound, in languages that write compounds in one word.
LINKS = {"de": ("", "s", "es", "n", "en", "e", "er"), "nl": ("", "s", "en", "e"), "en": ("",)}


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern), form) for pattern, form in pairs)


# The same word, written otherwise: these are certain.
_VARIANTS: dict[str, Rules] = {
    "en": _rules(  # the list of English is American; a British word is known by its American form
        (r"our", "or"),
        (r"is(e|ed|er|ers|es|ing|ation|ations)$", r"iz\1"),
        (r"ys(e|ed|er|ers|es|ing)$", r"yz\1"),
        (r"ence(s?)$", r"ense\1"),
        (r"([tv])re(s|d)?$", r"\1er\2"),
        (r"ll(ed|ing|er|ers|ation)$", r"l\1"),
        (r"mme(s?)$", r"m\1"),
        (r"[ao]e(?=[a-z]{3})", "e"),
    ),
    "fr": _rules((r"œ", "oe"), (r"^(?:[ldsnjmtc]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[aeiouyhàâéèêëîïôûœ])", "")),
    "de": _rules((r"ß", "ss")),  # as in Switzerland
}
# Forms, by the word that they may be made of.
_ENDINGS: dict[str, Rules] = {
    "en": _rules(
        (r"(?<=[^s])s$", ""),
        (r"([sxz]|ch|sh)es$", r"\1"),
        (r"ies$", "y"),
        (r"(ed|er|ers|ing)$", ""),
        (r"(ed|er|ers|ing)$", "e"),
        (r"(?<=[a-z]{4})(ly|ness|less|able)$", ""),
        (r"(?<=[a-z]{4})i[sz](e|ed|es|ing|ation|ations)$", ""),
    ),
    "fr": _rules(
        (r"(?<=[^sx])[sx]$", ""),
        (r"(?<=.{3})aux$", "al"),
        (r"(?<=.{3})es?$", ""),
        (r"(?<=.{3})(é|ée|és|ées|ant|e|es|ent|ait|aient|a|èrent|era|eront|erait|eraient|ons|ez)$", "er"),
        (r"(?<=.{3})(ations?|ateurs?|eurs?|euses?)$", "er"),
        (r"(?<=.{3})ifications?$", "ifier"),
        (r"(?<=.{4})(istes?|isme)$", ""),
        (r"(?<=.{4})(istes?|isme)$", "e"),
        (r"(?<=.{4})ement$", ""),
        (r"(?<=.{3})aient$", "ait"),
    ),
    "de": _rules(
        (r"(?<=.{3})(e|en|n|s|es|er|em|ern)$", ""),
        (r"(?<=.{3})(en|er|em|es)$", "e"),
        (r"(?<=.{3})(innen|in)$", ""),
        (r"(?<=.{4})innen$", "e"),
        (r"(?<=.{3})st(e|en|er|es|em)$", ""),
        (r"(?<=.{4})isierung(en)?$", ""),
        (r"(?<=.{4})isierung(en)?$", "isieren"),
    ),
}

_PREFIXES = {
    "en": (
        *("anti", "back", "bio", "co", "counter", "cyber", "de", "eco", "electro", "euro", "geo", "hyper", "inter"),
        *("macro", "micro", "mis", "multi", "non", "out", "over", "photo", "post", "pre", "re", "semi", "sub"),
        *("super", "trans", "ultra", "un", "under"),
    ),
    "fr": (
        *("anti", "auto", "bio", "co", "contre", "cyber", "dé", "dés", "euro", "extra", "géo", "hydro", "hyper"),
        *("inter", "macro", "micro", "multi", "photo", "pluri", "post", "pré", "r", "re", "ré", "sous", "super", "sur"),
        *("semi", "télé", "trans", "ultra"),
    ),
    "de": (
        *("anti", "cyber", "de", "euro", "früh", "geo", "hyper", "inter", "makro", "mikro", "miss", "multi", "nicht"),
        *("post", "re", "super", "trans", "ultra", "un", "über", "unter", "wieder"),
    ),
}


def variants(word: str, language: str) -> set[str]:
    """A word in small letters, and how else it may be written: by other rules of spelling, or without its article."""
    found = {word}
    for mark, form in _VARIANTS.get(language, ()):
        found |= {mark.sub(form, one) for one in found}
    if language == "en":
        found |= {_bare(one) for one in found}
    return found


def _bare(word: str) -> str:
    """A word without its accents, as English writes those that it has taken over."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def stems(word: str, language: str, has: Callable[[str], bool]) -> set[str]:
    """The listed words that a word in small letters may be a form of: with one ending, and with a prefix or two."""
    found = {rest for rest in (word, *_without_ending(word, language)) if len(rest) >= SHORTEST_STEM}
    for _ in range(PREFIXES):
        found |= {rest for one in found for rest in _without_prefix(one, language)}
    return {one for rest in found for one in variants(rest, language) if has(one)}


def _without_ending(word: str, language: str) -> Iterator[str]:
    for mark, form in _ENDINGS.get(language, ()):
        changed = mark.sub(form, word)
        if changed != word:
            yield changed


def _without_prefix(word: str, language: str) -> Iterator[str]:
    for prefix in _PREFIXES.get(language, ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_REST:
            yield word.removeprefix(prefix)


def is_prefix(word: str, language: str) -> bool:
    """Whether a word stands before others, with a hyphen between."""
    return word in _PREFIXES.get(language, ())


def is_compound(word: str, language: str, joins: Callable[[str], bool], most: int = MOST_PARTS) -> bool:
    """Whether a word in small letters is made of words that `joins` lets stand in compounds, with what links them."""
    if language not in LINKS:
        return False
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, rest = word[:at], word[at:]
        begins = any(head.endswith(link) and joins(head.removesuffix(link)) for link in LINKS[language])
        if begins and (joins(rest) or (most > PAIR and is_compound(rest, language, joins, most - 1))):
            return True
    return False

"""The ground that anchors are looked for in: a folded text, where its words stand, and how telling each is."""

import re
from bisect import bisect_left
from functools import cached_property, lru_cache
from math import log2

from briefing.domain.folding import Folded

# A word is what stands between white space and punctuation; scripts written without spaces count letter by letter.
_UNSPACED = r"\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = r"\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\u2010-\u205e\u3000-\u303f•·§¿¡।"
_WORD = re.compile(rf"[{_UNSPACED}]|[^{_MARKS}{_UNSPACED}]+")
_MOST_TELLING = 12.0  # bits of a word that stands once in a long text


def words_of(folded: str) -> list[tuple[str, int]]:
    """The words of a folded text with their positions in it."""
    return [(match[0], match.start()) for match in _WORD.finditer(folded)]


class Ground:
    """A text made ready for many searches; everything dear is made when first asked for, and once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._told: dict[str, float] = {}

    @cached_property
    def folded(self) -> Folded:
        """The folded copy that all positions of words refer to."""
        return Folded(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The words in order."""
        return [word for word, _ in self._found]

    @cached_property
    def at(self) -> list[int]:
        """Where each word begins in the folded text."""
        return [at for _, at in self._found]

    @cached_property
    def _found(self) -> list[tuple[str, int]]:
        return words_of(self.folded.text)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes at which each word stands."""
        places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            places.setdefault(word, []).append(index)
        return places

    def telling(self, word: str) -> float:
        """How many bits a word tells about where it stands: much if it is rare here."""
        bits = self._told.get(word)
        if bits is None:
            count = len(self.places.get(word, ()))
            bits = self._told[word] = min(_MOST_TELLING, 1.0 + log2((len(self.words) + 1) / (count + 1)))
        return bits

    def index_at(self, position: int) -> int:
        """Index of the first word that begins at or after a position of the folded text."""
        return bisect_left(self.at, position)


@lru_cache(maxsize=4)
def ground_of(text: str) -> Ground:
    """The ground of a text; the last few are kept, for anchors come in crowds."""
    return Ground(text)

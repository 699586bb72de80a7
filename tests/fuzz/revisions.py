"""Revisions of invented articles, with the truth about every passage known from the edits that were made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from tests.fuzz.phrases import ASIDE, DID, INSERTED, OFTEN, SYLLABLES, SYNONYMS, WHAT, WHEN, WHO, WHY

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an article with what stands before it; `id` is its number in the old article, None if it is new."""

    text: str
    space: str
    id: int | None = None
    is_kept: bool = True


Sentence = list[Word]
Paragraph = list[Sentence]


@dataclass(frozen=True, slots=True)
class Case:
    """A passage of an old text, and where it stands in a new one: [low, high), both None if it was deleted."""

    kind: str  # kept, edited, moved or deleted
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Revision:
    """Two texts and passages of the old one."""

    old: str
    new: str
    cases: list[Case]


def revision(seed: int, sentences: int, quotes: int) -> Revision:
    """An invented article, an edited version of it, and the truth about some of its passages."""
    dice = Random(seed)
    old = _numbered(_article(dice, sentences))
    new = _edited(dice, [[list(sentence) for sentence in paragraph] for paragraph in old])
    before, spans = _printed(old)
    after, places = _printed(new)
    where: dict[int | None, tuple[Word, tuple[int, int]]] = {
        word.id: (word, place) for word, place in zip(_words(new), places, strict=True) if word.id is not None
    }
    return Revision(before, after, list(_cases(dice, old, before, spans, where, quotes)))


def _article(dice: Random, sentences: int) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    while sentences > 0:
        length = min(dice.choice([1, 2, 3, 3, 4, 5, 7]), sentences)
        paragraphs.append([_split(_sentence(dice)) for _ in range(length)])
        sentences -= length
    return paragraphs


def _sentence(dice: Random) -> str:
    form = dice.random()
    if form < 0.06:
        return dice.choice(OFTEN)
    if form < 0.2:
        return dice.choice(ASIDE)
    who, did, what, when, why = (dice.choice(words) for words in (WHO, DID, WHAT, WHEN, WHY))
    if dice.random() < 0.4:
        who = f"{_name(dice)} of {who}"
    if dice.random() < 0.3:
        what = f"{what} ({dice.randint(2, 980)} pages)" if dice.random() < 0.3 else f"{what} in {_name(dice)}"
    forms = (
        f"{who} {did} {what} {when}, {why}.",
        f"{when}, {who} {did} {what}.",
        f"{who}, {why}, {did} {what}.",
        f"{who} {did} {what} and {dice.choice(DID)} {dice.choice(WHAT)} {when}.",
        f"“{who} {did} {what} {when},” according to {dice.choice(WHO)}.",
        f"{who} {did} {what}; {dice.choice(WHO)} {dice.choice(DID)} it {when}.",
    )
    sentence = dice.choice(forms)
    at = 1 if sentence[0] == "“" else 0
    return sentence[:at] + sentence[at].upper() + sentence[at + 1 :]


def _name(dice: Random) -> str:
    """A name that nobody bears."""
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 3))).title()


def _split(sentence: str) -> Sentence:
    return [Word(word, " ") for word in sentence.split()]


def _numbered(paragraphs: list[Paragraph]) -> list[Paragraph]:
    count = iter(range(10**9))
    return [[[replace(word, id=next(count)) for word in sentence] for sentence in p] for p in paragraphs]


def _words(paragraphs: list[Paragraph]) -> Iterator[Word]:
    return (word for paragraph in paragraphs for sentence in paragraph for word in sentence)


def _printed(paragraphs: list[Paragraph]) -> tuple[str, list[tuple[int, int]]]:
    """The text, and where each word stands in it."""
    parts: list[str] = []
    places = []
    at = 0
    for paragraph in paragraphs:
        is_first = True
        for word in (word for sentence in paragraph for word in sentence):
            space = ("\n\n" if parts else "") if is_first else word.space
            is_first = False
            places.append((at + len(space), at + len(space) + len(word.text)))
            parts.append(space + word.text)
            at = places[-1][1]
    return "".join(parts), places


def _edited(dice: Random, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """An edited article: a rate for the whole of it, then an edit here and there."""
    rate = dice.choice([0.02, 0.05, 0.1, 0.2])
    for paragraph in paragraphs:
        for index, sentence in enumerate(paragraph):
            if dice.random() < rate * 2:
                paragraph[index] = dice.choice(WORDING)(dice, sentence)
    for at in range(len(paragraphs) - 1, -1, -1):
        if dice.random() < rate:
            dice.choice(STRUCTURE)(dice, paragraphs, at)
    return [kept for paragraph in paragraphs if (kept := [sentence for sentence in paragraph if sentence])]


def _typo(dice: Random, sentence: Sentence) -> Sentence:
    at = dice.randrange(len(sentence))
    text = sentence[at].text
    cut = dice.randrange(len(text))
    wrong = dice.choice(
        [text[:cut] + text[cut + 1 :], text[:cut] + text[cut] * 2 + text[cut + 1 :], text[:cut] + "e" + text[cut:]]
    )
    return [*sentence[:at], replace(sentence[at], text=wrong or "x"), *sentence[at + 1 :]]


def _synonyms(_: Random, sentence: Sentence) -> Sentence:
    return [replace(word, text=SYNONYMS.get(word.text, word.text)) for word in sentence]


def _clause_in(dice: Random, sentence: Sentence) -> Sentence:
    at = dice.randint(1, len(sentence))
    return [*sentence[:at], *_split(dice.choice(INSERTED)), *sentence[at:]]


def _clause_out(dice: Random, sentence: Sentence) -> Sentence:
    at = dice.randrange(len(sentence))
    return [*sentence[:at], *sentence[at + dice.randint(1, 6) :]]


def _reworded(dice: Random, sentence: Sentence) -> Sentence:
    """One half of a sentence says the same in other words."""
    other = _split(_sentence(dice))
    middle = len(sentence) // 2
    if dice.random() < 0.5:
        return [*sentence[:middle], *other[len(other) // 2 :]]
    return [*other[: len(other) // 2], *sentence[middle:]]


def _respaced(dice: Random, sentence: Sentence) -> Sentence:
    space = dice.choice(["\u00a0", "\n", "  "])
    plain = {"“": '"', "”": '"', "’": "'", "'": "’"}
    return [replace(w, space=space, text="".join(plain.get(c, c) for c in w.text)) for w in sentence]


def _deleted(_: Random, __: Sentence) -> Sentence:
    return []


def _followed(dice: Random, sentence: Sentence) -> Sentence:
    return [*sentence, *_split(_sentence(dice))]


WORDING: tuple[Callable[[Random, Sentence], Sentence], ...] = (
    _typo, _typo, _synonyms, _clause_in, _clause_in, _clause_out, _clause_out,
    _reworded, _respaced, _deleted, _deleted, _followed,
)  # fmt: skip


def _moved_paragraph(dice: Random, paragraphs: list[Paragraph], at: int) -> None:
    paragraphs.insert(dice.randrange(len(paragraphs)), paragraphs.pop(at))


def _merged(_: Random, paragraphs: list[Paragraph], at: int) -> None:
    if at + 1 < len(paragraphs):
        paragraphs[at : at + 2] = [paragraphs[at] + paragraphs[at + 1]]


def _parted(_: Random, paragraphs: list[Paragraph], at: int) -> None:
    middle = len(paragraphs[at]) // 2
    if middle:
        paragraphs[at : at + 1] = [paragraphs[at][:middle], paragraphs[at][middle:]]


def _dropped(_: Random, paragraphs: list[Paragraph], at: int) -> None:
    del paragraphs[at]


def _added(dice: Random, paragraphs: list[Paragraph], at: int) -> None:
    paragraphs[at:at] = _article(dice, dice.randint(1, 6))


def _echoed(dice: Random, paragraphs: list[Paragraph], at: int) -> None:
    """A sentence is said once more elsewhere, as captions and summaries do."""
    said = [Word(word.text, word.space) for word in dice.choice(paragraphs[at])] if paragraphs[at] else []
    paragraphs.insert(dice.randrange(len(paragraphs)), [said])


STRUCTURE: tuple[Callable[[Random, list[Paragraph], int], None], ...] = (
    _moved_paragraph, _merged, _parted, _dropped, _added, _added, _echoed,
)  # fmt: skip


def _cases(
    dice: Random,
    old: list[Paragraph],
    text: str,
    spans: list[tuple[int, int]],
    where: dict[int | None, tuple[Word, tuple[int, int]]],
    quotes: int,
) -> Iterator[Case]:
    """Passages as an analyst marks them: sentences, two or three together, clauses, phrases and words."""
    words = list(_words(old))
    edges = [0]
    for sentence in (sentence for paragraph in old for sentence in paragraph):
        edges.append(edges[-1] + len(sentence))
    for _ in range(quotes):
        at = dice.randrange(len(edges) - 1)
        first, last = edges[at], edges[min(len(edges) - 1, at + dice.choice([1, 1, 1, 2, 3]))]
        if dice.random() < 0.5:
            first = dice.randrange(edges[at], edges[at + 1])
            last = min(len(words), first + dice.choice([1, 2, 3, 4, 6, 9, 14]))
        case = _case(text, spans, words[first:last], where, first)
        if case is not None:
            yield case


def _case(
    text: str,
    spans: list[tuple[int, int]],
    quoted: list[Word],
    where: dict[int | None, tuple[Word, tuple[int, int]]],
    first: int,
) -> Case | None:
    """The truth about a passage; None where it was torn apart, or so little is left that nobody could say."""
    start, end = spans[first][0], spans[first + len(quoted) - 1][1]
    left = [(word, *where[word.id]) for word in quoted if word.id in where]
    kept = sum(len(word.text) for word, now, _ in left if now.text == word.text) / sum(len(w.text) for w in quoted)
    low = high = None
    kind = "deleted"
    if left:
        places = [place for _, _, place in left]
        low, high = places[0][0], places[-1][1]
        is_torn = any(later[0] < earlier[0] for earlier, later in pairwise(places))
        if is_torn or kept < 0.5 or high - low > 1.6 * (end - start) + 40:
            return None
        kind = "edited" if kept < 1 or high - low != end - start else "kept"
    return Case(
        kind, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end, low, high
    )

"""Finding anchors again: at their place, by their context, by their folded words, and by likeness.

What is found is weighed in bits: each word of the quote and of its context that stands in order tells as much as it
is rare, and distance from the expected place costs. The place of the context alone weighs too: where a quote was cut
out, its neighbours tell so, and a like passage elsewhere does not win. A wrong place is worse than none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log2

from briefing.domain.alignment import Chain, Pattern, chains
from briefing.domain.anchor import Anchor, Found, Match, occurrences
from briefing.domain.bounds import bounds
from briefing.domain.course import Expected, Taken, are_of_one_text, course_of
from briefing.domain.folding import fold
from briefing.domain.ground import Ground, ground_of, words_of

_LETTER = 1.4  # bits that a code point of context tells
_CLEAR = 8  # code points of context that settle a place of a quote that is no mere phrase
_MOST = 0.75  # part of the context that does so as well
_WORD = 3  # code points within which a bare quote stands where it stood
_NO_CHANCE = 2.0  # bits that a bare quote must tell beyond those for its distance
_UNMISTAKABLE = 24  # code points of a quote that stands once and then tells where the others are expected
_MARGIN = 8.0  # bits by which a place must lead to be taken without a look at the whole text
_MOST_PLACES = 400  # places of a short quote that are weighed, nearest first
_TELLING = 14.0  # bits with which a quote that stands letter for letter is surely no other
_GIVEN = 60.0  # bits of a context that is given in full
_LEFT = 20.0  # bits that must be left of all that speaks for such a quote when its distance has been paid for
_BORNE = 0.5  # part of all that quote and context could tell that must stand there, for a quote letter for letter
_BORNE_EDITED = 0.36  # and for an edited one
_PLENTY = 60.0  # bits that are enough, however much is missing
_FAR = 0.03  # part of a quote that must stand there in addition for each doubling of its distance beyond 1,000
_MANY = 30.0  # bits of a quote's words from which on they speak for it as its context does
_LEAST = ((30.0, 0.57), (10.0, 0.62), (-99.0, 0.77))  # bits of context, and the part of a quote that must stand there
_HALF = 0.5  # likeness under which nobody would say that it is the same passage
_FRAMED = 30.0  # bits of a context that stands close around a place on both sides and tells what was put there
_LEAST_FRAMED = 0.4  # part of a quote, and likeness, that is enough in such a frame
_NEAR_COPY = 0.9  # part of what speaks for a place that, at another, makes both copies of what was cut out
_CLOSING = 60.0  # bits of a context around another place that speak against what closed where the quote was cut out
_MOVED = 40.0  # bits of a quote letter for letter that show that it was moved
_NEXT = 20  # code points on either side of a quote that stand together where it was cut out
_CANDIDATES = 4  # chains that are weighed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the text, what speaks for it in bits, and how much of the quote stands there (from 0 to 1)."""

    start: int
    end: int
    bits: float
    context: float  # bits of prefix and suffix
    told: float = 0.0  # bits of the quote's words that stand there
    whole: float = 0.0  # bits that the quote and its context would tell if they stood there unchanged
    kept: float = 1.0  # part of the quote's bits that stands there word for word
    likeness: float = 1.0  # of the quote and what stands there, by letters
    rival: float = 0.0  # bits that the quote and its context tell at the next best place
    is_framed: bool = False  # whether the words next to the quote stand there on both sides


def locate(text: str, anchor: Anchor) -> Match:
    """Find an anchor in a text, and say how it was found; lost if nothing that stands there is surely it.

    A start below 0 says that the old position is not known.
    """
    ground = ground_of(text)
    places = _settled(text, anchor)
    return _found(ground, anchor, places, _expected(anchor))


def locate_all(text: str, anchors: Sequence[Anchor]) -> tuple[Match, ...]:
    """Find many anchors of one old text in a new one: those found surely say where the others are expected."""
    ground = ground_of(text)
    settled = _settled_all(text, anchors)
    sure = [(anchors[index], places[0]) for index, places in settled.items() if len(places) == 1]
    marks = [*sure, *_landmarks(text, (anchors[index] for index, places in settled.items() if not places))]
    course = course_of((anchor.start, at) for anchor, at in marks if anchor.start >= 0)
    if course is None or not are_of_one_text(_piece(anchor) for anchor in anchors if anchor.start >= 0):
        return tuple(_found(ground, anchor, settled[index], _expected(anchor)) for index, anchor in enumerate(anchors))
    taken = Taken((anchor.start, at, len(anchor.exact)) for anchor, at in sure if anchor.start >= 0)
    matches = []
    for index, anchor in enumerate(anchors):
        expected = course.expected(anchor.start) if anchor.start >= 0 else Expected(None)
        match = _found(ground, anchor, settled[index], expected)
        is_taken = len(settled[index]) != 1 and match.start is not None and taken.by_another(anchor.start, match.start)
        matches.append(Match(Found.LOST) if is_taken else match)
    return tuple(matches)


def _landmarks(text: str, anchors: Iterable[Anchor]) -> Iterator[tuple[Anchor, int]]:
    """Quotes that stand once letter for letter and are long enough for that to be no chance."""
    for anchor in anchors:
        if len(anchor.exact) >= _UNMISTAKABLE:
            places = list(_first(occurrences(text, anchor.exact), 2))
            if len(places) == 1:
                yield anchor, places[0]


def _piece(anchor: Anchor) -> tuple[int, str]:
    """What an anchor knows of the old text, and where that began."""
    return anchor.start - len(anchor.prefix), anchor.prefix + anchor.exact + anchor.suffix


def _expected(anchor: Anchor) -> Expected:
    return Expected(anchor.start if anchor.start >= 0 else None)


def _settled_all(text: str, anchors: Sequence[Anchor]) -> dict[int, list[int]]:
    """The settled places of each anchor, looked for first where its neighbour in the old text was."""
    settled: dict[int, list[int]] = {}
    drift = 0
    for index in sorted(range(len(anchors)), key=lambda index: anchors[index].start):
        settled[index] = places = _settled(text, anchors[index], drift)
        if len(places) == 1:
            drift = places[0] - anchors[index].start
    return settled


def _found(ground: Ground, anchor: Anchor, places: list[int], expected: Expected) -> Match:
    if places:
        at = min(places, key=expected.distance)
        return _match_at(ground.text, anchor, at, at + len(anchor.exact))
    if not anchor.exact:
        return _unquoted(ground.text, anchor)
    best = weighed(ground, anchor, expected)
    return _match_at(ground.text, anchor, best.start, best.end) if best else Match(Found.LOST)


def _unquoted(text: str, anchor: Anchor) -> Match:
    """An anchor without words: its position is believed if it lies in the text and its context stands there."""
    if not 0 <= anchor.start < anchor.end <= len(text):
        return Match(Found.LOST)
    is_there = text.endswith(anchor.prefix, 0, anchor.start) and text.startswith(anchor.suffix, anchor.end)
    return Match(Found.EXACT, anchor.start, anchor.end) if is_there else Match(Found.LOST)


def _match_at(text: str, anchor: Anchor, start: int, end: int) -> Match:
    if text[start:end] != anchor.exact:
        return Match(Found.CHANGED, start, end)
    return Match(Found.EXACT if start == anchor.start else Found.MOVED, start, end)


def _settled(text: str, anchor: Anchor, drift: int = 0) -> list[int]:
    """The places of a quote that need no weighing: it stands there with its whole context."""
    whole = anchor.prefix + anchor.exact + anchor.suffix
    if not anchor.exact or len(whole) - len(anchor.exact) < _CLEAR:
        return []
    lead = len(anchor.prefix)
    for at in (anchor.start, anchor.start + drift):
        if anchor.start >= 0 and at >= lead and text.startswith(whole, at - lead):
            return [at]
    return [place + lead for place in _first(occurrences(text, whole), _MOST_PLACES)]


def _first(places: Iterator[int], most: int) -> Iterator[int]:
    for _, place in zip(range(most), places, strict=False):
        yield place


def weighed(ground: Ground, anchor: Anchor, expected: Expected) -> Candidate | None:
    """The place for which most speaks, if enough does."""
    exact = sorted(_exact(ground, anchor, expected), key=lambda candidate: -candidate.bits)
    if exact and _is_clear(anchor, exact):
        return None if _is_chance(ground, anchor, exact[0], expected) else exact[0]
    pattern = Pattern(anchor.prefix, anchor.exact, anchor.suffix)
    told = sum(ground.telling(word) for word, _ in words_of(pattern.quote))
    # Letter for letter tells a little more than word for word: what stands between the words is there as well.
    exact = [replace(candidate, bits=candidate.bits + told + _LETTER, told=told) for candidate in exact]
    best = max(exact, key=lambda candidate: candidate.bits, default=None)
    near = ground.index_at(ground.folded.position(expected.at or 0))
    found = sorted(chains(pattern, ground, near, _CANDIDATES), key=lambda chain: -chain.bits)
    for index, chain in enumerate(found):
        if best is not None and chain.bits <= best.bits:
            break
        candidate = _aligned(ground, pattern, chain, expected)
        if best is None or candidate.bits > best.bits:
            best = replace(candidate, rival=_rival(ground, found, index, expected))
    if best is None or not _is_enough(anchor, best, expected):
        return None
    if best.context < _CLOSING and not _is_whole(best) and _is_closed(ground, pattern, best, expected):
        return None
    return next((place for place in exact if best.start <= place.start and place.end <= best.end), best)


def _rival(ground: Ground, found: list[Chain], mine: int, expected: Expected) -> float:
    """What speaks for the next best place."""
    others = (chain for index, chain in enumerate(found) if index != mine)
    places = ((chain.bits, ground.folded.source_start(ground.at[chain.runs[0].there])) for chain in others)
    return max((bits - expected.cost(at) for bits, at in places), default=0.0)


def _is_whole(place: Candidate) -> bool:
    """Whether so much of a quote stands there letter for letter that it was moved, wherever it stands."""
    return place.kept == place.likeness == 1.0 and place.told >= _MOVED


def _is_closed(ground: Ground, pattern: Pattern, best: Candidate, expected: Expected) -> bool:
    """Whether what stood around the quote stands together now, no farther off than a place: the quote was cut out."""
    before, behind = pattern.text[: pattern.start].rstrip()[-_NEXT:], pattern.text[pattern.end :].lstrip()[:_NEXT]
    if min(len(before), len(behind)) < _NEXT:
        return False
    seams = (at for gap in (" ", "") for at in occurrences(ground.folded.text, before + gap + behind))
    cost = expected.cost(best.start)
    return any(expected.cost(ground.folded.source_start(at)) <= cost for at in _first(seams, _MOST_PLACES))


def _exact(ground: Ground, anchor: Anchor, expected: Expected) -> Iterator[Candidate]:
    """The places where a quote stands letter for letter, weighed by context and distance."""
    text, size = ground.text, len(anchor.exact)
    for at in _nearest(text, anchor.exact, expected.at or 0):
        before = _agreement(anchor.prefix[::-1], text[max(0, at - len(anchor.prefix)) : at][::-1])
        behind = _agreement(anchor.suffix, text[at + size : at + size + len(anchor.suffix)])
        context = before + behind
        yield Candidate(at, at + size, context - expected.cost(at), context)


def _nearest(text: str, words: str, position: int) -> Iterator[int]:
    """The places of words on both sides of a position, nearest first on each side."""
    yield from _first(occurrences(text, words, position), _MOST_PLACES // 2)
    end = position + len(words) - 1
    for _ in range(_MOST_PLACES // 2):
        at = text.rfind(words, 0, end) if end > 0 else -1
        if at < 0:
            return
        yield at
        end = at + len(words) - 1


def _agreement(left: str, right: str) -> float:
    """Bits that two contexts share, counted from the quote outwards."""
    shared = 0
    for mine, other in zip(left, right, strict=False):
        if mine != other:
            break
        shared += 1
    if shared == len(left):
        return shared * _LETTER
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - 15 ms, and only where a context was edited

    likeness = Levenshtein.normalized_similarity(left, right)
    return _LETTER * max(shared, len(left) * 2 * (likeness - 0.5))


def _is_clear(anchor: Anchor, exact: list[Candidate]) -> bool:
    """Whether the best place leads the others, and most of the context stands around it, or all of a short one."""
    best = exact[0]
    given = _given(anchor)
    if best.context == given < _CLEAR * _LETTER:
        return True
    if len(exact) > 1 and best.bits - exact[1].bits < _MARGIN:
        return False
    return best.context >= max(_CLEAR, _MOST * (len(anchor.prefix) + len(anchor.suffix))) * _LETTER


def _is_chance(ground: Ground, anchor: Anchor, best: Candidate, expected: Expected) -> bool:
    """Whether a bare quote is so common, and stands so far off, that a place as near is found for it anyway."""
    given = _given(anchor)
    if expected.at is None or given >= _CLEAR * _LETTER or len(anchor.exact) >= _UNMISTAKABLE:
        return False
    if expected.is_at(best.start) or best.context == given > 0 or expected.at >= len(ground.text):
        return False  # a position behind the end is of another text, and tells nothing of this one
    told = sum(ground.telling(word) for word, _ in words_of(fold(anchor.exact)))
    far = min(abs(best.start - expected.at), len(ground.text))
    return told - log2(1 + far / _WORD) < _NO_CHANCE


def _given(anchor: Anchor) -> float:
    """Bits that the whole context of an anchor would tell."""
    return len(anchor.prefix) * _LETTER + len(anchor.suffix) * _LETTER


def _aligned(ground: Ground, pattern: Pattern, chain: Chain, expected: Expected) -> Candidate:
    """A chain as a candidate: its bounds, and how much of the quote it keeps."""
    start, end = bounds(pattern, ground, chain)
    met = {run.here + step for run in chain.runs for step in range(run.length)}
    told = kept = context = around = 0.0
    for index, word in enumerate(pattern.words):
        bits = ground.telling(word)
        if pattern.is_quoted(index):
            told += bits
            kept += bits * (index in met)
        else:
            around += bits
            context += bits * (index in met)
    place = ground.folded.source_start(start) if end > start else 0
    return Candidate(
        start=place,
        end=max(place, ground.folded.source_end(end)),
        bits=chain.bits - expected.cost(place),
        context=context,
        told=kept,
        whole=told + around,
        kept=kept / told if told else 0.0,
        likeness=_likeness(ground, pattern, (start, end)),
        is_framed=_is_framed(pattern, met),
    )


def _likeness(ground: Ground, pattern: Pattern, place: tuple[int, int]) -> float:
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - 15 ms, and only for a quote that was edited

    return Indel.normalized_similarity(pattern.quote.strip(), ground.folded.text[slice(*place)].strip())


def _is_framed(pattern: Pattern, met: set[int]) -> bool:
    """Whether the words next to the quote were met on both sides."""
    quoted = [index for index in range(len(pattern.words)) if pattern.is_quoted(index)]
    return bool(quoted) and quoted[0] - 1 in met and quoted[-1] + 1 in met


def _is_enough(anchor: Anchor, best: Candidate, expected: Expected) -> bool:
    """Whether what stands at a place is surely the quote; what is far from where it should be must be liker."""
    if best.end <= best.start:
        return False
    if best.kept == 1.0 and best.likeness == 1.0:
        given = _given(anchor)
        is_telling = best.told + best.context >= min(_TELLING, given / 2)
        is_long = len(anchor.exact) >= _UNMISTAKABLE
        is_borne = is_long or best.told + best.context >= _BORNE * (best.told + given)
        return is_telling and is_borne and (given < _GIVEN or best.bits >= _LEFT)
    if best.told + best.context < min(_BORNE_EDITED * best.whole, _PLENTY):
        return False
    if best.is_framed and best.context >= _FRAMED and min(best.kept, best.likeness) >= _LEAST_FRAMED:
        return True
    if best.likeness < _HALF or (best.rival > _NEAR_COPY * best.bits and not expected.is_at(best.start)):
        return False
    speaks = best.context + max(0.0, best.told - _MANY)
    least = next(least for bits, least in _LEAST if speaks >= bits)
    far = 0 if expected.at is None else abs(best.start - expected.at)
    alike = (3 * max(best.kept, best.likeness) + min(best.kept, best.likeness)) / 4
    return alike > least + _FAR * log2(1 + far / 1000)

"""Quotations as people type them: found in a text although white space, quotes, dashes, case or ligatures differ."""

from briefing.domain.anchor import occurrences
from briefing.domain.errors import QuoteNotFound, WrongUse
from briefing.domain.folding import Folded, continues, fold

_SHOWN = 100  # code points of the nearest passage in an error
_NEAR = 60.0  # per cent of likeness under which no passage is worth naming
_LONGEST = 400  # code points of a quote that are compared with the text to find the nearest passage
_WRAPPING = "\"' "


def find_quote(text: str, quote: str) -> tuple[int, int]:
    """Code points [start, end) of the first place where a quote stands, whole words before parts of words.

    Raises QuoteNotFound, whose sentence names the nearest passage, if it stands nowhere.
    """
    places = find_quotes(text, quote)
    if not places:
        raise QuoteNotFound(_refusal(text, quote))
    return next((place for place in places if _is_whole(text, *place)), places[0])


def find_quotes(text: str, quote: str) -> tuple[tuple[int, int], ...]:
    """All places of a quote in order: those where it stands letter for letter, else those where its words stand."""
    if not fold(quote).strip():
        raise WrongUse("The quote is empty.")
    exact = tuple((at, at + len(quote)) for at in occurrences(text, quote))
    if exact:
        return exact
    folded = Folded(text)
    wanted = fold(quote).strip()
    return _folded_places(text, folded, wanted) or _folded_places(text, folded, wanted.strip(_WRAPPING))


def _folded_places(text: str, folded: Folded, wanted: str) -> tuple[tuple[int, int], ...]:
    if not wanted:
        return ()
    places = []
    for at in occurrences(folded.text, wanted):
        end = at + len(wanted)
        if not continues(folded.text, end):
            places.append(trim(text, folded.source_start(at), folded.source_end(end)))
    return tuple(places)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The same bounds without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a passage begins and ends at the edges of words."""
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _refusal(text: str, quote: str) -> str:
    nearest = nearest_passage(text, quote)
    if nearest is None:
        return "The quote does not stand in the source, and nothing in it comes near."
    return f"The quote does not stand in the source; the nearest passage is “{_shortened(text[slice(*nearest)])}”."


def nearest_passage(text: str, quote: str) -> tuple[int, int] | None:
    """The passage most like a quote, in whole words; None if nothing is much like it."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - 15 ms, and only for a quote that is not there

    folded = Folded(text)
    wanted = fold(quote).strip()[:_LONGEST]
    if len(folded.text) < len(wanted):
        wanted = wanted[: len(folded.text)]
    likeness = partial_ratio_alignment(wanted, folded.text, score_cutoff=_NEAR) if wanted else None
    if likeness is None or likeness.dest_end <= likeness.dest_start:
        return None
    start, end = folded.source_start(likeness.dest_start), folded.source_end(likeness.dest_end)
    return trim(text, *whole_words(text, start, end))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds widened until neither cuts a word."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN].rsplit(" ", 1)[0].rstrip(",;:") + " …"

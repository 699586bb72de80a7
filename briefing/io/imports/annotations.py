"""Web annotations: W3C Web Annotation (JSON-LD) and what Hypothesis exports, which has the same targets.

Selectors as in the Web Annotation Data Model, 4.2.4 and 4.2.5: positions count code points.
"""

from collections.abc import Iterable

from briefing.domain.anchor import Anchor
from briefing.io.imports.imported import Imported, quoted, said
from briefing.io.imports.values import Value, listed, position, words

_LABELLING = {"tagging", "classifying"}


def read_annotations(values: Iterable[Value]) -> list[Imported]:
    """Every annotation of a passage; replies and notes on whole pages are none."""
    found = []
    for value in values:
        if "target" in value and not value.get("references"):
            comment, labels = _bodies(value)
            for target in listed(value["target"]):
                anchor = _anchor(target)
                if anchor is not None:
                    found.append(Imported(anchor, comment, labels, _source(target) or words(value.get("uri"))))
    return found


def _anchor(target: object) -> Anchor | None:
    selectors = list(_selectors(target.get("selector"))) if isinstance(target, dict) else []
    quote = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), {})
    place = next((one for one in selectors if one.get("type") == "TextPositionSelector"), {})
    if not quote and not place:
        return None
    return quoted(
        words(quote.get("exact")),
        words(quote.get("prefix")),
        words(quote.get("suffix")),
        position(place.get("start")),
        position(place.get("end")),
    )


def _selectors(value: object, depth: int = 0) -> Iterable[Value]:
    """Selectors side by side, and those that refine another."""
    for selector in listed(value):
        if isinstance(selector, dict) and depth < 5:  # noqa: PLR2004 (selectors are refined once, seldom twice)
            yield selector
            yield from _selectors(selector.get("refinedBy"), depth + 1)


def _source(target: object) -> str:
    if not isinstance(target, dict):
        return words(target)
    source = target.get("source")
    return words(source.get("id")) if isinstance(source, dict) else words(source)


def _bodies(value: Value) -> tuple[str, tuple[str, ...]]:
    """Comment and labels, from bodies as W3C has them and from text and tags as Hypothesis has them."""
    comments = [words(value.get("bodyValue")), words(value.get("text"))]
    labels = [words(tag) for tag in listed(value.get("tags"))]
    for body in listed(value.get("body")):
        purposes = {words(purpose) for purpose in listed(body.get("purpose"))} if isinstance(body, dict) else set()
        text = words(body.get("value")) if isinstance(body, dict) else words(body)
        (labels if purposes & _LABELLING else comments).append(text)
    return said(*comments), tuple(dict.fromkeys(label.strip() for label in labels if label.strip()))

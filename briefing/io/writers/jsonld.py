"""JSON-LD: the excerpts as W3C Web Annotations, one annotation an excerpt (Web Annotation Data Model, 3 and 4)."""

import json
from urllib.parse import quote

from briefing.domain.legible import link_target
from briefing.domain.note import Excerpt
from briefing.domain.printed import Document
from briefing.domain.source import Source

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(document: Document, reference: bytes = b"") -> bytes:  # noqa: ARG001 (JSON takes no Word styles)
    """The excerpts of a document as an annotation collection of one page."""
    evidence = document.evidence
    sources = {source.id: source for source in evidence.sources}
    titles = dict(evidence.sections)
    base = f"urn:briefing:{quote(document.id, safe='')}"
    items = [_annotation(e, sources[e.source], titles, base) for e in evidence.excerpts]
    collection = {
        "@context": CONTEXT,
        "id": base,
        "type": "AnnotationCollection",
        "label": document.title,
        "total": len(items),
        "first": {"id": f"{base}:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return (json.dumps(collection, ensure_ascii=False, indent=2) + "\n").encode()


def _annotation(excerpt: Excerpt, source: Source, titles: dict[str, str], base: str) -> dict[str, object]:
    bodies: list[dict[str, str]] = []
    if excerpt.section is not None:
        bodies.append(_body("tagging", titles.get(excerpt.section, excerpt.section)))
    if excerpt.comment.strip():
        bodies.append(_body("commenting", excerpt.comment))
    motivations = [body["purpose"] for body in bodies] or ["highlighting"]
    annotation: dict[str, object] = {
        "id": f"{base}:{quote(excerpt.id, safe='')}",
        "type": "Annotation",
        "motivation": motivations if len(motivations) > 1 else motivations[0],
        "target": _target(excerpt, source, base),
    }
    if bodies:
        annotation["body"] = bodies
    return annotation


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(excerpt: Excerpt, source: Source, base: str) -> dict[str, object]:
    """Position and quotation; positions count code points, end exclusive."""
    anchor = excerpt.anchor
    return {
        "source": link_target(source.record.address) or f"{base}:{quote(source.id, safe='')}",
        "selector": [
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
            {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix},
        ],
    }

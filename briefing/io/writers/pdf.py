"""PDF: tagged and accessible (PDF/UA-1), with real footnotes; the same note gives the same bytes."""

import re
from functools import lru_cache, partial

from briefing.domain.options import Notes
from briefing.domain.printed import Document
from briefing.io.writers.typeset.press import Print, Setting, print_pdf, settled
from briefing.io.writers.typeset.source import HOUSE_FACES, typst_source


def write(document: Document, reference: bytes = b"") -> bytes:  # noqa: ARG001 (PDF takes no Word styles)
    """A document as the bytes of a PDF file, in the standards that its options ask for."""
    return _printed(document).pdf


def remarks(document: Document) -> tuple[str, ...]:
    """What the sender should know of the letters: fonts that stood in, and letters that no font has."""
    done = _printed(document)
    house = {_plain(face) for face in HOUSE_FACES}
    others = {font.split("-")[0] for font in done.fonts}
    others = {re.sub(r"(?<=[a-z])(?=[A-Z])", " ", font) for font in others if _plain(font) not in house}
    found = []
    if others:
        found.append(f"Some letters are set in other fonts: {', '.join(sorted(others))}.")
    if done.missing:
        named = ", ".join(f"U+{ord(letter):04X}" for letter in done.missing)
        found.append(f"No font on this machine has these letters, so a sign stands in their place: {named}.")
    return tuple(found)


@lru_cache(maxsize=2)
def _printed(document: Document) -> Print:
    has_foot_notes = document.footnotes and document.options.notes is Notes.FOOT
    setting = settled(partial(typst_source, document)) if has_foot_notes else Setting(typst_source(document))
    return print_pdf(setting, document.options.standards)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())

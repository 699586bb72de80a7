"""Pages as pictures: what the preview shows is what PDF sends, and each place on a page leads back to its block."""

from dataclasses import dataclass
from functools import partial

from briefing.domain.printed import Document
from briefing.io.writers.typeset.press import print_pages, settled
from briefing.io.writers.typeset.source import typst_source

POINTS = 72.0  # to the inch


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block begins: page from 1, distance from its top in points; block -1 is the heading of a section."""

    page: int
    top: float
    section: str
    block: int


@dataclass(frozen=True, slots=True)
class Pages:
    """One PNG a page, in order, and the places on them in reading order."""

    images: tuple[bytes, ...]
    places: tuple[Place, ...]
    ppi: float
    moved: frozenset[int] = frozenset()  # footnotes whose blocks were moved to the next page

    def block_at(self, page: int, y: float) -> Place | None:
        """The block that stands at a height (pixels) of a page; None above the first."""
        top = y / self.ppi * POINTS
        before = [place for place in self.places if (place.page, place.top) <= (page, top)]
        return before[-1] if before else None


def pages(document: Document, ppi: float = 96, moved: frozenset[int] = frozenset()) -> Pages:
    """Set a document as page pictures, `ppi` pixels to the inch.

    With what was `moved` on pages of nearly the same document it is quick, and nearly right.
    """
    setting = settled(partial(typst_source, document), moved)
    places = tuple(Place(p["page"], p["top"], p["key"], p["block"]) for p in setting.places)
    return Pages(print_pages(setting, ppi), places, ppi, setting.moved)

"""The preview: the note as page pictures."""

from briefing.domain.document import compose
from briefing.domain.note import Note
from briefing.io.writers.pages import Pages, pages


def preview_pages(note: Note, ppi: float) -> Pages:
    """Set a note as page pictures, `ppi` pixels to the inch; BriefingError says why it cannot be."""
    return pages(compose(note), ppi)

"""The preview: the note as page pictures."""

from briefing.domain.document import compose
from briefing.domain.note import Note
from briefing.io.writers.pages import Pages, pages


def preview_pages(note: Note, ppi: float, moved: frozenset[int] = frozenset()) -> Pages:
    """Set a note as page pictures, `ppi` pixels to the inch; BriefingError says why it cannot be.

    `moved` is that of the pages before a change, for a first sight of those after it.
    """
    return pages(compose(note), ppi, moved)

"""Plain text: a file of it, or what was pasted."""

from briefing.domain.errors import BriefingError
from briefing.domain.outline import outline
from briefing.domain.source import Record, Source
from briefing.domain.text import normalise
from briefing.io.readers.encoding import text_in

LIMIT_LINES = 400_000


def read(data: bytes, encoding: str = "") -> Source:
    """A text file as a source; the encoding is found out unless the analyst chose one."""
    return read_text(text_in(data, encoding))


def read_text(text: str) -> Source:
    """Text as a source: normalised, split into passages, and asked for its title, authors and dates."""
    text = normalise(text)
    if text.count("\n") > LIMIT_LINES:
        raise BriefingError("The text has more than 400,000 lines; cut out the article and paste it instead.")
    told = outline(text)
    record = Record(title=told.title, authors=told.authors, published=told.published, updated=told.updated)
    return Source(text, told.passages, record)

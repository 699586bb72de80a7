"""Reading back: an edited document held against the note, and what the analyst accepts of it."""

from pathlib import Path

from briefing.domain.document import compose
from briefing.domain.note import Note
from briefing.domain.options import Options
from briefing.domain.readback import ReadBack, read_back
from briefing.io.edited import read_edited


def read_back_file(note: Note, path: Path, options: Options | None = None) -> ReadBack:
    """What others changed in a document of this note; nothing is applied (`domain.readback.accept` does that)."""
    sent = compose(note, options)
    return read_back(sent, read_edited(path, sent))

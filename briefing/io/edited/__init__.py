"""Edited documents: Word and Markdown files that were sent out and come back changed."""

from pathlib import Path

from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.printed import Document
from briefing.domain.readback import EditedDocument
from briefing.io.plain import sentence

LARGEST = 50_000_000  # bytes


def read_edited(path: Path, sent: Document) -> EditedDocument:
    """Read an edited document; `sent` is the note as it would be sent out now, which tells what its marks mean."""
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".md"):
        raise WrongUse(f"“{path.name}” cannot be read back; give an edited .docx or .md.")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise BriefingError(sentence(error, path)) from error
    if len(data) > LARGEST:
        raise BriefingError(f"“{path.name}” is larger than 50 MB and was not read.")
    if suffix == ".docx":
        from briefing.io.edited.word import read_word  # noqa: PLC0415 (heavy: only where Word is read)

        return read_word(data, sent)
    from briefing.io.edited.marks import read_marks  # noqa: PLC0415 (heavy: only where Markdown is read)

    return read_marks(data, sent)

"""Edited documents: Word and Markdown files that were sent out and come back changed."""

from pathlib import Path

from briefing.domain.errors import WrongUse
from briefing.domain.printed import Document
from briefing.domain.readback import EditedDocument
from briefing.io.plain import read_bounded

LARGEST = 50_000_000  # bytes


def read_edited(path: Path, sent: Document) -> EditedDocument:
    """Read an edited document; `sent` is the note as it would be sent out now, which tells what its marks mean."""
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".md"):
        raise WrongUse(f"“{path.name}” cannot be read back; give an edited .docx or .md.")
    data = read_bounded(path, LARGEST, f"“{path.name}” is larger than 50 MB and was not read.")
    if suffix == ".docx":
        from briefing.io.edited.word import read_word  # noqa: PLC0415 (heavy: only where Word is read)

        return read_word(data, sent)
    from briefing.io.edited.marks import read_marks  # noqa: PLC0415 (heavy: only where Markdown is read)

    return read_marks(data, sent)

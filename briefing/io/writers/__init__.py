"""Writers: one file a format, Document to bytes."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from briefing.domain.errors import WrongUse
from briefing.domain.printed import Document

# Loaded only when they are asked for: some need heavy libraries.
_MODULES = {
    ".docx": "docx",
    ".md": "markdown",
    ".pdf": "pdf",
    ".html": "html",
    ".jsonld": "jsonld",
    ".qdpx": "qdpx",
    ".csv": "table",
    ".bib": "bibtex",
    ".ris": "ris",
    ".json": "csljson",
}

_WITHOUT_EVIDENCE = frozenset((".docx", ".md", ".pdf"))

SUFFIXES = tuple(_MODULES)


class Writer(Protocol):
    """What the module of a format offers."""

    def write(self, document: Document, reference: bytes = b"") -> bytes:
        """The document as the bytes of a file; the same bytes for the same document.

        `reference` is a Word document to take the styles from; only the writer of DOCX is given one.
        """


def pieces_of(document: Document, suffix: str, reference: bytes = b"") -> Iterable[bytes]:
    """The document in the format of a suffix, piece by piece where the writer can; as `Writer.write`."""
    writer = writer_for(Path(f"note{suffix}"))
    given = (reference,) if reference else ()
    pieces = getattr(writer, "pieces", None)
    return (writer.write(document, *given),) if pieces is None else cast("Iterable[bytes]", pieces(document, *given))


def needs_evidence(suffix: str) -> bool:
    """Whether the format of a suffix carries articles and excerpts themselves."""
    return suffix.lower() not in _WITHOUT_EVIDENCE


def needs_reference(suffix: str) -> bool:
    """Whether the format of a suffix can take its styles from a reference document."""
    return suffix.lower() == ".docx"


def remarks_on(document: Document, suffix: str) -> tuple[str, ...]:
    """What the sender should know of a document that was written in the format of a suffix."""
    if suffix.lower() != ".pdf":
        return ()
    pdf = import_module("briefing.io.writers.pdf")
    return cast("tuple[str, ...]", pdf.remarks(document))


def writer_for(path: Path) -> Writer:
    """The writer of the format that a file name asks for; WrongUse if there is none."""
    name = _MODULES.get(path.suffix.lower())
    if name is None:
        raise WrongUse(f"“{path.name}” does not say in which format to write; use one of {', '.join(SUFFIXES)}.")
    return cast("Writer", import_module(f"briefing.io.writers.{name}"))

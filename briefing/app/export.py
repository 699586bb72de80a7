"""Export: a note goes out as a file, whole or not at all."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from briefing.domain.document import Document, compose
from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.marking import is_above
from briefing.domain.note import Note
from briefing.domain.options import Recipe
from briefing.io.atomic import write_chunks
from briefing.io.plain import sentence
from briefing.io.writers import needs_evidence, needs_reference, pieces_of, remarks_on, writer_for

_ANYONE_WRITES = 0o222
PLAIN = Recipe("", "")
_FOR_PROGRAMS = frozenset((".jsonld", ".qdpx", ".csv"))  # what goes to other programs goes whole, unless a recipe says


def export(note: Note, path: Path, recipe: Recipe = PLAIN) -> tuple[str, ...]:
    """Write a note in the format of the file name, and give remarks on the file for the one who sends it.

    BriefingError says why nothing was written.
    """
    writer_for(path)
    refuse_unwritable(path)
    document = composed(note, recipe, path.suffix)
    write_chunks(path, _pieces(document, path.suffix, recipe))
    return remarks_on(document, path.suffix)


def composed(note: Note, recipe: Recipe = PLAIN, suffix: str = "") -> Document:
    """A note as a recipe reads it for a format; BriefingError if it may not go out by that recipe."""
    if refusal := marking_refusal(note, recipe):
        raise BriefingError(refusal)
    suffix = (suffix or f".{recipe.format}").lower()
    options = replace(recipe.options, has_evidence=needs_evidence(suffix))
    if recipe is PLAIN and suffix in _FOR_PROGRAMS:
        options = replace(options, has_annex=True, has_comments=True)
    return compose(note, options)


def marking_refusal(note: Note, recipe: Recipe) -> str:
    """Why a note may not go out by a recipe at all; empty if it may."""
    if not is_above(note.marking, recipe.options.ceiling):
        return ""
    return (
        f"The note is marked {note.marking} and the recipe lets out {recipe.options.ceiling} at most; "
        "lower the marking if it may be lowered, or choose another recipe."
    )


def written(document: Document, suffix: str, recipe: Recipe = PLAIN) -> bytes:
    """A document as the bytes of a file in the format of a suffix; the same document gives the same bytes."""
    return b"".join(_pieces(document, suffix, recipe))


def _pieces(document: Document, suffix: str, recipe: Recipe) -> Iterable[bytes]:
    is_styled = recipe.reference and needs_reference(suffix)
    return pieces_of(document, suffix, _reference(Path(recipe.reference)) if is_styled else b"")


def output_path(note_path: Path, path: Path | None, recipe: Recipe | None) -> Path:
    """Where an export goes: as asked, or beside the note under its name in the format of the recipe."""
    if path is None:
        if recipe is None:
            raise WrongUse("Say where to write (-o OUT.docx), or by which recipe (--recipe NAME).")
        return note_path.with_suffix(f".{recipe.format}")
    return path


def refuse_unwritable(path: Path) -> None:
    """Refuse early what writing would refuse late: a folder that is not there, a file that is protected or open."""
    if path.is_dir():
        raise BriefingError(f"“{path}” is a folder; give a file name.")
    if not path.absolute().parent.is_dir():
        raise BriefingError(f"The folder “{path.absolute().parent}” is not there; make it first or choose another.")
    if path.exists() and not path.stat().st_mode & _ANYONE_WRITES:
        raise BriefingError(f"“{path}” is write-protected; choose another name, or allow writing to it.")
    if any(lock.exists() for lock in _locks(path)):
        raise BriefingError(f"“{path}” is open in another program; close it there, or choose another name.")


def _reference(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BriefingError(f"The reference document of the recipe cannot be read: {sentence(error, path)}") from error
    if not data:
        raise BriefingError("The reference document cannot be read as a DOCX; give another one.")
    return data


def _locks(path: Path) -> tuple[Path, ...]:
    """The files that LibreOffice and Word lay beside a document while it is open."""
    names = (f".~lock.{path.name}#", f"~${path.name[2:]}", f"~${path.name}")
    return tuple(path.with_name(name) for name in names)

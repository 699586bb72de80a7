"""A table of quotes (CSV): one row a passage, the columns named in the first row in any order."""

import csv
import re
from io import StringIO

from briefing.domain.errors import BriefingError
from briefing.io.imports.imported import Imported, quoted, said

_COLUMNS = {  # as analysts name them, and as MAXQDA, ATLAS.ti and Taguette do
    "exact": (
        *("quote", "exact", "quotation", "quotation content", "highlight", "highlighted text", "passage", "excerpt"),
        *("coded segment", "coded segments", "segment", "zitat", "zitatinhalt", "textstelle", "wortlaut", "markierung"),
        *("markierter text", "citation", "extrait", "passage cité", "texte cité", "surlignage", "cita"),
        *("content", "text", "texte"),
    ),
    "comment": (
        *("comment", "note", "notes", "annotation", "remark", "memo", "comments", "kommentar", "bemerkung", "notiz"),
        *("anmerkung", "commentaire", "remarque", "comentario"),
    ),
    "labels": (
        *("section", "label", "labels", "tag", "tags", "code", "codes", "category", "abschnitt", "rubrik"),
        *("kategorie", "schlagwort", "schlagworte", "schlagwörter", "thema", "rubrique", "catégorie", "étiquette"),
        *("étiquettes", "mot-clé", "mots-clés", "thème"),
    ),
    "source": (
        *("url", "uri", "address", "source", "document", "document name", "article", "title"),
        *("quelle", "dokument", "dokumentname", "adresse", "artikel", "titel", "titre", "document source"),
    ),
    "prefix": ("prefix",),
    "suffix": ("suffix",),
    "start": ("start", "anfang", "début"),
    "end": ("end", "ende", "fin"),
}
_DEFUSED = re.compile(r"'(?=[=+\-@\t\r])")  # how cells that a spreadsheet would run are written
_DELIMITERS = ",;\t|"
_TOLD = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SEPARATORS = re.compile(r"[;,|]")


def read_table(text: str, name: str) -> list[Imported]:
    """The rows of a table that has a column of quotes; BriefingError if it has none."""
    told = _TOLD.match(text)  # in which Excel says what parts the cells
    text = text[told.end() :] if told else text
    try:
        delimiter = told[1] if told else _delimiter(text.split("\n", 1)[0])
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise BriefingError(f"“{name}” is not a table that can be read ({error}).") from error
    at = _places(rows[0] if rows else [])
    if "exact" not in at:
        raise BriefingError(f"“{name}” has no column of quotes; name one “quote” in the first row.")
    return [_row({key: _cell(row, index) for key, index in at.items()}) for row in rows[1:]]


def _delimiter(header: str) -> str:
    """What parts the cells of a table: what gives a column of quotes in its first row, else what is there most."""
    likely = sorted(_DELIMITERS, key=header.count, reverse=True)
    rows = ((mark, next(csv.reader([header], delimiter=mark), [])) for mark in likely)
    return next((mark for mark, row in rows if len(row) > 1 and "exact" in _places(row)), likely[0])


def _places(header: list[str]) -> dict[str, int]:
    """Which column holds what: the first name in each list that the header has."""
    names = [cell.strip().casefold() for cell in header]
    at: dict[str, int] = {}
    for key, known in _COLUMNS.items():
        column = next((names.index(one) for one in known if one in names), None)
        if column is not None:
            at[key] = column
    return at


def _cell(row: list[str], index: int) -> str:
    return _DEFUSED.sub("", row[index], count=1) if index < len(row) else ""


def _row(cells: dict[str, str]) -> Imported:
    start, end = (_number(cells.get(key, "")) for key in ("start", "end"))
    labels = (label.strip() for label in _SEPARATORS.split(cells.get("labels", "")))
    return Imported(
        quoted(cells["exact"], cells.get("prefix", ""), cells.get("suffix", ""), start, end),
        said(cells.get("comment", "")),
        tuple(label for label in labels if label),
        cells.get("source", "").strip(),
    )


def _number(cell: str) -> int:
    digits = cell.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else -1  # noqa: PLR2004

import csv
from io import StringIO

from briefing.domain import edits
from briefing.domain.document import compose
from briefing.domain.options import Options
from briefing.io.writers.table import write
from tests.notes import whole_note

ALL = Options(has_evidence=True, has_annex=True, has_comments=True)


def _rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_excerpt_is_a_row() -> None:
    note = whole_note()
    rows = _rows(write(compose(note, ALL)))
    assert [row["quote"] for row in rows] == [excerpt.quote for excerpt in note.excerpts]
    assert rows[2]["comment"] == "Check the sum."
    assert (rows[0]["section"], rows[0]["paragraph"], rows[0]["grade"]) == ("agenda", "1", "B2")
    assert rows[5]["section"] == ""


def test_no_cell_is_a_formula() -> None:
    note = whole_note()
    for number, comment in enumerate(("=1+1", "+1", "-1", "@a", "\t=1", "\n=1"), 1):
        note = edits.comment_excerpt(note, f"x{number}", comment)
    comments = [row["comment"] for row in _rows(write(compose(note, ALL)))]
    assert comments == ["'=1+1", "'+1", "'-1", "'@a", "'\t=1", "'\n=1"]

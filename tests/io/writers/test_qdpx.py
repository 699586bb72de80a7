from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from briefing.domain.document import compose
from briefing.domain.note import Note
from briefing.domain.options import Options
from briefing.domain.template import blank
from briefing.io.writers.qdpx import write
from tests.notes import TEMPLATE, whole_note
from tests.random_notes import random_note

SCHEMA = Path(__file__).resolve().parents[4] / "shared" / "schemas" / "refi-qda-project.xsd"
ALL = Options(has_evidence=True, has_annex=True, has_comments=True)
Q = "{urn:QDA-XML:project:1.0}"
NOTES = [whole_note(), blank(TEMPLATE, ""), *(random_note(seed) for seed in range(12))]


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema is not at hand")
@pytest.mark.parametrize("note", NOTES, ids=range(len(NOTES)))
def test_the_project_is_valid_by_the_schema_of_the_standard(note: Note) -> None:
    with ZipFile(BytesIO(write(compose(note, ALL)))) as archive:
        project = etree.fromstring(archive.read("project.qde"))
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    assert schema.validate(project), schema.error_log


def test_selections_stand_where_the_excerpts_stand() -> None:
    note = whole_note()
    with ZipFile(BytesIO(write(compose(note, ALL)))) as archive:
        project = etree.fromstring(archive.read("project.qde"))
        codes = {code.get("guid"): code.get("name") for code in project.iter(f"{Q}Code")}
        read = []
        for source in project.iter(f"{Q}TextSource"):
            path = str(source.get("plainTextPath")).replace("internal://", "sources/")
            text = archive.read(path).decode()
            for selection in source.iter(f"{Q}PlainTextSelection"):
                words = text[int(str(selection.get("startPosition"))) : int(str(selection.get("endPosition")))]
                refs = [codes[ref.get("targetGUID")] for ref in selection.iter(f"{Q}CodeRef")]
                read.append((words, refs))
    titles = {section.key: section.title for section in note.sections}
    assert read == [(e.quote, [titles[e.section]] if e.section else []) for e in note.excerpts]


def test_every_source_selection_and_coding_says_by_whom_and_when_it_was_made() -> None:
    """QualCoder's importer takes the moment of each to pieces and stops where there is none."""
    for note in NOTES:
        with ZipFile(BytesIO(write(compose(note, ALL)))) as archive:
            project = etree.fromstring(archive.read("project.qde"))
        users = {user.get("guid") for user in project.iter(f"{Q}User")}
        for kind in ("TextSource", "PlainTextSelection", "Coding"):
            for element in project.iter(f"{Q}{kind}"):
                assert element.get("creatingUser") in users
                assert datetime.fromisoformat(str(element.get("creationDateTime"))).tzinfo is UTC


def test_the_same_note_gives_the_same_bytes() -> None:
    assert write(compose(whole_note(), ALL)) == write(compose(whole_note(), ALL))

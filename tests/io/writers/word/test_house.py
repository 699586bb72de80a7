"""The house's own package is filled without python-docx, and python-docx finds in it what it would have written."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx as python_docx
import pytest

from briefing.domain.document import compose
from briefing.domain.note import Note
from briefing.domain.options import Notes, Options, Page
from briefing.io.writers import docx
from tests.notes import whole_note

_SIZES = {Page.A4: (11906, 16838), Page.LETTER: (12240, 15840)}
_TWIP = 635  # English Metric Units


@pytest.fixture(scope="module")
def note() -> Note:
    whole = whole_note()
    return replace(whole, front=replace(whole.front, author="A & B", date="2025-11-20", language="de"))


def test_the_properties_are_those_of_the_note(note: Note) -> None:
    core = python_docx.Document(BytesIO(docx.write(compose(note)))).core_properties
    assert (core.title, core.author, core.last_modified_by) == (note.title, "A & B", "A & B")
    assert (core.identifier, core.language, core.category) == (note.id, "de", note.marking)
    assert core.created == core.modified == datetime(2025, 11, 20, tzinfo=UTC)
    assert core.revision == 1


@pytest.mark.parametrize("page", list(Page))
def test_the_page_is_of_the_size_that_was_asked_for(note: Note, page: Page) -> None:
    (section,) = python_docx.Document(BytesIO(docx.write(compose(note, Options(page=page))))).sections
    assert (section.page_width, section.page_height) == tuple(_TWIP * size for size in _SIZES[page])
    assert section.different_first_page_header_footer


@pytest.mark.parametrize("notes", list(Notes))
def test_every_part_has_a_type_and_every_relationship_a_part(note: Note, notes: Notes) -> None:
    data = docx.write(compose(note, Options(notes=notes, has_comments=True)))
    package = python_docx.Document(BytesIO(data)).part.package
    types = {str(part.partname): part.content_type for part in package.iter_parts()}
    plain = [name for name, type_ in types.items() if type_ == "application/xml"]
    assert plain == ["/customXml/item1.xml"]
    assert {"/word/comments.xml", "/word/header2.xml", "/docProps/custom.xml"} < set(types)


def test_python_docx_is_loaded_only_for_a_reference_of_somebody_elses() -> None:
    code = (
        "import sys; from tests.notes import whole_note; from briefing.domain.document import compose;"
        "from briefing.io.writers import docx; docx.write(compose(whole_note()));"
        "print([name for name in sys.modules if name.split('.')[0] in ('docx', 'lxml')])"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"

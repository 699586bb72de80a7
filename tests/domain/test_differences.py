from dataclasses import replace

import pytest

from briefing.domain import edits
from briefing.domain.differences import differences
from briefing.domain.note import Note, Style, Words, block
from tests.builders import note, source

NOTE = note("= Pact\nS1: The pact was signed.\n# energy\n> @S1:4-8\nTwo words.\n# risks")


def test_a_note_does_not_differ_from_itself() -> None:
    assert differences(NOTE, replace(NOTE)) == ()


@pytest.mark.parametrize(
    ("after", "sentences"),
    [
        (edits.retitle(NOTE, "Treaty"), ("The title is “Treaty”; it was “Pact”.",)),
        (edits.set_marking(NOTE, "TLP:RED"), ("The marking is “TLP:RED”; there was none.",)),
        (edits.set_front(NOTE, replace(NOTE.front, author="Me")), ("The front matter is different.",)),
        (edits.write_body(NOTE, "risks", [block(Style.BULLET, [Words("One.")])]), ("Risks: 1 word added.",)),
        (edits.write_body(NOTE, "energy", NOTE.sections[0].blocks[:1]), ("Energy: 2 words removed.",)),
        (
            edits.write_body(NOTE, "energy", [NOTE.sections[0].blocks[0], block(Style.QUOTE, [Words("Two words.")])]),
            ("Energy: other formatting or citations.",),
        ),
        (edits.add_source(NOTE, source("More.")), ("1 source added.",)),
        (edits.comment_excerpt(NOTE, "x1", "Hm."), ("1 excerpt changed in bounds, place or comment.",)),
        (edits.file_excerpt(NOTE, "S1", 0, 3, None), ("1 excerpt added.",)),
        (replace(NOTE, sections=NOTE.sections[:1]), ("The section “Risks” is gone.",)),
        (replace(NOTE, sections=NOTE.sections[::-1]), ("The sections stand in another order.",)),
    ],
)
def test_every_change_is_said(after: Note, sentences: tuple[str, ...]) -> None:
    assert differences(NOTE, after) == sentences


def test_a_marking_that_went_or_changed_is_said() -> None:
    marked = edits.set_marking(NOTE, "TLP:RED")
    assert differences(marked, NOTE) == ("There is no marking; it was “TLP:RED”.",)
    green = edits.set_marking(NOTE, "TLP:GREEN")
    assert differences(marked, green) == ("The marking is “TLP:GREEN”; it was “TLP:RED”.",)

from datetime import UTC, datetime

from briefing.app.notes import new_note
from briefing.domain.source import Record, Source
from briefing.domain.template import Slot, Template

TEMPLATE = Template("t", "T", slots=(Slot("energy", "Energy"),))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_note_takes_the_title_of_its_first_article() -> None:
    note = new_note(
        TEMPLATE, [Source("a", (), Record(title="Gas talks")), Source("b", (), Record(title="Other"))], now=NOON
    )
    assert (note.title, [s.id for s in note.sources]) == ("Gas talks", ["S1", "S2"])


def test_a_title_that_was_asked_for_wins() -> None:
    assert new_note(TEMPLATE, [Source("a", (), Record(title="Gas talks"))], title="Mine", now=NOON).title == "Mine"


def test_two_notes_never_share_an_id() -> None:
    assert new_note(TEMPLATE).id != new_note(TEMPLATE).id

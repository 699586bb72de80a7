from dataclasses import replace

import pytest

from briefing.app.opening import default_template
from briefing.domain.template import Slot, Template
from briefing.ui.beginning import begin_note
from briefing.ui.window import Window


def titles(window: Window) -> list[str]:
    assert window.desk is not None
    return [section.title for section in window.desk.note.sections]


def test_a_note_is_begun_in_the_language_of_the_window(window: Window, german: None) -> None:
    assert german is None
    window.frame.perform("new_blank")
    assert window.desk is not None
    assert window.desk.note.front.language == "de"
    assert titles(window) == ["Agenda", "Sicherheit", "Wirtschaft", "Verteidigung", "Energie", "Risiken"]
    assert [section.key for section in window.desk.note.sections] == [slot.key for slot in default_template().slots]


def test_an_english_window_begins_an_english_note(window: Window) -> None:
    window.frame.perform("new_blank")
    assert window.desk is not None
    assert window.desk.note.front.language == "en"
    assert titles(window)[1] == "Security"


@pytest.mark.usefixtures("german", "window")
def test_a_template_that_somebody_wrote_stays_as_it_is() -> None:
    own = Template("own", "Energy", "What we do here.", slots=(Slot("energy", "Energy"),))
    for language in ("en", "fr"):
        note = begin_note(replace(own, language=language))
        assert (note.front.language, note.sections[0].title) == (language, "Energy")

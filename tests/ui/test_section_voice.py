"""A screen reader hears what the eye sees: the kind of a block, and what a chip cites."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.domain.note import Citation, Style, Words, block
from briefing.ui import section_voice
from briefing.ui.section_voice import SectionVoice
from tests.ui.notes import Pane, bare_note, filed, written
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("qapp")

Key = Qt.Key


def test_passing_a_chip_tells_what_it_cites_and_entering_a_block_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    cited = block(Style.PARAGRAPH, [Words("a"), Citation("x1")])
    item = block(Style.BULLET, [Words("b")])
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", cited, item))
    said: list[str] = []
    monkeypatch.setattr(section_voice, "is_heard", lambda: True)
    monkeypatch.setattr(section_voice, "announce", lambda _widget, words: said.append(words))
    editor = shown.editor("energy")
    editor.go_to_edge(at_start=True)
    said.clear()
    for _ in range(3):
        QTest.keyClick(editor, Key.Key_Right)
    assert said == ["Citation S1 p1: The ministers meet on Monday.", "Bullet"]
    for _ in range(2):
        QTest.keyClick(editor, Key.Key_Left)
    assert said[2:] == ["Paragraph", "Citation S1 p1: The ministers meet on Monday."]


def test_nothing_is_said_while_nobody_listens() -> None:
    shown = Pane(written(bare_note(), "energy", block(Style.QUOTE, [Words("a")])))
    voice = shown.editor("energy").findChild(SectionVoice)
    assert voice is not None
    assert voice.words() == "Quote"
    assert voice.words() == ""


def test_entering_a_section_tells_the_kind_of_a_block_that_is_not_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Pane(written(filed(bare_note(), 1, "agenda"), "energy", "a"))
    said: list[str] = []
    monkeypatch.setattr(section_voice, "is_heard", lambda: True)
    monkeypatch.setattr(section_voice, "announce", lambda _widget, words: said.append(words))
    shown.editor("agenda")
    until(lambda: said == ["Quote"])
    shown.editor("energy")
    shown.editor("agenda")
    until(lambda: said == ["Quote", "Quote"])

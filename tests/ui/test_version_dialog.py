from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QTextEdit

from briefing.app.desk import Desk
from briefing.domain.anchor import Found
from briefing.domain.source import Record, Source
from briefing.domain.versions import unconfirmed
from briefing.ui.version_dialog import VersionDialog
from briefing.ui.versions_dialog import VersionsDialog
from tests.builders import note, source
from tests.ui.parts import part, press
from tests.waiting import until

OLD = "The council will vote in March on the fares. A second ramp was asked for. The batteries come in 2027."
NEW = "The council will vote on 24 March on the fares. The batteries come in 2027. Two members abstain."
KEPT: list[QDialog] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while KEPT:
        KEPT.pop().close()


def desk() -> Desk:
    """A note with one excerpt that will change, one that will vanish and one that will stay."""
    places = [(OLD.index(words), OLD.index(words) + len(words)) for words in QUOTES]
    drawing = "\n".join([f"S1: {OLD}", "# agenda", *(f"> @S1:{start}-{end}" for start, end in places)])
    return Desk(note(drawing))


QUOTES = ("will vote in March on the fares", "A second ramp was asked for.", "The batteries come in 2027.")


def newer() -> Source:
    return replace(source(NEW), record=Record(title="Fares", retrieved="2025-03-08T09:00:00Z"))


def opened(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    KEPT.append(dialog)
    until(lambda: "differ" in part(dialog, QLabel, "comparison_told").text())
    return dialog


def changed(dialog: QDialog) -> QListWidget:
    return part(dialog, QListWidget, "changed_list")


@pytest.mark.usefixtures("qapp")
def test_what_becomes_of_each_excerpt_is_told_before_anything_changes() -> None:
    here = desk()
    before = here.note
    dialog = opened(VersionDialog(here, "S1", newer()))
    rows = [changed(dialog).item(row).text() for row in range(changed(dialog).count())]
    assert rows == [
        "Agenda: “will vote in March on the fares” now reads “will vote on 24 March on the fares”",
        "Agenda: “A second ramp was asked for.” is not there any more; it stays in the earlier version.",
    ]
    assert part(dialog, QLabel, "changed_told").text().startswith("1 excerpt stands as it did.")
    assert here.note is before
    dialog.reject()
    assert here.note is before


@pytest.mark.usefixtures("qapp")
def test_of_a_long_excerpt_the_place_that_changed_is_shown() -> None:
    said = "Nobody asked the pilots, " * 9 + "and the fare was set at four crowns for a year."
    here = Desk(note(f"S1: {said}\n# agenda\n> @S1:0-{len(said)}"))
    dialog = opened(VersionDialog(here, "S1", source(said.replace("four", "five"))))
    row = changed(dialog).item(0).text()
    assert "set at four crowns" in row
    assert "set at five crowns" in row
    assert row.count("“…") == 2


@pytest.mark.usefixtures("qapp")
def test_a_new_version_with_what_was_confirmed_is_one_step() -> None:
    here = desk()
    before = here.note
    dialog = opened(VersionDialog(here, "S1", newer()))
    changed(dialog).item(0).setCheckState(Qt.CheckState.Checked)
    press(dialog, "version_take")
    after = here.note
    assert after.sources[0].text == NEW
    assert [version.text for version in after.sources[0].earlier] == [OLD]
    assert [e.found for e in after.excerpts] == [Found.EXACT, Found.LOST, Found.MOVED]
    here.undo()
    assert here.note == before


@pytest.mark.usefixtures("qapp")
def test_what_vanished_cannot_be_confirmed_and_what_is_not_ticked_waits() -> None:
    here = desk()
    dialog = opened(VersionDialog(here, "S1", newer()))
    assert not changed(dialog).item(1).flags() & Qt.ItemFlag.ItemIsUserCheckable
    press(dialog, "version_take")
    assert [e.id for e in unconfirmed(here.note)] == ["x1", "x2"]


@pytest.mark.usefixtures("qapp")
def test_earlier_versions_are_compared_and_excerpts_confirmed_later() -> None:
    here = desk()
    press(opened(VersionDialog(here, "S1", newer())), "version_take")
    dialog = opened(VersionsDialog(here, "S1"))
    text = part(dialog, QTextEdit, "comparison_text").toPlainText()
    assert "A second ramp was asked for." in text
    assert "Two members abstain." in text
    assert not part(dialog, QPushButton, "versions_confirm").isEnabled()
    changed(dialog).item(0).setCheckState(Qt.CheckState.Checked)
    press(dialog, "versions_confirm")
    assert [e.id for e in unconfirmed(here.note)] == ["x2"]
    assert changed(dialog).count() == 1
    assert here.undo_label == "Confirm excerpt"


@pytest.mark.usefixtures("qapp")
def test_the_way_goes_from_change_to_change_and_round() -> None:
    here = Desk(note("S1: The fare is three crowns.\n  : Nothing else is new.\n  : The ramp is closed."))
    new = source("The fare is four crowns.\nNothing else is new.\nThe ramp is closed.\nA vote is set.")
    dialog = opened(VersionDialog(here, "S1", new))
    text = part(dialog, QTextEdit, "comparison_text")
    signs = []
    for name in ("comparison_next", "comparison_next", "comparison_next", "comparison_last", "comparison_last"):
        press(dialog, name)
        signs.append(text.textCursor().block().text())
    assert signs == ["±", "+", "±", "+", "±"]


@pytest.mark.usefixtures("qapp")
def test_the_same_text_says_so_and_cannot_be_taken() -> None:
    dialog = VersionDialog(desk(), "S1", source(OLD))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    KEPT.append(dialog)
    text = part(dialog, QTextEdit, "comparison_text")
    until(lambda: "letter for letter" in text.toPlainText())
    assert not part(dialog, QPushButton, "version_take").isEnabled()

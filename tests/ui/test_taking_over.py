from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QListWidget,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.domain.edits import add_source
from briefing.domain.note import Note
from briefing.ui.window import Window
from tests.builders import source
from tests.waiting import until

ARTICLE = "The harbour tariff rose in March.\nPilots had warned of it for months.\nThe council votes in April."
TABLE = (
    "quote,tags,comment\n"
    "The harbour tariff rose,Economics,Check.\n"
    "Pilots had warned of it,strikes,\n"
    "Nobody ever wrote this sentence here,,\n"
    "The council votes,,\n"
)


def _shown(name: str) -> QWidget | None:
    return next((w for w in QApplication.allWidgets() if w.objectName() == name and w.isVisible()), None)


def _dialog() -> QDialog:
    until(lambda: _shown("take_over") is not None)
    dialog = _shown("take_over")
    assert isinstance(dialog, QDialog)
    return dialog


def _box(dialog: QDialog, name: str) -> QComboBox:
    box = dialog.findChild(QComboBox, name)
    assert box is not None
    return box


def _press(parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    until(button.isEnabled)
    button.click()


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "quotes.csv"
    path.write_text(TABLE, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    return path


@pytest.fixture
def note(window: Window) -> Note:
    desk = Desk(add_source(new_note(default_template()), source(ARTICLE)))
    window.open_desk(desk)
    return desk.note


@pytest.mark.usefixtures("export")
def test_labels_choose_sections_and_all_of_it_is_one_step(window: Window, note: Note) -> None:
    window.frame.perform("take_over")
    dialog = _dialog()
    assert _box(dialog, "take_over_label_0").currentData() == "economics"
    strikes = _box(dialog, "take_over_label_1")
    assert (strikes.accessibleName(), strikes.currentData()) == ("Section for “strikes”", "*")
    strikes.setCurrentIndex(strikes.findData("risks"))
    _press(dialog, "take_over_accept")
    desk = window.desk
    assert desk is not None
    assert [(e.quote, e.section) for e in desk.note.excerpts] == [
        ("The harbour tariff rose", "economics"),
        ("Pilots had warned of it", "risks"),
        ("The council votes", None),
    ]
    window.frame.perform("undo")
    assert desk.note == note


def _groups(dialog: QDialog) -> dict[str, list[str]]:
    """The rows of the preview under their heads."""
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    model = tree.model()
    heads = [model.index(row, 0) for row in range(model.rowCount())]
    return {h.data(): [model.index(at, 0, h).data() for at in range(model.rowCount(h))] for h in heads}


@pytest.mark.usefixtures("note")
def test_what_is_found_and_how_is_shown_before_anything_is_filed(window: Window, export: Path) -> None:
    export.write_text(TABLE.replace("Pilots had warned of it", "The pilots had warned about it"), "utf-8")
    window.frame.perform("take_over")
    dialog = _dialog()
    until(lambda: bool(_groups(dialog)))
    assert _groups(dialog) == {
        "To be filed (2)": ["The harbour tariff rose", "The council votes"],
        "To be filed; the article reads a little differently (1)": [
            "“The pilots had warned about it” now reads “Pilots had warned of it”"
        ],
        "Not found (1)": ["Nobody ever wrote this sentence here"],
    }
    assert window.desk is not None
    assert window.desk.note.excerpts == ()
    dialog.reject()


def test_what_was_taken_over_before_is_told_and_not_filed_twice(window: Window, note: Note, export: Path) -> None:
    assert note.sources
    assert "To be filed (3)" in _looked_at(window, export)
    _press(_dialog(), "take_over_accept")
    assert "In the note already (3)" in _looked_at(window, export)
    button = _dialog().findChild(QPushButton, "take_over_accept")
    assert button is not None
    assert not button.isEnabled()
    _dialog().reject()


def _looked_at(window: Window, export: Path) -> dict[str, list[str]]:
    window.taking_over.take(export)
    dialog = _dialog()
    until(lambda: bool(_groups(dialog)))
    return _groups(dialog)


@pytest.mark.usefixtures("note")
def test_a_label_without_a_section_leaves_the_say_to_another(window: Window, export: Path) -> None:
    export.write_text("quote,tags\nThe council votes,urgent;energy\n", "utf-8")
    window.frame.perform("take_over")
    _press(_dialog(), "take_over_accept")
    assert window.desk is not None
    assert [e.section for e in window.desk.note.excerpts] == ["energy"]


@pytest.mark.usefixtures("export", "note")
def test_what_stands_in_none_of_the_articles_can_be_listed(window: Window) -> None:
    window.frame.perform("take_over")
    _press(_dialog(), "take_over_accept")
    assert (
        "3 excerpts were taken over; 1 stands in none of the articles." in window.frame.notice.accessibleDescription()
    )
    _press(window.frame.notice, "notice_offer")
    listed = _shown("take_over_lost")
    assert listed is not None
    quotes = listed.findChild(QListWidget)
    assert quotes is not None
    assert [quotes.item(row).text() for row in range(quotes.count())] == ["“Nobody ever wrote this sentence here”"]
    listed.close()


@pytest.mark.usefixtures("note")
def test_a_file_that_is_no_export_is_refused_in_a_notice(window: Window, export: Path) -> None:
    export.write_text("nothing\n", "utf-8")
    window.frame.perform("take_over")
    until(lambda: "no column of quotes" in window.frame.notice.accessibleDescription())


@pytest.mark.usefixtures("export")
def test_a_note_without_articles_says_what_to_do_first(window: Window) -> None:
    window.open_desk(Desk(new_note(default_template())))
    window.frame.perform("take_over")
    until(lambda: "has no article yet" in window.frame.notice.accessibleDescription())

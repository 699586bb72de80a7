"""Recipes are made, changed and deleted in real dialogs, for the user and in the note."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QWidget,
)

from briefing.app.desk import Desk
from briefing.domain.options import Citing, Counting, Notes, Options, Page, Recipe
from briefing.io.places import config_folder
from briefing.io.recipes import cookbook, find_recipe, recipe_text
from briefing.io.scales import find_scale
from briefing.io.writers import SUFFIXES
from briefing.ui.export_dialog import ExportDialog
from briefing.ui.recipe_dialog import RecipeDialog
from briefing.ui.recipe_keeping import RecipeKeeping
from tests.notes import whole_note
from tests.ui.parts import part

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return Desk(whole_note())


@pytest.fixture
def chooser(desk: Desk) -> Iterator[ExportDialog]:
    dialog = ExportDialog(desk.note, cookbook(desk.note), "desk")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    RecipeKeeping(dialog, desk)
    dialog.open()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def press(chooser: ExportDialog, name: str) -> None:
    part(chooser, QPushButton, f"export_{name}").click()


def editor(chooser: ExportDialog) -> RecipeDialog:
    return next(dialog for dialog in chooser.findChildren(RecipeDialog) if dialog.isVisible())


def choose(dialog: RecipeDialog, name: str, data: str) -> None:
    combo = part(dialog, QComboBox, f"recipe_{name}")
    combo.setCurrentIndex(combo.findData(data))
    assert combo.currentData() == data


def save(dialog: RecipeDialog) -> None:
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.Save).click()


def titles(chooser: ExportDialog) -> list[str]:
    shown = part(chooser, QListWidget, "export_recipes")
    return [shown.item(row).text() for row in range(shown.count())]


def test_every_decision_is_read_back_as_it_is_shown() -> None:
    options = Options(
        Page.LETTER,
        Notes.END,
        Citing.AUTHOR_DATE,
        Counting.PARAGRAPHS,
        has_empty_sections=False,
        has_source_list=False,
        has_source_summary=True,
        has_annex=True,
        has_comments=True,
        has_anchors=False,
        scale=find_scale("phia"),
        ceiling="OFFICE ONLY",
        standards=("ua-1", "a-2b"),
    )
    recipe = Recipe("mine", "Mine", "For us", "pdf", options, "/somewhere/house.docx", is_edition=True)
    dialog = RecipeDialog(recipe, is_in_note=False)
    assert dialog.recipe() == recipe
    dialog.deleteLater()


def test_a_new_recipe_is_kept_in_the_users_folder_and_marked(chooser: ExportDialog, desk: Desk) -> None:
    press(chooser, "new")
    dialog = editor(chooser)
    part(dialog, QLineEdit, "recipe_title").setText("Für den Ausschuß")
    choose(dialog, "page", "letter")
    choose(dialog, "scale", "icd203")
    part(dialog, QCheckBox, "recipe_has_annex").setChecked(True)
    save(dialog)
    found = find_recipe("fur-den-ausschu")
    assert (found.title, found.options.page, found.options.has_annex) == ("Für den Ausschuß", Page.LETTER, True)
    assert found.options.scale == find_scale("icd203")
    assert chooser.recipe() == found
    assert not desk.is_dirty


def test_a_recipe_of_the_note_is_one_step_and_stands_first(chooser: ExportDialog, desk: Desk) -> None:
    press(chooser, "new")
    dialog = editor(chooser)
    part(dialog, QLineEdit, "recipe_title").setText("For the board")
    choose(dialog, "place", "note")
    save(dialog)
    assert titles(chooser)[0].startswith("For the board   .docx")
    assert find_recipe("for-the-board", desk.note).title == "For the board"
    assert desk.undo_label == "Keep recipe"
    desk.undo()
    assert desk.note.recipes == ()


def test_a_recipe_of_the_programs_is_changed_for_the_user_and_comes_back_when_that_is_deleted(
    chooser: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not part(chooser, QPushButton, "export_delete").isEnabled()
    press(chooser, "edit")
    dialog = editor(chooser)
    part(dialog, QLineEdit, "recipe_title").setText("For our desk")
    save(dialog)
    assert (config_folder("recipes") / "desk.toml").is_file()
    assert find_recipe("desk").title == "For our desk"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    press(chooser, "delete")
    assert find_recipe("desk").title == "For the desk"


def test_a_recipe_taken_out_of_the_note_can_be_brought_back(chooser: ExportDialog, desk: Desk) -> None:
    press(chooser, "new")
    dialog = editor(chooser)
    part(dialog, QLineEdit, "recipe_title").setText("Once")
    choose(dialog, "place", "note")
    save(dialog)
    (kept,) = desk.note.recipes
    assert kept.text == recipe_text(find_recipe("once", desk.note))
    press(chooser, "delete")
    assert titles(chooser)[0].startswith("Assessment")
    desk.undo()
    assert desk.note.recipes == (kept,)


def test_what_a_format_has_no_use_for_cannot_be_chosen(chooser: ExportDialog) -> None:
    press(chooser, "edit")
    dialog = editor(chooser)
    standards = part(dialog, QCheckBox, "recipe_accessible")
    assert not standards.isEnabled()
    choose(dialog, "format", "pdf")
    assert standards.isEnabled()
    assert not part(dialog, QLineEdit, "recipe_reference").isEnabled()
    choose(dialog, "format", "csv")
    assert not part(dialog, QComboBox, "recipe_page").isEnabled()
    dialog.close()


@pytest.mark.parametrize(
    ("name", "formats"),
    [
        ("notes", {"docx", "pdf"}),
        ("citing", {"docx", "pdf", "md", "html"}),
        ("has_source_list", {"docx", "pdf", "md", "html"}),
        ("has_comments", {"docx", "pdf", "md", "html", "jsonld", "qdpx", "csv"}),
        ("has_anchors", {"docx"}),
    ],
)
def test_only_what_changes_a_format_can_be_chosen_for_it(name: str, formats: set[str]) -> None:
    dialog = RecipeDialog(Recipe("mine", "Mine"), is_in_note=False)
    control = part(dialog, QWidget, f"recipe_{name}")
    offered = set()
    for suffix in SUFFIXES:
        choose(dialog, "format", suffix[1:])
        if control.isEnabled():
            offered.add(suffix[1:])
    assert offered == formats
    dialog.deleteLater()


def test_a_recipe_that_the_marking_forbids_says_so_before_anything_is_chosen(desk: Desk) -> None:
    dialog = ExportDialog(replace(desk.note, marking="TLP:RED"), cookbook(desk.note), "outside")
    go = part(dialog, QPushButton, "export_go")
    assert not go.isEnabled()
    told = part(dialog, QListWidget, "export_recipes").accessibleDescription()
    assert "marked TLP:RED and the recipe lets out TLP:GREEN at most" in told
    dialog.show_note(desk.note, cookbook(desk.note), "desk")
    assert go.isEnabled()
    dialog.deleteLater()


def test_the_dialog_of_a_recipe_is_no_larger_than_a_small_screen() -> None:
    dialog = RecipeDialog(cookbook().listed[0].recipe, is_in_note=False)
    least = dialog.minimumSizeHint()
    assert (least.width(), least.height()) <= (600, 300)
    dialog.show()
    fields = part(dialog, QWidget, "recipe_fields")
    assert fields.height() >= fields.sizeHint().height()
    dialog.close()

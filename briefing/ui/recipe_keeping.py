"""Recipes that are made, changed and deleted from the export dialog, for the user or in the note."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from briefing.app.desk import Desk
from briefing.domain.edits import drop_recipe, keep_recipe
from briefing.domain.errors import BriefingError
from briefing.domain.note import KeptRecipe
from briefing.domain.options import Recipe
from briefing.io.plain import sentence
from briefing.io.recipes import ListedRecipe, cookbook, delete_recipe, free_name, recipe_text, save_recipe
from briefing.ui.export_dialog import ExportDialog
from briefing.ui.recipe_dialog import RecipeDialog
from briefing.ui.words import told, tr


class RecipeKeeping(QObject):
    """Does what the buttons below the list of recipes ask for, and shows the list anew."""

    def __init__(self, dialog: ExportDialog, desk: Desk) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._desk = desk
        dialog.new_wanted.connect(self._make)
        dialog.edit_wanted.connect(self._edit)
        dialog.delete_wanted.connect(self._delete)

    def _make(self) -> None:
        self._open(Recipe("", ""), None)

    def _edit(self, listed: ListedRecipe) -> None:
        self._open(listed.recipe, listed)

    def _open(self, recipe: Recipe, listed: ListedRecipe | None) -> None:
        dialog = RecipeDialog(recipe, is_in_note=listed is not None and listed.is_in_note, parent=self._dialog)
        dialog.kept.connect(partial(self._keep, listed))
        dialog.open()

    def _keep(self, listed: ListedRecipe | None, recipe: Recipe, is_in_note: bool) -> None:  # noqa: FBT001  # a signal
        if not recipe.name:
            taken = {found.recipe.name for found in cookbook(self._desk.note).listed}
            recipe = replace(recipe, name=free_name(recipe.title, taken))
        try:
            if is_in_note:
                kept = KeptRecipe(recipe.name, recipe_text(recipe))
                self._desk.do(tr("Keep recipe"), lambda note: keep_recipe(note, kept))
            else:
                save_recipe(recipe)
                if listed is not None and listed.is_in_note:
                    self._desk.do(tr("Keep recipe"), lambda note: drop_recipe(note, recipe.name))
        except (BriefingError, OSError) as error:
            self._warn(error)
        self._show(recipe.name)

    def _delete(self, listed: ListedRecipe) -> None:
        name = listed.recipe.name
        try:
            if listed.is_in_note:
                self._desk.do(tr("Delete recipe"), lambda note: drop_recipe(note, name))
            elif listed.is_own and self._is_sure(listed.recipe.title):
                delete_recipe(name)
        except (BriefingError, OSError) as error:
            self._warn(error)
        self._show(name)

    def _is_sure(self, title: str) -> bool:
        """Whether a file may go: what the note keeps can be undone, a file cannot."""
        question = tr("Delete the recipe “{title}”? This cannot be undone.", title=title)
        asked = QMessageBox.question(self._dialog, tr("Delete recipe"), question)
        return asked == QMessageBox.StandardButton.Yes

    def _warn(self, error: Exception) -> None:
        words = sentence(error) if isinstance(error, OSError) else str(error)
        QMessageBox.warning(self._dialog, tr("Recipes"), told(words))

    def _show(self, name: str) -> None:
        self._dialog.show_note(self._desk.note, cookbook(self._desk.note), name)

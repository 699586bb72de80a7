"""Recipes are files that people write: read whole, complained of by line, saved as they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.domain.edits import keep_recipe
from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.note import KeptRecipe, Note
from briefing.domain.options import Citing, Counting, Notes, Options, Page, Recipe
from briefing.io.recipes import cookbook, find_recipe, free_name, read_recipe, recipe_text
from briefing.io.scales import find_scale
from briefing.io.store import load, save


def _file(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("format = 'docx", r"line 1: "),
        ("title = 'x'\nformat = 'doc'", r"line 2: “format” is one of: docx, "),
        ("\n\ncolour = 'red'", r"line 3: “colour” is not known here"),
        ("annex = 'yes'", r"line 1: “annex” is true or false"),
        ("scale = 'none'", r"line 1: There is no scale “none”"),
        ("pdf = ['x']", r"line 1: “pdf” is a list of any of: ua-1, a-2b"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=complaint):
        read_recipe(_file(tmp_path, text))


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    options = Options(Page.LETTER, Notes.END, Citing.SHORT, Counting.PARAGRAPHS, has_annex=True, has_anchors=False)
    options = replace(options, scale=find_scale("icd203"), ceiling="TLP:GREEN", standards=("ua-1",))
    recipe = Recipe("mine", 'A "title"', "", "md", options, str(tmp_path / "house.docx"))
    assert read_recipe(_file(tmp_path, recipe_text(recipe))) == recipe


def test_a_missing_recipe_is_wrong_use_and_the_others_are_named() -> None:
    with pytest.raises(WrongUse, match="There is no recipe “nothing”; there are: assessment, desk"):
        find_recipe("nothing")


def test_the_scales_of_two_offices_are_there() -> None:
    assert find_scale("icd203").bands[4].terms == ("likely", "probable")
    assert "realistic possibility" in find_scale("phia").terms


def test_a_note_keeps_its_recipes_in_its_file_and_they_stand_before_others(tmp_path: Path) -> None:
    note = Note("n")
    for name, title in (("desk", "For this desk"), ("broken", 'colour = "red')):
        text = f'title = "{title}"' if name == "desk" else title
        note = keep_recipe(note, KeptRecipe(name, text))
    save(note, tmp_path / "n.brief")
    read = load(tmp_path / "n.brief").note
    assert read == note
    found = cookbook(read)
    first = found.listed[0]
    assert (first.recipe.title, first.is_in_note) == ("For this desk", True)
    assert find_recipe("desk", read).title == "For this desk"
    assert find_recipe("desk").title == "For the desk"
    (mistake,) = found.broken
    assert "broken.toml" in mistake


def test_a_name_is_made_of_the_title_and_is_free() -> None:
    assert free_name("Für den Rat: 2. Fassung", ()) == "fur-den-rat-2-fassung"
    assert free_name("Für den Rat", {"fur-den-rat"}) == "fur-den-rat-2"
    assert free_name("日本", {"recipe"}) == "recipe-2"

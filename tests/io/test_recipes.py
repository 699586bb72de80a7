"""Recipes are files that people write: read whole, complained of by line, saved as they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.domain.errors import BriefingError, WrongUse
from briefing.domain.options import Citing, Counting, Notes, Options, Page, Recipe
from briefing.io.recipes import find_recipe, read_recipe, recipe_text
from briefing.io.scales import find_scale


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

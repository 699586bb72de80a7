from pathlib import Path

import pytest

from briefing.domain.errors import BriefingError, WrongUse
from briefing.io.places import config_folder
from briefing.io.templates import find_template, read_template, shelf

GOOD = '[[section]]\nkey = "one"\ntitle = "One"\n'


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = config_folder("templates")
    folder.mkdir(parents=True)
    return folder


def test_three_templates_come_with_the_program_and_every_section_has_guidance() -> None:
    found = shelf()
    assert found.broken == ()
    assert [listed.template.name for listed in found.listed] == ["default", "assessment", "ministerial"]
    assert all(slot.guidance for listed in found.listed for slot in listed.template.slots)


def test_the_default_has_the_six_sections_in_order() -> None:
    keys = [slot.key for slot in find_template("default").slots]
    assert keys == ["agenda", "security", "economics", "defense", "energy", "risks"]


def test_an_own_template_is_found_and_stands_before_one_that_comes_with_the_program(own_folder: Path) -> None:
    (own_folder / "mine.toml").write_text('name = "default"\n' + GOOD)
    assert [slot.key for slot in find_template("default").slots] == ["one"]


def test_a_template_is_named_like_its_file_unless_it_says_otherwise(own_folder: Path) -> None:
    (own_folder / "weekly.toml").write_text(GOOD)
    assert find_template("weekly").title == "weekly"


def test_a_template_can_be_given_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(GOOD)
    assert find_template(str(path)).name == "x"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(WrongUse, match="“weekly”; there are: default, assessment, ministerial"):
        find_template("weekly")


def test_a_broken_template_hides_no_other(own_folder: Path) -> None:
    (own_folder / "bad.toml").write_text("=")
    (own_folder / "good.toml").write_text(GOOD)
    found = shelf()
    assert "good" in [listed.template.name for listed in found.listed]
    assert len(found.broken) == 1
    assert "bad.toml, line 1" in found.broken[0]


def test_two_own_templates_of_one_name_are_told(own_folder: Path) -> None:
    (own_folder / "a.toml").write_text('name = "mine"\n' + GOOD)
    (own_folder / "b.toml").write_text('name = "mine"\n' + GOOD)
    assert "the name “mine” is taken by" in shelf().broken[0]


@pytest.mark.parametrize(
    ("text", "line", "mistake"),
    [
        ("", 1, "has no sections"),
        ('title = "x"\n', 1, "has no sections"),
        ('title = "x"\nsection = 3\n', 2, "written as"),
        ('colour = "red"\n' + GOOD, 1, "“colour” is not known here"),
        ('[[section]]\nkey = "one"\n\n[[section]]\nkey = "two"\nhint = "x"\n', 6, "“hint” is not known here"),
        ('[[section]]\nkey = "one"\n\n[[section]]\nkey = "one"\n', 5, "used twice"),
        ('[[section]]\ntitle = "One"\n', 1, "has no key"),
        ('[[section]]\nkey = "One two"\n', 2, "is no name"),
        ("title = 7\n" + GOOD, 1, "must be text"),
        ('[[section]]\nkey = "one"\nguidance = ["a"]\n', 3, "must be text"),
        ('title = "x\n', 1, "illegal character"),
        ('[[section]]\nkey = "one"\nkey = "two"\n', 3, "cannot overwrite"),
        (GOOD + "x = ", 4, "invalid value"),
        ('name = "A B"\n' + GOOD, 1, "is no name"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, mistake: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(text)
    with pytest.raises(BriefingError) as caught:
        read_template(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert mistake in str(caught.value)


def test_a_file_that_is_not_text_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(b'title = "x"\n\xff\xfe')
    with pytest.raises(BriefingError, match="line 2: the file is not UTF-8"):
        read_template(path)

import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.io.places import config_folder


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = config_folder("templates")
    folder.mkdir(parents=True)
    return folder


def test_templates_lists_names_and_sections(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates"]) == 0
    words = capsys.readouterr().out
    assert words.startswith("default ")
    assert "agenda, security, economics, defense, energy, risks" in words


def test_templates_json_has_every_section_with_its_guidance(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [t["name"] for t in told["templates"]] == ["default", "assessment", "ministerial"]
    assert all(s["guidance"] for t in told["templates"] for s in t["sections"])


def test_a_broken_template_is_told_on_standard_error(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_folder / "bad.toml").write_text('title = "x"\n')
    assert main(["templates"]) == 1
    told = capsys.readouterr()
    assert "default" in told.out
    assert "bad.toml, line 1: the template has no sections" in told.err

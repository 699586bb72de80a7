import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.cli import main

ARTICLE = (
    "Ministers Sign the Pact\n\n"
    "The energy pact was signed in Oslo on Monday, the ministry’s spokesman said.\n\n"
    "“Nobody expects it to hold,” a diplomat said.\n"
)

Run = Callable[..., str]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pact.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that must succeed, and give what it writes."""

    def run_command(*arguments: str | Path) -> str:
        status = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert (status, told.err) == (0, "")
        return told.out

    return run_command


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that must fail with a status and one sentence, and give the sentence."""

    def run_command(status: int, *arguments: str | Path) -> str:
        assert main([str(argument) for argument in arguments]) == status
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith("briefing: ")
        assert told.err.count("\n") == 1
        return told.err.removeprefix("briefing: ").rstrip("\n")

    return run_command


@pytest.fixture
def shown(run: Run) -> Callable[[Path], dict[str, Any]]:
    """What `show --json` says of a note."""

    def show(path: Path) -> dict[str, Any]:
        plain: dict[str, Any] = json.loads(run("show", path, "--json"))
        return plain

    return show


@pytest.fixture
def pact(tmp_path: Path, article: Path, run: Run) -> Path:
    """A note on the article, made by the command line."""
    path = tmp_path / "pact.brief"
    run("new", article, "-o", path)
    return path

import pytest

from briefing import __main__ as program
from briefing import __version__
from briefing.cli import COMMANDS, main


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    words = capsys.readouterr().out
    assert all(f"\n  {name}" in words for name in COMMANDS)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"briefing {__version__}\n"


def test_an_unknown_command_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["polish"]) == 2
    assert capsys.readouterr().err == "briefing: There is no command “polish”; try “briefing --help”.\n"


def test_a_word_that_is_neither_command_nor_file_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["no-such-thing"]) == 2
    assert "neither a command nor a file" in capsys.readouterr().err

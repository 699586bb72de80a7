from pathlib import Path
from types import TracebackType

import pytest

from briefing.app.reports import KEPT, write_report


def failure() -> tuple[type[BaseException], TracebackType | None]:
    with pytest.raises(ValueError, match="words of an article") as caught:
        int("words of an article")
    return caught.type, caught.tb


def test_a_report_says_where_but_quotes_nothing(tmp_path: Path) -> None:
    words = write_report(*failure(), tmp_path).read_text("utf-8")
    assert "builtins.ValueError" in words
    assert "test_reports.py" in words
    assert "words of an article" not in words
    assert str(Path.home()) not in words


def test_only_the_latest_reports_are_kept(tmp_path: Path) -> None:
    written = [write_report(*failure(), tmp_path) for _ in range(KEPT + 3)]
    assert sorted(tmp_path.glob("*.txt")) == written[-KEPT:]

import json
from pathlib import Path

import pytest

from briefing.cli import main
from tests.noisy import BLOG


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    path = tmp_path / "blog.txt"
    path.write_text(BLOG, "utf-8")
    return path


def test_an_article_is_shown_as_it_would_be_read(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", str(blog)]) == 0
    words = capsys.readouterr().out
    assert words.startswith("Title:     What the ferry teaches about patience\nPublished: 2025-03-07\n")
    assert "   1  I have taken the winter ferry" in words
    assert "Leave a comment" not in words


def test_json_holds_the_text_and_positions_into_it(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", "--json", str(blog)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) >= {"title", "authors", "outlet", "published", "updated", "language", "address", "media_type"}
    assert told["media_type"] == "text/plain"
    heading = next(p for p in told["passages"] if p["kind"] == "heading")
    assert told["text"][heading["start"] : heading["end"]] == told["title"]
    assert heading["page"] is None


def test_a_missing_article_is_one_sentence_and_status_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", str(tmp_path / "none.txt")]) == 1
    assert capsys.readouterr().err.count("\n") == 1

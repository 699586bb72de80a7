import json
from email.message import EmailMessage
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


def test_text_that_was_decoded_wrongly_is_repaired_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "spoiled.txt"
    path.write_text(
        "The “café” by the harbour isn’t open.".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d"), "utf-8"
    )
    assert main(["source", str(path)]) == 0
    assert "--repair puts it right" in capsys.readouterr().out
    assert main(["source", "--repair", "--json", str(path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["text"].startswith("The “caf")
    assert not told["broken"]


def test_what_is_attached_to_a_mail_is_named_and_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@harbour.example", "b@mill.example", "Two papers"
    message.set_content("Please find the memorandum attached.")
    message.add_attachment(BLOG.encode(), maintype="text", subtype="plain", filename="blog.txt")
    path = tmp_path / "mail.eml"
    path.write_bytes(message.as_bytes())
    assert main(["source", "--json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["attachments"] == ["blog.txt"]
    assert main(["source", "--attachment", "blog.txt", str(path)]) == 0
    assert "What the ferry teaches about patience" in capsys.readouterr().out
    assert main(["source", "--attachment", "blog.txt", "--encoding", "utf-16", str(path)]) == 0
    assert "ferry" not in capsys.readouterr().out
    assert main(["source", "--attachment", "gone.txt", str(path)]) == 1
    assert "“blog.txt”" in capsys.readouterr().err
    path.write_bytes(message.as_bytes().replace(b"Please find the memorandum attached.", b" "))
    assert main(["source", "--attachment", "blog.txt", str(path)]) == 0
    assert "What the ferry teaches about patience" in capsys.readouterr().out
    assert main(["source", str(path)]) == 1
    assert "“blog.txt”" in capsys.readouterr().err

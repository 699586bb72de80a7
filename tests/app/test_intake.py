import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from briefing.app.intake import read_article, read_file, read_paste
from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind
from tests.noisy import BLOG

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seeds" / "summit-article.txt"
NOON = datetime(2025, 3, 7, 12, 0, 0, 5, tzinfo=UTC)


def noon() -> datetime:
    return NOON


def test_a_file_is_read_with_its_original_hash_name_and_time(tmp_path: Path) -> None:
    path = tmp_path / "blog.txt"
    path.write_text(BLOG, "utf-8")
    source = read_file(path, noon)
    record = source.record
    assert source.original == path.read_bytes()
    assert record.sha256 == sha256(source.original).hexdigest()
    assert (record.file_name, record.media_type) == ("blog.txt", "text/plain")
    assert record.retrieved == "2025-03-07T12:00:00Z"
    assert record.title == "What the ferry teaches about patience"


def test_a_file_without_a_title_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "minutes of march.txt"
    path.write_text("They met, and they agreed on nothing at all before the clock struck twelve.", "utf-8")
    assert read_file(path, noon).record.title == "minutes of march"


def test_pasted_text_is_read_like_a_file() -> None:
    source = read_paste(BLOG.replace("\n", "\r\n"), clock=noon)
    assert source.record.title == "What the ferry teaches about patience"
    assert source.record.retrieved == "2025-03-07T12:00:00Z"
    assert "\r" not in source.text
    assert source.original == BLOG.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t \n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "picture"),
        (b"...\n\n---\n", "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(BriefingError, match=words) as refusal:
        read_file(path)
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="is not there"):
        read_file(tmp_path / "nowhere.txt")
    with pytest.raises(BriefingError, match="is a folder"):
        read_file(tmp_path)


@pytest.mark.parametrize("address", ["ftp://harbour.example/ferry", "file:///etc/hostname", "://"])
def test_an_address_of_another_kind_than_the_web_is_refused_and_taken_for_no_file(address: str) -> None:
    with pytest.raises(BriefingError, match="begin with http or https"):
        read_article(address)


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BriefingError, match="not an ordinary file"):
        read_file(tmp_path / "pipe")


def test_more_than_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(BriefingError, match="larger than 50 MB"):
        read_file(path)


def test_more_than_twenty_million_characters_are_refused() -> None:
    with pytest.raises(BriefingError, match="20 million characters"):
        read_paste("word " * 4_000_001)


def test_a_text_of_one_endless_line_is_one_paragraph() -> None:
    source = read_paste("word " * 200_000)
    assert [p.kind for p in source.passages] == [Kind.PARAGRAPH]


def test_an_empty_clipboard_says_so() -> None:
    with pytest.raises(BriefingError, match="clipboard"):
        read_paste(" \n ")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article stands outside the project")
def test_the_seed_article_is_cleaned_and_its_paragraphs_are_untouched() -> None:
    raw = SEED.read_text("utf-8")
    source = read_file(SEED)
    lines = [line for line in raw.split("\n") if line.strip()]
    said = [source.text[p.start : p.end] for p in source.passages]
    assert said == lines
    record = source.record
    assert record.title == lines[0]
    assert (record.published, record.updated) == ("2025-11-17T14:35", "2025-11-17T14:35")
    noise = [text for text, p in zip(said, source.passages, strict=True) if p.kind is Kind.NOISE]
    captions = [line for line in lines if line == lines[2]]
    assert len(captions) == 3
    also = [line for line in lines if line.startswith("Also read")]
    assert sorted(noise) == sorted([lines[1], *captions, *also, *lines[-2:]])
    headings = [text for text, p in zip(said, source.passages, strict=True) if p.kind is Kind.HEADING]
    unstopped = [line for line in lines if line[-1] not in ":." or line.endswith("U.S.")]
    assert headings == [line for line in unstopped if len(line) < 110 and line not in noise and line[0] != "“"]


def test_what_was_pasted_keeps_the_address_of_the_page_it_was_copied_from() -> None:
    address = "https://harbour.example/ferry"
    source = read_paste("", "<p>The ferry sails at noon.</p>", address=address)
    assert source.record.address == address

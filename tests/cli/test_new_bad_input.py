import os
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty; there is nothing to read"),
        (b" \n\t\n", "is empty; there is nothing to read"),
        (os.urandom(4096) + bytes(64), "looks like a binary file"),
        (b"\x7fELF\2\1\1" + bytes(400), "looks like a binary file"),
        (b"....\n----\n", "no text that could be read"),
    ],
)
def test_what_holds_no_article_makes_no_note(
    content: bytes, sentence: str, tmp_path: Path, refused: Callable[..., str]
) -> None:
    article, note = tmp_path / "bad.txt", tmp_path / "bad.brief"
    article.write_bytes(content)
    assert sentence in refused(1, "new", article, "-o", note)
    assert not note.exists()


def test_more_than_fifty_megabytes_are_refused_unread(tmp_path: Path, refused: Callable[..., str]) -> None:
    article = tmp_path / "large.txt"
    with article.open("wb") as file:
        file.truncate(50_000_001)
    assert "is larger than 50 MB" in refused(1, "new", article, "-o", tmp_path / "large.brief")


def test_an_endless_line_is_an_article_of_one_paragraph(tmp_path: Path, run: Callable[..., str]) -> None:
    article, note = tmp_path / "line.txt", tmp_path / "line.brief"
    article.write_text("word " * 100_000)
    run("new", article, "-o", note)
    run("file", note, "--section", "energy", "--quote", "word word")


def test_an_old_encoding_is_found_out_and_an_unknown_one_is_refused(
    tmp_path: Path, run: Callable[..., str], refused: Callable[..., str]
) -> None:
    article = tmp_path / "latin.txt"
    article.write_bytes("Ein Präsident spricht über Öl und über Gas.".encode("latin-1"))
    assert "Präsident spricht über Öl" in run("source", article)
    assert "klingon" in refused(2, "source", article, "--encoding", "klingon")


def test_a_folder_is_no_article(tmp_path: Path, refused: Callable[..., str]) -> None:
    assert "is a folder" in refused(1, "new", tmp_path, "-o", tmp_path / "x.brief")

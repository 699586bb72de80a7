from collections.abc import Callable
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "articles"


def test_a_note_is_made_on_an_article(pact: Path, shown: Callable[[Path], dict[str, Any]]) -> None:
    told = shown(pact)
    assert told["title"] == "Ministers Sign the Pact"
    assert [section["key"] for section in told["sections"]][:2] == ["agenda", "security"]
    assert [(s["id"], s["title"]) for s in told["sources"]] == [("S1", "Ministers Sign the Pact")]


def test_template_and_title_can_be_chosen(
    tmp_path: Path, run: Callable[..., str], shown: Callable[[Path], dict[str, Any]]
) -> None:
    path = tmp_path / "m.brief"
    run("new", "-o", path, "--template", "ministerial", "--title", "Ask")
    told = shown(path)
    assert (told["title"], told["template"], told["sections"][0]["key"]) == ("Ask", "ministerial", "issue")


def test_a_file_that_is_there_is_not_replaced(pact: Path, article: Path, refused: Callable[..., str]) -> None:
    before = pact.read_bytes()
    assert "is there already; choose another name" in refused(1, "new", article, "-o", pact)
    assert pact.read_bytes() == before


def test_nothing_is_made_when_one_article_cannot_be_read(
    tmp_path: Path, article: Path, refused: Callable[..., str]
) -> None:
    path = tmp_path / "two.brief"
    assert "is not there" in refused(1, "new", article, tmp_path / "gone.txt", "-o", path)
    assert not path.exists()


def test_the_same_article_twice_is_recognised(tmp_path: Path, article: Path, refused: Callable[..., str]) -> None:
    assert "is the same article as" in refused(1, "new", article, article, "-o", tmp_path / "two.brief")


def test_an_unknown_template_is_wrong_use(tmp_path: Path, refused: Callable[..., str]) -> None:
    sentence = refused(2, "new", "-o", tmp_path / "x.brief", "--template", "weekly")
    assert "no template “weekly”; there are: default" in sentence


def test_a_template_without_sections_is_named_with_its_line(tmp_path: Path, refused: Callable[..., str]) -> None:
    template = tmp_path / "bare.toml"
    template.write_text('title = "Bare"\n')
    sentence = refused(1, "new", "-o", tmp_path / "x.brief", "--template", template)
    assert sentence == f"{template}, line 1: the template has no sections; add at least one [[section]]."


def test_how_an_article_is_read_can_be_said(
    tmp_path: Path, run: Callable[..., str], refused: Callable[..., str], shown: Callable[[Path], dict[str, Any]]
) -> None:
    book = SAMPLES / "pandoc.epub"
    path = tmp_path / "chapter.brief"
    run("new", book, "--chapter", "2", "-o", path)
    run("new", book, "-o", tmp_path / "whole.brief")
    assert shown(path)["sources"][0]["characters"] < shown(tmp_path / "whole.brief")["sources"][0]["characters"]
    for number in ("0", "-1", "99"):
        assert "choose one of them" in refused(2, "new", book, "--chapter", number, "-o", tmp_path / "no.brief")
    text = tmp_path / "dos.txt"
    text.write_bytes("Die Fähre fährt über den Hafen.".encode("cp850"))
    run("new", text, "--encoding", "cp850", "-o", tmp_path / "dos.brief")
    assert shown(tmp_path / "dos.brief")["sources"][0]["title"] == "dos"
    run("add", path, text, "--encoding", "cp850")
    assert "no encoding called" in refused(2, "new", text, "--encoding", "klingon", "-o", tmp_path / "no.brief")
    assert "one article only" in refused(2, "new", text, book, "--encoding", "cp850", "-o", tmp_path / "no.brief")
    assert not (tmp_path / "no.brief").exists()

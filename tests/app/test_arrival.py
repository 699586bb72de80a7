from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing.app.arrival import Manner, arrive, enclosed_in, read_again
from briefing.app.intake import read_file, read_paste
from briefing.domain import edits
from briefing.domain.likeness import By
from briefing.domain.source import Source
from briefing.domain.versions import new_version
from tests.builders import note
from tests.noisy import BLOG

BOOK = Path(__file__).resolve().parents[1] / "samples" / "articles" / "pandoc.epub"
CYRILLIC = "Паром ходит зимой.\n\nГорода договорились о цене билета, и совет проголосует в марте.\n"
FRENCH = "L’été dernier, le maire a déclaré qu’il était prêt.\n\nÀ Noël, la traversée sera gratuite – enfin.\n"


def saved(folder: Path, name: str, data: bytes) -> Source:
    path = folder / name
    path.write_bytes(data)
    return read_file(path)


def test_an_encoding_that_was_guessed_is_told_and_one_that_is_certain_is_not(tmp_path: Path) -> None:
    assert arrive(saved(tmp_path, "a.txt", CYRILLIC.encode("cp1251"))).guessed == "cp1251"
    assert arrive(saved(tmp_path, "b.txt", CYRILLIC.encode())).guessed == ""
    assert arrive(saved(tmp_path, "c.txt", CYRILLIC.encode("utf-16"))).guessed == ""
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{CYRILLIC}</p></body></html>'
    assert arrive(saved(tmp_path, "d.html", page.encode("cp1251"))).guessed == ""


def test_an_article_is_read_again_in_another_encoding_and_keeps_what_was_received(tmp_path: Path) -> None:
    source = saved(tmp_path, "a.txt", CYRILLIC.encode("cp1251"))
    wrong = read_again(source, Manner(encoding="cp1252"))
    assert "Паром" not in wrong.text
    right = read_again(source, Manner(encoding="windows-1251"))
    assert right.text == source.text
    assert (right.original, right.record.sha256, right.record.retrieved) == (
        source.original,
        source.record.sha256,
        source.record.retrieved,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_mojibake_of_a_file_is_offered_and_put_right_only_when_that_is_chosen(tmp_path: Path, encoding: str) -> None:
    wrong = FRENCH.replace("À", "Ç").encode().decode(encoding)
    source = saved(tmp_path, "a.txt", wrong.encode())
    assert arrive(source).wrong[0][1] == "L’été"
    assert "été" not in source.text
    right = read_again(source, Manner(is_mended=True))
    assert right.text == FRENCH.replace("À", "Ç")
    assert right.original == source.original
    assert right.record.sha256 == source.record.sha256


def test_mojibake_that_was_pasted_is_put_right_too() -> None:
    source = read_paste(FRENCH.encode().decode("latin-1").replace("À".encode().decode("latin-1"), "À"))
    assert arrive(source).wrong
    assert "été dernier" in read_again(source, Manner(is_mended=True)).text


def test_an_article_that_is_right_is_asked_nothing() -> None:
    arrival = arrive(read_paste(BLOG))
    assert (arrival.likeness, arrival.guessed, arrival.wrong, arrival.chapters, arrival.enclosed) == (
        None,
        "",
        (),
        (),
        (),
    )


def test_a_chapter_of_a_book_is_read_alone() -> None:
    source = read_file(BOOK)
    arrival = arrive(source)
    assert len(arrival.chapters) > 1
    alone = read_again(source, Manner(chapters=(1,)))
    assert 0 < len(alone.text) < len(source.text)
    assert alone.original == source.original


def test_attachments_that_can_be_read_are_told_and_pictures_are_not() -> None:
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "The ferry", "a@harbour.example"
    inner.set_content("The ferry sails in winter.")
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Two papers", "b@harbour.example", "c@desk.example"
    mail.set_content("Please look at the papers that I send with this mail.")
    mail.add_attachment(BLOG.encode(), "text", "plain", filename="blog.txt")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0", "image", "png", filename="logo.png")
    mail.add_attachment(inner)
    assert [one.name for one in enclosed_in(mail.as_bytes(), "m.eml")] == ["blog.txt", "The ferry.eml"]


def test_a_mail_that_only_forwards_another_does_not_offer_it_twice(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["Subject"], inner["From"], inner["To"] = "The ferry", "a@harbour.example", "b@harbour.example"
    inner.set_content("The ferry sails in winter, whatever the weather brings.")
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Fwd: The ferry", "b@harbour.example", "c@desk.example"
    mail.set_content("")
    mail.add_attachment(inner)
    source = saved(tmp_path, "m.eml", mail.as_bytes())
    assert "whatever the weather" in source.text
    assert arrive(source).enclosed == ()


def test_an_article_of_the_note_is_recognised_even_by_a_version_that_was_replaced() -> None:
    first = read_paste(BLOG)
    opened = edits.add_source(note("# energy"), first)
    opened = new_version(opened, "S1", read_paste(BLOG.replace("ferry", "boat")))
    likeness = arrive(read_paste(BLOG), opened.sources).likeness
    assert likeness is not None
    assert (likeness.source.id, likeness.by) == ("S1", By.FILE)

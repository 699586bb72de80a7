from email.message import EmailMessage

import pytest

from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind, Source
from briefing.io.readers import read
from briefing.io.readers.mail import attachments
from tests.pages import NEWS

BODY = """The two harbour towns agreed on Friday to keep a shared ferry running
through the winter, ending a quarrel that had lasted since autumn.

It is cheaper than a bridge, the mayor said, and quicker than any of
the roads that lead around the bay.

--\x20
Ada Stone
Harbour Desk
"""


def mail(body: str = BODY, subject: str = "Fwd: Harbour towns agree on winter ferry") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Stone <ada@harbour.example>"
    message["To"] = "desk@briefing.example"
    message["Subject"] = subject
    message["Date"] = "Fri, 07 Mar 2025 18:05:00 +0100"
    message["Message-ID"] = "<1@harbour.example>"
    message.set_content(body)
    return message


def said(source: Source, kind: Kind) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages if p.kind is kind]


def test_a_mail_tells_who_wrote_what_and_when() -> None:
    source = read(mail().as_bytes(), "mail.eml")
    record = source.record
    assert record.title == "Harbour towns agree on winter ferry"
    assert record.authors == ("Ada Stone",)
    assert record.published == "2025-03-07T18:05:00+01:00"
    assert record.media_type == "message/rfc822"
    assert len(said(source, Kind.PARAGRAPH)) == 2
    assert said(source, Kind.NOISE)[-1] == "Harbour Desk"


def test_an_html_mail_is_read_by_its_html() -> None:
    message = mail("See the page.")
    message.add_alternative(
        "<html><body><h1>The ferry</h1><p>It sails at noon.</p><p>Unsubscribe</p></body></html>", subtype="html"
    )
    source = read(message.as_bytes(), "mail.eml")
    assert said(source, Kind.HEADING) == ["The ferry"]
    assert said(source, Kind.PARAGRAPH) == ["It sails at noon."]
    assert said(source, Kind.NOISE) == ["Unsubscribe"]


def test_a_forwarded_article_is_credited_to_its_author() -> None:
    head = (
        "For your information.\n\n---------- Forwarded message ---------\nFrom: Ben Field <ben@mill.example>\n"
        "Date: Thu, Mar 6, 2025 at 9:00 AM\nSubject: Paper mill may move\nTo: Ada Stone <ada@harbour.example>\n\n"
    )
    source = read(mail(head + BODY).as_bytes(), "mail.eml")
    assert source.record.title == "Paper mill may move"
    assert source.record.authors == ("Ben Field",)
    assert source.record.published == "2025-03-06T09:00"
    assert any("Forwarded message" in words for words in said(source, Kind.NOISE))
    assert said(source, Kind.PARAGRAPH)[-2].startswith("The two harbour towns")


def test_attachments_are_offered_as_further_sources() -> None:
    message = mail()
    message.add_attachment(b"A memorandum.", maintype="text", subtype="plain", filename="memo.txt")
    message.add_attachment(mail(subject="Inner"))
    found = attachments(message.as_bytes())
    assert [name for name, _ in found] == ["memo.txt", "Inner.eml"]
    assert read(found[1][1], "Inner.eml").record.title == "Inner"


def test_a_mail_that_only_carries_another_is_read_as_that_one() -> None:
    outer = mail(" \n", "Fwd: see below")
    outer.add_attachment(mail(subject="The real article"))
    assert read(outer.as_bytes(), "mail.eml").record.title == "The real article"


def test_a_mail_without_text_names_its_attachments() -> None:
    message = mail(" \n")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="article.pdf")
    with pytest.raises(BriefingError, match="attachments"):
        read(message.as_bytes(), "mail.eml")


def test_a_missing_charset_is_found_out() -> None:
    raw = (
        b"From: a@b.example\r\nSubject: =?utf-8?q?F=C3=A4hre?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
    )
    source = read(
        raw + "Die Fähre fährt am Mittag über den großen Hafen, größer als je zuvor.".encode("cp1252"), "m.eml"
    )
    assert source.record.title == "Fähre"
    assert "größer als je zuvor" in source.text


def test_a_memorandum_with_a_colon_is_no_mail() -> None:
    assert (
        read(b"To: all\n\nThe ferry sails at noon, and it sails at dusk.\n", "memo.txt").record.media_type
        == "text/plain"
    )


def test_a_page_saved_by_a_browser_is_read_as_the_page() -> None:
    page = EmailMessage()
    page["From"] = "<Saved by Blink>"
    page["Snapshot-Content-Location"] = "https://www.harbourgazette.example/saved"
    page["Subject"] = "Harbour towns agree on winter ferry"
    page["Date"] = "Fri, 7 Mar 2025 18:05:00 -0000"
    page.set_content(NEWS, subtype="html", cte="quoted-printable")
    page.make_related()
    page.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<x>")
    source = read(page.as_bytes(), "page.mhtml")
    assert source.record.media_type == "multipart/related"
    assert source.record.published == "2025-03-07T09:15:00+01:00"
    assert said(source, Kind.HEADING) == ["Costs shared by weight"]


def test_a_mail_that_is_encrypted_says_so() -> None:
    head = b"From: a@b.example\nTo: b@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: "
    sealed = b"-----BEGIN PGP MESSAGE-----\n\nhQEMA5\n-----END PGP MESSAGE-----\n"
    parts = b"multipart/encrypted; boundary=s\n\n--s\nContent-Type: application/octet-stream\n\n" + sealed + b"--s--\n"
    for data in (b"application/pkcs7-mime; name=smime.p7m\n\nMIIB", b"text/plain\n\n" + sealed, parts):
        with pytest.raises(BriefingError, match="encrypted"):
            read(head + data, "mail.eml")


def test_lines_that_flow_are_joined_and_the_signature_is_told() -> None:
    raw = b"From: a@b.example\nTo: b@b.example\nContent-Type: text/plain; format=flowed\n\n"
    source = read(raw + b"The ferry sails at noon \nand at dusk.\n\nIt carries \npaper.\n\n-- \nAda\n", "m.eml")
    assert said(source, Kind.PARAGRAPH) == ["The ferry sails at noon and at dusk.", "It carries paper."]
    assert said(source, Kind.NOISE) == ["--", "Ada"]


def test_blank_lines_or_a_byte_order_mark_before_a_mail_do_not_hide_it() -> None:
    for before in (b"\r\n\r\n", b"\xef\xbb\xbf"):
        assert read(before + mail().as_bytes(), "mail.eml").record.authors == ("Ada Stone",)


def test_a_mail_that_calls_itself_ascii_and_is_not_is_read_as_what_it_is() -> None:
    raw = b"From: a@b.example\nTo: b@b.example\nContent-Type: text/plain; charset=us-ascii\n\n"
    words = "Die Fähre fährt über den Hafen."
    assert read(raw + words.encode(), "m.eml").text == words
    assert read(raw + words.encode("cp1252"), "m.eml").text == words


HEAD = "From: a@b.example\nTo: b@b.example\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: "


def test_quoted_lines_that_flow_are_joined_within_their_quotation() -> None:
    text = "> the ferry sails \n> at noon\n>> and at \n>> dusk\n> as told \n\nBoth agree."
    source = read(f"{HEAD}text/plain; format=flowed\n\n{text}".encode(), "m.eml")
    assert source.text.splitlines() == ["> the ferry sails at noon", ">> and at dusk", "> as told", "", "Both agree."]


def test_where_the_formatted_text_says_nothing_the_plain_one_is_read() -> None:
    parts = (
        "--b\nContent-Type: text/plain\n\nThe ferry sails.\n--b\n"
        "Content-Type: text/html\n\n<html><head><title>x</title></head><body>&nbsp;</body></html>\n--b--"
    )
    source = read(f"{HEAD}multipart/alternative; boundary=b\n\n{parts}".encode(), "m.eml")
    assert source.text == "The ferry sails."


def test_the_armour_around_signed_text_is_no_part_of_it() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe ferry sails.\n- -- no list\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
    )
    assert read(f"{HEAD}text/plain\n\n{text}".encode(), "m.eml").text == "The ferry sails.\n-- no list"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("application/ms-tnef; name=winmail.dat", "winmail.dat"),
        ("text/calendar; method=REQUEST", "invitation"),
        ("application/pkcs7-mime; smime-type=signed-data", "signed in a form that hides its text"),
    ],
)
def test_a_mail_without_text_says_what_it_is_and_what_to_do(kind: str, said: str) -> None:
    with pytest.raises(BriefingError, match=said):
        read(f"{HEAD}{kind}\n\nMIIB".encode(), "m.eml")


def test_pictures_and_signatures_are_not_offered_as_sources() -> None:
    message = mail()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"MIIB", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    message.add_attachment("The ferry sails.", filename="ferry.txt")
    assert [name for name, _ in attachments(message.as_bytes())] == ["ferry.txt"]

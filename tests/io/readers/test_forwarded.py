# ruff: noqa: E501 - headers are easier to see on one line

import pytest

from briefing.domain.source import Kind
from briefing.io.readers import read
from briefing.io.readers.forwarded import sender_names, without_prefixes

ARTICLE = "The two harbour towns agreed on Friday to keep a shared ferry running through the winter."
LAST = "It is cheaper than a bridge, the mayor said."
PLAIN = {
    "Outlook": "________________________________\nFrom: Ben Field <ben@mill.example>\nSent: Thursday, March 6, 2025 9:00 AM\n"
    "To: Ada Stone <ada@harbour.example>\nSubject: FW: Paper mill\n",
    "old Outlook": "-----Original Message-----\nFrom: Field, Ben [mailto:ben@mill.example]\nSent: Thursday, March 6, 2025 9:00 AM"
    "\nTo: Stone, Ada\nSubject: Paper mill\n",
    "Thunderbird": "-------- Forwarded Message --------\nSubject: \tPaper mill\nDate: \tThu, 6 Mar 2025 09:00\n"
    "From: \tBen Field <ben@mill.example>\nTo: \tAda Stone\n\n\n",
    "Thunderbird in German": "-------- Weitergeleitete Nachricht --------\nBetreff: \tPaper mill\nDatum: \t6. März 2025 09:00\n"
    "Von: \tBen Field <ben@mill.example>\nAn: \tAda Stone\n\n",
    "Gmail in French": "---------- Forwarded message ---------\nDe : Ben Field <ben@mill.example>\n"
    "Date: jeu. 6 mars 2025 à 09:00\nSubject: Paper mill\nTo: Ada\n\n",
    "Apple": "> Begin forwarded message:\n> \n> From: Ben Field <ben@mill.example>\n> Subject: Paper mill\n"
    "> Date: 6 March 2025 at 09:00\n> To: Ada Stone <ada@harbour.example>\n> \n",
}
PAGES = {
    "Outlook": "<div style='border-top:solid'><p><b>From:</b> Ben Field &lt;ben@mill.example&gt;<br><b>Sent:</b> Thursday, March 6,"
    " 2025 9:00 AM<br><b>To:</b> Ada<br><b>Subject:</b> Paper mill</p></div>",
    "Outlook in German": "<div><p><b>Von:</b> Ben Field<br><b>Gesendet:</b> Donnerstag, 6. März 2025 09:00<br>"
    "<b>An:</b> Ada<br><b>Betreff:</b> WG: Paper mill</p></div>",
    "Outlook in French": "<div><p><b>De&nbsp;:</b> Ben Field<br><b>Envoyé&nbsp;:</b> jeudi 6 mars 2025 09:00<br>"
    "<b>À&nbsp;:</b> Ada<br><b>Objet&nbsp;:</b> TR: Paper mill</p></div>",
    "Gmail": "<div>---------- Forwarded message ---------<br>From: <strong>Ben Field</strong> &lt;ben@mill.example&gt;<br>"
    "Date: Thu, Mar 6, 2025 at 9:00 AM<br>Subject: Paper mill<br>To: Ada<br></div>",
    "Thunderbird": "-------- Forwarded Message --------<table><tr><th>Subject: </th><td>Paper mill</td></tr><tr><th>Date: </th>"
    "<td>Thu, 6 Mar 2025 09:00</td></tr><tr><th>From: </th><td>Ben Field</td></tr><tr><th>To: </th><td>Ada</td></tr></table>",
    "Apple": "<blockquote><div>Begin forwarded message:</div><br><div><b>From: </b>Ben Field<br></div><div><b>Subject: </b>"
    "<b>Paper mill</b><br></div><div><b>Date: </b>6 March 2025 at 09:00<br></div></blockquote>",
}


def mail(body: str, subject: str = "FW: see below", kind: str = "text/plain") -> bytes:
    head = f"From: Ada Stone <ada@harbour.example>\nTo: desk@briefing.example\nSubject: {subject}\nDate: Fri, 7 Mar 2025 18:05 +0100\n"
    return f"{head}MIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}".encode()


def check(data: bytes) -> None:
    source = read(data, "mail.eml")
    assert (source.record.title, source.record.authors) == ("Paper mill", ("Ben Field",))
    assert source.record.published.startswith("2025-03-06T09:00")
    left = [source.text[p.start : p.end].strip("> ") for p in source.passages if p.kind is not Kind.NOISE]
    assert [words for words in left if words != "Please read."] == [ARTICLE, LAST]


@pytest.mark.parametrize("program", PLAIN)
def test_an_article_that_was_forwarded_as_text_is_credited_to_its_author(program: str) -> None:
    article = f"{ARTICLE}\n\n{LAST}"
    quoted = article.replace("\n", "\n> ") if program == "Apple" else article
    check(mail(f"Please read.\n\n{PLAIN[program]}{'> ' if program == 'Apple' else chr(10)}{quoted}\n"))


@pytest.mark.parametrize("program", PAGES)
def test_an_article_that_was_forwarded_as_a_page_is_credited_to_its_author(program: str) -> None:
    body = f"<html><body><p>Please read.</p>{PAGES[program]}<p>{ARTICLE}</p><p>{LAST}</p></body></html>"
    check(mail(body, kind="text/html"))


def test_an_answer_is_credited_to_who_wrote_it() -> None:
    answer = " ".join(["The towns have never agreed on anything, and this is no exception to that rule."] * 5)
    source = read(mail(f"{answer}\n\n{PLAIN['old Outlook']}\n{ARTICLE}\n", "Re: Paper mill"), "mail.eml")
    assert source.record.authors == ("Ada Stone",)
    assert "Original Message" not in " ".join(
        source.text[p.start : p.end] for p in source.passages if p.kind is not Kind.NOISE
    )


def test_a_list_of_words_with_colons_is_no_header() -> None:
    source = read(mail(f"From: the north.\nTo: the south.\n\n{ARTICLE}\n"), "mail.eml")
    assert source.record.authors == ("Ada Stone",)


def test_people_are_named_rather_than_their_addresses() -> None:
    assert sender_names("Field, Ben [mailto:ben@mill.example]") == ("Ben Field",)
    assert sender_names('"Field, Ben" <ben@mill.example>') == ("Field, Ben",)
    assert sender_names("ben@mill.example") == ("ben@mill.example",)
    assert sender_names("Ministry of Ships, Press Office <press@ships.example>") == ("Ministry of Ships, Press Office",)
    assert without_prefixes("WG: Re: [2] AW: Ferry") == "[2] AW: Ferry"

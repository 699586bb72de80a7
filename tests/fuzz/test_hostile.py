"""Files made to take hours or all memory: each is read, or refused, in less time than anyone would wait."""

import time

import pytest

from briefing.domain.errors import BriefingError
from briefing.io.readers import read

LONGEST = 10  # seconds
PAGE = "<html><head><title>Ferry</title></head><body>"
MAIL = "From: a@harbour.example\nTo: b@mill.example\nMIME-Version: 1.0\n"


def pdf(pages: str) -> str:
    """A PDF that describes its pages in a way of its own."""
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    parts = enumerate(("<</Type/Catalog/Pages 2 0 R>>", pages, page), 1)
    return "%PDF-1.4\n" + "\n".join(f"{at} 0 obj{part}endobj" for at, part in parts) + "\ntrailer<</Root 1 0 R>>"


FILES = {
    "attributes.html": PAGE + "<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">The ferry sails.</p>",
    "brackets.html": PAGE + "The ferry sails." + "<" * 600_000,
    "nested.html": PAGE + "<div>x" * 20_000,
    "links.html": PAGE + "<a href=/x>yes</a> " * 40_000,
    "same.html": PAGE + "<p>The ferry sails at noon, and it carries paper for the mill.</p>" * 4_000,
    "data.html": f'{PAGE}<script type="application/ld+json">{"[" * 50_000}</script><p>The ferry sails.</p>',
    "title.html": PAGE.replace("Ferry", " - a" * 50_000) + "<h1>" + " | b" * 50_000 + "</h1><p>The ferry sails.</p>",
    "brackets.md": "# Ferry\n\n" + "[" * 50_000,
    "quotes.md": "# Ferry\n\n" + "> " * 5_000 + "x",
    "subject.eml": f"{MAIL}Subject: {'c ' * 500_000}\n\nThe ferry sails.",
    "fields.eml": f"{MAIL}Subject: Ferry\n\nThe ferry sails.\n\n" + "To: the mill\n\n" * 5_000,
    "parts.eml": f"{MAIL}Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n" * 50_000,
    "flowed.eml": f"{MAIL}Content-Type: text/plain; format=flowed\n\n" + "word \n" * 300_000,
    "quoted.eml": f"{MAIL}Content-Type: text/plain; format=flowed\n\n" + ">" * 200_000 + "word \n" * 1_000,
    "itself.pdf": pdf("<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "pages.pdf": pdf("<</Type/Pages/Kids[3 0 R 3 0 R]/Count 999999999>>"),
    "titles.rtf": "{\\rtf1 " + "{\\upr{a" * 20_000 + "The ferry sails.",
    "endless.txt": "word " * 1_000_000,
    "lines.txt": "a\n" * 500_000,
    "spaces.txt": "x" + " " * 5_000_000 + "y",
    "groups.rtf": "{\\rtf1 " + "{" * 200_000 + "The ferry sails.",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_made_to_take_hours_does_not(name: str) -> None:
    begun = time.process_time()
    try:
        said = read(FILES[name].encode(), name).text
    except BriefingError as error:
        said = str(error)
    assert said
    assert time.process_time() - begun < LONGEST

"""Files made to take hours or all memory: each is read, or refused, in less time than anyone would wait."""

import time

import pytest

from briefing.domain.errors import BriefingError
from briefing.io.readers import read

LONGEST = 10  # seconds
PAGE = "<html><head><title>Ferry</title></head><body>"
MAIL = "From: a@harbour.example\nTo: b@mill.example\nMIME-Version: 1.0\n"
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

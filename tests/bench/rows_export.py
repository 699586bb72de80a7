"""Export by the command line, the whole process, of a note with two dozen excerpts made from the sample article."""

import json
import re
import subprocess
import sys
from contextlib import redirect_stdout
from functools import cache, partial
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile

from briefing.__main__ import main
from tests.bench.row import Row, stopwatch

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "summit.txt"
SECTIONS = ("agenda", "security", "economics", "defense", "energy", "risks")
EXCERPTS = 24

_WRITE_PARAGRAPHS = """
import sys
import docx
document = docx.Document()
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        document.add_paragraph(line.rstrip())
document.save(sys.argv[2])
"""
_IMPORT_WHAT_MARKDOWN_NEEDS = "import argparse, dataclasses, datetime, hashlib, json, pathlib, re, tempfile, zipfile"


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="briefing-bench-"))


def _say(*arguments: str) -> str:
    """What a command prints, run in this process."""
    with redirect_stdout(StringIO()) as said:
        status = main(arguments)
    assert not status, arguments
    return said.getvalue()


@cache
def _note() -> Path:
    """The note, with sentences of the article filed under its sections in turn."""
    note = _folder() / "note.brief"
    _say("new", str(SAMPLE), "-o", str(note))
    source = json.loads(_say("source", str(SAMPLE), "--json"))
    told = [source["text"][p["start"] : p["end"]] for p in source["passages"] if p["kind"] == "paragraph"]
    sentences = [sentence for text in told for sentence in re.findall(r"[A-Z][^.“”]{60,}\.(?= |$)", text)]
    for at, quote in enumerate(sentences[:EXCERPTS]):
        _say("file", str(note), "--section", SECTIONS[at % len(SECTIONS)], "--quote", quote)
    return note


@cache
def _paragraphs() -> Path:
    """As many lines of text as the exported document has paragraphs, those of the footnotes among them."""
    document = _folder() / "counted.docx"
    _say("export", str(_note()), "-o", str(document))
    with ZipFile(document) as parts:
        found = [parts.read(name).decode() for name in ("word/document.xml", "word/footnotes.xml")]
    texts = [
        "".join(re.findall(r"<w:t\b[^>]*>([^<]*)", part)) for xml in found for part in re.split(r"<w:p\b", xml)[1:]
    ]
    lines = _folder() / "lines.txt"
    lines.write_text("\n".join(texts), "utf-8")
    return lines


def _time(*command: str) -> float:
    with stopwatch() as seconds:
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return seconds()


def _export(suffix: str) -> float:
    note = str(_note())
    return _time("-m", "briefing", "export", note, "-o", str(_folder() / f"out.{suffix}"))


def _write_paragraphs() -> float:
    return _time("-c", _WRITE_PARAGRAPHS, str(_paragraphs()), str(_folder() / "floor.docx"))


ROWS = (
    Row(
        "export-docx",
        "briefing export to DOCX, the whole process",
        measure=partial(_export, "docx"),
        floor=_write_paragraphs,
        floor_words="bare python-docx writing as many paragraphs",
        bound=1.5,
        runs=15,
    ),
    Row(
        "export-markdown",
        "briefing export to Markdown, the whole process",
        measure=partial(_export, "md"),
        floor=partial(_time, "-c", _IMPORT_WHAT_MARKDOWN_NEEDS),
        floor_words="a bare Python that imports what it needs of the standard library",
        bound=2.5,
        runs=15,
    ),
)

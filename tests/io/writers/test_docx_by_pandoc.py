"""Pandoc reads back from a Word document what was written into it: every word, heading, quote, list, link and note."""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from briefing.domain.document import compose
from briefing.domain.note import Style
from briefing.domain.options import Counting, Notes
from briefing.domain.printed import Document, Mark, Paragraph, Piece
from briefing.io.writers.docx import write
from tests.notes import whole_note
from tests.random_notes import random_note, random_options

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
_LISTS = (Style.BULLET, Style.NUMBER)


def _read(data: bytes) -> Any:  # noqa: ANN401  # what pandoc says
    command = ["pandoc", "-f", "docx", "-t", "json"]
    return json.loads(subprocess.run(command, input=data, capture_output=True, check=True).stdout)


def _elements(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Every element, the outer before the inner."""
    if isinstance(tree, list):
        for each in tree:
            yield from _elements(each)
    elif isinstance(tree, dict):
        if "t" in tree:
            yield tree
        for each in tree.values():
            yield from _elements(each)


def _letters(tree: Any) -> str:  # noqa: ANN401
    """The text without white space, footnotes where their marks stand."""
    return _dense("".join(e["c"] for e in _elements(tree) if e["t"] == "Str"))


def _dense(text: str) -> str:
    return "".join(text.split())


def _kinds(tree: Any) -> Counter[str]:  # noqa: ANN401
    found = Counter(element["t"] for element in _elements(tree))
    quoted = [e for quote in _elements(tree) if quote["t"] == "BlockQuote" for e in quote["c"] if e["t"] == "Para"]
    return Counter(heading=found["Header"], note=found["Note"], quote=len(quoted))


def _expected_kinds(document: Document) -> Counter[str]:
    paragraphs = [paragraph for part in document.all_parts for paragraph in part.paragraphs]
    styles = Counter(each.style for each in paragraphs if each.style is Style.HEADING or _dense(_text(each, document)))
    headings = len(document.all_parts) + styles[Style.HEADING]
    headings += (document.scale is not None) + bool(document.sources or document.summary) + _has_end_notes(document)
    return Counter(heading=headings, note=len(document.footnotes), quote=styles[Style.QUOTE])


def _expected_letters(document: Document) -> str:
    labels = document.labels
    texts = [part for row in document.front for part in row]
    if document.bottom_line:
        texts += [labels.bottom_line, document.bottom_line]
    for part in document.all_parts:
        texts += [part.title, *(_text(paragraph, document) for paragraph in part.paragraphs)]
    if document.scale is not None:
        texts += [labels.scale, labels.term, labels.share]
        texts += [text for band in document.scale.bands for text in (", ".join(band.terms), band.share)]
        texts.append(document.scale.source)
    if document.sources or document.summary:
        texts += [labels.sources, document.summary]
    texts += [entry.id + "".join(piece.text for piece in entry.pieces) for entry in document.sources]
    if _has_end_notes(document):
        texts.append(labels.notes)
    return _dense("".join(texts))


def _has_end_notes(document: Document) -> bool:
    return document.options.notes is Notes.END and bool(document.footnotes)


def _text(paragraph: Paragraph, document: Document) -> str:
    return "".join(_words(piece, document) for piece in paragraph.pieces)


def _words(piece: Piece, document: Document) -> str:
    if not isinstance(piece, Mark):
        return piece.text
    return piece.words or _note(piece.footnote, document)


def _note(index: int, document: Document) -> str:
    """A note; pages of endnotes are marked in the first note and below the last."""
    ends = (index == 0) + (index == len(document.footnotes) - 1) if _has_end_notes(document) else 0
    return "".join(piece.text for piece in document.footnotes[index].pieces) + document.marking * ends


def _linked(document: Document) -> set[str]:
    paragraphs = (paragraph for part in document.all_parts for paragraph in part.paragraphs)
    pieces: Iterable[Piece] = (
        *(piece for paragraph in paragraphs for piece in paragraph.pieces),
        *(piece for note in document.footnotes for piece in note.pieces),
        *(piece for entry in document.sources for piece in entry.pieces),
    )
    return {piece.link for piece in pieces if not isinstance(piece, Mark) and piece.link and piece.text.strip()}


def _items(document: Document) -> int:
    """Items of lists, and numbered paragraphs, which are items of one to whoever reads the file."""
    paragraphs = [paragraph for part in document.all_parts for paragraph in part.paragraphs]
    return sum(p.style in _LISTS or (p.style is Style.PARAGRAPH and bool(p.label)) for p in paragraphs)


def _read_items(tree: Any) -> int:  # noqa: ANN401
    lists = (element for element in _elements(tree) if element["t"] in ("BulletList", "OrderedList"))
    return sum(len(each["c"] if each["t"] == "BulletList" else each["c"][1]) for each in lists)


def _check(document: Document) -> None:
    tree = _read(write(document))
    assert _letters(tree["blocks"]) == _expected_letters(document)
    assert _kinds(tree["blocks"]) == _expected_kinds(document)
    if document.options.counting is not Counting.HEADINGS:  # pandoc makes items of some numbered headings
        assert _read_items(tree["blocks"]) == _items(document)
    targets = {element["c"][2][0] for element in _elements(tree["blocks"]) if element["t"] == "Link"}
    assert {target for target in targets if not target.startswith("#")} == _linked(document)


def test_pandoc_reads_everything_back() -> None:
    _check(compose(whole_note()))


@pytest.mark.parametrize("seed", range(12))
def test_pandoc_reads_random_notes_back(seed: int) -> None:
    _check(compose(random_note(seed), random_options(seed)))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1400))
def test_pandoc_reads_hundreds_of_random_notes_back(seed: int) -> None:
    _check(compose(random_note(seed), random_options(seed)))

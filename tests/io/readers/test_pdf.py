from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind
from briefing.io.readers import read
from briefing.io.readers.pages import HYPHEN, Line, blocks_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "articles"


def column(*words: str, left: float = 50, top: float = 700, page: int = 1) -> list[Line]:
    """Lines set below each other, ten points high, each as wide as its words."""
    return [
        Line(line, page, 800, left, top - 12 * i - 10, left + 5 * len(line), top - 12 * i, 10)
        for i, line in enumerate(words)
    ]


def test_running_heads_and_page_numbers_are_folded_and_pages_kept() -> None:
    source = read((SAMPLES / "chromium.pdf").read_bytes(), "report.pdf")
    noise = [(source.text[p.start : p.end], p.page) for p in source.passages if p.kind is Kind.NOISE]
    assert noise == [(words, page) for page in (1, 2, 3) for words in ("Harbour Papers No. 7", str(page))]
    assert {p.page for p in source.passages} == {1, 2, 3}
    assert source.record.media_type == "application/pdf"


def test_columns_are_read_one_after_the_other_and_hyphens_undone() -> None:
    source = read((SAMPLES / "chromium.pdf").read_bytes(), "report.pdf")
    paragraphs = [source.text[p.start : p.end] for p in source.passages if p.kind is Kind.PARAGRAPH and p.page == 1]
    assert len(paragraphs) == 4
    assert paragraphs[2].endswith("an undertaking that would have required considerable infrastructure.")


def test_a_word_broken_at_a_line_end_is_whole_again() -> None:
    lines = column("the winter infra-", f"structure of the har{HYPHEN}", "bour towns and their well-", "known mill")
    assert blocks_of([lines])[0].text == "the winter infrastructure of the harbour towns and their wellknown mill"


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    lines = column("a well-known mill that is so well-", "known that talks of the Asia-", "Pacific region name it")
    assert (
        blocks_of([lines])[0].text
        == "a well-known mill that is so well-known that talks of the Asia-Pacific region name it"
    )


def test_ligatures_are_letters() -> None:
    assert blocks_of([column("the oﬃce ﬁle")])[0].text == "the office file"


def test_a_line_that_left_room_for_the_next_word_ended_its_paragraph() -> None:
    lines = column(
        "the ferry sails at noon and at dusk and",
        "it carries paper.",
        "A second paragraph begins on this line",
        "and goes on here until it reaches the e",
        "nd of its last line in this small text.",
    )
    assert [block.text[:10] for block in blocks_of([lines])] == ["the ferry ", "A second p"]


def test_a_scan_without_text_says_so() -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    stream = BytesIO()
    document.save(stream)
    document.close()
    with pytest.raises(BriefingError, match="no text"):
        read(stream.getvalue(), "scan.pdf")

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import typst

from briefing.domain.errors import BriefingError
from briefing.domain.source import Kind, Source
from briefing.io.readers import read
from briefing.io.readers.pages import HYPHEN, Line, blocks_of
from briefing.io.readers.pdf import without_controls

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


def printed(body: str, columns: int = 1) -> Source:
    """A PDF set by Typst, read."""
    page = f"#set page(width: 300pt, height: 300pt, margin: 30pt, columns: {columns})\n#set text(size: 9pt)\n"
    return read(typst.compile((page + body).encode()), "printed.pdf")


def said(source: Source, *kinds: Kind) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages if not kinds or p.kind in kinds]


PROSE = (
    "The administration of the harbour confirmed the uninterrupted operation of international connections.",
    "Representatives of neighbouring municipalities emphasised the extraordinary significance of transportation.",
)


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_narrow_columns_below_a_wide_headline_give_whole_paragraphs_and_whole_words(columns: int) -> None:
    title = '#place(top, scope: "parent", float: true)[#text(size: 15pt)[The ferry sails all the winter]]\n'
    body = "#set par(justify: true)\n" + title + "\n\n".join(PROSE * 2)
    source = printed(body, columns)
    assert said(source, Kind.HEADING) == ["The ferry sails all the winter"]
    assert said(source, Kind.PARAGRAPH) == list(PROSE * 2)


def test_a_headline_over_several_lines_is_one() -> None:
    source = printed("= The ferry sails all the winter, so the two towns and their mills agree at last\n" + PROSE[0])
    assert said(source, Kind.HEADING) == [
        "The ferry sails all the winter, so the two towns and their mills agree at last"
    ]


def test_a_headline_and_the_heading_below_it_are_two() -> None:
    source = printed(f"#text(size: 15pt)[*Freight on the northern route*]\n= Findings\n{PROSE[0]}")
    assert said(source, Kind.HEADING) == ["Freight on the northern route", "Findings"]
    assert source.record.title == "Freight on the northern route"


def test_the_raised_number_of_a_note_makes_no_heading() -> None:
    source = printed(f"The ferry sails#super[1]\n\n{PROSE[0]}")
    assert said(source, Kind.HEADING) == []


def test_raised_numbers_of_notes_are_no_part_of_the_words_and_exponents_keep_their_meaning() -> None:
    source = printed(
        "The ferry sails at noon#super[1] for the mill.#super[2,3] The hall has 40 m#super[2] and 10#super[6] kg, "
        "CO#sub[2] too#footnote[Harbour board.], says the mill.",
    )
    assert said(source) == [
        "The ferry sails at noon for the mill. The hall has 40 m² and 10⁶ kg, CO2 too, says the mill.",
        "1 Harbour board.",
    ]


def test_a_word_broken_at_the_end_of_a_page_is_whole_on_the_page_where_it_begins() -> None:
    pages = [column("the towns agree on the infra-", top=60), column("structure of the port", page=2)]
    assert [(block.text, block.page) for block in blocks_of(pages)] == [
        ("the towns agree on the infrastructure", 1),
        ("of the port", 2),
    ]


def test_accents_set_apart_from_their_letters_are_put_on_them() -> None:
    lines = column("n¨ amlich k¨onnen Andr´ e und Abu K¯ amil, it´s so")
    assert blocks_of([lines])[0].text == "nämlich können André und Abu Kāmil, it´s so"


ARABIC = "تبحر العبارة طوال الشتاء بين المدينتين وتحمل الورق للمطحنة "


def test_an_arabic_paragraph_with_latin_words_and_figures_is_whole_and_in_order() -> None:
    said_once = f"{ARABIC}Harbour Papers عام ٢٠٢٤ "
    source = printed(f'#set text(dir: rtl, lang: "ar", font: "DejaVu Sans")\n{said_once * 3}')
    assert said(source) == [(said_once * 3).strip()]


def test_lines_of_text_without_spaces_are_joined_without_any() -> None:
    lines = column("二つの港町は金曜日、共同で運航", "する連絡船を冬の間も続けることで", "合意した。")
    assert [block.text for block in blocks_of([lines])] == [
        "二つの港町は金曜日、共同で運航する連絡船を冬の間も続けることで合意した。"
    ]


def test_the_same_words_at_the_edge_of_a_few_pages_far_apart_are_no_running_head() -> None:
    pages = [
        [*column("Default: null" if page in (2, 9, 16) else f"Text {page * 'a'}.", top=790, page=page)]
        for page in range(1, 20)
    ]
    assert all(block.kind is not Kind.NOISE for block in blocks_of(pages))
    heads = [
        column("The Gazette" if page % 2 else "Harbours", f"Text {page * 'a'}.", top=790, page=page)
        for page in range(1, 8)
    ]
    assert sum(block.kind is Kind.NOISE for block in blocks_of(heads)) == 7


def test_numbered_items_that_follow_each_other_are_no_headings() -> None:
    words = [
        block for block in blocks_of([column("1. the ferry sails at noon.", "2. The ferry carries paper")]) if block
    ]
    assert [block.kind for block in words] == [Kind.ITEM, Kind.ITEM]


def test_a_date_alone_is_no_numbered_heading() -> None:
    source = printed(f"= The ferry sails all the winter\n7 March 2025\n\n{PROSE[0]}")
    assert said(source, Kind.HEADING) == ["The ferry sails all the winter"]
    assert source.record.published == "2025-03-07"


def test_a_scan_without_text_says_so() -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    stream = BytesIO()
    document.save(stream)
    document.close()
    with pytest.raises(BriefingError, match="no text"):
        read(stream.getvalue(), "scan.pdf")


def labels(*settings: str) -> list[tuple[int | None, str]]:
    """The pages of a PDF whose sheets are set in these ways, and what they are called."""
    sheets = "\n#pagebreak()\n".join(f"#set page({setting})\n{PROSE[0]}" for setting in settings)
    source = printed(sheets)
    return sorted({(p.page, p.page_name) for p in source.passages})


def test_pages_are_called_what_the_document_calls_them() -> None:
    roman, arabic = 'numbering: "i"', 'numbering: "1"); #counter(page).update(1'
    assert labels(roman, roman, arabic) == [(1, "i"), (2, "ii"), (3, "1")]


def test_pages_of_an_offprint_are_called_by_the_numbers_at_their_feet() -> None:
    folio = "footer: context [#(counter(page).get().first() + 210)]"
    assert labels(folio, folio, folio) == [(1, "211"), (2, "212"), (3, "213")]


def test_pages_without_numbers_are_counted() -> None:
    assert labels("numbering: none", "numbering: none") == [(1, "1"), (2, "2")]


def test_glyphs_without_a_letter_leave_no_control_characters() -> None:
    assert without_controls("The\x10 ferry\x16\rsails har\x02") == f"The ferry sails har{HYPHEN}"
    assert without_controls("\x10") == ""

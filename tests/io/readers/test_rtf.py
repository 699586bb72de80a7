import pytest

from briefing.domain.source import Kind, Source
from briefing.io.readers import read


def rtf(body: str) -> Source:
    """A rich text file of a body, read."""
    return read(rf"{{\rtf1\ansi\ansicpg1252 {body}}}".encode("ascii"), "ferry.rtf")


def said(source: Source) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages]


def test_words_that_are_hidden_or_were_deleted_are_not_read() -> None:
    assert said(
        rtf(r"The {\v secret }ferry {\deleted never }sails{\rtlch\fcs1 \af0 \ltrch\v\insrsid7 not seen}.\par")
    ) == ["The ferry sails."]


def test_notes_and_boxes_stand_behind_the_text() -> None:
    note = r"{\super\chftn}{\footnote\pard\plain {\super\chftn} A note.}"
    box = r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard In the box.\par}}}"
    assert said(rtf(rf"The ferry{note} sails.{box}\par It is late.\par")) == [
        *("The ferry sails.", "It is late.", "A note.", "In the box."),
    ]


@pytest.mark.parametrize("end", [r"\cell ", r"\par\cell ", "\\par}\n\\cell "])
def test_the_cells_of_a_row_stand_beside_each_other(end: str) -> None:
    opened = "{" if "}" in end else ""
    row = rf"\trowd\cellx1000\cellx2000\intbl {opened}Town{end}{opened}Share{end}\row "
    assert said(rtf(row + row.replace("Town", "Northport") + r"\pard End.\par"))[:2] == [
        "Town\tShare",
        "Northport\tShare",
    ]


def test_letters_of_every_code_page_and_escape_are_read() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
    body = rf"{fonts}\f0 F\'e4hre \f1 \'cf\'e0\'f0\'ee\'ec \uc1\u26085?\uc2\u26412\'96\'7b\par"
    assert rtf(body).text == "Fähre Паром 日本"


def test_title_and_author_are_read_with_their_escapes() -> None:
    record = rtf(r"{\info{\title Die F\'e4hre}{\author Ada St\u246?ne}}The ferry sails.\par").record
    assert (record.title, record.authors) == ("Die Fähre", ("Ada Stöne",))


def test_groups_that_are_not_closed_do_no_harm() -> None:
    assert "sails" in rtf(r"The ferry sails.\par {\footnote {{{").text


def test_a_row_alone_is_no_heading_of_what_follows() -> None:
    source = rtf(r"\trowd\intbl A\cell B\cell\row\pard The ferry sails at noon, and it carries paper for the mill.\par")
    assert source.passages[0].kind is Kind.PARAGRAPH


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (r"\mac", r"F\'8ahre"),
        (r"\ansi\ansicpg10000", r"F\'8ahre"),
        (r"\pc", r"F\'84hre"),
        (r"\pca", r"F\'84hre"),
        (r"\ansi\ansicpg0", r"F\'e4hre"),
    ],
)
def test_letters_are_those_of_the_machine_that_wrote_them(head: str, words: str) -> None:
    source = read(rf"{{\rtf1{head}{{\info{{\title {words}}}}} {words}\par}}".encode("ascii"), "ferry.rtf")
    assert (source.text, source.record.title) == ("Fähre", "Fähre")


def test_letters_beyond_the_first_plane_come_in_halves() -> None:
    assert rtf(r"\uc1 Ferry \u-10179?\u-8704? sails\par").text == "Ferry 😀 sails"


def test_what_is_said_in_a_code_page_and_in_unicode_is_read_once() -> None:
    assert rtf(r"The {\upr{F?hre}{\*\ud{F\u228?hre}}} sails\par").text == "The Fähre sails"


def test_of_a_link_only_its_words_are_read() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://mill.example"}}{\fldrslt{the mill}}}'
    assert rtf(rf"See {link} today.\par").text == "See the mill today."


@pytest.mark.parametrize("written", ["pntext", "listtext"])
def test_the_number_of_an_item_is_read_as_it_was_written(written: str) -> None:
    assert said(rtf(rf"{{\{written}\f0 1.\tab}}It sails.\par {{\{written}\f0 2.\tab}}It is late.\par")) == [
        *("1.\tIt sails.", "2.\tIt is late."),
    ]

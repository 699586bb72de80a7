import pytest

from briefing.io.readers.pages import Line
from briefing.io.readers.raised import as_said, in_rows


@pytest.mark.parametrize(
    ("before", "figure"),
    [
        ("The ferry sails at noon", "1"),
        ("it carries paper for the mill.", "12"),
        ("as the board said”", "3"),
        ("which grew by 10%", "4"),
        ("in the year 2024", "5"),
        ("sailed (in the winter)", "6"),
        ("the position of the EU", "7"),
        ("as all three say", "8,9"),
        ("as all say", "2–4"),
        ("the mill closed", "[3]"),
    ],
)
def test_the_number_of_a_note_goes(before: str, figure: str) -> None:
    assert as_said(before, figure, " and") == ""


@pytest.mark.parametrize(
    ("before", "figure", "said"),
    [
        ("The hall measures 40 m", "2", "²"),
        ("a basin of 3 km", "3", "³"),
        ("a load of 10", "6", "⁶"),
        ("5 × 10", "−3", "⁻³"),
        ("mol L", "-1", "⁻¹"),
        ("it was E = mc", "2", "²"),
        ("the value of x", "2", "²"),
        ("with sin", "2", "²"),
        ("ions of Ca", "2+", "²⁺"),
        ("emissions of CO", "2", "²"),
        ("(x + 1)", "2", "²"),
    ],
)
def test_an_exponent_stays_one(before: str, figure: str, said: str) -> None:
    assert as_said(before, figure, " and") == said


def test_the_number_before_the_note_itself_stands_apart_from_it() -> None:
    assert as_said("", "1", "Harbour board") == "1 "
    assert as_said("", "1", " Harbour board") == "1"


def test_the_upper_part_of_a_fraction_stays_as_it_is() -> None:
    assert as_said("a pipe of 3", "1", "/2 inches") == "1"


def piece(words: str, left: float, right: float, foot: float = 100, size: float = 10) -> Line:
    return Line(words, 1, 800, left, foot, right, foot + size, size)


def test_a_line_in_pieces_around_a_raised_number_is_one() -> None:
    pieces = [piece("the mills,", 50, 100), piece("2", 100.5, 104, 104, 7), piece("and the ferry", 107, 170)]
    assert [line.words for line in in_rows(pieces)] == ["the mills, and the ferry"]


def test_what_follows_a_raised_number_at_once_is_joined_without_a_space() -> None:
    pieces = [piece("to the mill", 50, 100), piece(", then", 104, 130)]
    assert [line.words for line in in_rows([pieces[0], piece("1", 100, 104, 104, 7), pieces[1]])] == [
        "to the mill, then"
    ]


def test_a_lowered_figure_belongs_to_its_letters() -> None:
    pieces = [piece("tons of CO", 50, 100), piece("2", 100, 104, 98, 7), piece("a year", 107, 140)]
    assert [line.words for line in in_rows(pieces)] == ["tons of CO2 a year"]


def test_a_number_in_front_of_its_note_is_joined_to_it() -> None:
    pieces = [piece("3", 50, 53, 103, 5), piece("Harbour board, annual report", 54, 170, 100, 8)]
    assert [line.words for line in in_rows(pieces)] == ["3 Harbour board, annual report"]


def test_columns_and_lines_stay_apart() -> None:
    pieces = [piece("left column", 50, 100), piece("right column", 130, 190), piece("next line", 50, 100, 88)]
    assert in_rows(pieces) == pieces

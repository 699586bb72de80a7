import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from briefing.domain.source import Source
from briefing.ui.positions import Line, Positions, shown_lines, units
from tests.articles import article

_LETTERS = st.text(st.sampled_from("ab é\n日\U0001f600\U0001f1e9\u0639\u0301\u00a0\ufdd0"), min_size=1, max_size=9)
_PASSAGES = st.lists(st.tuples(st.sampled_from(["", "~ ", "# "]), _LETTERS), min_size=1, max_size=8)


def _positions(source: Source, opened: frozenset[int] = frozenset()) -> Positions:
    return Positions(source, shown_lines(source, opened), lambda line: f"{line.folds} folded 😀")


def _document(positions: Positions) -> QTextDocument:
    document = QTextDocument()
    document.setPlainText(positions.text_between(0, len(positions.lines)))
    return document


def test_an_emoji_takes_two_positions_and_one_code_point() -> None:
    positions = _positions(article("a😀b", "c"))
    assert [positions.document_position(at) for at in (0, 1, 2, 3)] == [0, 1, 3, 4]
    assert [positions.text_position(at) for at in (0, 1, 2, 3, 4, 5)] == [0, 1, 1, 2, 3, 5]


def test_noise_is_folded_to_one_quiet_line_and_unfolds_below_it() -> None:
    source = article("One", "~ Share", "~ Tweet", "Two")
    assert shown_lines(source, frozenset()) == (Line(0), Line(1, 2), Line(3))
    assert shown_lines(source, {1}) == (Line(0), Line(1, 2, is_open=True), Line(1), Line(2), Line(3))


def test_what_is_folded_stands_at_its_quiet_line() -> None:
    source = article("One", "~ Share", "Two")
    positions = _positions(source)
    quiet = positions.document_position(source.text.index("Share") + 2)
    assert positions.text_position(quiet + 3) == source.text.index("Share")
    assert not positions.is_shown(1)
    assert _positions(source, frozenset({1})).is_shown(1)


def test_every_passage_of_folded_noise_stands_at_the_one_quiet_line() -> None:
    source = article("One", "~ Share", "~ Tweet", "~ Print", "Two")
    positions = _positions(source)
    assert [positions.block_of(index) for index in range(5)] == [0, 1, 1, 1, 2]
    assert [positions.is_shown(index) for index in range(5)] == [True, False, False, False, True]
    quiet = positions.document_position(source.text.index("Share"))
    assert positions.document_position(source.text.index("Print") + 2) == quiet


def test_a_source_without_text_has_one_position() -> None:
    positions = _positions(Source("", ()))
    assert (positions.document_position(0), positions.text_position(0), positions.length) == (0, 0, 0)


@pytest.mark.usefixtures("qapp")
@given(_PASSAGES, st.sampled_from([frozenset(), frozenset(range(8))]))
def test_every_code_point_that_is_shown_is_found_where_qt_has_it(
    passages: list[tuple[str, str]], opened: frozenset[int]
) -> None:
    source = article(*(mark + words for mark, words in passages))
    positions = _positions(source, opened)
    document = _document(positions)
    assert positions.length == document.characterCount() - 1
    for index, passage in enumerate(source.passages):
        if not positions.is_shown(index):
            continue
        for at in range(passage.start, passage.end):
            place = positions.document_position(at)
            character = source.text[at]
            assert positions.text_position(place) == at
            assert document.findBlock(place).blockNumber() == positions.block_of(index)
            if character.isalpha() or units(character) > 1:
                shown = document.findBlock(place).text().encode("utf-16-le", "surrogatepass")
                offset = 2 * (place - document.findBlock(place).position())
                assert shown[offset : offset + 2 * units(character)].decode("utf-16-le") == character


@pytest.mark.usefixtures("qapp")
@given(_PASSAGES)
def test_every_position_of_the_document_is_a_code_point_of_the_source(passages: list[tuple[str, str]]) -> None:
    source = article(*(mark + words for mark, words in passages))
    positions = _positions(source)
    places = [positions.text_position(at) for at in range(positions.length + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(source.text) for place in places)

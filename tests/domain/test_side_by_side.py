from dataclasses import replace

from hypothesis import given

from briefing.domain.side_by_side import Row, reading, rows
from briefing.domain.source import Kind, Source
from tests.builders import source, sources


def drawn(found: tuple[Row, ...]) -> list[str]:
    """Rows with what went in [-...-] and what came in {+...+}, the two sides parted by a bar."""
    return [
        " | ".join(
            "".join(piece.text.strip("\n") if piece.is_same else f"{mark}{piece.text.strip()}{end}" for piece in side)
            for side, mark, end in ((row.old, "[-", "-]"), (row.new, "{+", "+}"))
        )
        for row in found
    ]


def test_a_word_that_changed_stands_in_its_paragraph_beside_the_new_one() -> None:
    old, new = source("One stays.\n\nThe pact was signed today."), source("One stays.\n\nThe pact was dropped today.")
    assert drawn(rows(old, new)) == [
        "One stays. | One stays.",
        "The pact was [-signed-]today. | The pact was {+dropped+}today.",
    ]


def test_a_paragraph_that_came_or_went_has_a_row_of_its_own() -> None:
    old, new = source("First one.\n\nGone entirely.\n\nLast one."), source("First one.\n\nLast one.\n\nWholly fresh.")
    assert drawn(rows(old, new)) == [
        "First one. | First one.",
        "[-Gone entirely.-] | ",
        "Last one. | Last one.",
        " | {+Wholly fresh.+}",
    ]


def test_lines_that_are_wrapped_elsewhere_and_noise_that_changes_are_no_difference() -> None:
    wrapped = Source("One long\nline.\n\nShare", source("One long line.\n\nShare").passages)
    other = source("One long line.\n\nAlso read")
    folded = [replace(s, passages=(s.passages[0], replace(s.passages[1], kind=Kind.NOISE))) for s in (wrapped, other)]
    assert [row.is_same for row in rows(*folded)] == [True]


def test_versions_without_a_common_word_are_one_row() -> None:
    assert drawn(rows(source("Alpha."), source("Beta"))) == ["[-Alpha.-] | {+Beta+}"]


@given(sources(), sources())
def test_each_side_says_all_that_its_version_says(old: Source, new: Source) -> None:
    found = rows(old, new)
    assert "".join(piece.text for row in found for piece in row.old) == reading(old)
    assert "".join(piece.text for row in found for piece in row.new) == reading(new)


@given(sources())
def test_a_version_beside_itself_differs_nowhere_and_has_a_row_a_paragraph(one: Source) -> None:
    found = rows(one, one)
    assert all(row.is_same for row in found)
    assert len(found) == len([p for p in reading(one).split("\n\n") if p])

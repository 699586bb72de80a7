import pytest

from briefing.domain.edits import comment_excerpt
from briefing.domain.errors import WrongUse
from briefing.domain.reshaping import join_excerpts, retemplate, split_excerpt
from briefing.domain.soundness import unsound
from briefing.domain.template import Slot, Template
from tests.builders import draw, note

ARTICLE = "S1: The pact was signed in Tokyo on Monday.\n"


def test_splitting_an_excerpt_makes_two_quote_blocks_without_stray_spaces() -> None:
    split = split_excerpt(note(ARTICLE + "# energy\n> @S1:4-31"), "x1", 23)
    assert draw(split) == (
        ARTICLE + "x1 S1 4-22 energy exact\nx2 S1 23-31 energy exact\n"
        "# energy\n> pact was signed in @x1\n> Tokyo on @x2"
    )


def test_the_analysts_words_cite_both_halves_of_a_split_excerpt() -> None:
    split = split_excerpt(note(ARTICLE + "# energy\n> @S1:4-31\nown words @x1 and more"), "x1", 23)
    assert draw(split).endswith("\nown words @x1 @x2 and more")


@pytest.mark.parametrize("at", [0, 4, 8, 9, 43])
def test_a_split_needs_words_on_both_sides(at: int) -> None:
    with pytest.raises(WrongUse, match="words stand on both sides"):
        split_excerpt(note(ARTICLE + "# energy\n> @S1:4-8"), "x1", at)


def test_joining_what_was_split_gives_the_excerpt_back() -> None:
    whole = note(ARTICLE + "# energy\n> @S1:4-31\nown words @x1")
    joined = join_excerpts(split_excerpt(whole, "x1", 23), "x1", "x2")
    assert draw(joined) == draw(whole)


def test_joining_takes_the_words_between_and_both_comments() -> None:
    two = note(ARTICLE + "# energy\n> @S1:4-8\n# risks\n> @S1:23-31\nown words @x2")
    two = comment_excerpt(comment_excerpt(two, "x1", "One."), "x2", "Two.")
    joined = join_excerpts(two, "x2", "x1")
    assert draw(joined) == (
        ARTICLE + "x2 S1 4-31 risks exact / Two.\nOne.\n"
        "# energy\n# risks\n> pact was signed in Tokyo on @x2\nown words @x2"
    )
    assert not list(unsound(joined))


def test_a_quote_block_stays_when_only_the_other_excerpt_has_one() -> None:
    pure = note(ARTICLE + "x1 S1 4-8 energy exact\n# energy\nown @x1\n> @S1:23-28")
    assert draw(join_excerpts(pure, "x1", "x2")).endswith("own @x1\n> pact was signed in Tokyo @x1")


def test_excerpts_of_different_sources_are_not_joined() -> None:
    with pytest.raises(WrongUse, match="of one source"):
        join_excerpts(note("S1: The pact.\nS2: The pact.\n# energy\n> @S1:4-8\n> @S2:4-8"), "x1", "x2")


TEMPLATE = Template("other", "Other", slots=(Slot("risks", "Dangers", "What could go wrong."), Slot("gaps", "Gaps")))


def test_another_template_keeps_what_stands_and_puts_the_rest_at_the_end() -> None:
    old = note(ARTICLE + "x1 S1 4-8 filed exact\n# empty\n# energy\nwords\n# filed\n# risks / draft\nmore words")
    new = retemplate(old, TEMPLATE)
    assert draw(new) == (
        ARTICLE + "x1 S1 4-8 filed exact\n# risks / draft\nmore words\n# gaps\n# energy\nwords\n# filed"
    )
    assert (new.template, new.section("risks").title) == ("other", "Dangers")
    assert new.section("risks").guidance == "What could go wrong."
    assert not list(unsound(new))

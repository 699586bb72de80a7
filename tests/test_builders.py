from briefing.domain.soundness import unsound
from tests.builders import draw, note

DRAWING = """
= Pact
S1: The pact was signed.
  : It was kept.
S2: 👍 Tokyo
x1 S1 4-8 energy exact / weak
x2 S2 2-7 - exact
# energy / draft
> pact @x1
own words @x1 and **bold** //italic//
  - bullet
1. number
## heading
# risks""".strip("\n")


def test_a_drawing_and_its_note_are_the_same() -> None:
    drawn = note(DRAWING)
    assert draw(drawn) == DRAWING
    assert not list(unsound(drawn))


def test_a_filed_passage_draws_its_quote_block() -> None:
    drawn = note("S1: The pact was signed.\n# energy\n> @S1:4-8")
    assert draw(drawn).endswith("x1 S1 4-8 energy exact\n# energy\n> pact @x1")

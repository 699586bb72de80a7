from briefing.domain.edits import file_excerpt
from briefing.domain.references import chip
from tests.builders import note


def test_a_chip_names_the_paragraphs_that_its_excerpt_covers() -> None:
    drawn = note("S1: The pact was signed.\n  : It holds.\n  : For now.\n# energy")
    text = drawn.sources[0].text
    one = file_excerpt(drawn, "S1", 4, 8, "energy")
    several = file_excerpt(one, "S1", text.index("It"), len(text), "energy")
    assert [chip(several.sources[0], excerpt) for excerpt in several.excerpts] == ["S1 p1", "S1 p2–3"]

from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.edits import add_source, comment_excerpt, file_excerpt, retitle, write_body
from briefing.domain.note import Block, Citation, Note, Section, Style, Words
from briefing.domain.search import Place, search
from briefing.domain.source import Kind, Passage, Source

TEXT = "🛰 The “Gas–Pact” was\nsigned. Nobody doubts the gas pact."
NOTE = add_source(
    Note("n", sections=(Section("energy", "Energy"),)), Source(TEXT, (Passage(Kind.PARAGRAPH, 0, len(TEXT)),))
)


def test_every_hit_says_where_it_stands() -> None:
    note = retitle(NOTE, "The gas pact")
    note = comment_excerpt(file_excerpt(note, "S1", 0, 10, None), "x1", "Which gas pact?")
    blocks = [
        Block(Style.PARAGRAPH, (Words("No word"),)),
        Block(Style.BULLET, (Words("Gas Pact now "), Citation("x1"))),
    ]
    hits = search(write_body(note, "energy", blocks), "gas pact")
    assert [(hit.place, hit.id, hit.block) for hit in hits] == [
        (Place.TITLE, "", None),
        (Place.SECTION, "energy", 1),
        (Place.COMMENT, "x1", None),
        (Place.SOURCE, "S1", None),
    ]


def test_a_hit_in_a_source_carries_the_words_as_they_stand_there() -> None:
    (hit,) = search(NOTE, "was signed")
    assert TEXT[hit.start : hit.end] == "was\nsigned"


def test_an_empty_query_finds_nothing() -> None:
    assert search(NOTE, "  ") == []


@given(st.text(min_size=1, max_size=30))
def test_positions_point_at_the_words_they_give(text: str) -> None:
    note = retitle(Note("n"), text)
    for hit in search(note, text[:3]):
        assert text[hit.start : hit.end] == hit.words


def test_a_long_line_is_shown_in_whole_words_around_a_hit() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    (hit,) = search(write_body(NOTE, "energy", [Block(Style.PARAGRAPH, (Words(words),))]), "word20")
    assert hit.before.startswith("… word")
    assert hit.before.endswith("word19 ")
    assert hit.after.startswith(" word21 ")
    assert hit.after.endswith(" …")
    shown = (hit.before + hit.words + hit.after).strip("… ").split()
    assert set(shown) <= set(words.split())

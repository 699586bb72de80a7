from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.anchor import describe
from briefing.domain.measures import WordCount, body_of, filed_ranges, overlap, pages_of, words_in, words_of
from briefing.domain.note import Block, Citation, Excerpt, Front, Note, Section, Style, Words
from briefing.domain.source import Kind, Passage, Source

TEXT = "Ten letter\n\nAlso read\n\nabcdefghij"
SOURCE = Source(
    TEXT,
    (Passage(Kind.PARAGRAPH, 0, 10), Passage(Kind.NOISE, 12, 21), Passage(Kind.PARAGRAPH, 23, 33)),
    id="S1",
)


def excerpt(start: int, end: int, source: str = "S1") -> Excerpt:
    return Excerpt(f"x{start}", source, None, describe(TEXT, start, end))


def test_overlapping_excerpts_are_counted_once() -> None:
    assert filed_ranges([excerpt(4, 9), excerpt(0, 5), excerpt(20, 22)]) == [(0, 9), (20, 22)]


def test_noise_is_no_part_of_what_could_be_filed() -> None:
    assert overlap(body_of(SOURCE), filed_ranges([excerpt(0, 22)])) == 10


@given(st.lists(st.lists(st.text("a ", max_size=6), max_size=5), min_size=1, max_size=6))
def test_words_are_counted_step_by_step_as_they_are_counted_at_once(bodies: list[list[str]]) -> None:
    count = WordCount()
    for body in bodies:
        blocks = tuple(Block(Style.PARAGRAPH, (Words(text),)) for text in body)
        note = Note("n", front=Front(bottom_line="one"), sections=(Section("k", "K", blocks=blocks),))
        assert count.of(note) == words_of(note)


def test_citations_are_no_words() -> None:
    block = Block(Style.BULLET, (Words("two words "), Citation("x1")))
    assert words_in(Section("k", "K", blocks=(block,))) == 2


def test_any_note_fills_a_page() -> None:
    assert (pages_of(0), pages_of(810)) == (1, 2)

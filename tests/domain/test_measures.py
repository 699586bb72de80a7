from briefing.domain.anchor import describe
from briefing.domain.measures import filed_ranges, pages_of, share_filed, words_in
from briefing.domain.note import Block, Citation, Excerpt, Section, Style, Words
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
    assert share_filed(SOURCE, [excerpt(0, 22)]) == 0.5


def test_excerpts_of_another_source_do_not_count() -> None:
    assert share_filed(SOURCE, [excerpt(0, 10, "S2")]) == 0


def test_an_empty_article_is_not_filed() -> None:
    assert share_filed(Source("", ()), []) == 0


def test_citations_are_no_words() -> None:
    block = Block(Style.BULLET, (Words("two words "), Citation("x1")))
    assert words_in(Section("k", "K", blocks=(block,))) == 2


def test_any_note_fills_a_page() -> None:
    assert (pages_of(0), pages_of(810)) == (1, 2)

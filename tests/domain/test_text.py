from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.outline import outline
from briefing.domain.text import ends_sentence, normalise, opens_item, spans

LETTER = """The minister said on Monday that the port would stay
open through the winter, and that the two ice-breakers
ordered last year would arrive before the first frost.

A second paragraph follows after the blank line, and it
is wrapped at the same column as the first one, so that
its lines belong together.
"""
TEXT = (
    st.text(alphabet=st.sampled_from("abc .,:•-1\n\n\n\t\u00a0\u2028\ufeff\u00ad\r\x00é漢😀“”—"), max_size=300)
    | st.text()
)


def test_line_ends_become_line_feeds() -> None:
    assert normalise("a\r\nb\rc\u2028d\u2029e\x85f\vg\fh") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_nothing_invisible_stays_that_could_break_a_file() -> None:
    assert normalise("\ufeffco\u00adop\x00er\x1bate \ud800") == "cooperate \ufffd"


def test_spaces_letters_and_typography_stay_as_they_are() -> None:
    text = "1 000 €\tAngström Å, e\u0301, “quoted” — ﬁne…"
    assert normalise(text) == text


def test_a_paragraph_wrapped_by_hand_is_one_passage_with_its_line_feeds() -> None:
    found = [LETTER[s.start : s.end] for s in spans(LETTER)]
    assert len(found) == 2
    assert found[0].count("\n") == 2
    assert found[0].endswith("before the first frost.")


def test_one_paragraph_a_line_is_one_passage_a_line() -> None:
    text = "A long first paragraph that says what happened in the harbour, and to whom it happened, and when.\n" * 3
    assert len(spans(text)) == 3


def test_lines_after_a_half_empty_line_begin_anew_in_wrapped_text() -> None:
    text = LETTER.replace("first frost.\n\n", "frost.\n")
    assert len(spans(text)) == 2


def test_bullets_of_a_wrapped_text_are_passages_of_their_own() -> None:
    text = (
        LETTER
        + "\n- the first ship, which is being fitted out in the yard\n  of the northern port\n- the second ship\n"
    )
    assert [text[s.start : s.end] for s in spans(text)][-2:] == [
        "- the first ship, which is being fitted out in the yard\n  of the northern port",
        "- the second ship",
    ]


def test_a_sentence_ends_at_a_stop_even_inside_quotation_marks() -> None:
    assert ends_sentence("He said: “We will stay.”")
    assert ends_sentence("会談は月曜日に行われた。")
    assert not ends_sentence("A heading")


def test_items_begin_with_a_bullet_or_a_number() -> None:
    assert all(map(opens_item, ["- one", "• two", "3. three", "(iv) four", "b) five"]))
    assert not any(map(opens_item, ["-5 degrees", "2025 was a year", "Plain words"]))


@given(TEXT)
def test_every_visible_character_stands_in_exactly_one_passage(raw: str) -> None:
    text = normalise(raw)
    passages = outline(text).passages
    covered = [i for p in passages for i in range(p.start, p.end)]
    assert covered == sorted(set(covered))
    outside = set(range(len(text))) - set(covered)
    assert all(text[i].isspace() for i in outside)
    assert all(not text[p.start].isspace() and not text[p.end - 1].isspace() for p in passages)


@given(TEXT)
def test_normalising_twice_changes_nothing_more(raw: str) -> None:
    assert normalise(normalise(raw)) == normalise(raw)

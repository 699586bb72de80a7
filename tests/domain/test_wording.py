from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.source import Source
from briefing.domain.wording import (
    end_by_sentences,
    mended,
    sentence_at,
    shifted_end,
    shifted_start,
    start_by_sentences,
    whole_characters,
)
from tests.articles import article


def _mended(source: Source, rough: str) -> str:
    start = source.text.index(rough)
    first, last = mended(source, start, start + len(rough))
    return source.text[first:last]


def _sentence(source: Source, at: str) -> str:
    start, end = sentence_at(source, source.text.index(at))
    return source.text[start:end]


def test_half_words_are_made_whole_and_stray_spaces_left_off() -> None:
    source = article("The ministers agreed on 3.5 percent.")
    assert _mended(source, "inisters agr") == "ministers agreed"
    assert _mended(source, " ministers ") == "ministers"
    assert _mended(source, "5 percent") == "3.5 percent"
    figures = article("Roads,bridges and 18,000 officers, all told")
    assert _mended(figures, "ridges") == "bridges"
    assert _mended(figures, "000 off") == "18,000 officers"
    assert _mended(figures, "and 18") == "and 18,000"
    assert _mended(figures, "officers") == "officers"


def test_a_selection_of_nothing_but_spaces_is_empty() -> None:
    source = article("One  two")
    assert mended(source, 3, 5) == (5, 5)


def test_apostrophes_and_hyphens_hold_words_together() -> None:
    source = article("It doesn’t hold in a supply-chain.")
    assert _mended(source, "t hold") == "doesn’t hold"
    assert _mended(source, "chain") == "supply-chain"


def test_scripts_without_spaces_are_cut_where_they_were_selected() -> None:
    source = article("日本の首相は火曜日に会談した。")
    assert _mended(source, "首相は火") == "首相は火"


def test_a_half_word_is_not_followed_into_the_next_passage() -> None:
    source = article("First", "Second")
    assert mended(source, 2, 9) == (0, 13)


def test_an_exact_selection_parts_no_letter_from_its_marks() -> None:
    text = "cafe\u0301 👍🏽 end"
    assert whole_characters(text, 0, 4) == (0, 5)
    assert whole_characters(text, 7, 8) == (6, 8)


def test_a_picture_joined_of_several_and_a_flag_stay_whole() -> None:
    family, flag = "\U0001f469\u200d\U0001f467\u200d\U0001f466", "\U0001f1ef\U0001f1f5"
    text = f"a {family} b {flag}{flag} c"
    begin, flags = text.index(family), text.index(flag)
    assert whole_characters(text, begin + 2, begin + 3) == (begin, begin + len(family))
    assert mended(article(text), begin + 2, begin + 3) == (begin, begin + len(family))
    assert whole_characters(text, flags + 1, flags + 2) == (flags, flags + 2)
    assert whole_characters(text, flags + 2, flags + 4) == (flags + 2, flags + 4)


def test_letters_that_are_written_as_one_stay_together() -> None:
    for whole in ("\u1112\u1161\u11ab", "\u0915\u094d\u0937", "\u0e19\u0e49\u0e33", "\U0001f3f4\U000e0067\U000e007f"):
        text = f"a {whole} b"
        for at in range(1, len(whole)):
            assert whole_characters(text, 2 + at, 3 + len(whole)) == (2, 3 + len(whole)), ascii(whole)
            assert whole_characters(text, 0, 2 + at) == (0, 2 + len(whole)), ascii(whole)


def test_a_figure_whose_thousands_are_parted_by_spaces_that_do_not_break_stays_whole() -> None:
    source = article("It costs 1\u00a0234\u202f567\u00a0€ and 20 of 300 in 2025\u00a0123 ways")
    whole = "1\u00a0234\u202f567"
    assert _mended(source, "34") == whole
    assert _mended(source, "costs 1") == f"costs {whole}"
    assert _mended(source, "67\u00a0€") == f"{whole}\u00a0€"
    assert _mended(source, "300") == "300"


def test_the_sentence_around_a_place_is_found() -> None:
    source = article("First one. “Is it second?” she asked. Third! And the rest")
    assert _sentence(source, "one") == "First one."
    assert _sentence(source, "second") == "“Is it second?” she asked."
    assert _sentence(source, "Third") == "Third!"
    assert _sentence(source, "rest") == "And the rest"


def test_abbreviations_initials_and_figures_do_not_end_a_sentence() -> None:
    source = article("The U.S. envoy, Mr. J. Doe, paid 3.5 million on Nov. 5. He left.")
    assert _sentence(source, "envoy") == "The U.S. envoy, Mr. J. Doe, paid 3.5 million on Nov. 5."


def test_a_number_of_something_does_not_end_a_sentence() -> None:
    source = article("The envoy read report no. 7 and vol. 12. She said no. Three days went by.")
    assert _sentence(source, "envoy") == "The envoy read report no. 7 and vol. 12."
    assert _sentence(source, "said") == "She said no."


def test_sentences_end_in_japanese_arabic_and_hindi_too() -> None:
    assert _sentence(article("会談した。次は木曜。"), "次") == "次は木曜。"
    assert _sentence(article("هل وصل؟ نعم وصل."), "نعم") == "نعم وصل."
    assert _sentence(article("वह आया। वह गया।"), "गया") == "वह गया।"


def test_the_end_moves_word_by_word_and_keeps_one() -> None:
    source = article("One two three")
    assert shifted_end(source, 0, 3, 1) == 7
    assert shifted_end(source, 0, 13, -1) == 7
    assert shifted_end(source, 0, 13, -9) == 3
    assert shifted_end(source, 0, 13, 5) == 13


def test_the_start_moves_word_by_word_and_keeps_one() -> None:
    source = article("One two three")
    assert shifted_start(source, 8, 13, -1) == 4
    assert shifted_start(source, 0, 13, 1) == 4
    assert shifted_start(source, 0, 13, 9) == 8
    assert shifted_start(source, 0, 13, -1) == 0


def test_bounds_jump_over_noise() -> None:
    source = article("One two", "~ Share this", "three four")
    start, end = shifted_end(source, 0, 7, 1), source.text.index("three") + 5
    assert start == end
    assert shifted_start(source, source.text.index("three"), end, -1) == 4


def test_bounds_move_by_sentences_over_passages_and_noise() -> None:
    source = article("One. Two. Three.", "~ Share. This.", "Four. Five.")
    two = (source.text.index("Two"), source.text.index("Two") + 4)

    def words(start: int, end: int) -> str:
        return source.text[start:end]

    assert words(two[0], end_by_sentences(source, *two, 1)) == "Two. Three."
    assert words(two[0], end_by_sentences(source, *two, 2)).endswith("Four.")
    assert words(two[0], end_by_sentences(source, *two, 9)).endswith("Five.")
    assert words(start_by_sentences(source, *two, -1), two[1]) == "One. Two."
    whole = (0, source.text.index("Five") + 5)
    assert words(0, end_by_sentences(source, *whole, -1)).endswith("Four.")
    assert words(0, end_by_sentences(source, *whole, -9)) == "One."
    assert words(start_by_sentences(source, *whole, 3), whole[1]) == "Four. Five."
    assert start_by_sentences(source, *whole, -1) == 0
    assert end_by_sentences(source, *two, -1) == two[1]


@given(
    st.lists(st.text(st.sampled_from("ab .,’-\u0301日\U0001f600\u00a0\u0639"), min_size=1, max_size=12), min_size=1),
    st.data(),
)
def test_mending_never_loses_a_letter_that_was_selected(passages: list[str], data: st.DataObject) -> None:
    source = article(*("x" + passage for passage in passages))
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    first, last = mended(source, start, end)
    assert 0 <= first <= last <= len(source.text)
    assert source.text[start:end].split() == [] or source.text[start:end].strip() in source.text[first:last]
    assert mended(source, first, last) == (first, last)

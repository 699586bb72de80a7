import unicodedata
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.domain.errors import QuoteNotFound, WrongUse
from briefing.domain.quotes import find_quote, find_quotes

TEXT = (
    "The harbour authority’s new tariff\nenters into force on 1\u00a0March — two weeks late.\n\n"
    "“Nobody was told,” the pilots’ union said. Its e\ufb00ect on co\u00adopera\u00adtion is unclear…\n\n"
    "The Caf\u00e9 de l\u2019Op\u00e9ra stays open. The new tariff does not apply there."
)


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("The harbour authority's new tariff enters", "The harbour authority’s new tariff\nenters"),
        ("on 1 March - two  weeks", "on 1\u00a0March — two  weeks".replace("  ", " ")),
        ('"Nobody was told," the pilots\' union', "“Nobody was told,” the pilots’ union"),
        ("its effect on cooperation is unclear...", "Its e\ufb00ect on co\u00adopera\u00adtion is unclear…"),
        ("CAFE\u0301 DE L'OPE\u0301RA", "Caf\u00e9 de l\u2019Op\u00e9ra"),
        ("  stays open. ", "stays open."),
        ("“The new tariff does not apply there.”", "The new tariff does not apply there."),
        ('two weeks late. "Nobody', "two weeks late.\n\n“Nobody"),
    ],
)
def test_a_quote_is_found_in_spite_of_its_typography(quote: str, stands: str) -> None:
    start, end = find_quote(TEXT, quote)
    assert TEXT[start:end] == stands


def test_all_places_of_a_repeated_quote_are_given_in_order() -> None:
    assert find_quotes(TEXT, "new tariff") == tuple((at, at + 10) for at in (24, TEXT.rindex("new tariff")))
    assert find_quote(TEXT, "new tariff") == (24, 34)


def test_a_whole_word_comes_before_a_part_of_one() -> None:
    assert find_quote("The startling art of art.", "art") == (14, 17)


def test_an_accent_cut_off_is_not_the_same_word() -> None:
    with pytest.raises(QuoteNotFound):
        find_quote("Caf\u00e9 society", "cafe")


def test_a_quote_that_does_not_stand_there_is_refused_with_the_nearest_passage() -> None:
    with pytest.raises(QuoteNotFound) as refusal:
        find_quote(TEXT, "Nobody was informed, the pilots’ union said")
    assert "the nearest passage is “" in str(refusal.value)
    assert "the pilots’ union said" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_long_nearest_passage_is_shortened_at_a_word() -> None:
    words = " ".join(f"word{number}" for number in range(60))
    with pytest.raises(QuoteNotFound) as refusal:
        find_quote(words, words.replace("word30", "sword30"))
    assert len(str(refusal.value)) < 200
    assert str(refusal.value).endswith(" …”.")


@pytest.mark.parametrize("text", ["", "0123 456", "Nothing of the kind."])
def test_a_quote_far_from_everything_is_refused_without_a_passage(text: str) -> None:
    with pytest.raises(QuoteNotFound, match="nothing in it comes near"):
        find_quote(text, "zyx wvut qqjj zzyy")


@pytest.mark.parametrize("quote", ["", "  ", "\u00ad\u200b"])
def test_an_empty_quote_is_wrong_use(quote: str) -> None:
    with pytest.raises(WrongUse):
        find_quote(TEXT, quote)


LETTERS = st.text(alphabet="aé\u0301ﬁ שם👩‍🚀\u00a0\n–-“'", max_size=40)


@given(LETTERS, LETTERS, LETTERS)
def test_any_passage_is_found_letter_for_letter(before: str, quote: str, after: str) -> None:
    start, end = find_quote(f"{before}{quote}x{after}", quote + "x")
    assert f"{before}{quote}x{after}"[start:end] == quote + "x"


Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
FORMS: st.SearchStrategy[Form] = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])
WORDS = st.lists(
    st.sampled_from(["Évian", "e\ufb03cient", "don’t", "“so”", "–", "שלום", "👩‍🚀 flew", "co\u00adop", "x"]), min_size=1
)


@given(WORDS, WORDS, WORDS, FORMS, st.sampled_from([" ", "\n", "\u00a0 "]))
def test_a_passage_is_found_in_any_unicode_form(
    before: list[str], quoted: list[str], after: list[str], form: Form, space: str
) -> None:
    assume(any(any(c.isalpha() for c in word) for word in quoted))
    text = " ".join([*before, *quoted, *after])
    quote = space.join(unicodedata.normalize(form, word).upper() for word in quoted)
    starts_ends = find_quotes(text, quote)
    expected = len(" ".join(before)) + 1
    if quoted[0] != "–" and quoted[-1] != "–":
        assert (expected, expected + len(" ".join(quoted))) in starts_ends
    else:
        assert starts_ends

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.mojibake import examples, mended

RIGHT = "“It’s done”, the mayor of Malmö said – after 25 years… Ça va, naïveté, Ñandú; Київ."


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_utf_8_that_was_taken_for_a_western_encoding_is_put_right(encoding: str) -> None:
    text = RIGHT if encoding == "latin-1" else RIGHT.replace("”", "’").replace("Київ", "Köln")
    wrong = text.encode().decode(encoding)
    assert wrong != text
    assert mended(wrong) == text


def test_text_that_went_wrong_twice_is_put_right() -> None:
    right = "It’s naïve – “really”.".replace("”", "’")
    assert mended(right.encode().decode("cp1252").encode().decode("cp1252")) == right


def test_what_is_wrong_in_one_place_alone_is_put_right_there() -> None:
    assert mended("Malmö and MalmÃ¶ are one town.") == "Malmö and Malmö are one town."


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "CAFÉ–BAR",
        "Ââ, Ãã, Ññ, Ðð, Ïï, «â» and “Ã”",
        "São João, AÇÃO, NÃO, IRMÃ… ÓRFÃ.",
        "Hà Nội; Đà Nẵng; VÂN; Â 5",
        "naïve £5 ½ «mot» §3",
    ],
)
def test_text_that_is_right_stays_as_it_is(text: str) -> None:
    assert mended(text) == text


@given(st.text(st.characters(codec="ascii"), max_size=50))
def test_plain_letters_are_never_touched(text: str) -> None:
    assert mended(text) == text


@given(st.text(st.sampled_from("aé ö’“—ñ€ß"), min_size=1, max_size=30))
def test_whatever_is_mended_is_what_was_meant(text: str) -> None:
    wrong = text.encode().decode("latin-1")
    assert mended(wrong) in (text, wrong)


def test_examples_show_a_word_and_what_becomes_of_it() -> None:
    wrong = "It’s in Malmö.".encode().decode("cp1252")
    assert examples(wrong, mended(wrong)) == (("Itâ€™s", "It’s"), ("MalmÃ¶.", "Malmö."))

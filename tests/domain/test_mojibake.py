import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.mojibake import code_page_of, is_broken, repaired

TEXT = "The “café” by the harbour – 5 € a cup – isn’t Günter’s; naïve façade, Ærø, 二つの港町."


def spoiled(text: str) -> str:
    """UTF-8 read as Windows-1252, the bytes that it lacks as Latin-1, as mail programs and pages do."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def test_text_that_was_decoded_wrongly_is_put_right() -> None:
    assert is_broken(spoiled(TEXT))
    assert repaired(spoiled(TEXT)) == TEXT


def test_a_letter_beside_a_mark_of_which_a_byte_was_lost_is_put_right() -> None:
    lost = spoiled("“café” – “naïve”").replace("\x9d", "")
    assert repaired(lost) == "“caféâ€ – “naïveâ€"


def test_text_that_was_decoded_wrongly_twice_is_put_right_too() -> None:
    assert repaired(spoiled(spoiled(TEXT))) == TEXT


@pytest.mark.parametrize(
    "text", [TEXT, "Ärger Über Öl – „Größe“", "ÀÉÎÕÜ «à», ¿Qué? ¡Sí! 20 °C, § 5 ½", "Ã€ is shown for À"]
)
def test_good_text_is_not_called_broken(text: str) -> None:
    assert not is_broken(text)


@pytest.mark.parametrize("marks", ["\xa0»", "\xa0—", "\xa0…", "…”", "’”"])
def test_an_accent_before_the_marks_of_its_language_is_not_called_broken(marks: str) -> None:
    text = f"« Le marché{marks} et « déjà{marks}, puis « le blé{marks}."
    assert not is_broken(text)
    assert is_broken(f"{text} {spoiled('Günter’s café')}")


def test_good_text_stays_as_it_is() -> None:
    assert repaired(TEXT) == TEXT
    assert repaired("Ärger Über Öl – „Größe“") == "Ärger Über Öl – „Größe“"


@given(st.text(st.sampled_from("aé ö’“—ñ€ßÃÂâ™ø二я😀 "), min_size=1, max_size=30))
def test_whatever_was_good_before_it_was_spoiled_comes_back(text: str) -> None:
    if repaired(text) == text:
        assert repaired(spoiled(text)) == text
        assert repaired(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("cp1251", "Паром продолжит ходить зимой, сообщили в пятницу власти двух портовых городов."),
        ("cp1250", "Przystań pozostanie otwarta, żeby łódź mogła pływać; śnieg i lód są już blisko."),
        ("mac_roman", "Die Fähre fährt über den Hafen, größer und schöner als zuvor, sagte der Bürgermeister."),
        ("cp437", "Le préfet a déclaré que la traversée était déjà fermée à l’été dernier."),
        ("koi8_r", "Паром продолжит ходить зимой, сообщили в пятницу власти двух портовых городов."),
    ],
)
def test_text_that_was_decoded_in_another_code_page_is_put_right(page: str, text: str) -> None:
    broken = text.encode().decode(page, "ignore")
    assert is_broken(broken)
    assert code_page_of(broken) == page
    assert sum(a != b for a, b in zip(repaired(broken).split(), text.split(), strict=True)) <= 1
    assert not is_broken(text)
    assert repaired(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "РЁ СЁМГА Сёмга и Рёв: Вѕ это не ошибка, сказал министр, и повторил это ещё раз.",
        "Ελλάδα: «Το πλοίο φεύγει» – είπε ο δήμαρχος, και η πόλη συμφώνησε.",
        "ПОРОМ ХОДИТИМЕ ВЗИМКУ, є їжа й ґанок, а ще — м’ята.",
    ],
)
def test_good_text_in_other_scripts_is_not_called_broken(text: str) -> None:
    assert not is_broken(text * 3)

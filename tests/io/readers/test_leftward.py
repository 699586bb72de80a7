from briefing.io.readers.leftward import in_reading_order, is_leftward


def placed(*words: str) -> list[tuple[float, str]]:
    """Words as they are seen, from the left."""
    return [(10.0 * i, word) for i, word in enumerate(words)]


def test_words_in_arabic_are_read_from_the_right() -> None:
    assert list(in_reading_order(placed("ثلاثة", "اثنان", "واحد"), leftward=True)) == ["واحد", "اثنان", "ثلاثة"]


def test_latin_words_in_an_arabic_line_keep_their_own_order() -> None:
    seen = placed("نعم", "the", "ferry", "2024", "عبارة")
    assert list(in_reading_order(seen, leftward=True)) == ["عبارة", "the", "ferry", "2024", "نعم"]


def test_arabic_words_in_a_latin_line_keep_their_own_order() -> None:
    seen = placed("the", "ثان", "أول", "ferry")
    assert list(in_reading_order(seen, leftward=False)) == ["the", "أول", "ثان", "ferry"]


def test_the_direction_of_a_page_is_that_of_most_of_its_letters() -> None:
    assert is_leftward("ميناء العبارة 2024 ferry")
    assert not is_leftward("The ferry is called العبارة in Arabic")
    assert not is_leftward("2024")

import pytest

from briefing.domain.language import language_of
from tests.noisy import BLOG, GERMAN, JAPANESE, WIRE

FRENCH = "Les deux villes se sont mises d’accord pour maintenir le bac dans le port, et la maire est venue sur le quai."
SPANISH = (
    "Las dos ciudades acordaron que el transbordador siga todo el invierno, y los vecinos se lo dijeron a la alcaldesa."
)
RUSSIAN = "Два города договорились в пятницу, что паром не будет стоять зимой, и это дешевле, чем мост на севере."


@pytest.mark.parametrize(
    ("text", "language"),
    [(WIRE, "en"), (BLOG, "en"), (GERMAN, "de"), (JAPANESE, "ja"), (FRENCH, "fr"), (SPANISH, "es"), (RUSSIAN, "ru")],
)
def test_the_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_too_little_text_tells_no_language() -> None:
    assert language_of("Ferry 2025") == ""
    assert language_of("") == ""

import pytest

from briefing.domain.addresses import bare_address, is_address


@pytest.mark.parametrize(
    "address",
    [
        "http://harbour.example/2025/ferry",
        "https://www.harbour.example/2025/ferry/",
        "https://m.harbour.example/2025/ferry?utm_source=mail&fbclid=abc#top",
        "https://harbour.example/2025/ferry/amp",
        "https://harbour.example/2025/ferry/index.html",
    ],
)
def test_ways_to_write_one_address_are_one(address: str) -> None:
    assert bare_address(address) == "harbour.example/2025/ferry"


def test_what_names_the_article_stays() -> None:
    assert bare_address("https://harbour.example/?b=2&a=1") == "harbour.example?a=1&b=2"
    assert bare_address("https://harbour.example/one") != bare_address("https://harbour.example/two")
    assert bare_address("") == ""
    assert bare_address("http://[broken") == "http://[broken"


def test_an_address_is_told_from_a_file() -> None:
    assert is_address("HTTPS://harbour.example/")
    assert not is_address("article.html")
    assert not is_address("ftp://harbour.example/")

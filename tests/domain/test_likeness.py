from dataclasses import replace

from briefing.domain.likeness import By, Likeness, same_article
from briefing.domain.outline import outline
from briefing.domain.source import Record, Source
from tests.noisy import BLOG, GERMAN, JAPANESE, MINISTRY, WIRE


def source(text: str, **told: str) -> Source:
    return Source(text, outline(text).passages, Record(**told))  # type: ignore[arg-type]


def test_the_same_file_the_same_text_and_the_same_address_are_recognised() -> None:
    wire = source(WIRE, sha256="ab", address="https://wire.example/1?utm_source=x")
    assert same_article(source("Another text.", sha256="ab"), [wire]) == Likeness(wire, By.FILE)
    assert same_article(source(WIRE, sha256="cd"), [wire]) == Likeness(wire, By.TEXT)
    assert same_article(source("Another text.", address="http://www.wire.example/1"), [wire]) == Likeness(
        wire, By.ADDRESS
    )


def test_an_edited_article_is_recognised_by_its_text() -> None:
    wire = source(WIRE)
    edited = source(WIRE.replace("three times a day", "four times a day").replace("The mill employs", "It employs"))
    assert same_article(edited, [source(MINISTRY), wire]) == Likeness(wire, By.NEARLY)
    japanese = source(JAPANESE)
    assert same_article(source(JAPANESE.replace("金曜日", "土曜日")), [japanese]) == Likeness(japanese, By.NEARLY)


def test_other_noise_around_the_same_article_does_not_matter() -> None:
    blog = source(BLOG)
    bare = BLOG.replace("Home\nTravel\nAbout me\n", "Start\nNews\n").replace("You may also like", "Related posts")
    assert same_article(source(bare), [blog]) == Likeness(blog, By.NEARLY)


def test_different_articles_are_different() -> None:
    known = [source(text) for text in (WIRE, BLOG, MINISTRY, GERMAN)]
    assert same_article(source(JAPANESE), known) is None
    assert all(same_article(one, [other for other in known if other is not one]) is None for one in known)
    assert same_article(source("Short."), [source("Short too.")]) is None


def test_the_strongest_sign_is_told() -> None:
    near, equal = source(WIRE.replace("three", "four")), replace(source(WIRE), id="S2")
    assert same_article(source(WIRE), [near, equal]) == Likeness(equal, By.TEXT)

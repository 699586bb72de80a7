import pytest
from lxml import html

from briefing.io.readers.blocks import Tree
from briefing.io.readers.marks import beside, is_lead, is_other, is_picture


def element(names: str) -> Tree:
    return html.fragment_fromstring(f"<div {names}>Words</div>")


@pytest.mark.parametrize(
    ("names", "mark"),
    [
        ("class='related-articles'", "related"),
        ("id='commentList'", "comment"),
        ("class='c-newsletter c-newsletter--inline'", "newsletter"),
        ("class='article-body'", ""),
        ("class='unrelated'", ""),
    ],
)
def test_a_box_beside_the_article_is_known_by_a_word_of_its_name(names: str, mark: str) -> None:
    assert beside(element(names)) == mark


@pytest.mark.parametrize("names", ["class='with-sidebar-right'", "class='text no-comments'", "class='text--sidebar'"])
def test_a_name_that_says_how_something_looks_is_no_mark(names: str) -> None:
    assert beside(element(names)) == ""


def test_the_tags_of_an_entry_of_a_blog_say_nothing_about_it() -> None:
    assert is_other(element("class='tag-ferry'"))
    assert not is_other(element("class='post-7 hentry tag-ferry author-ada'"))


def test_leads_pictures_and_authors_are_told_apart() -> None:
    assert is_lead(element("class='articleSubtitle'"))
    assert is_picture(element("class='featured-image-description'"))
    assert is_other(element("class='authorProfile'"))
    assert not is_lead(element("class='authorProfile'"))

"""What a page says about itself: in JSON-LD, OpenGraph, meta elements, and on its face."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from briefing.domain.dates import read_date
from briefing.domain.noise import is_furniture, names_in, update_in
from briefing.domain.source import Kind, Record
from briefing.domain.text import fold
from briefing.domain.titles import Headings, choose_title, hung_on, is_signed, outlet_in, repeats
from briefing.io.readers.blocks import Block, Tree
from briefing.io.readers.datelines import Course, course_of, date_seen, lines_around
from briefing.io.readers.gaps import is_prose
from briefing.io.readers.package import FAULTS

Json = Any  # what a script of JSON-LD may hold

_ARTICLES = re.compile(
    r"Article|Report|Posting|NewsItem|Review|Recipe|CreativeWork$|Story|Analysis|Opinion", re.IGNORECASE
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "publish-date", "publish_date", "publishdate", "pubdate", "published", "publication_date",
    "citation_publication_date", "citation_date", "article_date_original", "article.published", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime",
    "ptime", "date", "release_date", "displaydate", "originalpublicationdate", "date.release", "article:create",
    "created", "creation_date", "creation-date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "article.updated", "revised", "modified",
)  # fmt: skip
_PLAIN_FACT = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"([^"\\]{1,300})"')
_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")
_LANGUAGE = re.compile(r"^([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?(?=$|[,;.@\s-])")
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_BYLINE = 100  # characters; names are short
_LARGE, _LENGTHY = 30_000, 3_000_000  # elements and characters of a page in which no date is searched for at length
_LONGEST = 2000  # characters of a fact
_AGAIN = 2  # days from which a date of the data is not that of the address
_HEADINGS = 40  # of a level among which the headline may be
_FAR = 25  # blocks between a headline and the first paragraph of its article


class Facts:
    """The facts of a page, each looked up once, from the most to the least trustworthy place."""

    def __init__(
        self, tree: Tree, blocks: Sequence[Block], address: str = "", main: Sequence[bool] | None = None
    ) -> None:
        self._tree = tree
        self._blocks = blocks
        self._prose = [i for i, is_kept in enumerate(main or ()) if is_kept and is_prose(blocks[i])]
        self._meta = _meta(tree)
        self._data = _article_data(tree)
        self._address = address
        self._seen = [i for i, b in enumerate(blocks) if b.kind is Kind.HEADING and not b.hidden]
        self._title = ""

    def record(self) -> Record:
        """Everything as a record."""
        address = self.address()
        language = self.language()
        host = urlsplit(address or self._address).netloc
        given = self._given_titles()
        outlet = self._named("publisher") or self._first_meta("og:site_name", "application-name", "citation_publisher")
        outlet = fold(outlet) or outlet_in([self._page_title()], host) or self._signed_outlet(given)
        month_first = _is_month_first(language, host)
        self._title = choose_title(given, self._headings(), outlet, host)
        updated = self._updated(month_first=month_first)
        published = self._published(address, month_first=month_first)
        return Record(
            title=self._title,
            authors=self.authors(outlet),
            outlet=outlet,
            published=published or self._searched(updated) or updated,
            updated=updated,
            language=language,
            address=address,
            media_type="text/html",
        )

    def address(self) -> str:
        """The canonical address, absolute, http or https."""
        links = [link.get("href") for link in self._tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
        told = [*links[:1], self._first_meta("og:url", "twitter:url"), _text(self._data.get("url"))]
        for address in told:
            whole = urljoin(self._address, address.strip()) if address else ""
            if re.match(r"https?://[^\s/]+\.[^\s/]+", whole):
                return whole
        return self._address

    def language(self) -> str:
        """The language as BCP 47 writes it, from the element, the meta elements or the data; empty if none is told."""
        root = self._tree if self._tree.tag == "html" else self._tree.find(".//html")
        own = (
            [root.get(name) for name in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")]
            if root is not None
            else []
        )
        told = [
            *own,
            self._first_meta("content-language", "og:locale", "language", "dc.language"),
            _text(self._data.get("inLanguage")),
        ]
        return next(filter(None, map(tag_of, filter(None, told))), "")

    def authors(self, outlet: str) -> tuple[str, ...]:
        """The authors, people rather than the outlet, in order and once each."""
        told = list(_names(self._data.get("author"))) or self._all_meta(
            "article:author", "author", "byl", "citation_author", "dc.creator", "parsely-author", "sailthru.author"
        )
        told = [name for name in told if not name.startswith(("http", "www.", "@"))]
        told = told or [fold(" ".join(e.itertext())) for e in self._marked("author", "byline") if len(e) < 8]  # noqa: PLR2004 - a box about the author has more
        clean = [person for name in told for person in _people(name)]
        if not clean:
            clean = [person for line in self._head for person in names_in(line)][:6]
        people = dict.fromkeys(name for name in clean if name.casefold() != outlet.casefold())
        return tuple(people) or tuple(dict.fromkeys(clean))

    def _given_titles(self) -> list[str]:
        named = [
            _text(self._data.get("headline")),
            self._first_meta("og:title"),
            self._first_meta("twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title"),
            self._page_title(),
        ]
        ordered = [named[1], named[0], *named[2:]] if named[1].startswith(named[0].rstrip("….")) else named
        return [title for title in ordered if title]

    def _page_title(self) -> str:
        title = self._tree.find(".//title")
        return fold((title.text or "")[:_LONGEST]) if title is not None else ""

    def _signed_outlet(self, given: Sequence[str]) -> str:
        """The name that the page's title hangs on to the headline, where the page confirms it; empty otherwise."""
        title = self._page_title()
        headlines = [words for words in given if words != title] + [self._blocks[i].text for i in self._at_level(1)]
        tail = hung_on(title, headlines)
        if not tail:
            return ""
        rights = [block.text[:_LONGEST] for block in self._blocks if _RIGHTS.match(block.text)]
        logos = [image.get("alt") or "" for image in self._tree.iter("img") if _is_logo(image)]
        handles = (self._first_meta("twitter:site"), *(re.sub(r"(?i)\blogo\b", "", words) for words in logos))
        return tail if is_signed(tail, rights, handles) else ""

    def _headings(self) -> Headings:
        """The headings of the first two levels, those of the first before the others."""
        first = self._prose[0] if self._prose else len(self._blocks)
        seen = [i for level in (1, 2) for i in self._at_level(level)]
        near = [i for i in self._at_level(1) if self._prose and first - _FAR <= i < first]
        words = {i: self._blocks[i].text[:_LONGEST] for i in seen}
        return Headings(
            [words[i] for i in seen if i < first],
            [words[i] for i in seen if i >= first],
            words[near[-1]] if near and not is_furniture(words[near[-1]]) else "",
        )

    def _at_level(self, level: int) -> list[int]:
        """The places of the headings of a level, of the first ones."""
        return [i for i in self._seen if self._blocks[i].level == level][:_HEADINGS]

    @cached_property
    def _course(self) -> Course:
        """Where the article runs, once its title is known."""
        return course_of(self._blocks, self._top(self._title), self._prose)

    @cached_property
    def _head(self) -> list[str]:
        """The lines among which a byline and a date stand."""
        return lines_around(self._blocks, self._course)

    def _top(self, title: str) -> int:
        """The place of the headline: of the last heading that is the title, else of the first of the first level."""
        same = [i for i in self._seen if repeats(self._blocks[i].text, title)]
        above = [i for i in same if not self._prose or i < self._prose[0]]
        return next(reversed(above or same), next(iter(self._at_level(1)), -1))

    def _published(self, address: str, *, month_first: bool) -> str:
        """When the page was published, from its data, else from its face, else from its address.

        Where the address is dated days before what is stated, the article was published again.
        """
        dates = (read_date(words, month_first=month_first) for words in self._published_words())
        told = next(filter(None, dates), "")
        told = told or date_seen(self._tree, self._blocks, self._course, month_first=month_first)
        filed = _date_in(address)
        return filed if not told or (filed and _days(filed, told) >= _AGAIN) else told

    def _published_words(self) -> Iterator[str]:
        """What the page's data say of when it was published, each looked up only when it is needed."""
        yield from (_text(self._data.get(key)) for key in ("datePublished", "dateCreated", "uploadDate"))
        yield self._first_meta(*_PUBLISHED)
        yield self._itemprop("datepublished")

    def _updated(self, *, month_first: bool) -> str:
        dates = (read_date(words, month_first=month_first) for words in self._updated_words() if words)
        lined = (update_in(line, month_first=month_first) for line in self._head)
        return next(filter(None, dates), "") or next(filter(None, lined), "")

    def _updated_words(self) -> Iterator[str]:
        """What the page's data say of when it was changed, likewise."""
        yield _text(self._data.get("dateModified"))
        yield self._first_meta(*_UPDATED)
        yield self._itemprop("datemodified")

    def _searched(self, updated: str) -> str:
        """What a wider search for a date finds, as the last resort; that of the update is told better already."""
        is_long = sum(len(block.text) for block in self._blocks) > _LENGTHY
        if is_long or self._tree.xpath(f"count(.//*) > {_LARGE}"):
            return ""
        from htmldate import find_date  # noqa: PLC0415 - seldom needed

        try:
            found = find_date(self._tree, original_date=True, extensive_search=True) or ""
        except FAULTS:  # on pages that it cannot deal with
            return ""
        if updated.startswith(found):
            return ""
        return "" if found.endswith("-01-01") else found  # which stands for a year alone, such as that of a copyright

    def _itemprop(self, name: str) -> str:
        for element in self._properties:
            if element.get("itemprop", "").lower() == name:
                return element.get("content") or element.get("datetime") or fold(" ".join(element.itertext()))
        return ""

    @cached_property
    def _properties(self) -> list[Tree]:
        """The elements that microdata mark."""
        return list(self._tree.xpath(".//*[@itemprop]"))

    def _marked(self, *marks: str) -> list[Any]:
        """Elements that are marked as the author's: by rel, itemprop or class."""
        found = self._tree.xpath(".//*[@rel='author' or @itemprop='author']")
        for mark in marks:
            classed = self._tree.xpath(f".//*[contains(@class, '{mark}')]")
            found += [e for e in classed if len(" ".join(e.itertext())) < _BYLINE]
        return list(found[:3])

    def _named(self, key: str) -> str:
        return next(_names(self._data.get(key)), "")

    def _first_meta(self, *names: str) -> str:
        return next((self._meta[name][0] for name in names if name in self._meta), "")

    def _all_meta(self, *names: str) -> list[str]:
        return next((self._meta[name] for name in names if name in self._meta), [])


def _is_logo(image: Tree) -> bool:
    """Whether a picture calls itself a logo."""
    return any("logo" in (image.get(name) or "").lower() for name in ("alt", "class", "id", "src"))


def tag_of(language: str) -> str:
    """A language as BCP 47 writes it, from what pages say; empty when it is none."""
    found = _LANGUAGE.match(language.strip())
    if not found or found[1].lower() in ("und", "mul", "zxx"):
        return ""
    parts = [found[1].lower(), (found[2] or "").title(), (found[3] or "").upper()]
    return "-".join(filter(None, parts))


def _meta(tree: Tree) -> dict[str, list[str]]:
    """The contents of the meta elements by their lower-case names, in order, empty ones left out."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "")[:_LONGEST].strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _article_data(tree: Tree) -> dict[str, Any]:
    """The node of the page's JSON-LD that describes the article; empty if there is none."""
    nodes = [
        node
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "")
        for node in _nodes(script.text or "")
    ]
    articles = [node for node in nodes if _ARTICLES.search(_text(node.get("@type")))]
    dated = [node for node in articles if node.get("datePublished") or node.get("headline")]
    return (dated or articles or [node for node in nodes if node.get("datePublished")] or [{}])[0]


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    """Every object of a script of JSON-LD, outermost first; nothing where it is broken."""
    text = re.sub(r"^\s*(?:<!--|/\*.*?\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", text)
    try:
        waiting: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        waiting = [_scraped(text)]
    for _ in range(2000):  # nodes of one page; more is no description of an article
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = node[:200] + waiting
        elif isinstance(node, dict):
            yield node
            inner = [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in node]
            waiting += [value for value in inner if isinstance(value, dict | list)]


def _scraped(text: str) -> dict[str, str]:
    """What a broken script of JSON-LD says plainly all the same."""
    found = {key: value for key, value in _PLAIN_FACT.findall(text) if value}
    return {"@type": "Article", **found} if "datePublished" in found or "headline" in found else {}


def _text(value: Json) -> str:
    """The first text that a value of JSON-LD holds."""
    if isinstance(value, list):
        return next(filter(None, map(_text, value)), "")
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name") or value.get("@id"))
    return fold(_unescaped(value[:_LONGEST])) if isinstance(value, str) else ""


def _unescaped(words: str) -> str:
    """Character references, which some pages put into their data, as characters; tags left out."""
    from html import unescape  # noqa: PLC0415 - small, and only here

    return re.sub(r"<[^<>]{1,100}>", "", unescape(words)) if "&" in words or "<" in words else words


def _names(value: Json) -> Iterator[str]:
    """The names that a person, an organisation, a text or a list of them gives."""
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name:
            yield name


def _people(words: str) -> Iterable[str]:
    """The people in an author's entry, without "By", titles hung on, and what is no name."""
    words = re.sub(r"^(?:by|von|par|por|di|автор)[:\s]+", "", fold(words), flags=re.IGNORECASE)
    words = re.split(r"\s+[|•·–—]\s+|\s+@", words)[0]
    parts = re.split(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s+", words) if len(words) > 4 else [words]  # noqa: PLR2004 - no name is shorter
    return [part for part in parts if 1 < len(part) < 80 and any(map(str.isalpha, part))]  # noqa: PLR2004 - the length of names


def _date_in(address: str) -> str:
    found = _IN_ADDRESS.search(urlsplit(address).path)
    return read_date(f"{found[1]}-{found[2]}-{found[3]}") if found else ""


def _days(earlier: str, later: str) -> int:
    """The days from one date to another."""
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days


def _is_month_first(language: str, host: str) -> bool:
    """Whether numbers are dates with the month first: American English, or English of no stated country on .com."""
    return language == "en-US" or (language in ("", "en") and host.endswith((".com", ".org", ".gov", ".edu", ".us")))

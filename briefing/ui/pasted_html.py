"""HTML from browsers and word processors as blocks: paragraphs, lists, bold, italic, links, and nothing else."""

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from briefing.domain.note import Block, Run, Style, Words, block
from briefing.ui.section_look import MAX_LEVEL

_SILENT = {"script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe", "select"}
_VOID = {"br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base", "embed", "source", "track", "param"}
_BLOCKS = {
    "p",
    "div",
    "pre",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "hr",
}
_BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "figcaption", "address", "form", "fieldset"}
_BLOCKS |= {"section", "article", "header", "footer", "main", "aside", "nav", "body", "html", "center"}
_SCHEMES = ("http://", "https://", "mailto:")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_DECLARED = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")
_LEVEL = re.compile(r"level(\d+)")
_COUNTED = re.compile(r"\s*\(?([0-9]+|[a-zA-Z]|[ivxIVX]+)[.)]")
_HEAVY = 600  # the weight from which CSS calls a font bold


@dataclass(frozen=True)
class _Element:
    """An open element, and what it makes of the words in it."""

    tag: str
    words: Words
    is_silent: bool = False
    is_marker: bool = False  # the bullet or number that Word writes out
    is_literal: bool = False


def html_blocks(html: str) -> list[Block]:
    """The blocks of a piece of HTML; pictures, colours, fonts and scripts are left behind."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
    """Collects runs and closes a block wherever the HTML begins or ends one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Element] = [_Element("", Words(""))]
        self._lists: list[Style] = []
        self._runs: list[Run] = []
        self._item: tuple[Style, int] | None = None
        self._blocks: list[Block] = []

    def finish(self) -> list[Block]:
        """The blocks, when all has been read."""
        self._close_block()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        given = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._begin_block(tag, given)
        if tag == "br" and not self._open[-1].is_silent:
            self._runs.append(replace(self._open[-1].words, text="\n"))
        if tag in ("td", "th") and self._runs:
            self._runs.append(Words("\t"))
        if tag not in _VOID:
            self._open.append(_element(tag, given, self._open[-1]))

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those inside of it that were left open."""
        if tag in _BLOCKS:
            self._close_block()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        depth = next((n for n in range(len(self._open) - 1, 0, -1) if self._open[n].tag == tag), 0)
        if depth:
            del self._open[depth:]

    def handle_data(self, data: str) -> None:
        """Take words, white space folded."""
        inside = self._open[-1]
        if inside.is_marker and self._item and _COUNTED.match(data):
            self._item = (Style.NUMBER, self._item[1])
        if inside.is_silent:
            return
        text = data if inside.is_literal else _SPACES.sub(" ", data)
        before = self._runs[-1] if self._runs else None
        follows_space = not isinstance(before, Words) or before.text.endswith((" ", "\n", "\t"))
        if not inside.is_literal and follows_space:
            text = text.removeprefix(" ")
        if text:
            self._runs.append(replace(inside.words, text=clean(text)))

    def _begin_block(self, tag: str, given: dict[str, str]) -> None:
        is_first_in_item = tag != "li" and self._item is not None and not self._runs
        if not is_first_in_item:
            self._close_block()
        if tag in ("ul", "ol"):
            self._close_block()
            self._lists.append(Style.NUMBER if tag == "ol" else Style.BULLET)
        elif tag == "li":
            style = self._lists[-1] if self._lists else Style.BULLET
            self._item = (style, min(MAX_LEVEL, max(0, len(self._lists) - 1)))
        elif "mso-list" in given.get("style", "") and "none" not in _declared(given).get("mso-list", ""):
            level = _LEVEL.search(given["style"])
            self._item = (Style.BULLET, min(MAX_LEVEL, int(level[1]) - 1 if level else 0))

    def _close_block(self) -> None:
        runs = _trimmed(self._runs)
        if runs:
            style, level = self._item or (Style.PARAGRAPH, 0)
            self._blocks.append(block(style, runs, level))
        self._runs, self._item = [], None


def _element(tag: str, given: dict[str, str], around: _Element) -> _Element:
    style = _declared(given)
    is_marker = style.get("mso-list", "").strip().lower() == "ignore"
    is_silent = around.is_silent or is_marker or tag in _SILENT or style.get("display", "").strip() == "none"
    words = around.words
    if tag in ("b", "strong"):
        words = replace(words, bold=True)
    if tag in ("i", "em"):
        words = replace(words, italic=True)
    if tag == "a":
        words = replace(words, link=safe_link(given.get("href", "")))
    words = _styled(words, style)
    return _Element(tag, words, is_silent, is_marker or around.is_marker, tag == "pre" or around.is_literal)


def _declared(given: dict[str, str]) -> dict[str, str]:
    return dict(_DECLARED.findall(given.get("style", "").lower()))


def _styled(words: Words, style: dict[str, str]) -> Words:
    weight = style.get("font-weight", "").strip()
    if weight:
        heavy = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= _HEAVY)
        words = replace(words, bold=heavy)
    slant = style.get("font-style", "").strip()
    if slant:
        words = replace(words, italic=slant in ("italic", "oblique"))
    return words


def safe_link(address: str) -> str:
    """An address that a note may link to (web or mail), else nothing."""
    tidy = clean(address.strip()).replace("\n", "")
    return tidy if tidy.lower().startswith(_SCHEMES) else ""


def clean(text: str) -> str:
    """Text without control characters and lone surrogates, every kind of line end a line feed."""
    text = re.sub("\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffc\ufeff\ufdd0\ufdd1\ufffe\uffff]", "", text)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Runs without white space at either end; a no-break space inside is kept."""
    kept = list(block(Style.PARAGRAPH, runs).runs)
    while kept and isinstance(kept[-1], Words) and not kept[-1].text.rstrip():
        kept.pop()
    while kept and isinstance(kept[0], Words) and not kept[0].text.lstrip():
        kept.pop(0)
    if kept and isinstance(kept[0], Words):
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    if kept and isinstance(kept[-1], Words):
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)

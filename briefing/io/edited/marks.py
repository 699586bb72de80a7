"""Markdown: paragraphs with their citations out of an edited note, as a CommonMark parser reads it."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.domain.errors import BriefingError
from briefing.domain.legible import legible, link_target
from briefing.domain.note import Block, Citation, Run, Style, Words, block
from briefing.domain.options import Counting
from briefing.domain.printed import Document
from briefing.domain.readback import Edited, EditedDocument
from briefing.io.edited.gathering import Gathering, Notes

_FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_DEFINITION = re.compile(
    r"^\[\^([\w-]+)\]:[ \t]*(.*(?:\n(?!\[\^|[ \t]*$).+)*(?:\n(?:[ \t]*\n)*(?:[ ]{4}|\t).*)*)", re.MULTILINE
)
_MARK = re.compile(r"(?<!\\)((?:\\\\)*)\[\^([\w-]+)\]")  # a backslash before it may itself be protected
_NUMBER = re.compile(r"\A\d+(?:\.\d+)*\.?\s+")
_OPEN, _CLOSE = "\ue000", "\ue001"  # tell real marks from typed ones while the text is parsed
_HELD = re.compile(rf"\[\^{_OPEN}([\w-]+){_CLOSE}\]")


def read_marks(data: bytes, sent: Document) -> EditedDocument:
    """The paragraphs of an edited Markdown note, by section; BriefingError if it is no text."""
    try:
        text = legible(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BriefingError("The edited file is not UTF-8 text; save it as UTF-8 Markdown.") from error
    notes = {match[1]: match[2] for match in _DEFINITION.finditer(text)}
    body = _DEFINITION.sub("", _FRONT.sub("", text)).replace(_OPEN, "").replace(_CLOSE, "")
    tokens = MarkdownIt("commonmark").parse(_MARK.sub(rf"\1[^{_OPEN}\2{_CLOSE}]", body))
    return _Reading(sent, notes).document(tokens)


class _Reading:
    """Reads one stream of tokens."""

    def __init__(self, sent: Document, notes: dict[str, str]) -> None:
        self._known = Notes(sent)
        self._notes = {label: _text_of(words) for label, words in notes.items()}
        self._counting = sent.options.counting
        self._is_before = True
        self._has_bottom_line = False
        self._gathering = Gathering(sent)

    def document(self, tokens: Sequence[Token]) -> EditedDocument:
        lists: list[Style] = []
        quotes, heading = 0, 0
        for token in tokens:
            if token.type in ("bullet_list_open", "ordered_list_open"):
                lists.append(Style.BULLET if token.type.startswith("bullet") else Style.NUMBER)
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                lists.pop()
            elif token.type in ("blockquote_open", "blockquote_close"):
                quotes += 1 if token.type.endswith("open") else -1
            elif token.type == "heading_open":
                heading = int(token.tag[1:])
            elif token.type == "inline":
                self._inline(token, heading, lists[-1] if lists else None, len(lists) - 1, is_quote=quotes > 0)
                heading = 0
            elif token.type in ("fence", "code_block", "html_block"):
                self._gathering.add(Edited(block(Style.PARAGRAPH, [Words(token.content.strip())])))
        return self._gathering.done()

    def _inline(self, token: Token, heading: int, listed: Style | None, level: int, *, is_quote: bool) -> None:
        runs = list(self._known.cited(block(Style.PARAGRAPH, self._runs(token.children or ())).runs))
        style = Style.HEADING if heading else listed or (Style.QUOTE if is_quote else Style.PARAGRAPH)
        counted = runs if heading == 1 else self._uncounted(style, runs)
        read = Edited(block(style, counted, max(level, 0) if listed else 0))
        if heading == 1:
            self._gathering.title(read)
        elif heading == 2:  # noqa: PLR2004 (sections are headings of the second level)
            self._is_before = False
            self._gathering.open(read)
        elif self._is_before:
            self._front(read)
        else:
            self._gathering.add(read)

    def _front(self, read: Edited) -> None:
        """A line before the first section: a field of the front matter, or of the bottom line, behind its label."""
        runs = read.block.runs
        label = runs[0].text if runs and isinstance(runs[0], Words) and runs[0].bold else ""
        value = Edited(Block(runs=(Words("".join(r.text for r in runs[1:] if isinstance(r, Words)).strip()),)))
        if label.rstrip().endswith(":") and self._gathering.is_bottom_line(label):
            self._has_bottom_line = True
            self._gathering.bottom_line(value)
        elif label.rstrip().endswith(":"):
            self._gathering.field(label, value)
        elif self._has_bottom_line:
            self._gathering.bottom_line(read)
        else:
            self._gathering.add(read)

    def _uncounted(self, style: Style, runs: list[Run]) -> list[Run]:
        """Runs without the number that the document gave to a heading or a paragraph."""
        first = runs[0] if runs else None
        if not isinstance(first, Words):
            return runs
        if style is Style.HEADING and self._counting is Counting.HEADINGS:
            return [replace(first, text=_NUMBER.sub("", first.text, count=1)), *runs[1:]]
        is_number = style is Style.PARAGRAPH and first.bold and _NUMBER.fullmatch(f"{first.text} ")
        if not is_number or self._counting is not Counting.PARAGRAPHS:
            return runs
        match runs[1:]:
            case [Words() as behind, *rest]:
                return [replace(behind, text=behind.text.lstrip()), *rest]
            case rest:
                return rest

    def _runs(self, tokens: Sequence[Token]) -> Iterator[Run]:
        bold = italic = 0
        link = ""
        for token in tokens:
            bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
            italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
            if token.type in ("link_open", "link_close"):
                link = link_target(str(token.attrGet("href"))) if token.type == "link_open" else ""
            text = {"hardbreak": "\n", "softbreak": " "}.get(token.type, token.content)
            if text:
                yield from self._cited(Words(text, bold > 0, italic > 0, link))

    def _cited(self, words: Words) -> Iterator[Run]:
        """Words with the marks in them as citations; an unknown mark is replaced by the words of its note."""
        for index, part in enumerate(_HELD.split(words.text)):
            if index % 2 == 0:
                yield Words(part, words.bold, words.italic, words.link)
            elif excerpt := self._known.excerpt_of(self._notes.get(part, ""), part):
                yield Citation(excerpt)
            else:
                yield Words(f" [{self._notes.get(part, part)}]")


def _text_of(marks: str) -> str:
    """The words of a footnote without their marks."""
    tokens = (token for token in MarkdownIt("commonmark").parse(textwrap.dedent(marks)) if token.type == "inline")
    return " ".join("".join(_plain(child) for child in token.children or ()) for token in tokens)


def _plain(token: Token) -> str:
    return {"hardbreak": " ", "softbreak": " "}.get(token.type, token.content)

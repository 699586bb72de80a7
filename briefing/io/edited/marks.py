"""Markdown: paragraphs with their citations out of an edited note, as a CommonMark parser reads it."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.domain.errors import BriefingError
from briefing.domain.legible import legible, link_target
from briefing.domain.note import Citation, Run, Style, Words, block
from briefing.domain.printed import Document
from briefing.domain.readback import Edited, EditedDocument
from briefing.io.edited.gathering import Gathering

_FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_DEFINITION = re.compile(r"^\[\^([\w-]+)\]:[ \t]*(.*(?:\n(?:[ ]{4}|\t).*|\n(?=\n[ ]{4}))*)", re.MULTILINE)
_MARK = re.compile(r"(?<!\\)\[\^([\w-]+)\]")
_OPEN, _CLOSE = "\ue000", "\ue001"  # tell real marks from typed ones while the text is parsed
_HELD = re.compile(rf"\[\^{_OPEN}([\w-]+){_CLOSE}\]")


def read_marks(data: bytes, sent: Document) -> EditedDocument:
    """The paragraphs of an edited Markdown note, by section; BriefingError if it is no text."""
    try:
        text = legible(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BriefingError("The edited file is not UTF-8 text; save it as UTF-8 Markdown.") from error
    notes = {match[1]: " ".join(match[2].split()) for match in _DEFINITION.finditer(text)}
    body = _DEFINITION.sub("", _FRONT.sub("", text)).replace(_OPEN, "").replace(_CLOSE, "")
    tokens = MarkdownIt("commonmark").parse(_MARK.sub(rf"[^{_OPEN}\1{_CLOSE}]", body))
    return _Reading(sent, notes).document(tokens)


class _Reading:
    """Reads one stream of tokens."""

    def __init__(self, sent: Document, notes: dict[str, str]) -> None:
        self._excerpts = {note.label: note.excerpt for note in sent.footnotes}
        self._notes = notes
        self._marking = sent.marking
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
        runs = list(self._runs(token.children or ()))
        text = "".join(run.text for run in runs if isinstance(run, Words))
        if heading in (1, 2):
            if heading == 2:  # noqa: PLR2004 (sections are headings of the second level)
                self._gathering.open(text)
            return
        if self._marking and text == self._marking:
            return
        style = Style.HEADING if heading else listed or (Style.QUOTE if is_quote else Style.PARAGRAPH)
        self._gathering.add(Edited(block(style, runs, max(level, 0) if listed else 0)))

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
            elif part in self._excerpts:
                yield Citation(self._excerpts[part])
            else:
                yield Words(f" [{self._notes.get(part, part)}]")

"""The clipboard of a section: blocks for the same note, words and plain HTML for other programs; and all of it back."""

import json
from collections.abc import Callable, Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData

from briefing.domain.note import Block, Citation, Note, Run, Style, Words, block
from briefing.ui.pasted_html import clean, html_blocks

BLOCKS = "application/x-briefing-blocks"  # blocks as JSON, with the id of their note


def carry(
    data: QMimeData, blocks: Sequence[Block], note_id: str, label: Callable[[str], str], *, is_of_words: bool = False
) -> None:
    """Put blocks on the clipboard, or whole words; other programs see them with citations as `[S1 p12]`."""
    for name in data.formats():
        data.removeFormat(name)
    body = {"note": note_id, "blocks": [_packed(b) for b in blocks], "words": is_of_words}
    data.setData(BLOCKS, json.dumps(body).encode())
    data.setText("\n".join(_plain(b, label) for b in blocks))
    data.setHtml("".join(_html(b, label) for b in blocks))


def can_paste(data: QMimeData | None) -> bool:
    """Whether there are blocks or words to paste; an empty clipboard may give nothing at all.

    Files are nothing to paste: they are articles, and those are for the window.
    """
    if data is None or any(url.isLocalFile() for url in data.urls()):
        return False
    return data.hasFormat(BLOCKS) or data.hasHtml() or data.hasText()


def blocks_from(data: QMimeData, note: Note) -> list[Block]:
    """The blocks that pasting brings; citations come along only within their own note."""
    if data.hasFormat(BLOCKS):
        return _unpacked_all(bytes(data.data(BLOCKS).data()), note)
    if data.hasHtml():
        return html_blocks(data.html()) or plain_blocks(data.text())
    return plain_blocks(data.text())


def brings_words(data: QMimeData) -> bool:
    """Whether what comes was whole words of a section, which want a space between them and others."""
    try:
        return json.loads(bytes(data.data(BLOCKS).data()))["words"] is True
    except (ValueError, KeyError, TypeError):
        return False


def plain_blocks(text: str) -> list[Block]:
    """A paragraph for each line that is not empty."""
    lines = clean(text).split("\n")
    return [block(Style.PARAGRAPH, [Words(line)]) for line in lines if line.strip()] or _spaces(text)


def _spaces(text: str) -> list[Block]:
    """White space alone is pasted as it is, if it is on one line."""
    return [block(Style.PARAGRAPH, [Words(text)])] if text and not text.strip(" \t\u00a0") else []


def _packed(b: Block) -> dict[str, object]:
    return {"style": b.style.value, "level": b.level, "runs": [_packed_run(run) for run in b.runs]}


def _packed_run(run: Run) -> dict[str, object]:
    if isinstance(run, Citation):
        return {"excerpt": run.excerpt}
    return {"text": run.text, "bold": run.bold, "italic": run.italic, "link": run.link}


def _unpacked_all(data: bytes, note: Note) -> list[Block]:
    """Blocks as they were copied; data that this program did not write gives none."""
    try:
        body = json.loads(data)
        is_home = body["note"] == note.id
        return [_unpacked(b, note if is_home else None) for b in body["blocks"]]
    except (ValueError, KeyError, TypeError):
        return []


def _unpacked(packed: dict[str, object], note: Note | None) -> Block:
    runs, level = packed["runs"], packed["level"]
    if not isinstance(runs, list) or not isinstance(level, int):
        raise TypeError(packed)
    return block(Style(str(packed["style"])), _unpacked_runs(runs, note), level)


def _unpacked_runs(runs: list[dict[str, object]], note: Note | None) -> Iterable[Run]:
    for run in runs:
        if "excerpt" not in run:
            yield Words(str(run["text"]), run["bold"] is True, run["italic"] is True, str(run["link"]))
        elif note and note.has_excerpt(str(run["excerpt"])):
            yield Citation(str(run["excerpt"]))


def _plain(b: Block, label: Callable[[str], str]) -> str:
    words = "".join(run.text if isinstance(run, Words) else f" [{label(run.excerpt)}]" for run in b.runs)
    return {Style.BULLET: "- ", Style.NUMBER: "1. "}.get(b.style, "") + words.lstrip(" ")


def _html(b: Block, label: Callable[[str], str]) -> str:
    inner = "".join(_html_run(run, label) for run in b.runs)
    opening, closing = {
        Style.BULLET: ("<ul><li>", "</li></ul>"),
        Style.NUMBER: ("<ol><li>", "</li></ol>"),
        Style.QUOTE: ("<blockquote>", "</blockquote>"),
        Style.HEADING: ("<h3>", "</h3>"),
    }.get(b.style, ("<p>", "</p>"))
    return opening + inner + closing


def _html_run(run: Run, label: Callable[[str], str]) -> str:
    if isinstance(run, Citation):
        return f" [{escape(label(run.excerpt))}]"
    text = escape(run.text).replace("\n", "<br>")
    text = f"<b>{text}</b>" if run.bold else text
    text = f"<i>{text}</i>" if run.italic else text
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text

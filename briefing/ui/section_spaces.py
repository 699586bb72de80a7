"""Spaces around words that are moved: none is left double, none is missing where they come to stand."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from briefing.domain.note import Block, Run, Words, block
from briefing.domain.wording import is_unspaced
from briefing.ui.section_text import OBJECT

_OPENING = "([{“„«‚‘‹¿¡"
_CLOSING = ".,;:!?…)]}”»’›。、，！？"


def is_of_words(cursor: QTextCursor) -> bool:
    """Whether a selection within one block is whole words, without a space at either end."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    if start == end or document.findBlock(start) != document.findBlock(end):
        return False
    if _is_space(document.characterAt(start)) or _is_space(document.characterAt(end - 1)):
        return False
    cuts_first = _is_word(_before(cursor, start)) and _is_word(document.characterAt(start))
    return not cuts_first and not (_is_word(document.characterAt(end - 1)) and _is_word(document.characterAt(end)))


def remove_words(cursor: QTextCursor) -> None:
    """Take a selection away, and of the two spaces around whole words one."""
    if is_of_words(cursor):
        _take_space_along(cursor)
    cursor.removeSelectedText()


def _take_space_along(cursor: QTextCursor) -> None:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    before, after = _before(cursor, start), cursor.document().characterAt(end)
    is_last = _ends_block(after) or after in _CLOSING
    if _is_space(after) and (not before or _is_space(before) or before in _OPENING):
        end += 1
    elif _is_space(before) and is_last:
        start -= 1
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def spaced(cursor: QTextCursor, blocks: Sequence[Block]) -> list[Block]:
    """Whole words that are one paragraph with the spaces they need between their new neighbours; all else as it is."""
    words = blocks[0] if len(blocks) == 1 else None
    if words is None or not words.runs:
        return list(blocks)
    before, after = _before(cursor, cursor.selectionStart()), cursor.document().characterAt(cursor.selectionEnd())
    if _is_word(before) and _is_word(after) and not cursor.hasSelection():
        return list(blocks)  # inside of a word there is no place for another: it is meant
    lead = " " if _wants_space(before, _letters(words.runs[0])[0]) else ""
    trail = " " if _wants_space(_letters(words.runs[-1])[-1], after) else ""
    return [replace(words, runs=block(words.style, (Words(lead), *words.runs, Words(trail))).runs)]


def _wants_space(left: str, right: str) -> bool:
    """Whether a space belongs between two characters, the first of which may end a word and the second begin one."""
    if not left or _ends_block(right) or is_unspaced(left) or is_unspaced(right):
        return False
    return (_is_word(left) or left in _CLOSING or left == OBJECT) and (_is_word(right) or right in _OPENING)


def _letters(run: Run) -> str:
    return run.text if isinstance(run, Words) else OBJECT


def _before(cursor: QTextCursor, position: int) -> str:
    """The character before a position, empty at the start of its block."""
    document = cursor.document()
    return "" if document.findBlock(position).position() == position else document.characterAt(position - 1)


def _ends_block(character: str) -> bool:
    return character in ("", "\0", "\u2029", "\u2028")


def _is_space(character: str) -> bool:
    return character in (" ", "\u00a0")


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"

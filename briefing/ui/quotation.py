"""A quotation with its citation: its words are the source's, and what an analyst writes beside it stays his own."""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor

from briefing.domain.note import Block, Style, Words
from briefing.ui.section_look import CHIP, EXCERPT, Look, style_of
from briefing.ui.section_text import dress, fragments, read_block, redress

_Move, _Mode = QTextCursor.MoveOperation, QTextCursor.MoveMode


def quoted(piece: QTextBlock) -> str:
    """The excerpt that a quote block ends with, empty for other blocks."""
    if style_of(piece.blockFormat()) is not Style.QUOTE:
        return ""
    cited = read_block(piece).citations
    return cited[-1] if cited else ""


def excerpt_at(cursor: QTextCursor) -> str:
    """The excerpt that the caret or selection is at: a chip beside it, or the citation of the quote it is in."""
    probe = QTextCursor(cursor)
    for position in (cursor.selectionStart() + 1, cursor.selectionStart()):
        probe.setPosition(min(position, cursor.document().characterCount() - 1))
        if probe.charFormat().objectType() == CHIP:
            return probe.charFormat().stringProperty(EXCERPT)
    return quoted(cursor.block())


def is_behind(cursor: QTextCursor) -> bool:
    """Whether the caret, or all of a selection, is where a quotation has ended: behind the chip at its end."""
    piece = cursor.block()
    is_at_end = not cursor.hasSelection() and cursor.atBlockEnd()
    return is_at_end and _is_chip_before(cursor) and bool(quoted(piece))


def _is_chip_before(cursor: QTextCursor) -> bool:
    """Whether a chip stands directly before the caret."""
    at = cursor.position()
    return any(end == at and made.objectType() == CHIP for _, end, _, made in fragments(cursor.block()))


def begin_own_words(cursor: QTextCursor, look: Look, like: Words) -> bool:
    """Where a quotation has ended, begin a paragraph for what is written now, emphasised alike. False elsewhere."""
    if not is_behind(cursor):
        return False
    leave_quote(cursor, look)
    cursor.setCharFormat(look.words(Style.PARAGRAPH, like))
    return True


def bring_own_words(blocks: Sequence[Block]) -> bool:
    """Whether blocks bring words; a citation alone may stand beside another."""
    return any(block.text.strip() for block in blocks)


def leave_quote(cursor: QTextCursor, look: Look) -> None:
    """Begin a paragraph behind the quote that the caret is in, or before it at its start."""
    if cursor.atBlockStart():
        new_block(cursor, Style.QUOTE, 0, look)
        dress_alone(cursor.block().previous(), Block(), look)
        cursor.movePosition(_Move.PreviousBlock)
    else:
        cursor.movePosition(_Move.EndOfBlock)
        new_block(cursor, Style.PARAGRAPH, 0, look)


def new_block(cursor: QTextCursor, style: Style, level: int, look: Look) -> None:
    """Begin a block at the caret; what stood behind the caret is in it."""
    cursor.insertBlock(look.block(style, level), look.words(style, Words("")))
    redress(cursor.block(), look)


def dress_alone(piece: QTextBlock, like: Block, look: Look) -> None:
    """Give one block the style and level of another; its words stay."""
    at = QTextCursor(piece)
    dress(at, like, look)
    redress(at.block(), look)


def spare_quote(cursor: QTextCursor, *, is_forward: bool) -> bool:
    """Go over the edge between own words and a quote with a citation, which a deletion would make one. False elsewhere.

    An empty block beside the quote is deleted as ever.
    """
    here = cursor.block()
    other = here.next() if is_forward else here.previous()
    is_at_edge = cursor.atBlockEnd() if is_forward else cursor.atBlockStart()
    if cursor.hasSelection() or not is_at_edge or not other.isValid() or 1 in (here.length(), other.length()):
        return False
    if not quoted(here) and not quoted(other):
        return False
    cursor.movePosition(_Move.NextCharacter if is_forward else _Move.PreviousCharacter)
    return True


def select_chip(cursor: QTextCursor, *, is_forward: bool) -> bool:
    """Select the last chip of a quotation, which the next key of the kind takes away. False where none is beside.

    A quotation without it no longer says where it comes from; one key too many must not do that.
    """
    piece = cursor.block()
    if cursor.hasSelection() or not quoted(piece) or len(read_block(piece).citations) > 1:
        return False
    probe = QTextCursor(cursor)
    if is_forward and not probe.movePosition(_Move.NextCharacter):
        return False
    if probe.block() != piece or not _is_chip_before(probe):
        return False
    cursor.movePosition(_Move.NextCharacter if is_forward else _Move.PreviousCharacter, _Mode.KeepAnchor)
    return True

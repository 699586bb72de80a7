"""What a word processor does at Enter, Backspace and Tab, and at the marks that begin a list, a quote or a heading."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor

from briefing.domain.note import Block, Style, Words
from briefing.ui.quotation import bring_own_words, dress_alone, is_behind, leave_quote, new_block, quoted
from briefing.ui.section_look import CHIP, MAX_LEVEL, STAND_IN, Look, bare, level_of, style_of
from briefing.ui.section_text import dress, fragments, insert_runs, read_block

ITEMS = (Style.BULLET, Style.NUMBER)
_MARKS = (
    (re.compile(r"[-*•–]"), Style.BULLET),
    (re.compile(r"1[.)]"), Style.NUMBER),
    (re.compile(r">"), Style.QUOTE),
    (re.compile(r"#{1,4}"), Style.HEADING),
)


def blocks_of(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that a selection touches, or the one that the caret is in."""
    document = cursor.document()
    piece = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    pieces = [piece]
    while piece.blockNumber() < last:
        piece = piece.next()
        pieces.append(piece)
    return pieces


def turn_into(cursor: QTextCursor, style: Style, look: Look) -> None:
    """Give every block of the selection a style; levels stay among bullets and numbers."""
    cursor.beginEditBlock()
    for piece in blocks_of(cursor):
        old = read_block(piece)
        level = old.level if style in ITEMS and old.style in ITEMS else 0
        dress_alone(piece, Block(style, (), level), look)
    cursor.endEditBlock()


def enter(cursor: QTextCursor, look: Look) -> None:
    """Begin a new block as a word processor would; an empty item, quote or heading becomes less instead.

    A quote with a citation is never parted, for its words are the source's: own words begin behind it.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    piece = cursor.block()
    style, level = style_of(piece.blockFormat()), level_of(piece.blockFormat())
    if piece.length() == 1 and style is not Style.PARAGRAPH:
        _lessen(piece, style, level, look)
    elif quoted(piece) and not cursor.atBlockStart():
        leave_quote(cursor, look)
    elif style in (Style.QUOTE, Style.HEADING) and cursor.atBlockEnd():
        new_block(cursor, Style.PARAGRAPH, 0, look)
    elif style in (Style.QUOTE, Style.HEADING) and cursor.atBlockStart():
        new_block(cursor, style, level, look)
        dress_alone(cursor.block().previous(), Block(), look)
    else:
        new_block(cursor, style, level, look)
    cursor.endEditBlock()


def _lessen(piece: QTextBlock, style: Style, level: int, look: Look) -> None:
    outer = Block(style, (), level - 1) if style in ITEMS and level else Block()
    dress_alone(piece, outer, look)


def backspace(cursor: QTextCursor, look: Look) -> bool:
    """At the start of an item, quote or heading: make it a paragraph. False where there is nothing of the kind."""
    made = cursor.blockFormat()
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    if style_of(made) is Style.PARAGRAPH and not level_of(made):
        return False
    dress_alone(cursor.block(), Block(), look)
    return True


def indent(cursor: QTextCursor, by: int, look: Look) -> bool:
    """Move bullets and numbers a level in or out, at most one below the item before; False outside of lists."""
    pieces = [piece for piece in blocks_of(cursor) if style_of(piece.blockFormat()) in ITEMS]
    cursor.beginEditBlock()
    for piece in pieces:
        made = piece.blockFormat()
        style, level = style_of(made), level_of(made)
        wanted = max(0, min(level + by, _deepest(piece))) if by > 0 else max(0, level + by)
        if wanted != level:
            dress_alone(piece, Block(style, (), wanted), look)
    cursor.endEditBlock()
    return bool(pieces)


def _deepest(piece: QTextBlock) -> int:
    before = piece.previous()
    if not before.isValid() or style_of(before.blockFormat()) not in ITEMS:
        return level_of(piece.blockFormat())
    return min(MAX_LEVEL, max(level_of(before.blockFormat()) + 1, level_of(piece.blockFormat())))


def mark_at(cursor: QTextCursor) -> Style | None:
    """The style that a mark and a space at the start of a paragraph ask for, when the caret is behind them."""
    piece = cursor.block()
    before = piece.text()[: cursor.positionInBlock()]
    if cursor.hasSelection() or style_of(piece.blockFormat()) is not Style.PARAGRAPH or not before.endswith(" "):
        return None
    return next((style for mark, style in _MARKS if mark.fullmatch(before[:-1])), None)


def follow_mark(cursor: QTextCursor, style: Style, look: Look) -> None:
    """Take the mark before the caret away and give the block the style that it asks for."""
    cursor.beginEditBlock()
    cursor.setPosition(cursor.block().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    dress_alone(cursor.block(), Block(style), look)
    cursor.endEditBlock()


def emphasise(cursor: QTextCursor, look: Look, **changes: bool | str) -> None:
    """Change bold, italic or link of the words in a selection."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    cursor.beginEditBlock()
    for piece in blocks_of(cursor):
        style = style_of(piece.blockFormat())
        for left, right, _, made in list(fragments(piece)):
            if left < end and right > start and made.objectType() not in (CHIP, STAND_IN):
                at = QTextCursor(piece)
                at.setPosition(max(left, start))
                at.setPosition(min(right, end), QTextCursor.MoveMode.KeepAnchor)
                at.setCharFormat(look.words(style, changed(bare(made), **changes)))
    cursor.endEditBlock()


def without_spaces(cursor: QTextCursor) -> QTextCursor:
    """The selection without the white space at its ends, which a selection of words takes along."""
    start, end, document = cursor.selectionStart(), cursor.selectionEnd(), cursor.document()
    while start < end and document.characterAt(start).isspace():
        start += 1
    while start < end and document.characterAt(end - 1).isspace():
        end -= 1
    narrow = QTextCursor(cursor)
    narrow.setPosition(start)
    narrow.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return narrow


def changed(words: Words, **changes: bool | str) -> Words:
    """Words with another emphasis."""
    bold, italic = bool(changes.get("bold", words.bold)), bool(changes.get("italic", words.italic))
    return Words(words.text, bold, italic, str(changes.get("link", words.link)))


def has_everywhere(cursor: QTextCursor, name: str) -> bool:
    """Whether all the words of a selection are bold (or italic), so that the key takes it away."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found = [
        getattr(bare(made), name)
        for piece in blocks_of(cursor)
        for left, right, _, made in fragments(piece)
        if left < end and right > start and made.objectType() not in (CHIP, STAND_IN)
    ]
    return bool(found) and all(found)


def link_ends_at(cursor: QTextCursor) -> bool:
    """Whether what stands before the caret is linked and what stands behind it is not, or not to the same address."""
    href = cursor.charFormat().anchorHref()
    behind = QTextCursor(cursor)
    behind.setPosition(cursor.position())
    if behind.atBlockEnd():
        return bool(href)
    behind.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return bool(href) and behind.charFormat().anchorHref() != href


def select_link(cursor: QTextCursor) -> None:
    """Select all the words of the link that the caret is in or behind."""
    href = cursor.charFormat().anchorHref()
    parts = [(left, right) for left, right, _, made in fragments(cursor.block()) if made.anchorHref() == href]
    at = next((n for n, (left, right) in enumerate(parts) if left < cursor.position() <= right), None)
    if at is None:
        return
    first = last = at
    while first and parts[first - 1][1] == parts[first][0]:
        first -= 1
    while last + 1 < len(parts) and parts[last + 1][0] == parts[last][1]:
        last += 1
    cursor.setPosition(parts[first][0])
    cursor.setPosition(parts[last][1], QTextCursor.MoveMode.KeepAnchor)


_USUAL_MARKS = (("“", "”"), ("‘", "’"))  # double and single, each opening and closing
_MARKS_OF = {
    "de": (("„", "“"), ("‚", "‘")),
    "fr": (("«\u00a0", "\u00a0»"), ("‹\u00a0", "\u00a0›")),
    "es": (("«", "»"), ("“", "”")),
    "it": (("«", "»"), ("“", "”")),
    "pt": (("«", "»"), ("“", "”")),
}


def quotation_mark(cursor: QTextCursor, typed: str, language: str) -> str:
    """The typographic mark for a straight one at the caret: opening at the start of a word, else closing."""
    before = "" if cursor.atBlockStart() else cursor.document().characterAt(cursor.position() - 1)
    opens = not before or before.isspace() or before in "([{–—„“«‚‘‹\ufffc\u2028"
    if typed == "'" and not opens:
        return "’"  # an apostrophe
    double, single = _MARKS_OF.get(language.split("-", maxsplit=1)[0], _USUAL_MARKS)
    return (double if typed == '"' else single)[0 if opens else 1]


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block], look: Look) -> None:
    """Put blocks where the caret is: the first joins the block it comes into, unless that one is empty.

    Several come behind a quote with a citation, not into it, and so does what is put behind its chip.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if (len(blocks) > 1 and quoted(cursor.block())) or (bring_own_words(blocks) and is_behind(cursor)):
        leave_quote(cursor, look)
    for number, new in enumerate(blocks):
        if number:
            cursor.insertBlock(look.block(new.style, new.level), look.words(new.style, Words("")))
        elif cursor.block().length() == 1 and (len(blocks) > 1 or new.style is not Style.PARAGRAPH):
            dress(cursor, new, look)
        insert_runs(cursor, new.runs, look)
    cursor.endEditBlock()


def insert_quote(cursor: QTextCursor, quote: Block, look: Look) -> None:
    """Put a quote with its citation where the caret is: into the words there, but behind another quote."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if quoted(cursor.block()):
        leave_quote(cursor, look)
    if cursor.block().length() == 1:
        dress(cursor, quote, look)
    insert_runs(cursor, quote.runs, look)
    cursor.endEditBlock()

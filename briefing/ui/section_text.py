"""Blocks of a section as a text document, and back: exact both ways for every block in its normal form.

A text document counts UTF-16 units, ends a block at a line feed and cannot hold some characters at all. A line feed
inside a block is a line separator there; what cannot be held is an inline object that remembers its code point.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from briefing.domain.ends import shared_ends
from briefing.domain.note import Block, Citation, Run, Style, Words, block
from briefing.ui.section_look import CHIP, CODE, EXCERPT, SIDE, STAND_IN, WORN, Look, bare, level_of, style_of

OBJECT = "\ufffc"
LINE = "\u2028"
# What a text document would take for something else, or lose.
_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\u2028\u2029\ufdd0\ufdd1\ufeff\ufffe\uffff\ud800-\udfff]")
_STRANGE_APART = re.compile(f"({_STRANGE.pattern})")
Cell = tuple[str, Words | Citation]  # one character with the run it would be alone


def read(document: QTextDocument, first: int = 0, last: int | None = None) -> list[Block]:
    """The blocks of a document from number `first` to number `last`, both included."""
    end = document.blockCount() - 1 if last is None else last
    piece = document.findBlockByNumber(first)
    blocks = []
    for _ in range(first, end + 1):
        blocks.append(read_block(piece))
        piece = piece.next()
    return blocks


def read_block(piece: QTextBlock) -> Block:
    """One block as it stands in a document."""
    made = piece.blockFormat()
    return block(style_of(made), _runs(piece), level_of(made))


def selected_blocks(cursor: QTextCursor) -> list[Block]:
    """The blocks of a selection; a part of one block is a paragraph, because its style was not selected."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    piece, last = document.findBlock(start), document.findBlock(end)
    if piece == last and not (start == piece.position() and end == _end(piece)):
        return [block(Style.PARAGRAPH, _runs(piece, start, end))] if start < end else []
    found = []
    while piece.isValid() and piece.position() <= last.position():
        made = piece.blockFormat()
        found.append(block(style_of(made), _runs(piece, start, end), level_of(made)))
        piece = piece.next()
    return found


def _runs(piece: QTextBlock, first: int = 0, last: int | None = None) -> Iterator[Run]:
    """The runs of a block between two positions of the document."""
    for left, right, words, made in fragments(piece):
        start, end = max(left, first), right if last is None else min(right, last)
        if start >= end:
            continue
        text = words if (start, end) == (left, right) else _cut(words, start - left, end - left)
        kind = made.objectType()
        if kind == CHIP:
            for _ in range(start, end):
                yield Citation(made.stringProperty(EXCERPT))
        elif kind == STAND_IN:
            yield bare(made, chr(made.intProperty(CODE)) * (end - start))
        else:
            yield bare(made, text.replace(LINE, "\n"))


def _cut(text: str, start: int, end: int) -> str:
    """A part of a text between two UTF-16 positions."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def fragments(piece: QTextBlock) -> Iterator[tuple[int, int, str, QTextCharFormat]]:
    """The stretches of a block in one format: start and end in the document, text, format."""
    walk = piece.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        yield fragment.position(), fragment.position() + fragment.length(), fragment.text(), fragment.charFormat()
        walk += 1


def insert_runs(cursor: QTextCursor, runs: Sequence[Run], look: Look) -> None:
    """Write runs at a cursor, dressed for the block that it stands in."""
    style = style_of(cursor.blockFormat())
    for run in runs:
        if isinstance(run, Citation):
            cursor.insertText(OBJECT, look.chip(style, run.excerpt))
        else:
            _insert_words(cursor, run, style, look)


def _insert_words(cursor: QTextCursor, words: Words, style: Style, look: Look) -> None:
    made = look.words(style, words)
    if not _STRANGE.search(words.text):
        cursor.insertText(words.text.replace("\n", LINE), made)
        return
    for piece in _STRANGE_APART.split(words.text):
        if _STRANGE.match(piece):
            cursor.insertText(OBJECT, look.stand_in(style, words, ord(piece)))
        elif piece:
            cursor.insertText(piece.replace("\n", LINE), made)


def dress(cursor: QTextCursor, block_: Block, look: Look) -> None:
    """Give the block at a cursor the format of a block."""
    cursor.setBlockFormat(look.block(block_.style, block_.level))
    cursor.setBlockCharFormat(look.words(block_.style, Words("")))


def redress(piece: QTextBlock, look: Look) -> None:
    """Dress what came into a block from one of another style, for example when two blocks were joined."""
    style = style_of(piece.blockFormat())
    for start, end, _, made in list(fragments(piece)):
        if made.stringProperty(WORN) != style.value:
            cursor = QTextCursor(piece)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_dressed(made, style, look))


def _dressed(made: QTextCharFormat, style: Style, look: Look) -> QTextCharFormat:
    if made.objectType() == CHIP:
        return look.chip(style, made.stringProperty(EXCERPT))
    if made.objectType() == STAND_IN:
        return look.stand_in(style, bare(made), made.intProperty(CODE))
    return look.words(style, bare(made))


def fill(document: QTextDocument, blocks: Sequence[Block], look: Look) -> None:
    """Show blocks, one at least, in place of whatever stood in a document."""
    document.clear()
    frame = document.rootFrame().frameFormat()
    frame.setLeftMargin(SIDE)
    frame.setRightMargin(SIDE)
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    dress(cursor, Block(), look)
    splice(document, [Block()], blocks, look)
    cursor.endEditBlock()


def splice(document: QTextDocument, old: Sequence[Block], new: Sequence[Block], look: Look) -> None:
    """Turn a document that shows `old` into one that shows `new`, touching only what differs.

    Both hold one block at least.
    """
    head, tail = shared_ends(old, new)
    if head == len(old) == len(new):
        return
    if not head and tail == min(len(old), len(new)):
        tail -= 1  # a document always keeps a block to put others behind
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, (before, after) in enumerate(zip(gone, come, strict=False), head):
        _amend(cursor, document.findBlockByNumber(number), before, after, look)
    paired = min(len(gone), len(come))
    _insert_blocks(cursor, head + paired, come[paired:], look)
    _remove_blocks(cursor, head + paired, len(gone) - paired)
    cursor.endEditBlock()


def _amend(cursor: QTextCursor, piece: QTextBlock, old: Block, new: Block, look: Look) -> None:
    """Change one block into another, leaving alone the words they share at either end."""
    is_redressed = (old.style, old.level) != (new.style, new.level)
    before, after = list(cells(old)), list(cells(new))
    head, tail = shared_ends(before, after)
    start = piece.position()
    cursor.setPosition(start + units(before[:head]))
    cursor.setPosition(start + units(before[: len(before) - tail]), QTextCursor.MoveMode.KeepAnchor)
    if cursor.hasSelection():
        cursor.removeSelectedText()
    insert_runs(cursor, joined(after[head : len(after) - tail]), look)
    if is_redressed:
        dress(cursor, new, look)
        redress(cursor.block(), look)


def _insert_blocks(cursor: QTextCursor, number: int, blocks: Sequence[Block], look: Look) -> None:
    """Put blocks before the one that has a number; a document keeps a block before them, so the first is never new."""
    for at, new in enumerate(blocks, number):
        cursor.setPosition(_end(cursor.document().findBlockByNumber(at - 1)))
        cursor.insertBlock(look.block(new.style, new.level), look.words(new.style, Words("")))
        insert_runs(cursor, new.runs, look)


def _remove_blocks(cursor: QTextCursor, number: int, count: int) -> None:
    if not count:
        return
    document = cursor.document()
    before = document.findBlockByNumber(number - 1)
    kept, letters = before.blockFormat(), before.charFormat()
    cursor.setPosition(_end(before))
    cursor.setPosition(_end(document.findBlockByNumber(number + count - 1)), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(kept)
    cursor.setBlockCharFormat(letters)


def _end(piece: QTextBlock) -> int:
    return piece.position() + piece.length() - 1


def cells(block_: Block) -> Iterator[Cell]:
    """The characters of a block, each with its format; a citation is one."""
    for run in block_.runs:
        if isinstance(run, Citation):
            yield OBJECT, run
        else:
            alone = Words("", run.bold, run.italic, run.link)
            for letter in run.text:
                yield letter, alone


def joined(row: Sequence[Cell]) -> tuple[Run, ...]:
    """The runs that cells make."""
    runs: list[Run] = []
    for run, alike in groupby(row, key=itemgetter(1)):
        if isinstance(run, Citation):
            runs += [run for _ in alike]
        else:
            runs.append(Words("".join([letter for letter, _ in alike]), run.bold, run.italic, run.link))
    return tuple(runs)


def units(row: Sequence[Cell]) -> int:
    """How many positions cells take in a text document."""
    return sum(2 if letter > "\uffff" else 1 for letter, _ in row)


def units_before(block_: Block, position: int, *, is_end: bool = False) -> int:
    """How many positions of a text document come before a code point of a block's words; its chips count, too.

    Those at the place itself come before it too, unless something is to end there.
    """
    before, left = 0, position
    for cell in cells(block_):
        is_chip = isinstance(cell[1], Citation)
        if not left and (is_end or not is_chip):
            break
        left -= not is_chip
        before += units([cell])
    return before


def units_of(text: str) -> int:
    """How many positions a text takes in a text document."""
    return len(text) + sum(letter > "\uffff" for letter in text)

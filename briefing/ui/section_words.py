"""From word to word in a section: a citation chip is a word of its own, and no word beside it takes it along."""

from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from briefing.ui.section_text import OBJECT

_Key, _Move, _Mode = QKeySequence.StandardKey, QTextCursor.MoveOperation, QTextCursor.MoveMode
_STEPS = {  # how the key moves, and whether it selects on the way
    _Key.MoveToNextWord: (_Move.WordRight, _Mode.MoveAnchor),
    _Key.MoveToPreviousWord: (_Move.WordLeft, _Mode.MoveAnchor),
    _Key.SelectNextWord: (_Move.WordRight, _Mode.KeepAnchor),
    _Key.SelectPreviousWord: (_Move.WordLeft, _Mode.KeepAnchor),
}
_DELETIONS = {_Key.DeleteEndOfWord: _Move.NextWord, _Key.DeleteStartOfWord: _Move.PreviousWord}


def step(cursor: QTextCursor, event: QKeyEvent) -> bool:
    """Move, select or delete as a key of words asks; False for other keys."""
    for key, (move, mode) in _STEPS.items():
        if event.matches(key):
            cursor.setPosition(target(cursor, move), mode)
            return True
    for key, move in _DELETIONS.items():
        if event.matches(key):
            if not cursor.hasSelection():
                cursor.setPosition(target(cursor, move), _Mode.KeepAnchor)
            cursor.removeSelectedText()
            return True
    return False


def target(cursor: QTextCursor, move: QTextCursor.MoveOperation) -> int:
    """Where a move by a word ends: beside the first chip on the way, or behind it if that is where it began."""
    begin = cursor.position()
    probe = QTextCursor(cursor)
    probe.movePosition(move)
    end = probe.position()
    chips = _chips(cursor, min(begin, end), max(begin, end))
    if not chips:
        return end
    if end > begin:
        return max(chips[0], begin + 1)
    return min(chips[-1] + 1, begin - 1)


def narrow_to_word(cursor: QTextCursor, place: int) -> None:
    """Leave in the selection only the part between chips that a place stands in."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for chip in _chips(cursor, start, end):
        if chip < place:
            start = chip + 1
        else:
            end = chip
            break
    cursor.setPosition(start)
    cursor.setPosition(max(start, end), _Mode.KeepAnchor)


def is_whole_block(cursor: QTextCursor) -> bool:
    """Whether one whole block is selected, and its end with it: what is typed over that would join the next."""
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    piece = document.findBlock(start)
    return cursor.hasSelection() and (start, end) == (piece.position(), piece.position() + piece.length())


def _chips(cursor: QTextCursor, start: int, end: int) -> list[int]:
    document = cursor.document()
    return [at for at in range(start, end) if document.characterAt(at) == OBJECT]

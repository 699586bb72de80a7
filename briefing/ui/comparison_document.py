"""Two versions of an article as one document: side by side, or in one text with marks.

What went is struck out, what came is underlined, and a sign stands before it, so that nothing is said by colour alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from briefing.domain.side_by_side import Piece, Row
from briefing.ui.theme import Theme
from briefing.ui.words import tr

WENT, CAME, BOTH = "−", "+", "±"
_GROUNDS = {False: ("#FBDDDA", "#D3EEDB"), True: ("#5A2A2E", "#1F4A31")}  # of what went and what came, by darkness
_CONTEXT = 1  # paragraphs that are the same, shown beside what changed
_SIGN = 24  # pixels of the column of signs


@dataclass(frozen=True, slots=True)
class Shown:
    """A document, and where each change begins in it."""

    document: QTextDocument
    changes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How two versions are shown: in two columns or one text, whole or only what changed; and what they are called."""

    is_split: bool
    is_whole: bool
    names: tuple[str, str]


def compared(rows: Sequence[Row], manner: Manner, font: QFont, theme: Theme) -> Shown:
    """The document of two versions."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDocumentMargin(10)
    writer = _Writer(document, manner, theme)
    lines = list(rows if manner.is_whole else _folded(rows))
    writer.write(lines)
    return Shown(document, tuple(writer.changes))


Line = Row | int  # a row, or how many that are the same stand folded here


def _folded(rows: Sequence[Row]) -> Iterator[Line]:
    """Rows with long runs of the same folded, but for a little context."""
    groups = [(is_same, list(group)) for is_same, group in groupby(rows, lambda row: row.is_same)]
    for at, (is_same, group) in enumerate(groups):
        before = _CONTEXT if at else 0
        behind = _CONTEXT if at < len(groups) - 1 else 0
        if not is_same or len(group) <= before + behind + 1:
            yield from group
            continue
        yield from group[:before]
        yield len(group) - before - behind
        yield from group[len(group) - behind :]


class _Writer:
    """Writes lines into a table: signs, then one column or two."""

    def __init__(self, document: QTextDocument, manner: Manner, theme: Theme) -> None:
        self.changes: list[int] = []
        self._cursor = QTextCursor(document)
        self._manner = manner
        self._columns = 3 if manner.is_split else 2
        went, came = (QColor(ground) for ground in _GROUNDS[theme.is_dark])
        self._plain = QTextCharFormat()
        self._plain.setForeground(theme.ink)
        self._faint = QTextCharFormat()
        self._faint.setForeground(theme.faint)
        self._went = QTextCharFormat(self._plain)
        self._went.setBackground(went)
        self._went.setFontStrikeOut(True)
        self._came = QTextCharFormat(self._plain)
        self._came.setBackground(came)
        self._came.setFontUnderline(True)

    def write(self, lines: Sequence[Line]) -> None:
        self._cursor.beginEditBlock()
        head = 1 if self._manner.is_split else 0
        table = self._cursor.insertTable(len(lines) + head, self._columns, self._format())
        if head:
            for column, name in enumerate(self._manner.names, 1):
                table.cellAt(0, column).firstCursorPosition().insertText(name, self._faint)
        for at, line in enumerate(lines, head):
            self._write_line(table, at, line)
        self._cursor.endEditBlock()

    def _format(self) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        made.setCellPadding(5)
        made.setCellSpacing(0)
        kind = QTextLength.Type.PercentageLength
        made.setWidth(QTextLength(kind, 100))
        text = [QTextLength(kind, 98 / (self._columns - 1))] * (self._columns - 1)
        made.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, _SIGN), *text])
        return made

    def _write_line(self, table: QTextTable, at: int, line: Line) -> None:
        if isinstance(line, int):
            words = tr("… 1 paragraph is the same …") if line == 1 else tr("… {n} paragraphs are the same …", n=line)
            table.cellAt(at, 1).firstCursorPosition().insertText(words, self._faint)
            return
        if not line.is_same:
            cursor = table.cellAt(at, 0).firstCursorPosition()
            self.changes.append(cursor.position())
            cursor.insertText(_sign(line), self._plain)
        if self._manner.is_split:
            self._write_pieces(table.cellAt(at, 1).firstCursorPosition(), line.old, self._went)
            self._write_pieces(table.cellAt(at, 2).firstCursorPosition(), line.new, self._came)
        else:
            self._write_one(table.cellAt(at, 1).firstCursorPosition(), line)

    def _write_pieces(self, cursor: QTextCursor, pieces: Sequence[Piece], marked: QTextCharFormat) -> None:
        for at, piece in enumerate(pieces):
            is_last = at == len(pieces) - 1
            self._insert(cursor, piece.text, self._plain if piece.is_same else marked, is_last=is_last)

    def _write_one(self, cursor: QTextCursor, line: Row) -> None:
        """Both versions in one text: what is the same once, what went before what came."""
        merged = list(_merged(line))
        for at, (piece, chosen) in enumerate(merged):
            form = {WENT: self._went, CAME: self._came}.get(chosen, self._plain)
            self._insert(cursor, piece.text, form, is_last=at == len(merged) - 1)

    def _insert(self, cursor: QTextCursor, text: str, form: QTextCharFormat, *, is_last: bool) -> None:
        """Words in a format; the white space behind them is not marked, and paragraphs of one cell stand apart."""
        words = text.rstrip()
        for at, paragraph in enumerate(words.split("\n\n")):
            if at:
                cursor.insertBlock(QTextBlockFormat())
            cursor.insertText(paragraph, form)
        rest = text[len(words) :]
        if "\n" in rest and not is_last:
            cursor.insertBlock(QTextBlockFormat())
        elif rest and not is_last:
            cursor.insertText(" ", self._plain)


def _merged(line: Row) -> Iterator[tuple[Piece, str]]:
    """The pieces of both sides in the order of one text, each with its sign; the same ones once, without one."""
    olds, news = list(line.old), list(line.new)
    while olds or news:
        if olds and not olds[0].is_same:
            yield olds.pop(0), WENT
        elif news and not news[0].is_same:
            yield news.pop(0), CAME
        else:
            yield (news or olds)[0], ""
            del olds[:1], news[:1]


def _sign(line: Row) -> str:
    has_went = any(not piece.is_same for piece in line.old)
    has_come = any(not piece.is_same for piece in line.new)
    return BOTH if has_went and has_come else WENT if has_went else CAME

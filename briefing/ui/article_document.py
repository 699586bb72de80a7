"""The article as a document: one block a passage, set for reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication

from briefing.domain.source import Kind
from briefing.ui.positions import Positions
from briefing.ui.theme import Theme

_SERIFS = ("Source Serif 4", "Source Serif Pro", "Charter", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif")
_SAMPLE = "the quick brown fox jumps over the lazy dog and then it rests a while, "
_LARGER = 1.38  # reading size against the size of the interface
_LEADING = 1.62  # from line to line, against the size of the font
_TIGHT = 1.4  # the same in headings and noise
_HEADING_SIZES = {1: 1.42, 2: 1.2, 3: 1.08}
SMALL = 0.76  # of the reading size: noise, numbers


@dataclass(frozen=True, slots=True)
class Look:
    """How an article is set: size against the usual one, characters a line, serif or sans."""

    zoom: float = 1.0
    characters: int = 70
    is_serif: bool = True


def reading_font(look: Look) -> QFont:
    """The font of running text."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * _LARGER * look.zoom)
    if look.is_serif:
        font.setFamilies([*_known_serifs(), "serif"])
        font.setStyleHint(QFont.StyleHint.Serif)
    return font


def column_width(look: Look) -> int:
    """Pixels that the wanted number of characters takes in running text."""
    advance = QFontMetricsF(reading_font(look)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return round(advance * look.characters)


def article_document(positions: Positions, look: Look, theme: Theme, width: int) -> QTextDocument:
    """A new document that shows a source in a column of so many pixels; it keeps no undo history of its own."""
    document = QTextDocument()
    # As the widget would set them: what it need not change it need not lay out again.
    options = document.defaultTextOption()
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(options)
    document.setPageSize(QSizeF(width, -1))
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(reading_font(look))
    styles = Styles(look, theme)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for manner, first, last in _runs(positions):
        text = positions.text_between(first, last)
        if first == 0:
            cursor.setBlockFormat(styles.block(manner, is_first=True))
            cursor.setBlockCharFormat(styles.words(manner))
            cursor.insertText(text, styles.words(manner))
        else:
            cursor.insertBlock(styles.block(manner), styles.words(manner))
            cursor.insertText(text)
    cursor.endEditBlock()
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(styles.block((Kind.PARAGRAPH, 0, False)).bottomMargin() * 2)
    frame.setBottomMargin(frame.topMargin() * 4)
    document.rootFrame().setFrameFormat(frame)
    return document


Manner = tuple[Kind, int, bool]  # kind and level of a passage, and whether it is the quiet line of folded noise


def _runs(positions: Positions) -> Iterator[tuple[Manner, int, int]]:
    """Neighbouring blocks that are set alike: how, the first, and one past the last."""
    passages = positions.source.passages
    begin, manner = 0, None
    for block, line in enumerate(positions.lines):
        passage = passages[line.passage]
        here = (passage.kind, passage.level, line.folds > 0)
        if here != manner:
            if manner is not None:
                yield manner, begin, block
            begin, manner = block, here
    if manner is not None:
        yield manner, begin, len(positions.lines)


class Styles:
    """The formats of blocks and their words, for one look and one theme."""

    def __init__(self, look: Look, theme: Theme) -> None:
        self._font = reading_font(look)
        self._theme = theme
        metrics = QFontMetricsF(self._font)
        self._em = metrics.height()
        # Qt counts leading in per cent of the line height that the font asks for, which differs widely between fonts.
        self._percent = 100 * QFontInfo(self._font).pixelSize() / metrics.height()

    def block(self, manner: Manner, *, is_first: bool = False) -> QTextBlockFormat:
        """Leading, distances and indents of a block."""
        kind, level, folds = manner
        chosen = QTextBlockFormat()
        is_tight = kind in (Kind.HEADING, Kind.NOISE)
        leading = max(100.0, self._percent * (_TIGHT if is_tight else _LEADING))
        chosen.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        chosen.setBottomMargin(self._em * 0.5)
        if kind is Kind.HEADING:
            chosen.setTopMargin(0 if is_first else self._em * 0.9)
            chosen.setHeadingLevel(max(1, level))
        elif kind is Kind.ITEM:
            chosen.setLeftMargin(self._em * (1 + level))
            chosen.setBottomMargin(self._em * 0.15)
        elif kind is Kind.QUOTE:
            chosen.setLeftMargin(self._em)
            chosen.setRightMargin(self._em)
        elif kind is Kind.NOISE:
            chosen.setBottomMargin(self._em * (0.55 if folds else 0.3))
            chosen.setLeftMargin(0 if folds else self._em)
        return chosen

    def words(self, manner: Manner) -> QTextCharFormat:
        """Font and colour of the words of a block."""
        kind, level, _ = manner
        chosen = QTextCharFormat()
        if kind is Kind.HEADING:
            font = QFont(self._font)
            font.setPointSizeF(font.pointSizeF() * _HEADING_SIZES.get(level, 1.08))
            font.setWeight(QFont.Weight.DemiBold)
            chosen.setFont(font)
        elif kind is Kind.QUOTE:
            chosen.setFontItalic(True)
        elif kind is Kind.NOISE:
            font = QApplication.font()
            font.setPointSizeF(self._font.pointSizeF() * SMALL)
            chosen.setFont(font)
            chosen.setForeground(self._theme.faint)
        return chosen


@lru_cache(maxsize=1)
def _known_serifs() -> tuple[str, ...]:
    return tuple(family for family in _SERIFS if QFontDatabase.hasFamily(family))

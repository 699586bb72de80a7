"""Figures that stand above the line: the number of a note goes, an exponent stays one; pieces of a row become one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.io.readers.pages import Line

_SMALL = 0.88  # of the size beside it: what is larger is set in the same size
_NEAR = 0.35  # of a size: how far at most a raised figure stands from its word
_ROW = 1.0  # of a size: how far apart pieces of one row may stand
_WORD_SPACE = 0.13  # of a size: what is narrower is no space
_TALL = 0.9  # of a size: what stands higher or lower belongs to another line
_SUPERSCRIPT = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_MARK = re.compile(r"\[?\(?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\)?\]?")
_EXPONENT = re.compile(r"[+\-−–]?\d{1,3}[+\-−–]?")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_IN_BRACKETS = re.compile(r"[^\W\d_]{3,}\)+$")  # at the end of a parenthesis of words, not of a formula
_YEAR = re.compile(r"(?<![\w.,])(?:1[0-9]|20)\d\d$")
_CLOSING = ".,;:!?…”“\"’'»«›%‰*]"
_OPERATED = re.compile(r"[=+×·−*/<>^|]\s?\S{0,3}$")  # what stands after a sign of a formula
_LEAST = 3  # small letters of a word; fewer may be a unit or a variable
_POWERS = frozenset(  # what exponents stand at: units, functions
    """
    m km cm mm dm µm μm nm ft mi yd in s ms µs h min kg g mg l ml dl pa kpa mpa hpa bar n kn j kj mj w kw mw hz ha ev
    mol px pt au pc kpc mpc sr lm cd м км см мм дм sin cos tan cot sec csc log exp sinh cosh tanh
    """.split()  # noqa: SIM905 - names read better as a line of words
)
_FORMULA = frozenset(  # what is written with figures
    """
    CO NO SO CH NH OH HO PM SF PO SiO TiO HCO CN Ca Na Mg Fe Cu Zn Al Cl Li Ba Sr Pb Hg Ag
    """.split()  # noqa: SIM905 - likewise
)


def as_said(before: str, figure: str, after: str) -> str:
    """What a raised figure says between what stands before and after it on its line: nothing where it counts a note."""
    if after[:1] in ("/", "⁄") and after:
        return figure  # the upper part of a fraction
    if not before.strip():
        return f"{figure} " if after[:1].isalpha() else figure  # the note itself
    if _MARK.fullmatch(figure) and _counts_note(before):
        return ""
    return figure.translate(_SUPERSCRIPT) if _EXPONENT.fullmatch(figure) else figure


def _counts_note(before: str) -> bool:
    """Whether a raised figure after these words is the number of a note, and no exponent."""
    word = _LAST_WORD.search(before)
    if word:
        is_word = len(word[0]) >= _LEAST or (len(word[0]) > 1 and word[0].isupper())
        is_power = word[0].lower() in _POWERS or word[0] in _FORMULA or _OPERATED.search(before)
        return is_word and not is_power
    if before[-1] == ")":
        return _IN_BRACKETS.search(before) is not None
    return before[-1] in _CLOSING or _YEAR.search(before) is not None


def in_rows(pieces: Sequence[Line]) -> list[Line]:
    """The lines of a page, where PDFium gave one in pieces because figures in it stand higher or lower."""
    rows: list[Line] = []
    for piece in pieces:
        joined = _joined(rows[-1], piece) if rows else None
        if joined is None:
            rows.append(piece)
        else:
            rows[-1] = joined
    return rows


def _joined(row: Line, piece: Line) -> Line | None:
    """A row and the piece that goes on with it; None where it does not."""
    size = max(row.size, piece.size)
    if _is_level(piece, row) and -_NEAR * size < row.left - piece.right < _ROW * size:
        return replace(row, words=f"{piece.words} {row.words}", left=piece.left)  # PDFium gave it too late
    gap = piece.left - row.right
    if not -_NEAR * size < gap < _ROW * size:
        return None
    if piece.size < _SMALL * row.size and _is_figure(piece) and abs(piece.bottom - row.bottom) < _TALL * size:
        words = as_said(row.words, piece.words, "") if _is_raised(piece, row) else piece.words
        return replace(row, words=row.words + words, right=piece.right) if gap < _NEAR * size else None
    if row.size < _SMALL * piece.size and _is_figure(row) and _is_raised(row, piece):
        return replace(piece, words=f"{row.words} {piece.words}", left=row.left)
    if _is_level(piece, row):
        return replace(
            row, words=row.words + (" " if gap > _WORD_SPACE * size else "") + piece.words, right=piece.right
        )
    return None


def _is_level(piece: Line, row: Line) -> bool:
    """Whether a piece is set on the same line as another, in the same size."""
    size = max(row.size, piece.size)
    return abs(piece.bottom - row.bottom) < 0.1 * size and abs(row.size - piece.size) < (1 - _SMALL) * size


def _is_figure(piece: Line) -> bool:
    return _MARK.fullmatch(piece.words) is not None or _EXPONENT.fullmatch(piece.words) is not None


def _is_raised(piece: Line, beside: Line) -> bool:
    """Whether a small piece stands above the foot of what is beside it, within its height."""
    return beside.bottom + 0.15 * beside.size < piece.bottom < beside.top

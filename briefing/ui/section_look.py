"""How the blocks of a section look: a text format for each style, and the properties in it that carry the meaning.

What is bold in the note is told by a property of its own, not by the weight of the font: a heading is heavy without it.
"""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextFormat

from briefing.domain.note import Citation, Run, Style, Words
from briefing.ui.theme import Theme

_USER = QTextFormat.Property.UserProperty.value
STYLE = _USER + 1  # of a block format: the style by name
LEVEL = _USER + 2  # of a block format: the level
BOLD = _USER + 3
ITALIC = _USER + 4
EXCERPT = _USER + 5  # of a chip: the id of the excerpt
CODE = _USER + 6  # of a stand-in: the code point it stands for
WORN = _USER + 7  # of every character: the style it is dressed for

_OBJECT = QTextFormat.ObjectTypes.UserObject.value
CHIP = _OBJECT + 1
STAND_IN = _OBJECT + 2

LINE_HEIGHT = 1.58  # times the size of the font, whatever room the font itself asks for
SIDE = 16.0  # pixels at either side of the text of a document: long numbers of a list reach into it
MAX_LEVEL = 8
_INDENTED = {Style.BULLET: 1, Style.NUMBER: 1, Style.QUOTE: 1}
_GAP = {Style.PARAGRAPH: 0.55, Style.BULLET: 0.28, Style.NUMBER: 0.28, Style.QUOTE: 0.7, Style.HEADING: 0.3}


@dataclass(frozen=True)
class Look:
    """One appearance of a section: the theme, the font and its size in points."""

    theme: Theme
    size: float = 11.0
    family: str = ""

    @cached_property
    def font(self) -> QFont:
        """The font of plain text."""
        font = QFont(self.family) if self.family else QFont()
        font.setPointSizeF(self.size)
        return font

    @cached_property
    def line_height(self) -> float:
        """Height of a line in per cent of what the font asks for; fonts differ by a third in that."""
        own = QFontMetricsF(self.font).height()
        return max(100.0, 100 * LINE_HEIGHT * QFontInfo(self.font).pixelSize() / own)

    @property
    def link_colour(self) -> QColor:
        """The colour of a link, readable on the paper of the theme."""
        return QColor("#7DB7F0" if self.theme.is_dark else "#0B5CAD")

    @property
    def step(self) -> float:
        """Width of one level of indentation, in pixels."""
        return self.size * 2.1

    @cached_property
    def _made_blocks(self) -> dict[tuple[Style, int], QTextBlockFormat]:
        return {}

    @cached_property
    def _made_words(self) -> dict[tuple[Style, bool, bool, str], QTextCharFormat]:
        return {}

    def block(self, style: Style, level: int = 0) -> QTextBlockFormat:
        """The format of a block; it carries style and level."""
        found = self._made_blocks.get((style, level))
        if found is None:
            found = self._made_blocks[style, level] = self._block(style, level)
        return found

    def _block(self, style: Style, level: int) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setProperty(STYLE, style.value)
        made.setProperty(LEVEL, level)
        made.setIndent(_INDENTED.get(style, 0) + min(level, MAX_LEVEL))
        made.setTopMargin(self.size * (1.1 if style is Style.HEADING else _GAP[style]))
        made.setBottomMargin(self.size * _GAP[style])
        made.setLineHeight(self.line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def words(self, style: Style, words: Words) -> QTextCharFormat:
        """The format of a run of words in a block of a style; the text of the run does not matter."""
        key = (style, words.bold, words.italic, words.link)
        found = self._made_words.get(key)
        if found is None:
            found = self._made_words[key] = self._words(style, words)
        return found

    def _words(self, style: Style, words: Words) -> QTextCharFormat:
        made = self._worn(style)
        is_heading = style is Style.HEADING
        heavy = QFont.Weight.DemiBold if is_heading else QFont.Weight.Normal
        made.setFontWeight(QFont.Weight.Bold if words.bold else heavy)
        if is_heading:
            made.setFontPointSize(self.size * 1.12)
        if words.bold:
            made.setProperty(BOLD, words.bold)
        if words.italic:
            made.setProperty(ITALIC, words.italic)
            made.setFontItalic(True)
        if words.link:
            made.setAnchor(True)
            made.setAnchorHref(words.link)
            made.setForeground(self.link_colour)
            made.setFontUnderline(True)
        return made

    def run(self, style: Style, run: Run) -> QTextCharFormat:
        """The format of any run."""
        if isinstance(run, Citation):
            return self.chip(style, run.excerpt)
        return self.words(style, run)

    def chip(self, style: Style, excerpt: str) -> QTextCharFormat:
        """The format of a citation chip."""
        made = self._worn(style)
        made.setObjectType(CHIP)
        made.setProperty(EXCERPT, excerpt)
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        return made

    def stand_in(self, style: Style, words: Words, code: int) -> QTextCharFormat:
        """The format of a character that a text document cannot hold as it is."""
        made = self._words(style, words)
        made.setObjectType(STAND_IN)
        made.setProperty(CODE, code)
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        return made

    def _worn(self, style: Style) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setProperty(WORN, style.value)
        return made


def style_of(made: QTextBlockFormat) -> Style:
    """The style that a block format carries."""
    name = made.stringProperty(STYLE)
    return Style(name) if name else Style.PARAGRAPH


def level_of(made: QTextBlockFormat) -> int:
    """The level that a block format carries."""
    return made.intProperty(LEVEL)


def bare(made: QTextCharFormat, text: str = "") -> Words:
    """The run of words that a character format stands for."""
    return Words(text, made.boolProperty(BOLD), made.boolProperty(ITALIC), made.anchorHref())

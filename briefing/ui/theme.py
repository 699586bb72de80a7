"""Colours of the window, light and dark: section tints, lanes, paper and ink.

The section colours were searched for: the first six are as far apart as they can be, in usual sight and under
protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes, 2009), with a contrast of 4.5 to 1 against
the paper. No colour says anything alone: every mark carries the number of its section too.
"""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

_ON_LIGHT = (
    *("#1034B1", "#B75400", "#2B7F67", "#900B69", "#664600", "#8F54DC"),
    *("#7B2432", "#155252", "#49603D", "#82439D", "#69758D", "#836A46"),
)
_ON_DARK = (
    *("#1899EC", "#FDB171", "#84F8D2", "#DB6397", "#A09600", "#C3BBFB"),
    *("#EC8A92", "#96D1D0", "#CEF034", "#BA71CB", "#A8AAB8", "#C59361"),
)
_DARK_BELOW = 128  # lightness of the ground, 0 to 255


class Theme(NamedTuple):  # a named tuple, because a start pays 4 ms for the first data classes
    """One appearance of the window."""

    is_dark: bool
    paper: QColor
    ink: QColor
    faint: QColor  # guidance, numbers, meters
    line: QColor  # hairlines between things
    edge: QColor  # of what can be written in or pressed
    desk: QColor  # the ground behind the pages
    accent: QColor  # the caret, the focus, what can be pressed
    selection: QColor  # the ground of selected words
    on_section: QColor  # words on the strong colour of a section
    unsorted: QColor

    def section(self, index: int | None) -> QColor:
        """The strong colour of the section at an index (None: unsorted): lanes, bars, numbers."""
        if index is None:
            return QColor(self.unsorted)
        colours = _ON_DARK if self.is_dark else _ON_LIGHT
        return QColor(colours[index % len(colours)])

    def tint(self, index: int | None) -> QColor:
        """The ground of a highlight under text."""
        colour = self.section(index)
        colour.setAlphaF(0.20 if self.is_dark else 0.14)
        return colour


LIGHT = Theme(
    is_dark=False,
    paper=QColor("#FFFFFF"),
    ink=QColor("#1D2126"),
    faint=QColor("#666C75"),
    line=QColor("#DADDE2"),
    edge=QColor("#858B94"),
    desk=QColor("#F3F4F6"),
    accent=QColor("#0B57D0"),
    selection=QColor("#B9D4FB"),
    on_section=QColor("#FFFFFF"),
    unsorted=QColor("#5F656E"),
)
DARK = Theme(
    is_dark=True,
    paper=QColor("#1E2126"),
    ink=QColor("#E3E6EA"),
    faint=QColor("#9AA1AB"),
    line=QColor("#363B43"),
    edge=QColor("#6B727D"),
    desk=QColor("#16181C"),
    accent=QColor("#8AB4F8"),
    selection=QColor("#2F4A75"),
    on_section=QColor("#14161A"),
    unsorted=QColor("#A3A9B2"),
)

# For those who ask their system for more contrast: words of 10 to 1 and more, and edges as strong as words.
STARK_LIGHT = LIGHT._replace(
    ink=QColor("#000000"),
    faint=QColor("#3A3F45"),
    line=QColor("#979797"),
    edge=QColor("#000000"),
    desk=QColor("#FFFFFF"),
    accent=QColor("#003FA8"),
    selection=QColor("#A8CBFF"),
    unsorted=QColor("#3A3F45"),
)
STARK_DARK = DARK._replace(
    paper=QColor("#000000"),
    ink=QColor("#FFFFFF"),
    faint=QColor("#CDD2D8"),
    line=QColor("#575757"),
    edge=QColor("#FFFFFF"),
    desk=QColor("#000000"),
    accent=QColor("#9CC4FF"),
    selection=QColor("#274B8A"),
    unsorted=QColor("#CDD2D8"),
)


def theme_of(*, is_dark: bool, is_stark: bool) -> Theme:
    """The theme for a ground and a wish for contrast."""
    if is_stark:
        return STARK_DARK if is_dark else STARK_LIGHT
    return DARK if is_dark else LIGHT


def dress_selection(palette: QPalette, theme: Theme) -> None:
    """Give a text the colours of its selection: another ground where the focus is, the same words everywhere."""
    palette.setColor(QPalette.ColorRole.Highlight, theme.selection)
    palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, theme.line)
    palette.setColor(QPalette.ColorRole.HighlightedText, theme.ink)


def current() -> Theme:
    """The theme that fits the palette of the application."""
    palette = QApplication.palette()
    is_dark = palette.color(QPalette.ColorRole.Base).lightness() < _DARK_BELOW
    is_stark = palette.color(QPalette.ColorRole.PlaceholderText) == theme_of(is_dark=is_dark, is_stark=True).faint
    return theme_of(is_dark=is_dark, is_stark=is_stark)

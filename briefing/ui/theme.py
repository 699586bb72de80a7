"""Colours of the window, light and dark: section tints, lanes, paper and ink."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

# Hues that stay apart for the common colour-vision deficiencies (after Okabe and Ito, 2008).
_HUES = ("#0072B2", "#D55E00", "#009E73", "#AA4499", "#B58900", "#7A5C99", "#3A7D8C", "#A0522D", "#5B7F1F")
_UNSORTED = "#7A7F87"


@dataclass(frozen=True, slots=True)
class Theme:
    """One appearance of the window."""

    is_dark: bool
    paper: QColor
    ink: QColor
    faint: QColor  # guidance, numbers, meters
    line: QColor  # hairlines between things
    desk: QColor  # the ground behind the pages

    def section(self, index: int | None) -> QColor:
        """The strong colour of the section at an index (None: unsorted): lanes, bars, numbers."""
        colour = QColor(_UNSORTED if index is None else _HUES[index % len(_HUES)])
        return colour.lighter(150) if self.is_dark else colour

    def tint(self, index: int | None) -> QColor:
        """The ground of a highlight under text."""
        colour = self.section(index)
        colour.setAlphaF(0.30 if self.is_dark else 0.18)
        return colour


LIGHT = Theme(
    is_dark=False,
    paper=QColor("#FFFFFF"),
    ink=QColor("#1D2126"),
    faint=QColor("#666C75"),
    line=QColor("#DADDE2"),
    desk=QColor("#F3F4F6"),
)
DARK = Theme(
    is_dark=True,
    paper=QColor("#1E2126"),
    ink=QColor("#E3E6EA"),
    faint=QColor("#9AA1AB"),
    line=QColor("#363B43"),
    desk=QColor("#16181C"),
)


def current() -> Theme:
    """The theme that fits the palette of the application."""
    ground = QApplication.palette().color(QPalette.ColorRole.Base)
    return DARK if ground.lightness() < 128 else LIGHT  # noqa: PLR2004
